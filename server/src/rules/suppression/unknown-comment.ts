import { nearest } from "../../schema/names.ts";
import type { FileRule, Fix } from "../types.ts";
import { directiveWords, readDirectives } from "./read.ts";

/** A comment that begins like one of ours and does nothing. */
export const unknownComment: FileRule = {
  code: "suppression/unknown-comment",
  severity: "warning",
  scope: "file",
  page: {
    title: "Comment that looks like a suppression and is none",
    what: "A comment begins with `wellspent-`, but not with a word that Wellspent knows, or it ends a range that never began.",
    why: "Its author meant it to hide something, and it hides nothing.",
    fix: "Write `wellspent-disable-next-line`, `wellspent-disable-line`, `wellspent-disable` with `wellspent-enable`, or `wellspent-disable-file`.",
    example: {
      invalid: `outcome: child-enters-care
# wellspent-disable-nextline schema/unknown-word -- waiting for the new list
kind: event
`,
      valid: `outcome: child-enters-care
# wellspent-disable-next-line schema/unknown-word -- waiting for the new list
kind: events
`,
    },
  },
  check({ parsed }, report) {
    for (const { at, word, why } of readDirectives(parsed).stray) {
      if (why === "ends-nothing") {
        report({
          at,
          message: `"${word}" ends a range, but no "wellspent-disable" before it began one.`,
          help: "Remove it, or write the comment that begins the range.",
          label: "ends nothing",
        });
        continue;
      }
      const near = nearest(word, directiveWords);
      const start = at.start + at.chunk.text.slice(at.start, at.end).indexOf(word);
      const place = { chunk: at.chunk, start, end: start + word.length };
      const fixes: Fix[] =
        near === undefined
          ? []
          : [
              {
                title: `Write "${near.name}" instead of "${word}"`,
                certain: near.certain,
                edits: [{ at: place, text: near.name }],
              },
            ];
      report({
        at: place,
        message: `"${word}" is not a comment that Wellspent knows, so it hides nothing.`,
        help: near === undefined ? `Known are: ${directiveWords.join(", ")}.` : `Did you mean "${near.name}"?`,
        fixes,
      });
    }
  },
};
