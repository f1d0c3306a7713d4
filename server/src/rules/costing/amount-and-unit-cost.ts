import type { DocumentRule } from "../types.ts";
import { said } from "../wording.ts";
import { withLines } from "./example.ts";

/** A line gives its amount twice over. */
export const amountAndUnitCost: DocumentRule = {
  code: "costing/amount-and-unit-cost",
  severity: "error",
  scope: "document",
  page: {
    title: "Amount and unit cost on one line",
    what: "A cost line has an `amount:` and also a `unit_cost:`, or a benefit an `amount:` and also a `value:` or amounts `by_year:`; only one can be what it comes to.",
    why: "Two readers could take two different figures from the line. Wellspent works with the unit cost, or with the amounts by year, and leaves the amount aside.",
    fix: "Keep one of the two. If the publication prints the total of a cost line, write it as `stated:` of the line: it is checked.",
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
          message:
            problem.byYear === true
              ? `${said(problem.item)} has amounts by year and also another amount, which is left aside.`
              : `${said(problem.item)} has an amount and also a unit cost; the amount is left aside.`,
          help:
            problem.byYear === true
              ? "Keep the amounts under `by_year:`, or the one amount, not both."
              : "Keep the unit cost. On a cost line, write a printed total as `stated:`.",
          related: [{ at: problem.other, label: problem.byYear === true ? "the amounts by year" : "the unit cost" }],
        });
  },
};
