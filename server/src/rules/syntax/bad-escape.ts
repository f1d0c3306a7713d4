import { syntaxRule } from "./issue.ts";

export const badEscape = syntaxRule("bad-escape", {
  severity: "error",
  page: {
    title: "Backslash that means nothing",
    what: "Inside double quotation marks a backslash begins a special sign, and the letter after it is none.",
    why: "The value cannot be read as it stands.",
    fix: "Write the backslash twice, or use single quotation marks, where a backslash is only a backslash.",
    example: {
      invalid: `study: start-2018
notes: "Files\\County\\2018"
`,
      valid: `study: start-2018
notes: 'Files\\County\\2018'
`,
    },
  },
  say({ chunk, start, detail }) {
    return {
      message: `${detail ?? "A backslash"} means nothing inside double quotation marks, where a backslash begins a special sign.`,
      help: "Write the backslash twice, or use single quotation marks.",
      fixes: [
        {
          title: "Write the backslash twice",
          certain: true,
          edits: [{ at: { chunk, start, end: start }, text: "\\" }],
        },
      ],
    };
  },
});
