import { said } from "../wording.ts";
import { listChoices } from "./choices.ts";
import { schemaRule } from "./issue.ts";

export const unknownKind = schemaRule("unknown-kind", {
  severity: "error",
  page: {
    title: "Document of no known kind",
    what: "Neither the first key nor the file name says what the document is.",
    why: "Nothing in it can be checked or counted until that is known.",
    fix: "Write a head key and an id as the first line: `intervention: mst-edge-of-care`.",
    example: {
      file: "care.yaml",
      invalid: `title: A child enters care
`,
      valid: `outcome: child-enters-care
title: A child enters care
`,
    },
  },
  say({ data: { first, nearest, allowed } }) {
    return {
      message: `Nothing says what this document is${first === undefined ? "" : `: its first key is ${said(first)}`}, so nothing in it is checked.`,
      help:
        nearest === undefined
          ? `Begin it with one of: ${listChoices(allowed)}.`
          : `Did you mean "${nearest.name}"? A document begins with its kind and id, such as "${nearest.name}: its-id".`,
    };
  },
});
