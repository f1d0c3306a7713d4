import { said } from "../wording.ts";
import { claimRule } from "./claim-problem.ts";
import { definedAs, withClaim } from "./example.ts";

export const rateValuedByYear = claimRule("rate-valued-by-year", {
  code: "outcome/rate-valued-by-year",
  severity: "error",
  page: {
    title: "Yearly rate with a value by the year",
    what: "An outcome is claimed as a rate by the year, and its value is also by the year: how long one case lasts is not said.",
    why: "Cases a year times money a year is not money. The benefit is lost without a word otherwise, and the return looks smaller than it is.",
    fix: "Say what one whole case is worth: give the value per case, with the time that one case lasts multiplied in. Or write `without:` as a chance, such as `35%`, not as a rate.",
    example: {
      file: "a.intervention.yaml",
      files: definedAs(
        "kind: state\nbetter: lower\nvalues:\n  - value: £900/family/year\n    price_year: 2023-24\n    kind: fiscal\n    gains: nhs\n",
      ),
      invalid: withClaim("    without: 35%/year\n    effect: RR 0.72 (95% CI 0.55 to 0.94)\n    lasts: 2 years\n"),
      valid: withClaim("    without: 35%\n    effect: RR 0.72 (95% CI 0.55 to 0.94)\n    lasts: 2 years\n"),
    },
  },
  say: ({ outcome }) => ({
    message: `${said(outcome)} is a rate by the year and its value is by the year too: how long one case lasts is not said, so what it is worth cannot be worked out.`,
    help: "Give the value of one whole case: what it costs a year, times how long one case lasts. Or write `without:` as a chance, not as a rate.",
  }),
});
