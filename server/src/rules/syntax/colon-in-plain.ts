import type { Place, SyntaxIssue } from "../../syntax/types.ts";
import { syntaxRule } from "./issue.ts";
import { quoteFix } from "./quote.ts";

export const colonInPlain = syntaxRule("colon-in-plain", {
  severity: "error",
  page: {
    title: "Colon inside a value without quotation marks",
    what: "A value holds a colon followed by a space, and is not in quotation marks.",
    why: "YAML reads what stands before such a colon as a key. Titles of publications often hold one.",
    fix: "Put the whole value in quotation marks.",
    example: {
      invalid: `study: fdac-2016
title: Better Courts: the financial impact of the London Family Drug and Alcohol Court
`,
      valid: `study: fdac-2016
title: "Better Courts: the financial impact of the London Family Drug and Alcohol Court"
`,
    },
  },
  say(issue) {
    const value = wholeValue(issue);
    return {
      message: "YAML takes the words before this colon for a key, because the value is not in quotation marks.",
      help: "Put the whole value in quotation marks.",
      label: "a colon and a space",
      fixes: value === undefined ? [] : [quoteFix(value, true)],
    };
  },
});

/** The whole value, found back from the colon in it. */
function wholeValue({ chunk, start, detail }: SyntaxIssue): Place | undefined {
  const colon = detail === undefined ? -1 : detail.search(/:(?=\s|$)/);
  if (detail === undefined || colon === -1) return undefined;
  const from = start - colon;
  return chunk.text.slice(from, from + detail.length) === detail &&
    /(?:^|[\r\n])[^\r\n]*[:-][ \t]+$/.test(chunk.text.slice(0, from))
    ? { chunk, start: from, end: from + detail.length }
    : undefined;
}
