import { formatPercent } from "../../values/index.ts";
import type { DocumentRule } from "../types.ts";
import { withLines } from "./example.ts";

/** The payers of a line pay more than all of it. */
export const payerShares: DocumentRule = {
  code: "costing/payer-shares-over",
  severity: "error",
  scope: "document",
  page: {
    title: "Payers' shares over 100%",
    what: "The shares of those who pay for a line, or gain from a benefit, add up to more than 100%.",
    why: "Somebody's money would be counted twice, and the parts by payer could not add up to the total.",
    fix: "Correct the shares. If they come to less than 100%, the rest is shown as not known.",
    example: {
      file: "a.intervention.yaml",
      invalid: withLines(
        "    - item: Visits\n      amount: £500/family\n      who_pays:\n        nhs: 60%\n        local-authority: 60%\n",
      ),
      valid: withLines(
        "    - item: Visits\n      amount: £500/family\n      who_pays:\n        nhs: 40%\n        local-authority: 60%\n",
      ),
    },
  },
  check({ assessment }, report) {
    for (const problem of assessment()?.problems ?? [])
      if (problem.reason === "payer-shares-over")
        report({
          at: problem.at,
          message: `The shares of "${problem.item}" add up to ${formatPercent(problem.total)}.`,
          help: "Correct the shares so that they come to 100% or less.",
        });
  },
};
