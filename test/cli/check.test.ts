import { existsSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { outcome, projectFolder } from "./support.ts";

const folder = projectFolder();
const wrong = "outcome: late-entry\ntitle: An outcome\nkindd: event\nbetter: lower\n";

test("clean, findings, wrong usage, nothing to check: each has its exit code", () => {
  folder.write("a.outcome.yaml", outcome("a"));
  expect(folder.run(["check"])).toMatchObject({ code: 0, err: "" });
  folder.write("b.outcome.yaml", wrong);
  const found = folder.run(["check"]);
  expect(found.code).toBe(1);
  expect(found.out).toContain("b.outcome.yaml:3:1");
  expect(folder.run(["check", "a.outcome.yaml"]).code).toBe(0);
  expect(folder.run(["check", "missing.outcome.yaml"])).toMatchObject({ code: 2, out: "" });
  expect(folder.run(["check", "--fail-on", "never"]).code).toBe(2);
  expect(folder.run(["check", "--no-such-option"]).code).toBe(2);
  expect(folder.run(["check", "--as-of", "2026-02-30"]).code).toBe(2);
  expect(folder.run(["check", "--threads", "0"]).code).toBe(2);
  folder.write("notes/readme.md", "x");
  const nothing = folder.run(["check", "notes"]);
  expect(nothing).toMatchObject({ code: 3, out: "" });
  expect(nothing.err).toContain("Nothing to check in notes");
  expect(folder.run(["check", "notes/readme.md"]).code).toBe(3);
});

test("--fail-on decides what fails, --quiet what is shown", () => {
  folder.write("a.outcome.yaml", outcome("a"));
  const shown = folder.run(["check", "--fail-on", "information"]);
  const unused = /^(warning|information) /m.test(shown.out);
  expect(shown.code).toBe(unused ? 1 : 0);
  expect(folder.run(["check", "--quiet"])).toMatchObject({ code: 0, out: "" });
});

test("paths choose what is reported; the rest of the project is still read", () => {
  folder.write(
    "a.study.yaml",
    "study: a\ntitle: A study\ndesign: rct\nresults:\n  - outcome: elsewhere\n    effect: RR 0.72 (95% CI 0.55 to 0.94)\n",
  );
  expect(folder.run(["check", "a.study.yaml"]).out).toContain("reference/not-found");
  folder.write("deep/down/b.outcome.yaml", outcome("elsewhere"));
  expect(folder.run(["check", "a.study.yaml"]).out).not.toContain("reference/not-found");
});

test("several formats at once, each to its own file", () => {
  folder.write("b.outcome.yaml", wrong);
  const run = folder.run([
    "check",
    "-f",
    "text",
    "-f",
    "json=out.json",
    "-f",
    "sarif=out.sarif",
    "-f",
    "github=out.txt",
    "--as-of",
    "2026-03-31",
  ]);
  expect(run.code).toBe(1);
  expect(run.out).toContain("error schema/unknown-key b.outcome.yaml:3:1");
  const json = JSON.parse(readFileSync(join(folder.path, "out.json"), "utf8"));
  const validate = new Ajv({ strict: true }).compile(
    JSON.parse(readFileSync(new URL("../../schemas/check-output.schema.json", import.meta.url), "utf8")),
  );
  expect(validate(json), JSON.stringify(validate.errors)).toBe(true);
  expect(json).toMatchObject({ as_of: "2026-03-31", summary: { failed: true }, files: [{ path: "b.outcome.yaml" }] });
  const sarif = JSON.parse(readFileSync(join(folder.path, "out.sarif"), "utf8")).runs[0];
  const result = sarif.results.find((each: { ruleId: string }) => each.ruleId === "schema/unknown-key");
  expect(sarif.tool.driver.rules[result.ruleIndex].help.markdown).toContain("Why it matters");
  expect(result.locations[0].physicalLocation).toMatchObject({
    artifactLocation: { uri: "b.outcome.yaml" },
    region: { startLine: 3, startColumn: 1 },
  });
  expect(readFileSync(join(folder.path, "out.txt"), "utf8")).toMatch(/^::error file=b.outcome.yaml,line=3/m);
  expect(folder.run(["check", "-f", "text", "-f", "json"]).code).toBe(2);
  expect(folder.run(["check", "-f", "text=x", "-f", "json=x"]).code).toBe(2);
  expect(folder.run(["check", "-f", "xml"]).err).toContain("text, json, sarif, github, gitlab, junit");
  expect(folder.run(["check", "-f", "json=new/folder/x.json"]).code).toBe(1);
  expect(readFileSync(join(folder.path, "new/folder/x.json"), "utf8")).toContain("schema/unknown-key");
  const lost = folder.run(["check", "-f", "json=out.json/x.json", "-f", "text"]);
  expect(lost).toMatchObject({ code: 4, out: expect.stringContaining("error schema/unknown-key") });
});

test("a fingerprint in SARIF stays when lines are added above", () => {
  const prints = () =>
    JSON.parse(folder.run(["check", "-f", "sarif"]).out).runs[0].results.map(
      (each: { partialFingerprints: object }) => each.partialFingerprints,
    );
  folder.write("b.outcome.yaml", wrong);
  const before = prints();
  folder.write("b.outcome.yaml", `# a comment\n\n${wrong}`);
  expect(prints()).toEqual(before);
  expect(before.length).toBeGreaterThan(0);
});

test("standard input stands in for a file, or says by its head key what it is", () => {
  folder.write("b.outcome.yaml", wrong);
  expect(
    folder.run(["check", "--stdin", "--stdin-filename", "b.outcome.yaml"], { input: outcome("late-entry") }).out,
  ).not.toContain("unknown-key");
  const named = folder.run(["check", "--stdin", "--stdin-filename", "sub/none/../new.outcome.yaml"], { input: wrong });
  expect(named.code).toBe(2);
  expect(folder.run(["check", "--stdin", "--stdin-filename", "new.outcome.yaml"], { input: wrong }).out).toContain(
    "new.outcome.yaml:3:1",
  );
  expect(folder.run(["check", "-"], { input: wrong }).out).toContain("standard-input.outcome.yaml:3:1");
  expect(folder.run(["check", "--stdin", "--stdin-filename", "notes.txt"], { input: wrong }).code).toBe(2);
  expect(folder.run(["check", "-"], { input: Buffer.from([0xff, 0xfe, 0x61, 0x00]) }).code).toBe(4);
});

test("colours only when asked for or when a terminal is there", () => {
  folder.write("b.outcome.yaml", wrong);
  const start = "\u001b[";
  expect(folder.run(["check"]).out).not.toContain(start);
  expect(folder.run(["check", "--color"]).out).toContain(start);
  expect(folder.run(["check"], { env: { FORCE_COLOR: "1" } }).out).toContain(start);
  expect(folder.run(["check", "--no-color"], { env: { FORCE_COLOR: "1" } }).out).not.toContain(start);
  expect(folder.run(["check", "--color", "-f", "text=out.txt"]).code).toBe(1);
  expect(readFileSync(join(folder.path, "out.txt"), "utf8")).not.toContain(start);
});

test("a project inside the folder is checked too, by its own settings", () => {
  folder.write("inner/wellspent.yaml", "root: true\nrules:\n  schema/*: off\n");
  folder.write("inner/b.outcome.yaml", wrong);
  folder.write("b.outcome.yaml", wrong);
  const { out } = folder.run(["check", "-f", "json"]);
  const found = JSON.parse(out).files.flatMap((file: { path: string; findings: { code: string }[] }) =>
    file.findings.map((each) => `${file.path} ${each.code}`),
  );
  expect(found).toContain("b.outcome.yaml schema/unknown-key");
  expect(found).not.toContain("inner/b.outcome.yaml schema/unknown-key");
});

test("what is left out is said when it is asked for by name", () => {
  folder.write("wellspent.yaml", "root: true\nignore: [drafts/**]\n");
  folder.write("drafts/a.outcome.yaml", outcome("a"));
  symlinkSync(".", join(folder.path, "loop"));
  const run = folder.run(["check", "drafts/a.outcome.yaml", "."]);
  expect(run.out).toContain("left out by `ignore`");
  expect(run.out).toContain("note loop: a link to a folder, not followed");
});

test("one thread, several, a cold cache and a warm one: the same answer", () => {
  for (let at = 0; at < 130; at += 1)
    folder.write(`o/o${at}.outcome.yaml`, at % 7 === 0 ? wrong.replace("late-entry", `o${at}`) : outcome(`o${at}`));
  folder.write(
    "wrong.study.yaml",
    "study: s\ntitle: A study\ndesign: rct\nresults:\n  - outcome: not-yet\n    direction: better\n",
  );
  const args = ["check", "-f", "json", "--as-of", "2026-03-31"];
  const plain = folder.run([...args, "--no-cache", "--threads", "1"]);
  expect(plain.code).toBe(1);
  expect(folder.run([...args, "--no-cache", "--threads", "3"]).out).toBe(plain.out);
  const cache = [...args, "--cache-dir", "remembered"];
  expect(folder.run(cache).out).toBe(plain.out);
  expect(existsSync(join(folder.path, "remembered"))).toBe(true);
  expect(folder.run(cache).out).toBe(plain.out);
  // A missing id that appears in another file changes what a file that was not touched says.
  expect(plain.out).toContain("reference/not-found");
  folder.write("late.outcome.yaml", outcome("not-yet"));
  const changed = folder.run(cache);
  expect(changed.out).toBe(folder.run([...args, "--no-cache"]).out);
  expect(changed.out).not.toContain("reference/not-found");
});

test("a cache that is broken is as good as none", () => {
  for (let at = 0; at < 101; at += 1) folder.write(`o${at}.outcome.yaml`, outcome(`o${at}`));
  const args = ["check", "-f", "json", "--cache-dir", "c", "--as-of", "2026-03-31"];
  const first = folder.run(args);
  const [name] = readdir("c");
  const file = join("c", name as string);
  const whole = readFileSync(join(folder.path, file), "utf8");
  for (const broken of ["", "{}", whole.slice(0, whole.length / 2), whole.replace("o50", "o51"), "\0\0"]) {
    folder.write(file, broken);
    expect(folder.run(args)).toEqual(first);
  }
  folder.write("blocked", "a file where the folder should be");
  expect(folder.run(["check", "-f", "json", "--cache-dir", "blocked", "--as-of", "2026-03-31"])).toEqual(first);
});

const readdir = (path: string) => readdirSync(join(folder.path, path));
