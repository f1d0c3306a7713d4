import { expect, test } from "vitest";
import { parse, type SyntaxIssueKind, toPlain } from "../../server/src/syntax/index.ts";

interface Case {
  readonly what: string;
  readonly text: string;
  /** Each issue as its kind and the very characters it points at. */
  readonly issues: readonly (readonly [SyntaxIssueKind, string])[];
  readonly plain: unknown;
}

const CASES: readonly Case[] = [
  {
    what: "a colon in an unquoted title",
    text: "intervention: x\ntitle: Effects: a study # note\nstatus: ok\n",
    issues: [["colon-in-plain", ":"]],
    plain: { intervention: "x", title: "Effects: a study", status: "ok" },
  },
  {
    what: "a colon in a value inside braces",
    text: "a: {t: Effects: x, b: 1}\nc: 2\n",
    issues: [["colon-in-plain", ":"]],
    plain: { a: { t: { Effects: "x" }, b: 1 }, c: 2 },
  },
  {
    what: "a leading >",
    text: "r:\n  - p: >0.05\n    n: 1\n",
    issues: [["bad-start", ">"]],
    plain: { r: [{ p: ">0.05", n: 1 }] },
  },
  {
    what: "a leading *",
    text: "a: *not an alias\nb: 2\n",
    issues: [["bad-start", "*"]],
    plain: { a: "*not an alias", b: 2 },
  },
  { what: "a leading %", text: "a: %5\nb: 2\n", issues: [["bad-start", "%"]], plain: { a: "%5", b: 2 } },
  { what: "a leading @", text: "a: @me\nb: 2\n", issues: [["bad-start", "@"]], plain: { a: "@me", b: 2 } },
  { what: "a leading backtick", text: "a: `x`\nb: 2\n", issues: [["bad-start", "`"]], plain: { a: "`x`", b: 2 } },
  { what: "a leading &", text: "a: & b\nb: 2\n", issues: [["bad-start", "&"]], plain: { a: "& b", b: 2 } },
  {
    what: "an unclosed double quote",
    text: 'a: "open\nb: 2\nc: 3\n',
    issues: [["unclosed-quote", '"open']],
    plain: { a: "open", b: 2, c: 3 },
  },
  {
    what: "an unclosed single quote deep down",
    text: "a:\n  b: 'open\n  c: 2\nd: 3\n",
    issues: [["unclosed-quote", "'open"]],
    plain: { a: { b: "open", c: 2 }, d: 3 },
  },
  {
    what: "an unclosed quote before a key",
    text: '"a: x\nb: 1\n',
    issues: [["unclosed-quote", '"a: x']],
    plain: { a: "x", b: 1 },
  },
  {
    what: "an unclosed bracket",
    text: "a: [x, y\nb: 2\n",
    issues: [["unclosed-bracket", "["]],
    plain: { a: ["x", "y"], b: 2 },
  },
  {
    what: "an unclosed bracket over lines",
    text: "a:\n  b: [x,\n    y\n  c: 1\n",
    issues: [["unclosed-bracket", "["]],
    plain: { a: { b: ["x", "y"], c: 1 } },
  },
  {
    what: "brackets that do not match",
    text: "a: {x: [1, 2}\nb: 2\n",
    issues: [["unclosed-bracket", "["]],
    plain: { a: { x: [1, 2] }, b: 2 },
  },
  {
    what: "a line without a colon",
    text: "intervention mst\ntitle: x\n",
    issues: [["missing-colon", "intervention mst"]],
    plain: { "intervention mst": null, title: "x" },
  },
  {
    what: "a key half typed in a list",
    text: "l:\n  - item: x\n    un\n  - item: y\n",
    issues: [["missing-colon", "un"]],
    plain: { l: [{ item: "x", un: null }, { item: "y" }] },
  },
  {
    what: "a tab for indentation",
    text: "a:\n\tb: 2\n\tc: 3\nd: 1\n",
    issues: [["tab-indent", "\t"]],
    plain: { a: { b: 2, c: 3 }, d: 1 },
  },
  {
    what: "a line indented too far",
    text: "a:\n  b: 1\n   c: 3\n  d: x\ne: 1\n",
    issues: [["bad-indent", "c: 3"]],
    plain: { a: { b: 1, c: 3, d: "x" }, e: 1 },
  },
  {
    what: "a line indented too little",
    text: "l:\n  - a: 1\n    b: 1\n   c: 2\n  - a: 2\n",
    issues: [["bad-indent", "c: 2"]],
    plain: { l: [{ a: 1, b: 1, c: 2 }, { a: 2 }] },
  },
  { what: "a first line indented", text: " a: x\nb: y\n", issues: [["bad-indent", "a: x"]], plain: { a: "x", b: "y" } },
  {
    what: "a list item on the line of its key",
    text: "a: - b\nc: 1\n",
    issues: [["bad-indent", "-"]],
    plain: { a: "- b", c: 1 },
  },
  { what: "a key written twice", text: "a: 1\nb: 2\na: 3\n", issues: [["duplicate-key", "a"]], plain: { a: 3, b: 2 } },
  {
    what: "a key written twice in a small mapping",
    text: "x:\n  - a: 1\n    a: 2\n",
    issues: [["duplicate-key", "a"]],
    plain: { x: [{ a: 2 }] },
  },
  {
    what: "an alias of nothing",
    text: "a: *nope\nb: 1\n",
    issues: [["missing-anchor", "*nope"]],
    plain: { a: null, b: 1 },
  },
  {
    what: "an alias before its anchor",
    text: "a: *x\nb: &x 1\n",
    issues: [["missing-anchor", "*x"]],
    plain: { a: null, b: 1 },
  },
  {
    what: "an alias inside what it names",
    text: "a: &x\n  b: *x\n",
    issues: [["alias-cycle", "*x"]],
    plain: { a: { b: null } },
  },
  {
    what: "a key that is a list",
    text: "? [a, b]\n: 1\nb: 2\n",
    issues: [["complex-key", "[a, b]"]],
    plain: { "[a, b]": 1, b: 2 },
  },
  {
    what: "an escape that does not exist",
    text: 'a: "C:\\path"\nb: 1\n',
    issues: [["bad-escape", "\\p"]],
    plain: { a: "C:\\path", b: 1 },
  },
  {
    what: "a NUL",
    text: "a: x\u0000y\nb: 1\n",
    issues: [["control-character", "\u0000"]],
    plain: { a: "x\u0000y", b: 1 },
  },
  { what: "a directive", text: "%YAML 1.2\n---\na: 1\n", issues: [["directive", "%YAML 1.2"]], plain: { a: 1 } },
  {
    what: "a conflict",
    text: "a: 1\n<<<<<<< HEAD\nb: 2\n||||||| base\nb: 0\n=======\nb: 3\n>>>>>>> other\nc: 4\n",
    issues: [["conflict-marker", "<<<<<<< HEAD"]],
    plain: { a: 1, b: 2, c: 4 },
  },
  { what: "text after a quote", text: "a: 'it's'\nb: 1\n", issues: [["yaml", "s'"]], plain: { a: "'it's'", b: 1 } },
  {
    what: "deep brackets",
    text: `a: ${"[".repeat(5000)}${"]".repeat(5000)}\nb: 1\n`,
    issues: [["too-deep", "["]],
    plain: { a: null, b: 1 },
  },
  { what: "deep dashes", text: `${"- ".repeat(5000)}x\n`, issues: [["too-deep", "-"]], plain: [null] },
];

test.each(CASES)("$what is one issue at its place, and the rest goes on", ({ text, issues, plain }) => {
  for (const eol of ["\n", "\r\n"]) {
    const written = text.replace(/\n/g, eol);
    const file = parse(written);
    const found = file.issues.map((issue) => {
      const { start, end } = file.spanOf(issue);
      return [issue.kind, written.slice(start, end)];
    });
    expect(found).toEqual(issues);
    const document = file.documents[0];
    expect(document?.root && toPlain(document, document.root)).toEqual(plain);
  }
});

test("a duplicate key points at the earlier one", () => {
  const file = parse("a: 1\nb:\n  c: 1\na: 2\n");
  const related = file.issues[0]?.related;
  expect(related && file.spanOf(related)).toEqual({ start: 0, end: 1 });
});

test("an exponential alias bomb is one issue, and nothing can be expanded beyond the bound", () => {
  const lines = ["a0: &a0 [x, y]"];
  for (let at = 1; at < 40; at++) lines.push(`a${at}: &a${at} [${`*a${at - 1}, `.repeat(9)}]`);
  const file = parse(`${lines.join("\n")}\n`);
  expect(file.issues.map(({ kind }) => kind)).toEqual(["too-many-aliases"]);
  const document = file.documents[0];
  const count = (value: unknown): number =>
    Array.isArray(value) ? value.reduce((sum: number, item) => sum + count(item), 1) : 1;
  const plain = document?.root && toPlain(document, document.root);
  const total = Object.values(plain as Record<string, unknown>).reduce((sum: number, value) => sum + count(value), 0);
  expect(total).toBeLessThan(2_000_000);
});

test("ten thousand aliases of one anchor are fine", () => {
  const file = parse(`a: &x {b: 1, c: 2}\nl:\n${"  - *x\n".repeat(10_000)}`);
  expect(file.issues).toEqual([]);
  const document = file.documents[0];
  const plain = document?.root && (toPlain(document, document.root) as { l: unknown[] });
  expect(plain?.l).toHaveLength(10_000);
  expect(plain?.l[9_999]).toEqual({ b: 1, c: 2 });
});

test("five thousand levels of indentation are one issue, and what follows stands", () => {
  const stairs = Array.from({ length: 5000 }, (_, at) => `${" ".repeat(at)}a:\n`).join("");
  const file = parse(`${stairs}b: 1\n`);
  expect(file.issues.map(({ kind }) => kind)).toEqual(["too-deep"]);
  const root = file.documents[0]?.root;
  expect(root?.kind === "mapping" && root.entries.map(({ key }) => key.text)).toEqual(["a", "b"]);
});
