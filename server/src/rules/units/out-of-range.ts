import { valueRule } from "./value-problem.ts";

export const outOfRange = valueRule("out-of-range", {
  code: "units/out-of-range",
  severity: "error",
  page: {
    title: "Figure outside what is possible",
    what: "A share is above 100%, a p value above 1, or the like.",
    why: "It cannot be true as it stands, so nothing can rest on it.",
    fix: "Check it against the source. What is above 100% may be a ratio: write `1.4`.",
    example: {
      invalid: `intervention: parent-groups
population:
  unit: family
  completes: 140%
`,
      valid: `intervention: parent-groups
population:
  unit: family
  completes: 40%
`,
    },
  },
  help: "Check it against the source.",
});
