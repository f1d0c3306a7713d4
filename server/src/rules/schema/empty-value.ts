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
  say({ data: { key, doc, example } }) {
    return {
      message: `${said(key)} has no value.`,
      help: `${doc === undefined ? "" : `${sentence(doc)} `}${example === undefined || example.includes("\n") ? "Write the value, or remove the key." : `Write for example: ${key}: ${example}`}`,
      label: "empty",
    };
  },
});
