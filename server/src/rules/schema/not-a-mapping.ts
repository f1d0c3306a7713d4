import { schemaRule } from "./issue.ts";

export const notAMapping = schemaRule("not-a-mapping", {
  severity: "error",
  page: {
    title: "Document that holds no keys",
    what: "The document is a list or a piece of text, not keys with values.",
    why: "Nothing in it can be read.",
    fix: "Begin with the head key and an id, such as `outcome: child-enters-care`, and write every other line as `key: value`.",
    example: {
      file: "care.outcome.yaml",
      invalid: `- child enters care
`,
      valid: `outcome: child-enters-care
`,
    },
  },
  say({ data: { found, kind } }) {
    const what = found === "list" ? "a list" : "a piece of text";
    return {
      message: `This document is ${what}, not keys with values, so nothing in it can be read.`,
      help:
        kind === "settings"
          ? 'Write each setting on a line of its own as "key: value", such as "root: true".'
          : 'Begin with the kind and id, such as "outcome: child-enters-care", and write every other line as "key: value".',
    };
  },
});
