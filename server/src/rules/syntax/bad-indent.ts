import { syntaxRule } from "./issue.ts";

export const badIndent = syntaxRule("bad-indent", {
  severity: "error",
  page: {
    title: "Line that is indented wrongly",
    what: "A line is indented more or less than the lines it should belong with.",
    why: "How far a line is indented says what it belongs to. A line that fits nowhere is not read, or is read as part of something else.",
    fix: "Indent it exactly as far as the other keys or items of the same part.",
    example: {
      invalid: `intervention: parent-groups
population:
  unit: family
 who: Families of young children
`,
      valid: `intervention: parent-groups
population:
  unit: family
  who: Families of young children
`,
    },
  },
  say({ detail }) {
    return {
      message:
        detail === "-"
          ? "A list cannot begin on the line of its key."
          : "This line does not stand in line with the lines around it, so nothing tells what it belongs to.",
      help:
        detail === "-"
          ? "Put each item on a line of its own below the key, after a hyphen and a space."
          : "Indent it exactly as far as the other lines of the same part.",
    };
  },
});
