import { said } from "../wording.ts";
import { claimRule } from "./claim-problem.ts";
import { definedAs, withClaim } from "./example.ts";

export const directionUnknown = claimRule("direction-unknown", {
  code: "outcome/direction-unknown",
  severity: "warning",
  page: {
    title: "Effect whose direction is not known",
    what: "Whether the claimed effect is for the better or the worse cannot be told.",
    why: "A sign taken the wrong way turns harm into benefit, so nothing is worked out from it.",
    fix: "Write `better` or `worse` after the effect, such as `d 0.35 better`, and say under the outcome with `better:` whether lower or higher is better.",
    example: {
      file: "a.intervention.yaml",
      files: definedAs("kind: event\nbetter: lower\n"),
      invalid: withClaim("    without: 35%\n    effect: d 0.35 (95% CI 0.15 to 0.55)\n"),
      valid: withClaim("    without: 35%\n    effect: d 0.35 (95% CI 0.15 to 0.55) better\n"),
    },
  },
  say: ({ outcome }) => ({
    message: `Whether the effect on ${said(outcome)} is for the better or the worse is not said, so nothing is worked out from it.`,
    help: "Write `better` or `worse` after the effect, and see that the outcome says with `better:` whether lower or higher is better.",
  }),
});
