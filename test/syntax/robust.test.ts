import fc from "fast-check";
import { expect, test } from "vitest";
import { parse, toPlain } from "../../server/src/syntax/index.ts";
import { junk, SPECS } from "./corpus.ts";
import { nodesBelow } from "./dump.ts";

/** What must hold of any parse whatever. */
function check(text: string): void {
  const file = parse(text);
  expect(file.text).toBe(text);
  expect(file.documents.length).toBeGreaterThan(0);
  const within = (start: number, end: number): void => {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(start).toBeLessThanOrEqual(end);
    expect(end).toBeLessThanOrEqual(text.length);
  };
  for (const issue of file.issues) {
    const { start, end } = file.spanOf(issue);
    within(start, end);
    expect(text.slice(start, end)).not.toMatch(/[\r\n]/);
    if (issue.related !== undefined) file.spanOf(issue.related);
  }
  for (const comment of file.comments) {
    const { start, end } = file.spanOf(comment);
    if (!text.includes("<<<<<<<") && !text.includes(">>>>>>>")) expect(text.slice(start, end)).toBe(comment.text);
  }
  for (const document of file.documents) {
    for (const node of nodesBelow(document.root)) {
      const { start, end } = file.spanOf(node);
      within(start, end);
      if (node.kind === "scalar" && node.exact && !text.includes("\r")) {
        const quotes = node.style === "single" || node.style === "double" ? 1 : 0;
        expect(node.source.slice(quotes, quotes + node.text.length)).toBe(node.text);
      }
      if (node.kind === "alias") document.resolve(node);
    }
    if (document.root !== undefined) toPlain(document, document.root);
  }
  for (const offset of [0, text.length >> 1, text.length]) {
    file.pathAt(offset);
    expect(file.offsetAt(file.positionAt(offset))).toBeLessThanOrEqual(offset);
  }
}

test("any text at all is read without an exception", () => {
  fc.assert(
    fc.property(fc.array(junk, { maxLength: 4 }), (parts) => check(parts.join(""))),
    { numRuns: 1500 },
  );
});

test("specs cut short and spliced are read without an exception", () => {
  const spec = fc.constantFrom(...SPECS.map(({ text }) => text));
  const piece = fc
    .tuple(spec, fc.nat(), fc.nat())
    .map(([text, one, two]) => text.slice(one % text.length, two % text.length));
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, junk), { minLength: 1, maxLength: 4 }), (parts) => check(parts.join(""))),
    { numRuns: 400 },
  );
});

test.each([
  ["a line of 4 MB", `a: ${"x".repeat(4_000_000)}\nb: 1\n`],
  ["2 MB of brackets", "[".repeat(2_000_000)],
  ["2 MB of quotes and words", `a: "${"lorem ipsum\n  ".repeat(150_000)}`],
  ["200,000 documents", "---\n".repeat(200_000)],
  ["200,000 empty lines", "\n".repeat(200_000)],
  ["100,000 entries", Array.from({ length: 100_000 }, (_, at) => `key_${at}: ${at}\n`).join("")],
  ["NULs", "\0".repeat(100_000)],
])(
  "%s is read",
  (_, text) => {
    const file = parse(text);
    expect(file.documents.length).toBeGreaterThan(0);
    for (const issue of file.issues.slice(0, 5)) file.spanOf(issue);
  },
  60_000,
);
