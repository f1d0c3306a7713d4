import { said } from "../wording.ts";
import { syntaxRule } from "./issue.ts";

export const complexKey = syntaxRule("complex-key", {
  severity: "error",
  page: {
    title: "Key that is a list or a mapping",
    what: "A list or a group of keys stands where a key should be.",
    why: "A key is one word or a few; anything else cannot be looked up.",
    fix: "Write a plain word before the colon. A value that begins with a bracket belongs in quotation marks.",
    example: {
      invalid: `outcome: child-enters-care
? [kind, better]
: lower
`,
      valid: `outcome: child-enters-care
better: lower
`,
    },
  },
  say({ detail }) {
    return {
      message: `${detail === undefined ? "What stands here" : said(detail)} cannot be a key: a key is a plain word before a colon.`,
      help: "Write a plain word before the colon.",
    };
  },
});
