import { valueRule } from "./value-problem.ts";

export const notFinite = valueRule("not-finite", {
  code: "units/not-finite",
  severity: "error",
  page: {
    title: "Number that cannot be worked with",
    what: "A number is infinite, not a number at all (`NaN`), or too large for arithmetic.",
    why: "Every total that holds it would be lost.",
    fix: "Write the number itself, or `unknown`.",
    example: {
      invalid: `intervention: parent-groups
costs:
  price_year: 2023-24
  lines:
    - item: Licence
      amount: 1e400
`,
      valid: `intervention: parent-groups
costs:
  price_year: 2023-24
  lines:
    - item: Licence
      amount: unknown
`,
    },
  },
});
