import type { DocumentRule } from "../types.ts";
import { said } from "../wording.ts";
import { eachClaim } from "./each-claim.ts";
import { definedAs, withClaim } from "./example.ts";

const effect = "    without: 35%\n    effect: RR 0.72 (95% CI 0.55 to 0.94)\n";
const files = definedAs("kind: event\nbetter: lower\n");

/** A share of none: nobody is left to be helped. */
export const nobodyLeft: DocumentRule = {
  code: "outcome/nobody-left",
  severity: "warning",
  scope: "document",
  page: {
    title: "Share that leaves nobody",
    what: "The share in need, who engage or who stay is 0%.",
    why: "Nobody is left in whom the effect could show, so nothing is gained. A share that nobody knows is written `unknown`: then the benefit is not known, which is not the same as none.",
    fix: "Write the share from monitoring data or a needs assessment, or `unknown`.",
    standard: "GMCA cost-benefit guidance 2014, chapter 5",
    example: {
      file: "a.intervention.yaml",
      files,
      invalid: withClaim(`    need: 0%\n${effect}`),
      valid: withClaim(`    need: 40%\n${effect}`),
    },
  },
  check: eachClaim((claim, outcome, report) => {
    for (const key of ["need", "engagement", "retention"] as const) {
      const share = claim[key];
      if (share?.value?.value !== 0) continue;
      report({
        at: share.$,
        message: `With ${key} of 0% nobody is left in whom the effect on ${said(outcome)} could show.`,
        help: "Write the share, or `unknown` where nobody knows it.",
      });
    }
  }),
};
