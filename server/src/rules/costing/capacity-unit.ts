import { plural } from "../../values/nouns.ts";
import type { DocumentRule } from "../types.ts";
import { withLines } from "./example.ts";

const workers = (capacity: string): string =>
  `    - item: Family workers\n      resource: staff\n      who_pays: local-authority\n      quantity: 4 FTE\n      unit_cost: £39,000/FTE/year\n      capacity: ${capacity}\n`;

/** A capacity that nothing can be compared with. */
export const capacityUnit: DocumentRule = {
  code: "costing/capacity-unit",
  severity: "warning",
  scope: "document",
  page: {
    title: "Capacity in units that nobody counts",
    what: "`capacity:` does not count participants, or is per something that neither the line nor `delivery` counts.",
    why: "Wellspent then cannot say how many posts or courses another number of starters would need, and takes the line as fixed.",
    fix: "Count participants, a year or in all, per FTE of the line or per unit in `delivery`: `15 families/FTE/year`, `8 families/course`, `80 families/year`.",
    example: {
      file: "a.intervention.yaml",
      invalid: withLines(workers("15 visits/FTE/year")),
      valid: withLines(workers("15 families/FTE/year")),
    },
  },
  check({ assessment }, report) {
    for (const problem of assessment()?.problems ?? [])
      if (problem.reason === "capacity-unit")
        report({
          at: problem.at,
          message:
            problem.per === undefined
              ? `The capacity of "${problem.item}" does not count those who start.`
              : `The capacity of "${problem.item}" is per ${problem.per}, and how many ${plural(problem.per)} there are is not said.`,
          help: "Count participants, a year or in all, per FTE of the line or per unit in `delivery`.",
        });
  },
};
