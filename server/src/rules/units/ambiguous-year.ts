import { valueRule } from "./value-problem.ts";

export const ambiguousYear = valueRule("ambiguous-year", {
  code: "units/ambiguous-year",
  severity: "error",
  page: {
    title: "Year that may mean several",
    what: "A year is written with two digits, or spans more than one financial year.",
    why: "The price year decides how much every amount is raised for inflation.",
    fix: "Write a financial year as `2023-24` and a calendar year as `2023`.",
    example: {
      invalid: `intervention: parent-groups
costs:
  price_year: 23/24
`,
      valid: `intervention: parent-groups
costs:
  price_year: 2023-24
`,
    },
  },
});
