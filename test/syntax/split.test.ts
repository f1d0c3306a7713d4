import fc from "fast-check";
import { expect, test } from "vitest";
import { plainBreaks } from "../../server/src/syntax/content.ts";
import { parseFull } from "../../server/src/syntax/full.ts";
import { parse, type Span } from "../../server/src/syntax/index.ts";
import { fileText, SPECS } from "./corpus.ts";
import { dumpNode, dumpTrees } from "./dump.ts";

/** The trees of a file whose documents are each parsed whole, or undefined when that cannot be done cleanly. */
function wholeTrees(text: string): unknown[] | undefined {
  const plain = plainBreaks(text).replace(/\r\n/g, " \n");
  const cuts = [text.startsWith("\uFEFF") ? 1 : 0];
  for (const found of plain.matchAll(/^(?:---|\.\.\.)(?=[ \n]|$)/gm)) {
    const after = plain.indexOf("\n", found.index);
    if (found[0] === "---") cuts.push(found.index);
    else cuts.push(after === -1 ? plain.length : after + 1);
  }
  const trees: unknown[] = [];
  for (const [at, from] of cuts.entries()) {
    const chunk = { text: text.slice(from, cuts[at + 1] ?? text.length) };
    const marked = /^---/.test(chunk.text);
    if (!marked && !/^[ \t]*[^\s#.]/m.test(chunk.text)) continue;
    const full = parseFull(chunk, plainBreaks(chunk.text));
    if (full.errors.length > 0) return undefined;
    const spanOf = ({ start, end }: Span): Span => ({ start: start + from, end: end + from });
    trees.push(full.root && dumpNode(full.root, spanOf));
  }
  return trees;
}

test.each(SPECS)(
  "cut into chunks, $name gives the same tree as whole",
  ({ text }) => {
    const whole = wholeTrees(text);
    expect(whole).toBeDefined();
    expect(dumpTrees(parse(text))).toEqual(whole);
  },
  60_000,
);

test.each(SPECS)(
  "$name is clean",
  ({ text }) => {
    expect(parse(text).issues).toEqual([]);
  },
  60_000,
);

test("cut into chunks, any file that parses whole gives the same trees, and no issue but duplicates and anchors", () => {
  let compared = 0;
  fc.assert(
    fc.property(fileText, (text) => {
      const whole = wholeTrees(text);
      if (whole === undefined) return;
      compared += 1;
      const file = parse(text);
      expect(dumpTrees(file)).toEqual(whole);
      const kinds = new Set(file.issues.map(({ kind }) => kind));
      for (const known of ["duplicate-key", "missing-anchor", "alias-cycle"] as const) kinds.delete(known);
      expect([...kinds]).toEqual([]);
    }),
    { numRuns: 1200 },
  );
  expect(compared).toBeGreaterThan(400);
});
