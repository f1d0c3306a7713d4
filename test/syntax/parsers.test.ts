import fc from "fast-check";
import { expect, test } from "vitest";
import { plainBreaks } from "../../server/src/syntax/content.ts";
import { parseFast } from "../../server/src/syntax/fast.ts";
import { parseFull } from "../../server/src/syntax/full.ts";
import type { SyntaxNode } from "../../server/src/syntax/index.ts";
import { chunkText, SPECS } from "./corpus.ts";
import { dumpNode } from "./dump.ts";

function both(text: string): { fast: unknown; full: unknown } | undefined {
  const chunk = { text };
  const fast = parseFast(chunk, plainBreaks(text));
  if (!("root" in fast)) return undefined;
  const full = parseFull(chunk, plainBreaks(text));
  if (full.errors.length > 0) return undefined;
  const dump = (root: SyntaxNode | undefined): unknown => root && dumpNode(root, (place) => place);
  return { fast: dump(fast.root), full: dump(full.root) };
}

test.each(
  SPECS.flatMap(({ name, text }) => text.split(/^---\n/m).map((part, at) => ({ name: `${name} ${at}`, part }))),
)(
  "both parsers give the same tree for $name",
  ({ part }) => {
    const trees = both(part);
    expect(trees).toBeDefined();
    expect(trees?.fast).toEqual(trees?.full);
  },
  60_000,
);

test("both parsers give the same tree for any chunk that both accept", () => {
  let accepted = 0;
  fc.assert(
    fc.property(chunkText, fc.constantFrom("\n", "\r\n", "\r"), (text, eol) => {
      const trees = both(text.replace(/\n/g, eol));
      if (trees === undefined) return;
      accepted += 1;
      expect(trees.fast).toEqual(trees.full);
    }),
    { numRuns: 2000 },
  );
  expect(accepted).toBeGreaterThan(800);
});
