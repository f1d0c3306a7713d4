import type { DocumentRule } from "../types.ts";
import { said } from "../wording.ts";
import { definedAs, withClaim } from "./example.ts";

const effect = "    without: 35%\n    effect: RR 0.72 (95% CI 0.55 to 0.94)\n";

/** What would have happened anyway is taken off an effect that is without it already. */
export const deadweightTwice: DocumentRule = {
  code: "outcome/deadweight-twice",
  severity: "warning",
  scope: "document",
  page: {
    title: "Deadweight beside an effect",
    what: "A claim gives an effect, or what happens with and without the intervention, and also a deadweight.",
    why: "An effect is already the difference from what would have happened anyway. Taking deadweight off once more would halve a true effect, so Wellspent leaves it aside.",
    fix: "Take `deadweight:` away. It belongs beside `impact:` alone, which is not compared with anything.",
    standard: "GMCA cost-benefit guidance 2014, deadweight",
    example: {
      file: "a.intervention.yaml",
      files: definedAs("kind: event\nbetter: lower\n"),
      invalid: withClaim(`${effect}    deadweight: 20% of impact\n`),
      valid: withClaim(effect),
    },
  },
  check({ assessment }, report) {
    for (const problem of assessment()?.problems ?? [])
      if (problem.reason === "deadweight-twice")
        report({
          at: problem.at,
          message: `The effect on ${said(problem.outcome)} is already without what would have happened anyway; this deadweight is left aside.`,
          help: "Take `deadweight:` away: it belongs beside `impact:` alone.",
        });
  },
};
