import { insideCurly } from "../../syntax/curly.ts";
import type { DocumentRule } from "../types.ts";
import { quoted } from "./quote.ts";

export const curlyQuotes: DocumentRule = {
  code: "syntax/curly-quotes",
  severity: "error",
  scope: "document",
  page: {
    title: "Curly quotation marks",
    what: "A figure, a word or an id stands between curly quotation marks.",
    why: "A word processor makes them of straight ones. Wellspent reads what stands between them, but to every other program they are letters of the value, and the id or figure another one.",
    fix: "Write straight quotation marks, or none.",
    example: {
      invalid: "outcome: “child-enters-care”\ntitle: A child enters care\n",
      valid: "outcome: child-enters-care\ntitle: A child “enters care”\n",
    },
  },
  check(context, report) {
    for (const { field } of context.fields().curly) {
      const node = field.$node;
      if (field.$definition !== undefined || node.kind !== "scalar") continue;
      const text = insideCurly(node.text) ?? "";
      report({
        at: node,
        message: "The quotation marks around this value are curly, and to YAML they are letters of it.",
        help: "Write straight ones, or none. A word processor makes them curly: specs are best written in an editor for plain text.",
        label: "curly quotation marks",
        fixes:
          node.style === "plain" || node.style === "double" || node.style === "single"
            ? [
                {
                  title: "Write it without curly quotation marks",
                  certain: true,
                  edits: [{ at: node, text: isPlain(text) ? text : quoted(text) }],
                },
              ]
            : [],
      });
    }
  },
};

/** Whether a text needs no quotation marks wherever it stands. */
const isPlain = (text: string): boolean => /^[\p{L}\p{N}£€$(+.][^:#,[\]{}"'&*!|>%@`]*%?$/u.test(text);
