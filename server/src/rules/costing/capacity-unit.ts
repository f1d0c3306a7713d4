import type { AssessProblem } from "../../model/assess/index.ts";
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
    what: "`capacity:` does not count participants, is per something that neither the line nor `delivery` counts, or stands on a line that is paid for each participant.",
    why: "Wellspent then cannot say how many posts or courses another number of starters would need, and takes the line as fixed; what is paid for each participant has no steps.",
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
          message: messageOf(problem),
          help: "Count participants, a year or in all, per FTE of the line or per unit in `delivery`.",
        });
  },
};

function messageOf({ item, per, each }: Extract<AssessProblem, { readonly reason: "capacity-unit" }>): string {
  if (each)
    return `"${item}" is paid for each participant: it grows with each who starts, and its capacity is not used.`;
  return per === undefined
    ? `The capacity of "${item}" does not count those who start.`
    : `The capacity of "${item}" is per ${per}, and how many ${plural(per)} there are is not said.`;
}
