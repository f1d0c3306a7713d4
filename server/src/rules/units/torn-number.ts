import { valueRule } from "./value-problem.ts";

export const tornNumber = valueRule("torn-number", {
  code: "units/torn-number",
  severity: "error",
  page: {
    title: "Number that is grouped in no known way",
    what: "The commas, points or underscores in a number do not stand where thousands or decimals are marked: `£1,20`, `1_000`, `1.200.000`.",
    why: "It could be read as a hundred times more or less than was meant, so it is not read at all.",
    fix: "Write thousands with a comma and decimals with a point: `£1,200.50`.",
    example: {
      invalid: `intervention: parent-groups
costs:
  price_year: 2023-24
  lines:
    - item: Licence
      amount: £1_000
`,
      valid: `intervention: parent-groups
costs:
  price_year: 2023-24
  lines:
    - item: Licence
      amount: £1,000
`,
    },
  },
});
