import { valueRule } from "./value-problem.ts";

export const wrongForm = valueRule("wrong-form", {
  code: "units/wrong-form",
  severity: "error",
  page: {
    title: "Figure of another sort",
    what: "A figure can be read, but is of another sort than belongs here: a percentage where money is wanted, for example.",
    why: "It cannot be used where it stands, so what rests on it stays unknown.",
    fix: "Write a figure of the sort that is named, or move this one under the key it belongs to.",
    example: {
      invalid: `intervention: parent-groups
costs:
  price_year: 2023-24
  lines:
    - item: Licence
      amount: 35%
`,
      valid: `intervention: parent-groups
costs:
  price_year: 2023-24
  lines:
    - item: Licence
      amount: £46,000
`,
    },
  },
});
