import { syntaxRule } from "./issue.ts";

export const directive = syntaxRule("directive", {
  severity: "warning",
  page: {
    title: "Line that begins with %",
    what: "A line before the document begins with `%`, which YAML keeps for instructions to programs.",
    why: "Wellspent follows no such instruction, so the line does nothing; if it is meant as text, the text is lost.",
    fix: "Remove the line. Text that begins with a percent sign belongs in quotation marks after its key.",
    example: {
      invalid: `%NOTE figures of June
---
outcome: child-enters-care
`,
      valid: `# Figures of June
outcome: child-enters-care
`,
    },
  },
  say() {
    return {
      message:
        "A line that begins with % is an instruction to programs, and Wellspent follows none; the line does nothing.",
      help: "Remove the line, or begin it with # to make it a remark.",
    };
  },
});
