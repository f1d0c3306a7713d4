import fc from "fast-check";
import { expect, test } from "vitest";
import { readLines, readLinesAgain } from "../../server/src/syntax/indentation.ts";
import { sharedEnds } from "../../server/src/syntax/reuse.ts";

const piece = fc.constantFrom("\n", "\r", "\r\n", " ", "  ", "\t", "a", "- b", "# c", "\u0000", "£", "\ufeff");
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));

test("lines read again after an edit are those of the text read afresh", () => {
  fc.assert(
    fc.property(text, text, text, text, fc.boolean(), (head, old, now, tail, marked) => {
      const mark = marked ? "\ufeff" : "";
      const before = mark + head + old + tail;
      const after = mark + head + now + tail;
      const { front, back } = sharedEnds(before, after);
      const shared = { front, back: after.length - back, shift: after.length - before.length };
      expect(readLinesAgain(after, readLines(before), shared)).toEqual(readLines(after));
    }),
    { numRuns: 3000 },
  );
});
