import type { DocumentRule } from "../types.ts";
import { said } from "../wording.ts";
import { withBenefit } from "./example.ts";

const rest = "    kind: fiscal\n    gains: local-authority\n";

/** A benefit of which nobody can tell whether it was discounted. */
export const valuedUnknown: DocumentRule = {
  code: "benefit/valued-unknown",
  severity: "information",
  scope: "document",
  page: {
    title: "Benefit of which it is not known whether it was discounted",
    what: "A benefit that the source valued does not say whether the amount is a present value or a plain sum over the years.",
    why: "Wellspent takes the amount as worth that much in the first year. If it is a plain sum over many years, that is too much.",
    fix: "Write `valued: present-value` when the source discounted it, or `valued: undiscounted` with `over:` when it did not. If the source does not say, it stays as it is.",
    standard: "Green Book 2022, 5.32",
    example: {
      file: "a.intervention.yaml",
      invalid: withBenefit(rest),
      valid: withBenefit(`${rest}    valued: present-value\n`),
    },
  },
  check({ assessment }, report) {
    for (const problem of assessment()?.problems ?? [])
      if (problem.reason === "valued-unknown")
        report({
          at: problem.at,
          message: `Whether ${said(problem.item)} was discounted is not known: it is taken as worth that much in the first year.`,
          help: "Write `valued: present-value`, or `valued: undiscounted` with `over:`.",
        });
  },
};
