import { keyPlace } from "../../model/key-place.ts";
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
  check({ spec, assessment }, report) {
    if (spec.kind !== "intervention") return;
    for (const problem of assessment()?.problems ?? []) {
      if (problem.reason !== "payer-shares-over") continue;
      const line = spec.reading?.costs?.lines?.items.find((each) => each.who_pays?.$ === problem.at);
      const benefit = spec.reading?.benefits?.items.find((each) => each.gains?.$ === problem.at);
      report({
        at: keyPlace(line, "who_pays") ?? keyPlace(benefit, "gains") ?? problem.at,
        label: formatPercent(problem.total),
        message: `${benefit === undefined ? `The shares of those who pay for "${problem.item}"` : `The shares of those who gain from "${problem.item}"`} add up to ${formatPercent(problem.total)}.`,
        help: "Correct the shares so that they come to 100% or less.",
      });
    }
  },
};
