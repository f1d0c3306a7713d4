import { said } from "../wording.ts";
import { claimRule } from "./claim-problem.ts";
import { definedAs, withClaim } from "./example.ts";

export const deadweightMissing = claimRule("deadweight-missing", {
  code: "outcome/deadweight-missing",
  severity: "warning",
  page: {
    title: "Impact without deadweight",
    what: "A claim says how many achieved the outcome, and not how many of them would have achieved it anyway.",
    why: "Some get better without any help. Counting them all would credit the service with what it did not do, so none are counted until it is known.",
    fix: "Write `deadweight:` on the claim, such as `20% of impact` or `12 points`. If nobody knows, the claim stays without a figure.",
    standard: "GMCA cost-benefit guidance 2014, deadweight",
    example: {
      file: "a.intervention.yaml",
      files: definedAs("kind: event\nbetter: lower\n"),
      invalid: withClaim("    impact: 60%\n"),
      valid: withClaim("    impact: 60%\n    deadweight: 20% of impact\n"),
    },
  },
  say: ({ outcome }) => ({
    message: `How much of the impact on ${said(outcome)} would have happened anyway is not said, so no outcome is counted and nothing is valued.`,
    help: "Write `deadweight:` on the claim, such as `20% of impact`.",
  }),
});
