import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { projectFolder, wellspent } from "./support.ts";

const folder = projectFolder();
const examples = new URL("../../examples", import.meta.url).pathname;

test("init writes a project without a single finding, whose figures work out, and never writes over a file", () => {
  folder.write("new/.gitignore", "mine\n");
  const made = folder.run(["init", "new"]);
  expect(made).toMatchObject({ code: 0, err: "" });
  expect(made.out).toContain("kept   new/.gitignore");
  expect(readFileSync(join(folder.path, "new/.gitignore"), "utf8")).toBe("mine\n");
  const checked = folder.run(["check", "new", "-f", "json"]);
  expect(checked.code).toBe(0);
  const { summary } = JSON.parse(checked.out);
  expect(summary).toMatchObject({ files: 5, errors: 0, warnings: 0, information: 0 });
  const { specs } = JSON.parse(folder.run(["cost", "new", "-f", "json"]).out);
  expect(specs[0].figures.cost_per_starter).toMatchObject({ complete: true, price_year: "2024-25" });
  const spec = "new/interventions/incredible-years.intervention.yaml";
  folder.write(spec, "# changed\n");
  folder.run(["init", "new"]);
  expect(readFileSync(join(folder.path, spec), "utf8")).toBe("# changed\n");
});

test("explain: one finding, a group, the list, and the nearest to a code mistyped", () => {
  const page = folder.run(["explain", "reference/not-found"]);
  expect(page.code).toBe(0);
  for (const heading of ["What is wrong", "Why it matters", "What to do"]) expect(page.out).toContain(heading);
  const all = folder
    .run(["explain"])
    .out.split("\n")
    .filter((line) => line.includes("/"));
  const group = folder
    .run(["explain", "units"])
    .out.split("\n")
    .filter((line) => line.includes("/"));
  expect(all.length).toBeGreaterThan(group.length);
  expect(group.every((line) => line.startsWith("units/"))).toBe(true);
  const mistyped = folder.run(["explain", "reference/not-fuond"]);
  expect(mistyped).toMatchObject({ code: 2, out: "" });
  expect(mistyped.err).toContain("reference/not-found");
});

test("help and version, and what is wrong with a wrong command", () => {
  const help = folder.run(["--help"]);
  expect(help.code).toBe(0);
  for (const part of ["check", "cost", "explain", "init", "Examples:", "Exit codes:", "70"])
    expect(help.out).toContain(part);
  expect(folder.run(["check", "--help"]).out).toContain("--stdin-filename");
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  expect(folder.run(["--version"])).toMatchObject({ code: 0, out: `${version}\n` });
  expect(folder.run(["chekc"])).toMatchObject({ code: 2, out: "" });
  expect(folder.run(["chekc"]).err).toContain("check");
});

test("schema prints what the package publishes", () => {
  const names = folder
    .run(["schema"])
    .out.trim()
    .split("\n")
    .map((line) => line.split(" ")[0] as string);
  expect(names).toContain("cost-output");
  for (const name of names) {
    const { out } = folder.run(["schema", name]);
    expect(JSON.parse(out).$id).toContain(`${name}.schema.json`);
  }
  expect(folder.run(["schema", "toString"]).code).toBe(2);
});

test("cost as JSON follows its published schema on every example, with derivations that can be worked again", () => {
  const { code, out } = wellspent(examples, ["cost", "-f", "json", "--derivation", "--as-of", "2026-03-31"]);
  expect(code).toBe(0);
  const printed = JSON.parse(out);
  const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(
    JSON.parse(readFileSync(new URL("../../schemas/cost-output.schema.json", import.meta.url), "utf8")),
  );
  expect(validate(printed), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  let steps = 0;
  const again = (step: Step): void => {
    const values = step.operands.map((operand) => operand.value);
    for (const operand of step.operands) again(operand);
    if (step.value === null || values.length === 0 || values.some((value) => value === null)) return;
    const known = values as number[];
    const [first = 0, ...rest] = known;
    const worked =
      step.operation === "sum"
        ? known.reduce((a, b) => a + b, 0)
        : step.operation === "difference"
          ? rest.reduce((a, b) => a - b, first)
          : step.operation === "product"
            ? known.reduce((a, b) => a * b, 1)
            : step.operation === "quotient"
              ? rest.reduce((a, b) => a / b, first)
              : step.value;
    steps += 1;
    expect(Math.abs(worked - step.value), step.label).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(step.value)));
  };
  for (const spec of printed.specs)
    for (const figure of Object.values(spec.figures as Record<string, { derivation: Step }>)) again(figure.derivation);
  expect(steps).toBeGreaterThan(500);
});

interface Step {
  readonly label: string;
  readonly operation: string;
  readonly value: number | null;
  readonly operands: readonly Step[];
}

test("cost of the family drug and alcohol court: figures, the open line, and the printed ratio once it is closed", () => {
  const { out } = wellspent(examples, ["cost", "--only", "fdac-london", "-f", "json"]);
  const [spec] = JSON.parse(out).specs;
  expect(spec.figures.cost_total).toMatchObject({ value: 559_820, unit: "£", shown: "£559,820", complete: true });
  expect(spec.figures.bcr.value).toBeCloseTo(2.545, 3);
  expect(spec.figures.bcr).toMatchObject({ complete: false, missing: [{ reason: "line" }] });
  expect(spec.inferred.closed.bcr.value).toBeCloseTo(2.3024, 3);
  expect(spec.inferred.closed.bcr.basis).toBe("inferred");
});

test("cost as a table and as Markdown shows the same figures", () => {
  const table = wellspent(examples, ["cost", "--only", "fdac-london"]).out;
  const markdown = wellspent(examples, ["cost", "--only", "fdac-london", "-f", "markdown"]).out;
  for (const figure of ["£559,820", "£1,424,850", "2.55", "not costed: 1 line"]) {
    expect(table).toContain(figure);
    expect(markdown.replaceAll("\\", "")).toContain(figure);
  }
  expect(wellspent(examples, ["cost", "--only", "no-such-thing"])).toMatchObject({ code: 2, out: "" });
});

test("Markdown: nothing of a spec becomes a link, an image, HTML or a mention", () => {
  folder.write(
    "x.intervention.yaml",
    'intervention: x\ntitle: "</summary><img src=x> [click](http://bad.example) @everyone | `code` <!-- -->"\nstatus: proposed\npopulation:\n  unit: family\n  starts: 10 families\ncosts:\n  price_year: 2023-24\n  period: 1 year\n  lines:\n    - item: "| --- | <script>"\n      amount: £5\n',
  );
  const { out } = folder.run(["cost", "-f", "markdown"]);
  expect(out).not.toMatch(/<(img|script|!--)/);
  expect(out).not.toContain("](http");
  expect(out).not.toMatch(/@everyone|http:\/\//);
  expect(existsSync(join(folder.path, ".wellspent-cache"))).toBe(false);
});

test("init says that a folder cannot be made, and does not try for ever", {
  skip: process.platform !== "linux",
}, () => {
  const made = folder.run(["init", "/proc/no-such-folder"]);
  expect(made.code).toBe(4);
  expect(made.err).toMatch(/^wellspent: could not write/);
});
