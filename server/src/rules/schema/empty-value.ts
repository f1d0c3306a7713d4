import type { Place } from "../../syntax/types.ts";
import { said, sentence } from "../wording.ts";
import { schemaRule } from "./issue.ts";

export const emptyValue = schemaRule("empty-value", {
  severity: "warning",
  page: {
    title: "Key without a value",
    what: "Nothing stands after the colon.",
    why: "An empty value is not a zero and not a no: it says nothing, and a reader cannot tell whether it was forgotten.",
    fix: "Write the value; write `unknown` where the source does not give it; or remove the key.",
    example: {
      invalid: `outcome: child-enters-care
title:
`,
      valid: `outcome: child-enters-care
title: A child enters care
`,
    },
  },
  say({ place, data: { key, doc, example } }) {
    if (cutByComment(place))
      return {
        message: `${said(key)} has no value: what follows the # is a comment.`,
        help: "If it belongs to the value, put the whole value in quotation marks.",
        label: "empty",
      };
    if (isAfterHyphen(place))
      return {
        message: `An item of ${said(key)} is empty.`,
        help: "Write it behind its hyphen, or remove the hyphen.",
        label: "empty",
      };
    return {
      message: `${said(key)} has no value.`,
      help: `${doc === undefined ? "" : `${sentence(doc)} `}${example === undefined || example.includes("\n") ? "Write the value, or remove the key." : `Write for example: ${key}: ${example}`}`,
      label: "empty",
    };
  },
});

/** `amount: #5`: no space after the sign, so it may have been meant. */
function cutByComment({ chunk, end }: Place): boolean {
  return /^\s*:[ \t]+#[^\s#]/.test(chunk.text.slice(end, end + 40));
}

/** A hyphen with nothing behind it. */
const isAfterHyphen = ({ chunk, start, end }: Place): boolean => chunk.text.slice(start, end) === "-";
