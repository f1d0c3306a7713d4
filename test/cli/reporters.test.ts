import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import colours from "picocolors";
import { expect, test } from "vitest";
import { frame } from "../../server/src/cli/frame.ts";
import { linesOf } from "../../server/src/cli/positions.ts";
import { githubReporter } from "../../server/src/cli/reporters/github.ts";
import { gitlabReporter } from "../../server/src/cli/reporters/gitlab.ts";
import { jsonReporter } from "../../server/src/cli/reporters/json.ts";
import { junitReporter } from "../../server/src/cli/reporters/junit.ts";
import { textReporter } from "../../server/src/cli/reporters/text.ts";
import type { CheckResult } from "../../server/src/cli/result.ts";
import { harmless } from "../../server/src/cli/terminal.ts";
import { displayWidth } from "../../server/src/cli/width.ts";
import type { Finding } from "../../server/src/rules/types.ts";

const plain = colours.createColors(false);
const style = { colours: plain, width: 100, maxFindings: undefined, quiet: false };

const texts: Readonly<Record<string, string>> = {
  "a.intervention.yaml":
    "intervention: a\ncosts:\n  lines:\n    - item: Visits\n      quantity: 12 visits\n      unit_cost: local/visit\n",
  "local.unit-costs.yaml": "unit_costs: local\nentries:\n  - entry: visit\n    value: £38/hour\n",
};
const spanOf = (path: string, part: string) => {
  const start = (texts[path] as string).indexOf(part);
  return { start, end: start + part.length };
};

const finding: Finding = {
  code: "units/left-over",
  severity: "error",
  path: "a.intervention.yaml",
  span: spanOf("a.intervention.yaml", "12 visits"),
  message: "Visits times pounds per hour leaves visits over.",
  help: "Say how long a visit takes.",
  label: "left over: visits",
  related: [
    { path: "a.intervention.yaml", span: spanOf("a.intervention.yaml", "local/visit"), label: "the price" },
    { path: "local.unit-costs.yaml", span: spanOf("local.unit-costs.yaml", "£38/hour"), label: "per hour" },
  ],
  fixes: [
    {
      title: "Write the hours of a visit",
      certain: true,
      edits: [{ span: spanOf("a.intervention.yaml", "12 visits"), text: "12 visits x 1 hour/visit" }],
    },
  ],
};

const resultOf = (findings: readonly Finding[], more: Partial<CheckResult> = {}): CheckResult => ({
  files: [{ shown: "specs/a.intervention.yaml", findings }],
  notices: [],
  asOf: "2026-11-22",
  failOn: "error",
  elapsed: 1234,
  text: (_file, path) => texts[path],
  show: (_file, path) => `specs/${path}`,
  ...more,
});

test("text: the lines of both files, what is underlined in each, what to do, and the numbers", async () => {
  expect(await textReporter(resultOf([finding]), style)).toBe(`error units/left-over specs/a.intervention.yaml:5:17
  Visits times pounds per hour leaves visits over.
    4 │     - item: Visits
    5 │       quantity: 12 visits
      │                 ^^^^^^^^^ left over: visits
    6 │       unit_cost: local/visit
      │                  ----------- the price
    in specs/local.unit-costs.yaml:4:12
    3 │   - entry: visit
    4 │     value: £38/hour
      │            -------- per hour
  help Say how long a visit takes.
  fix  Write the hours of a visit

1 error in 1 file, 1.2 s
`);
});

test("text: suppressed ones are counted, not shown; --quiet and --max-findings hold", async () => {
  const warning: Finding = { ...finding, severity: "warning", code: "costing/b" };
  const hidden: Finding = { ...finding, suppressed: { reason: "agreed" } };
  const all = await textReporter(resultOf([finding, warning, warning, hidden]), { ...style, maxFindings: 2 });
  expect(all.match(/^(error|warning) /gm)).toEqual(["error ", "warning "]);
  expect(all).toContain("1 more findings are not shown");
  expect(all).toContain("1 error, 2 warnings in 1 file, 1 suppressed finding not shown, 1.2 s");
  const quiet = await textReporter(resultOf([finding, warning]), { ...style, quiet: true });
  expect(quiet.match(/^(error|warning) /gm)).toEqual(["error "]);
  expect(await textReporter(resultOf([hidden]), { ...style, quiet: true })).toBe("");
});

test("json follows its published schema, with positions that lead to the text", async () => {
  const hidden: Finding = { ...finding, suppressed: { reason: "agreed", until: "2027-03-31" }, unnecessary: true };
  const printed = JSON.parse(
    await jsonReporter(
      resultOf([finding, hidden], { notices: [{ path: "x", message: "gone", incomplete: true, alsoFinding: true }] }),
      style,
    ),
  );
  const validate = new Ajv({ strict: true }).compile(
    JSON.parse(readFileSync(new URL("../../schemas/check-output.schema.json", import.meta.url), "utf8")),
  );
  expect(validate(printed), JSON.stringify(validate.errors)).toBe(true);
  const [first, second] = printed.files[0].findings;
  const text = texts["a.intervention.yaml"] as string;
  expect(text.slice(first.range.start.offset, first.range.end.offset)).toBe("12 visits");
  expect(first.range.start).toEqual({ line: 5, column: 17, offset: text.indexOf("12 visits") });
  expect(second.suppressed).toEqual({ reason: "agreed", until: "2027-03-31" });
  expect(printed.summary).toMatchObject({ errors: 1, suppressed: 1, failed: true, complete: false });
});

test("github: commands that no text of a spec can break out of", async () => {
  const nasty: Finding = { ...finding, message: "100%\r\n::error::x", severity: "information" };
  delete (nasty as { help?: string }).help;
  expect(await githubReporter(resultOf([nasty, finding]), style)).toBe(
    "::error file=specs/a.intervention.yaml,line=5,endLine=5,col=17,endColumn=26,title=units/left-over::Visits times pounds per hour leaves visits over.%0ASay how long a visit takes.\n" +
      "::notice file=specs/a.intervention.yaml,line=5,endLine=5,col=17,endColumn=26,title=units/left-over::100%25%0D%0A::error::x\n",
  );
  const odd = await githubReporter(
    resultOf([], { files: [{ shown: "a,b:c.intervention.yaml", findings: [finding] }] }),
    style,
  );
  expect(odd).toContain("file=a%2Cb%3Ac.intervention.yaml,");
  expect(await githubReporter(resultOf(Array(11).fill(finding)), style)).toContain("there are 11 findings");
});

const draw = (text: string, part: string, width = 60) => {
  const start = text.indexOf(part);
  return frame(linesOf(text), [{ span: { start, end: start + part.length }, label: "here", primary: true }], {
    colours: plain,
    width,
    paint: (each) => each,
  });
};

test.each([
  ["tabs", "a:\t\tvalue", "value"],
  ["wide characters", "title: 漢字と 👩 value", "value"],
  ["combining marks", "title: e\u0301e\u0301 value", "value"],
  ["pounds", "amount: £££ value", "value"],
  ["characters that turn the direction", "a: \u202e\u2066 value", "value"],
])("frame: %s do not move what is underlined", (_name, text, part) => {
  const [line, under] = draw(text, part) as [string, string];
  expect(displayWidth(under.slice(0, under.indexOf("^")))).toBe(displayWidth(line.slice(0, line.indexOf(part))));
  expect(under).toMatch(/\^{5} here$/);
});

test("frame: a long line is cut around what is marked", () => {
  const text = `${"x".repeat(5000)} MARK ${"y".repeat(5000)}`;
  const [line, under] = draw(text, "MARK") as [string, string];
  expect(line.length).toBeLessThan(70);
  expect(line).toMatch(/… x+ MARK y+ …$/);
  expect(under.indexOf("^^^^ here")).toBe(line.indexOf("MARK"));
});

test("frame: a range over several lines is underlined to the end of its first; an empty one gets one mark", () => {
  expect(draw("a:\n  b: 1\n  c: 2\n", "b: 1\n  c: 2")[2]).toBe("  │   ^^^^ here");
  const [, under] = frame(linesOf("a:\n"), [{ span: { start: 2, end: 2 }, label: "", primary: true }], {
    colours: plain,
    width: 80,
    paint: (each) => each,
  });
  expect(under).toBe("  │   ^");
});

test("nothing of a spec can drive a terminal or a log of workflow commands", () => {
  expect(harmless("\u001b[31mred\u001b[0m \u0007bell\nnext")).toBe("red ␇bell next");
  expect(harmless("a\u202eb\u0085c")).toBe("a<U+202E>b<U+0085>c");
  expect(harmless("::error::x")).not.toMatch(/^::/);
});

test("GitLab: one issue for each finding in view, with fingerprints that no two share and that lines above do not change", async () => {
  const alike = [finding, { ...finding }, { ...finding, suppressed: { reason: "known" } }] as readonly Finding[];
  const issues = JSON.parse(await gitlabReporter(resultOf(alike), style));
  expect(issues).toHaveLength(2);
  expect(issues[0]).toMatchObject({
    check_name: "units/left-over",
    severity: "major",
    location: { path: "specs/a.intervention.yaml", lines: { begin: 5, end: 5 } },
  });
  expect(issues[0].fingerprint).not.toBe(issues[1].fingerprint);
  const text = `# above\n${texts["a.intervention.yaml"]}`;
  const { start, end } = finding.span;
  const moved = { ...finding, span: { start: start + 8, end: end + 8 } };
  const below = JSON.parse(await gitlabReporter(resultOf([moved], { text: () => text }), style));
  expect(below[0].fingerprint).toBe(issues[0].fingerprint);
  expect(below[0].location.lines.begin).toBe(6);
});

test("JUnit: what fails the check is a failure, the rest passes, and nothing a spec says can break the XML", async () => {
  const hostile = {
    ...finding,
    message: `]]> <b> & "quotes" ${String.fromCharCode(1)} \ud800`,
    severity: "warning" as const,
  };
  const clean = { shown: "specs/b.intervention.yaml", findings: [] };
  const files = [{ shown: "specs/a.intervention.yaml", findings: [finding, hostile] }, clean];
  const xml = await junitReporter(resultOf([], { files }), style);
  expect(xml).toContain('<testsuites name="wellspent" tests="3" failures="1" errors="0">');
  expect(xml).toContain('<failure type="units/left-over" message="Visits times pounds per hour leaves visits over.">');
  expect(xml).toContain("<system-out>warning: ]]&gt; &lt;b&gt; &amp; &quot;quotes&quot; \ufffd \ufffd");
  expect(xml).toContain('<testcase name="check" classname="specs/b.intervention.yaml"/>');
});

test("in a long report what is only worth knowing is listed by code, each place once; errors are drawn", async () => {
  const known: Finding = {
    ...finding,
    code: "costing/no-starts",
    severity: "information",
    message: "How many start is not known.",
    help: "Write `starts:`.",
    related: [],
    fixes: [],
  };
  const named = (each: string): Finding => ({
    ...known,
    code: "costing/not-itemised",
    message: `"${each}" is one amount.`,
  });
  const many = [...Array.from({ length: 18 }, () => known), ..."abcd".split("").map(named)];
  const text = await textReporter(resultOf([finding, ...many]), style);
  expect(text).toContain(`information costing/no-starts 18 places
  How many start is not known.
    specs/a.intervention.yaml:5:17
`);
  expect(text).toContain(`information costing/not-itemised 4 places
  specs/a.intervention.yaml:5:17 "a" is one amount.
`);
  expect(text).toMatch(/^error units\/left-over/);
  expect(text.match(/│/g)?.length).toBeLessThan(12);
  const limited = await textReporter(resultOf([finding, ...many]), { ...style, maxFindings: 4 });
  expect(limited).toContain("information costing/no-starts 3 places");
  expect(limited).toContain("19 more findings are not shown");
  // A short report draws them all.
  expect(await textReporter(resultOf(many.slice(0, 5)), style)).not.toContain("places");
});
