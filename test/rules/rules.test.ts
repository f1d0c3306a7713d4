import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { rules } from "../../server/src/rules/index.ts";
import { explain } from "../../server/src/rules/page.ts";
import type { Finding } from "../../server/src/rules/types.ts";
import promised from "./promised-codes.json" with { type: "json" };
import { draw } from "./support/draw.ts";
import { fixtureCodes, fixturesOf } from "./support/fixtures.ts";
import { check, fixed, nameFor, type Project, textOf } from "./support/project.ts";

/** A test that is there only where it has something to say. */
const when = (there: boolean): ((name: string, run: () => void | Promise<void>) => void) =>
  there ? test : () => undefined;

const shownOf = (findings: readonly Finding[], code: string): readonly Finding[] =>
  findings.filter((each) => each.code === code && each.suppressed === undefined);

test("codes are stable names, and no two rules share one", () => {
  const codes = rules.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) expect(code).toMatch(/^[a-z]+\/[a-z0-9]+(-[a-z0-9]+)*$/);
  // A code is a promise: people write it in comments and settings. Add to the list, never take away.
  expect(codes).toEqual(expect.arrayContaining(promised));
});

test("every folder of fixtures belongs to a rule", () => {
  const codes = new Set<string>(rules.map(({ code }) => code));
  expect(fixtureCodes().filter((code) => !codes.has(code))).toEqual([]);
});

describe.each(rules.map((rule) => ({ code: rule.code, rule })))("$code", ({ code, rule }) => {
  const { example } = rule.page;
  const projectOf = (content: (typeof example)["invalid"]): Project =>
    typeof content === "string"
      ? { ...example.files, [example.file ?? nameFor(content, "example")]: content }
      : { ...example.files, [example.file ?? "example.outcome.yaml"]: { kind: "problem", ...content } };

  test("has a page in whole sentences", () => {
    const { title, what, why, fix } = rule.page;
    expect(title).toMatch(/^[A-Z].*[^.]$/);
    for (const text of [what, why, fix]) expect(text).toMatch(/^.{10,}[.?`")]$/s);
    expect(explain(rule)).toContain(what);
  });

  test("its example gives this finding, and the example put right gives none", () => {
    expect(shownOf(check(projectOf(example.invalid)), code)).not.toEqual([]);
    expect(shownOf(check(projectOf(example.valid)), code)).toEqual([]);
  });

  const fixtures = fixturesOf(code);
  when(typeof example.invalid === "string")("has fixtures that give it and fixtures that do not", () => {
    expect(fixtures.some(({ valid }) => valid)).toBe(true);
    expect(fixtures.some(({ valid }) => !valid)).toBe(true);
  });

  for (const fixture of fixtures) {
    const { valid, project, path } = fixture;
    test(basename(path), async () => {
      const findings = check(project);
      const own = shownOf(findings, code);
      if (valid) return expect(own.map(({ message, span }) => ({ message, span }))).toEqual([]);
      expect(own).not.toEqual([]);
      for (const finding of own) wellSaid(finding, textOf(project, finding.path));
      expect(doubled(findings), "one fault, one finding").toEqual([]);
      await expect(await draw(project, own)).toMatchFileSnapshot(`${path.replace(/\.yaml$/, "")}.snap`);
    });

    when(!valid)(`${basename(path)}: the same with other line ends, and after a pound sign and an emoji`, () => {
      const plain = places(project, check(project));
      expect(places(crlf(project), check(crlf(project)))).toEqual(plain);
      const lead = "# £ 😀\n";
      const moved = Object.fromEntries(
        Object.entries(project).map(([file, content]) =>
          typeof content === "string" || content.kind === "text"
            ? [file, lead + textOf(project, file)]
            : [file, content],
        ),
      );
      expect(places(moved, check(moved), 1)).toEqual(plain);
    });

    when(!valid)(`${basename(path)}: what is certain puts it right`, () => {
      const findings = shownOf(check(project), code).filter(({ fixes }) => fixes[0]?.certain);
      for (const file of new Set(findings.map((each) => each.path))) {
        const here = findings.filter((each) => each.path === file);
        for (const finding of here) {
          const after = { ...project, [file]: fixed(textOf(project, file), [finding]) };
          expect(shownOf(check(after), code).length, finding.message).toBeLessThan(
            shownOf(check(project), code).length,
          );
          expect(syntaxFaults(after), finding.message).toBeLessThanOrEqual(syntaxFaults(project));
        }
      }
    });
  }
});

const syntaxFaults = (project: Project): number =>
  check(project).filter(({ code, severity }) => code.startsWith("syntax/") && severity === "error").length;

/** Two findings on the text itself that begin at one place say one thing twice. */
function doubled(findings: readonly Finding[]): readonly string[] {
  const textual = findings.filter(
    ({ code, suppressed }) =>
      suppressed === undefined &&
      code !== "reference/unused" &&
      /^(syntax|schema|reference|units|settings)\//.test(code),
  );
  const places = textual.map(({ path, span }) => `${path}:${span.start}`);
  return textual.filter((_, nth) => places.indexOf(places[nth] as string) !== nth).map(({ code }) => code);
}

/** Plain English with the facts of the case, at one line, from no validator's mouth. */
function wellSaid(finding: Finding, text: string): void {
  const { message, help, span, label } = finding;
  expect(message).toMatch(/^["`\p{Lu}\\*0-9£#].*[.?`]$/su);
  expect(`${message} ${help ?? ""}`).not.toMatch(
    /must (NOT )?have|must match|oneOf|anyOf|additionalProp|undefined|\[object|NaN(?!`|")/,
  );
  expect(message.length).toBeLessThan(260);
  expect(label ?? "").not.toMatch(/\.$/);
  if (text === "") return;
  const marked = text.slice(span.start, span.end);
  expect(marked).not.toMatch(/[\r\n]/);
  expect(marked.length).toBeGreaterThan(0);
}

const crlf = (project: Project): Project =>
  Object.fromEntries(
    Object.entries(project).map(([file, content]) =>
      typeof content === "string" || content.kind === "text"
        ? [file, textOf(project, file).replaceAll("\n", "\r\n")]
        : [file, content],
    ),
  );

/** Where findings stand, by line and column, and what is marked there: the same whatever ends the lines. */
function places(project: Project, findings: readonly Finding[], lead = 0): readonly string[] {
  return findings.map(({ code, path, span, message }) => {
    const before = textOf(project, path)
      .slice(0, span.start)
      .split(/\r\n|\n/);
    return `${path}:${Math.max(1, before.length - lead)}:${before.at(-1)?.length} ${code} ${message}`;
  });
}
