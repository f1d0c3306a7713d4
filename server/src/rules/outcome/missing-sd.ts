import { said } from "../wording.ts";
import { claimRule } from "./claim-problem.ts";
import { definedAs, withClaim } from "./example.ts";

export const missingSd = claimRule("missing-sd", {
  code: "outcome/missing-sd",
  severity: "information",
  page: {
    title: "Standardised effect without a standard deviation",
    what: "An effect is given in standard deviations, and neither a standard deviation of the measure nor a chance without the intervention is known.",
    why: "A standardised effect says how large a change is beside the spread of scores. Without that spread it is no number of points, and no number of children.",
    fix: "Write `sd:` under `measures:` of the outcome, from the manual of the measure or the trial; or, of an event, `without:` as a chance.",
    example: {
      file: "a.intervention.yaml",
      files: definedAs("kind: event\nbetter: lower\n"),
      invalid: withClaim("    effect: d 0.35 (95% CI 0.15 to 0.55) better\n"),
      valid: withClaim("    without: 35%\n    effect: d 0.35 (95% CI 0.15 to 0.55) better\n"),
    },
  },
  say: ({ outcome }) => ({
    message: `The effect on ${said(outcome)} is in standard deviations, and no standard deviation of its measure is known, so it cannot be turned into points or cases.`,
    help: "Write `sd:` under `measures:` of the outcome, or `without:` on the claim as a chance.",
  }),
});
