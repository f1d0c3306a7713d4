import fc from "fast-check";
import { expect, test } from "vitest";
import { type ParsedFile, parse } from "../../server/src/syntax/index.ts";
import { fileText, SPECS } from "./corpus.ts";
import { dumpTrees } from "./dump.ts";

/** Everything a parse says, with absolute places. */
function said(file: ParsedFile) {
  return {
    trees: dumpTrees(file),
    issues: file.issues.map((issue) => ({
      kind: issue.kind,
      detail: issue.detail,
      at: file.spanOf(issue),
      related: issue.related && file.spanOf(issue.related),
    })),
    comments: file.comments.map((comment) => ({
      text: comment.text,
      ownLine: comment.ownLine,
      at: file.spanOf(comment),
    })),
  };
}

test.each(SPECS)("$name that is read once says what it says when it is edited", ({ text }) => {
  expect(said(parse(text, undefined, true))).toEqual(said(parse(text)));
});

test("any file that is read once says what it says when it is edited, whole or torn", () => {
  const torn = fc
    .tuple(fileText, fc.nat(), fc.constantFrom("", "'", "[", ": ", "\t", "- ", "#", "&x ", "*y"))
    .map(([text, at, put]) => {
      const cut = at % (text.length + 1);
      return text.slice(0, cut) + put + text.slice(cut);
    });
  let large = 0;
  fc.assert(
    fc.property(torn, (text) => {
      if (text.split("\n").length > 20) large += 1;
      expect(said(parse(text, undefined, true))).toEqual(said(parse(text)));
    }),
    { numRuns: 500 },
  );
  expect(large).toBeGreaterThan(50);
});
