import { valueRule } from "./value-problem.ts";

export const unlikeUnits = valueRule("units-mismatch", {
  code: "units/unlike-units",
  severity: "error",
  page: {
    title: "Sum of unlike things",
    what: "Figures are added that count different things: hours and visits, for example.",
    why: "Two hours and three visits make five of nothing.",
    fix: "Add only like things. Multiply with `x` where one is meant per the other: `1.5 hours/visit x 12 visits/family`.",
    example: {
      invalid: `intervention: parent-groups
costs:
  price_year: 2023-24
  lines:
    - item: Licence
      quantity: 2 hours + 3 visits
`,
      valid: `intervention: parent-groups
costs:
  price_year: 2023-24
  lines:
    - item: Licence
      quantity: 2 hours/visit x 3 visits
`,
    },
  },
});
