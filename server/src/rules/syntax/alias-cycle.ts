import { syntaxRule } from "./issue.ts";

export const aliasCycle = syntaxRule("alias-cycle", {
  severity: "error",
  page: {
    title: "Reference to itself",
    what: "A part of the document refers (with `*`) to a part that contains it.",
    why: "What it says would go on without end, so it is left out.",
    fix: "Remove the reference, or refer to a part that does not contain it.",
    example: {
      invalid: `intervention: parent-groups
population: &p
  unit: family
  notes: *p
`,
      valid: `intervention: parent-groups
population:
  unit: family
`,
    },
  },
  say({ detail }) {
    return {
      message: `*${detail ?? ""} stands inside the part marked &${detail ?? ""}, so it would contain itself without end; it is left out.`,
      help: "Remove it, or refer to another part.",
      label: "contains itself",
    };
  },
});
