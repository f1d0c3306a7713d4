import { syntaxRule } from "./issue.ts";
import { restOfLine } from "./quote.ts";

export const unclosedQuote = syntaxRule("unclosed-quote", {
  severity: "error",
  page: {
    title: "Quotation mark that is never closed",
    what: "A value begins with a quotation mark and has no second one.",
    why: "Everything after the first mark could belong to the value, so the lines that follow might be lost.",
    fix: "Add the second mark at the end of the value, or remove the first.",
    example: {
      invalid: `outcome: child-enters-care
title: "A child enters care
`,
      valid: `outcome: child-enters-care
title: "A child enters care"
`,
    },
  },
  say(issue) {
    const { detail } = issue;
    const mark = detail === "'" ? "'" : '"';
    const value = restOfLine(issue, issue.start);
    const written = issue.chunk.text.slice(value.start + 1, value.end);
    return {
      message: `The value begins with ${mark} and no second ${mark} ends it.`,
      help: `Add ${mark} at the end of the value, or remove the first one.`,
      label: "opened here",
      fixes: [
        {
          title: `Add ${mark} at the end of the line`,
          certain: mark === '"' && !written.includes('"') && !written.endsWith("\\"),
          edits: [{ at: { ...value, start: value.end }, text: mark }],
        },
      ],
    };
  },
});
