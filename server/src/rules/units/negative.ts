import { valueRule } from "./value-problem.ts";

export const negative = valueRule("negative", {
  code: "units/negative",
  severity: "error",
  page: {
    title: "Number below zero where there can be none",
    what: "A count, a length of time or a share is below zero.",
    why: "Fewer than no families cannot take part; a sign was mistyped, or the figure belongs elsewhere.",
    fix: "Write it without the minus. A saving is written as a benefit, never as a negative cost.",
    example: {
      invalid: `intervention: parent-groups
population:
  unit: family
  starts: -5 families
`,
      valid: `intervention: parent-groups
population:
  unit: family
  starts: 5 families
`,
    },
  },
});
