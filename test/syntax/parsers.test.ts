import fc from "fast-check";
import { expect, test } from "vitest";
import { MISSED_COLON, plainBreaks } from "../../server/src/syntax/content.ts";
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

// It is not asked at once then: the chunk is cut more finely first.
test("where the fast parser misses a colon, the careful one finds a fault too", () => {
  let missed = 0;
  fc.assert(
    fc.property(
      chunkText,
      fc.nat(),
      fc.constantFrom(
        "quan",
        "two words",
        "'quoted'",
        "[x, y]",
        "{x: y}",
        "*alias",
        "&anchor x",
        "? x",
        "x #y",
        "!tag x",
        "- x",
      ),
      (text, at, word) => {
        const lines = text.split("\n");
        const line = at % lines.length;
        const indent = /^[ -]*/.exec(lines[line] ?? "")?.[0] ?? "";
        const broken = lines.toSpliced(line, 0, indent.replaceAll("-", " ") + word).join("\n");
        const fast = parseFast({ text: broken }, broken);
        if ("root" in fast || !MISSED_COLON.has(fast.refused.reason ?? "")) return;
        missed += 1;
        expect(parseFull({ text: broken }, broken).errors).not.toEqual([]);
      },
    ),
    { numRuns: 3000 },
  );
  expect(missed).toBeGreaterThan(500);
});
