import { syntaxRule } from "./issue.ts";

export const controlCharacter = syntaxRule("control-character", {
  severity: "error",
  page: {
    title: "Invisible sign",
    what: "The text holds a sign that cannot be seen, often brought in by copying from a PDF or a spreadsheet.",
    why: "Other programs refuse the whole file because of it.",
    fix: "Delete it: the fix does so.",
    example: {
      invalid: `outcome: child-enters-care
title: A child\u0007enters care
`,
      valid: `outcome: child-enters-care
title: A child enters care
`,
    },
  },
  say({ chunk, start, end, detail }) {
    return {
      message: `An invisible sign (${detail ?? "a control character"}) stands here; other programs refuse the whole file because of it.`,
      help: "Delete it. It often comes along when text is copied from a PDF or a spreadsheet.",
      label: "invisible",
      fixes: [{ title: "Delete the invisible sign", certain: true, edits: [{ at: { chunk, start, end }, text: "" }] }],
    };
  },
});
