import { said } from "../wording.ts";
import { claimRule } from "./claim-problem.ts";
import { definedAs, withClaim } from "./example.ts";

export const missingWithout = claimRule("missing-without", {
  code: "outcome/missing-without",
  severity: "warning",
  page: {
    title: "Effect without what would happen anyway",
    what: "A claim gives its effect in comparison, and does not say how often the outcome happens without the intervention.",
    why: "A risk lowered by a third is many cases where the risk is high, and few where it is low. No number of cases, and so no benefit, can be worked out.",
    fix: "Write `without:` on the claim, such as `35%`: from the comparison group, or for the families you serve.",
    standard: "Magenta Book 2020, chapter 3",
    example: {
      file: "a.intervention.yaml",
      files: definedAs("kind: event\nbetter: lower\n"),
      invalid: withClaim("    effect: RR 0.72 (95% CI 0.55 to 0.94)\n"),
      valid: withClaim("    without: 35%\n    effect: RR 0.72 (95% CI 0.55 to 0.94)\n"),
    },
  },
  say: ({ outcome }) => ({
    message: `How often ${said(outcome)} happens without the intervention is not said, so its effect cannot be turned into a number of cases.`,
    help: "Write `without:` on the claim, such as `35%`.",
  }),
});
