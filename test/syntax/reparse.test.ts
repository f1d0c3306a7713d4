import fc from "fast-check";
import { expect, test } from "vitest";
import { type ParsedFile, parse } from "../../server/src/syntax/index.ts";
import { fileText, junk, SPECS } from "./corpus.ts";
import { dumpFile } from "./dump.ts";

const base = fc.oneof(fc.constantFrom(...SPECS.map(({ text }) => text)), fileText);
const insert = fc.oneof(
  junk,
  fc.constantFrom("x", "\n", "  ", "- item: z\n", "a: 1\n", ""),
  fc.string({ maxLength: 3 }),
);
const remove = fc.oneof(fc.constant(0), fc.nat(5), fc.nat(300));
const edit = fc.record({ at: fc.nat(), remove, insert });

function apply(text: string, { at, remove, insert }: { at: number; remove: number; insert: string }): string {
  const from = at % (text.length + 1);
  return text.slice(0, from) + insert + text.slice(from + remove);
}

test("after any edits, a parse that keeps what stands says the same as a fresh one", () => {
  fc.assert(
    fc.property(base, fc.array(edit, { minLength: 1, maxLength: 6 }), (first, edits) => {
      let text = first;
      let file: ParsedFile = parse(text);
      for (const change of edits) {
        text = apply(text, change);
        file = parse(text, file);
        expect(dumpFile(file)).toEqual(dumpFile(parse(text)));
      }
    }),
    { numRuns: 300 },
  );
});

const line = fc.constantFrom(
  "a:\n",
  "  b:\n",
  "  - x\n",
  "    c: 1\n",
  "word\n",
  '  "q\n',
  "   d: 2\n",
  "- e\n",
  "\n",
  "# n\n",
  "k: v\n",
  " - null a\n",
  "  f: &x\n",
  "  - *x\n",
  "---\n",
);

test("the same when whole lines come and go, in text whose indentation fits nowhere", () => {
  const change = fc.record({ at: fc.nat(), remove: fc.nat(2), lines: fc.array(line, { maxLength: 2 }) });
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 8, maxLength: 40 }),
      fc.array(change, { minLength: 1, maxLength: 6 }),
      (first, changes) => {
        const lines = [...first];
        let file = parse(lines.join(""));
        for (const { at, remove, lines: added } of changes) {
          lines.splice(at % (lines.length + 1), remove, ...added);
          file = parse(lines.join(""), file);
          expect(dumpFile(file)).toEqual(dumpFile(parse(lines.join(""))));
        }
      },
    ),
    { numRuns: 600 },
  );
});
