import type { DocumentRule } from "../types.ts";
import { said } from "../wording.ts";
import { definedAs, withClaim } from "./example.ts";

const effect = "    without: 35%\n    effect: RR 0.72 (95% CI 0.55 to 0.94)\n";

/** A part is taken off an effect that was found against a comparison group. */
export const attributionOnControlledEffect: DocumentRule = {
  code: "outcome/attribution-on-controlled-effect",
  severity: "warning",
  scope: "document",
  page: {
    title: "Attribution below 100% of a compared effect",
    what: "A claim gives an effect against what happens without the intervention, and credits only a part of it to the intervention.",
    why: "The comparison already takes off what others did. Taking a part off once more makes the benefit smaller than was found.",
    fix: "Take `attribution:` away, or write `100%`. Keep a lower share only where the comparison group did not get the other help, and say so in `notes:`.",
    standard: "Magenta Book 2020, chapter 3",
    example: {
      file: "a.intervention.yaml",
      files: definedAs("kind: event\nbetter: lower\n"),
      invalid: withClaim(`${effect}    attribution: 60%\n`),
      valid: withClaim(`${effect}    attribution: 100%\n`),
    },
  },
  check({ assessment }, report) {
    for (const problem of assessment()?.problems ?? [])
      if (problem.reason === "attribution-on-controlled-effect")
        report({
          at: problem.at,
          message: `The effect on ${said(problem.outcome)} is against what happens without it, and a part is taken off again as due to others.`,
          help: "Take `attribution:` away, or say in `notes:` what the comparison group did not get.",
        });
  },
};
