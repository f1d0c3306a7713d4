import type { AnyNode, CommentNode, ScalarNode } from "../../syntax/types.ts";
import type { FileRule } from "../types.ts";
import { said } from "../wording.ts";
import { quoted } from "./quote.ts";

/** Silent unless it is plain that the comment is the rest of the value: a comment beside a value is good practice. */
export const cutByHash: FileRule = {
  code: "syntax/cut-by-hash",
  severity: "warning",
  scope: "file",
  page: {
    title: "Value cut by a hash sign",
    what: "A space and `#` begin a comment, so the rest of the value is not read.",
    why: "A figure or a title loses its end, and nothing else shows it.",
    fix: "Put the whole value in quotation marks. If it is a comment, leave a space after the `#`.",
    example: {
      invalid: `study: start-2018
source:
  where: Table #3
`,
      valid: `study: start-2018
source:
  where: "Table #3"
`,
    },
  },
  check({ parsed }, report) {
    for (const comment of parsed.comments) {
      if (comment.ownLine || !/^#\d|\)/.test(comment.text)) continue;
      const value = valueBefore(parsed.pathAt(parsed.spanOf(comment).start)?.nodes ?? [], comment);
      const before =
        value ?? valueBefore(parsed.pathAt(endOfText(parsed.text, parsed.spanOf(comment).start))?.nodes ?? [], comment);
      if (before === undefined || !cuts(before.text, comment.text)) continue;
      const whole = comment.chunk.text.slice(before.start, comment.end).trimEnd();
      report({
        at: { chunk: comment.chunk, start: comment.start, end: comment.end },
        message: `The # begins a comment, so only ${said(before.text)} is read.`,
        help: "If it belongs to the value, put the whole value in quotation marks; if it is a comment, leave a space after the #.",
        label: "not read",
        fixes: [
          {
            title: "Put the whole value in quotation marks",
            certain: false,
            edits: [
              {
                at: { chunk: comment.chunk, start: before.start, end: before.start + whole.length },
                text: quoted(whole),
              },
            ],
          },
        ],
      });
    }
  },
};

/** The end of what stands before a comment on its line. */
function endOfText(text: string, comment: number): number {
  let at = comment;
  while (at > 0 && (text[at - 1] === " " || text[at - 1] === "\t")) at -= 1;
  return at;
}

/** The plain value that ends just before the comment, on its line. */
function valueBefore(nodes: readonly AnyNode[], comment: CommentNode): ScalarNode | undefined {
  const last = nodes.at(-1);
  if (last?.kind !== "scalar" || last.style !== "plain" || last.chunk !== comment.chunk || last.end > comment.start)
    return undefined;
  return /^[ \t]*$/.test(comment.chunk.text.slice(last.end, comment.start)) ? last : undefined;
}

/** A number straight after the sign (`Table #3`), or a bracket that the comment alone closes. */
function cuts(value: string, comment: string): boolean {
  const numbered = /^#\d/.test(comment) && /(?:^|[\s/])[a-z]+$/i.test(value);
  return numbered || (opens(value, "(", ")") && opensBack(comment, "(", ")"));
}

const count = (text: string, sign: string): number => text.split(sign).length - 1;
const opens = (text: string, open: string, close: string): boolean => count(text, open) > count(text, close);
const opensBack = (text: string, open: string, close: string): boolean => count(text, close) > count(text, open);
