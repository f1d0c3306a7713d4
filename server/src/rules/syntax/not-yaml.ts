import { sentence } from "../wording.ts";
import { syntaxRule } from "./issue.ts";

export const notYaml = syntaxRule("yaml", {
  severity: "error",
  page: {
    title: "Line that cannot be read",
    what: "The text breaks a rule of YAML that has no finding of its own.",
    why: "Lines that cannot be read count nowhere.",
    fix: "Look for a missing quotation mark, bracket or colon on this line or just above it.",
    example: {
      invalid: `outcome: child-enters-care
title: "A child" enters care
`,
      valid: `outcome: child-enters-care
title: A child enters care
`,
    },
  },
  say({ detail }) {
    const words = detail === undefined ? undefined : (known[detail] ?? undefined);
    if (words !== undefined) return words;
    return {
      message: "This cannot be read.",
      help: `Look for a missing quotation mark, bracket or colon on this line or just above it.${detail === undefined ? "" : ` The reader of YAML says: ${sentence(detail)}`}`,
    };
  },
});

/** Faults that the parser names in words of its own. */
const known: Readonly<Record<string, { readonly message: string; readonly help: string }>> = {
  "text after the closing quote": {
    message: "Text stands after the closing quotation mark, so it is not clear where the value ends.",
    help: "Put the whole value in quotation marks, and write marks inside it as '…', or remove the marks.",
  },
  "text after the closing bracket": {
    message: "Text stands after the closing bracket, so it is not clear where the value ends.",
    help: "Remove it, put it inside the brackets, or put the whole value in quotation marks.",
  },
};
