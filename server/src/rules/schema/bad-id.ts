import { said } from "../wording.ts";
import { schemaRule } from "./issue.ts";

export const badId = schemaRule("bad-id", {
  severity: "error",
  page: {
    title: "Id that is not lower-case-with-hyphens",
    what: "An id holds capitals, spaces or signs.",
    why: "Other files refer to a spec by its id, letter for letter. One way of writing ids keeps those references from going astray.",
    fix: "Write lower-case letters, figures and hyphens: `mst-edge-of-care`. The full name belongs under `title:`.",
    example: {
      invalid: `outcome: Child enters care
`,
      valid: `outcome: child-enters-care
`,
    },
  },
  say({ place, data: { id, suggestion } }) {
    return {
      message: `${said(id)} cannot be an id: ids are lower-case letters, figures and hyphens.`,
      help:
        suggestion === undefined
          ? "Write for example: mst-edge-of-care"
          : `Write "${suggestion}", here and wherever it is referred to; the full name belongs under "title".`,
      fixes:
        suggestion === undefined
          ? []
          : [{ title: `Write "${suggestion}"`, certain: false, edits: [{ at: place, text: suggestion }] }],
    };
  },
});
