import fc from "fast-check";
import { expect, test } from "vitest";
import { definition } from "../../server/src/features/definition.ts";
import { documentLinks } from "../../server/src/features/document-links.ts";
import { type DocumentSymbol, documentSymbols } from "../../server/src/features/document-symbols.ts";
import { folding } from "../../server/src/features/folding.ts";
import { hierarchyAt, usedBy, uses } from "../../server/src/features/hierarchy.ts";
import { highlights } from "../../server/src/features/highlights.ts";
import { references } from "../../server/src/features/references.ts";
import { rename } from "../../server/src/features/rename.ts";
import { selection } from "../../server/src/features/selection.ts";
import type { Span } from "../../server/src/syntax/types.ts";
import { council } from "./council.ts";
import { eachWay, openProject, written } from "./ways.ts";

/** Lines of specs, whole and broken, in any order: what stands in a file while somebody works on it. */
const lines = Object.values(council)
  .flatMap((text) => text.split("\n"))
  .concat([
    "---",
    "",
    "  <<: *x",
    "a: &x {b: *x}",
    'outcome: "child-\\u0062ehaviour"',
    "? x",
    "- [",
    "\t- y",
    "£é😀: |",
    "unit_costs: a(",
    "*x",
  ]);
const broken = fc
  .record({ lines: fc.array(fc.constantFrom(...lines), { maxLength: 25 }), eol: fc.constantFrom("\n", "\n", "\r") })
  .map((written) => written.lines.join(written.eol));

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
const nested = (symbol: DocumentSymbol): boolean =>
  symbol.name.trim() !== "" &&
  holds(symbol.span, symbol.selection) &&
  symbol.children.every((child) => holds(symbol.span, child.span) && nested(child));

eachWay((way) => {
  test("anywhere in any text every feature answers, within the text and in order", () => {
    fc.assert(
      fc.property(broken, fc.nat(), (given, anywhere) => {
        const path = "broken.intervention.yaml";
        const snapshot = openProject(way, { ...council, [path]: given }).snapshot();
        const text = written(way, given);
        const offset = anywhere % (text.length + 1);
        const file = { start: 0, end: text.length };

        for (const target of definition(snapshot, path, offset)?.targets ?? [])
          expect(holds({ start: 0, end: snapshot.text(target.path)?.length ?? -1 }, target.span)).toBe(true);
        for (const { span } of highlights(snapshot, path, offset)) expect(holds(file, span)).toBe(true);
        expect(documentSymbols(snapshot, path).every(nested)).toBe(true);
        expect(folding(snapshot, path).every(({ from, to }) => from < to)).toBe(true);
        expect(
          documentLinks(snapshot, path).every(({ span, target }) => holds(file, span) && URL.canParse(target)),
        ).toBe(true);

        const spans = selection(snapshot, path, offset);
        expect(spans.every((span, index) => holds(span, spans[index - 1] ?? span))).toBe(true);
        expect(spans.at(-1)).toEqual(file);

        const node = hierarchyAt(snapshot, path, offset);
        if (node !== undefined)
          expect([usedBy(snapshot, node), uses(snapshot, node)].flat().every(({ spans: at }) => at.length > 0)).toBe(
            true,
          );

        const found = references(snapshot, path, offset, true);
        const renamed = rename(snapshot, path, offset, "brand-new-name");
        if (!renamed.ok) return;
        expect(renamed.changes.length).toBeLessThanOrEqual(found.length);
        // No two changes of a file touch, and each stands on the same old name.
        const sorted = renamed.changes.toSorted((a, b) =>
          a.path < b.path ? -1 : a.path > b.path ? 1 : a.span.start - b.span.start,
        );
        for (const [index, { path: at, span }] of sorted.entries()) {
          const before = sorted[index - 1];
          if (before?.path === at) expect(before.span.end).toBeLessThan(span.start);
        }
        const old = new Set(
          renamed.changes.map(({ path: at, span }) => snapshot.text(at)?.slice(span.start, span.end)),
        );
        expect(old.size).toBeLessThanOrEqual(1);
      }),
      { numRuns: 100 },
    );
  });
});
