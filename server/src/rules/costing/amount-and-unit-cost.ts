import type { DocumentRule } from "../types.ts";
import { withLines } from "./example.ts";

/** A line gives its amount twice over. */
export const amountAndUnitCost: DocumentRule = {
  code: "costing/amount-and-unit-cost",
  severity: "error",
  scope: "document",
  page: {
    title: "Amount and unit cost on one line",
    what: "A cost line has an `amount:` and also a `unit_cost:`; only one can be what it costs.",
    why: "Two readers could take two different figures from the line. Wellspent works with quantity and unit cost, and leaves the amount aside.",
    fix: "Keep the quantity and unit cost. If the publication prints the total, write it as `stated:` of the line: it is checked.",
    example: {
      file: "a.intervention.yaml",
      invalid: withLines(
        "    - item: Visits\n      quantity: 6 hours/family\n      unit_cost: £38/hour\n      amount: £228/family\n",
      ),
      valid: withLines(
        "    - item: Visits\n      quantity: 6 hours/family\n      unit_cost: £38/hour\n      stated: £228/family\n",
      ),
    },
  },
  check({ assessment }, report) {
    for (const problem of assessment()?.problems ?? [])
      if (problem.reason === "amount-and-unit-cost")
        report({
          at: problem.at,
          message: `"${problem.item}" has an amount and also a unit cost; the amount is left aside.`,
          help: "Keep the quantity and unit cost, and write a printed total as `stated:` of the line.",
          related: [{ at: problem.other, label: "the unit cost" }],
        });
  },
};
