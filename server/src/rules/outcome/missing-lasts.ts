import { said } from "../wording.ts";
import { claimRule } from "./claim-problem.ts";
import { definedAs, withClaim } from "./example.ts";

export const missingLasts = claimRule("missing-lasts", {
  code: "outcome/missing-lasts",
  severity: "warning",
  page: {
    title: "Effect that does not say how long it lasts",
    what: "An outcome counted or valued by the year is claimed, and nothing says how long the effect lasts.",
    why: "What is worth something every year is multiplied by the years. The benefit is lost without a word otherwise, and the return looks smaller than it is.",
    fix: "Write `lasts:` on the claim, such as `2 years`: no longer than the last follow-up of its evidence.",
    standard: "Green Book 2022, 2.4",
    example: {
      file: "a.intervention.yaml",
      files: definedAs(
        "kind: state\nbetter: lower\nvalues:\n  - value: £900/family/year\n    price_year: 2023-24\n    kind: fiscal\n    gains: nhs\n",
      ),
      invalid: withClaim("    without: 35%\n    effect: RR 0.72 (95% CI 0.55 to 0.94)\n"),
      valid: withClaim("    without: 35%\n    effect: RR 0.72 (95% CI 0.55 to 0.94)\n    lasts: 2 years\n"),
    },
  },
  say: ({ outcome }) => ({
    message: `How long the effect on ${said(outcome)} lasts is not said, so what it is worth, or how many cases it prevents, cannot be worked out.`,
    help: "Write `lasts:` on the claim, such as `2 years`: no longer than the last follow-up of its evidence.",
  }),
});
