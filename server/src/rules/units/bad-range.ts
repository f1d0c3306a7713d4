import { valueRule } from "./value-problem.ts";

export const badRange = valueRule("bad-range", {
  code: "units/bad-range",
  severity: "error",
  page: {
    title: "Range that runs backwards",
    what: "The upper end of a range or an interval is below the lower one.",
    why: "Either the ends are swapped or one is mistyped; which one, only the source can tell.",
    fix: "Write the lower end first, and check both against the source.",
    example: {
      invalid: `intervention: parent-groups
costs:
  price_year: 2023-24
  lines:
    - item: Licence
      amount: "£1,400 to £1,000"
`,
      valid: `intervention: parent-groups
costs:
  price_year: 2023-24
  lines:
    - item: Licence
      amount: "£1,000 to £1,400"
`,
    },
  },
  help: "Check both ends against the source; the lower one stands first.",
});
