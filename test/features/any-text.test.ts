import fc from "fast-check";
import { expect, test } from "vitest";
import { codeActions } from "../../server/src/features/code-actions.ts";
import { codeLenses, lensTitle } from "../../server/src/features/code-lens.ts";
import { completions } from "../../server/src/features/completion.ts";
import { semanticTokens } from "../../server/src/features/semantic-tokens.ts";
import { eachWay, openProject, written } from "./ways.ts";

const piece = fc.constantFrom(
  "intervention: a",
  "unit_costs: b",
  "costs:",
  "  lines:",
  "    - item: x",
  "    -",
  "- ",
  "      unit_cost: £38/hour",
  "      amount: £1,200 # as printed",
  "outcomes:",
  "  - outcome: [",
  "    evidence: [a, ",
  "notes: |",
  "  text: not a key",
  "---",
  "...",
  "? complex",
  "\t tab",
  '"quoted: key": {a: b',
  "# wellspent-disable-next-line ",
  "price_year: ",
  "👩‍👧 é: £",
  "*alias",
  "<<: *a",
  "title: 'it''s",
  "\u0000",
  "",
);
const document = fc
  .tuple(fc.array(fc.oneof(piece, fc.string()), { maxLength: 12 }), fc.constantFrom("\n", "\n", "\r"))
  .map(([lines, eol]) => lines.join(eol));

eachWay((way) => {
  test("whatever the text and wherever the cursor, every feature answers with places inside the text", () => {
    fc.assert(
      fc.property(document, fc.nat(), (given, at) => {
        const path = "a.intervention.yaml";
        const snapshot = openProject(way, { [path]: given }).snapshot();
        const text = written(way, given);
        const offset = at % (text.length + 1);
        const inside = ({ start, end }: { start: number; end: number }): void => {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        };
        for (const item of completions(snapshot, path, offset)) inside(item.replace);
        for (const token of semanticTokens(snapshot, path)) inside(token.span);
        for (const lens of codeLenses(snapshot, path)) expect(lensTitle(snapshot, path, lens)).not.toBe("");
        for (const action of codeActions(snapshot, path, { start: offset, end: offset }))
          for (const edit of action.change()?.edits ?? []) if (edit.path === path) inside(edit.span);
      }),
      { numRuns: 100 },
    );
  });
});
