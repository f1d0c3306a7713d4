import { counted, said } from "../wording.ts";
import { schemaRule } from "./issue.ts";

export const tooFewItems = schemaRule("too-few-items", {
  severity: "warning",
  page: {
    title: "List that is too short",
    what: "A list holds fewer items than it needs to mean anything.",
    why: "An empty list is read as nothing said.",
    fix: "Write the items, one a line after a hyphen and a space, or remove the key.",
    example: {
      file: "wellspent.yaml",
      invalid: `gates:
  - gate: No money without a number
    needs: []
`,
      valid: `gates:
  - gate: No money without a number
    needs: [outcome-and-benefit]
`,
    },
  },
  say({ data: { key, least } }) {
    return {
      message: `${said(key)} needs at least ${counted(least, "item", "items")}.`,
      help: "Write the items, or remove the key.",
    };
  },
});
