import type { DocumentRule } from "../types.ts";
import { said } from "../wording.ts";
import { eachClaim } from "./each-claim.ts";
import { definedAs, withClaim } from "./example.ts";

const effect = "    without: 35%\n    effect: RR 0.72 (95% CI 0.55 to 0.94)\n";
const files = definedAs("kind: event\nbetter: lower\n");

/** Those who start are taken down once more to those who engage. */
export const engagementTwice: DocumentRule = {
  code: "outcome/engagement-twice",
  severity: "warning",
  scope: "document",
  page: {
    title: "Engagement of those who have started",
    what: "A claim takes a share of participants as engaging, although it speaks of those who start or complete, and they have engaged.",
    why: "The same families are lost twice, and the outcomes come out too few.",
    fix: "Take `engagement:` away, or write `affects: eligible` or `affects: offered` where the chain begins with people who have not started.",
    standard: "GMCA cost-benefit guidance 2014, chapter 5",
    example: {
      file: "a.intervention.yaml",
      files,
      invalid: withClaim(`    engagement: 80%\n${effect}`),
      valid: withClaim(`    affects: eligible\n    engagement: 80%\n${effect}`),
    },
  },
  check: eachClaim(({ engagement, affects }, outcome, report) => {
    const base = affects === undefined ? "starters" : affects.value;
    if (engagement === undefined || (base !== "starters" && base !== "completers")) return;
    report({
      at: engagement.$,
      message: `The effect on ${said(outcome)} is on ${base}, who have engaged; a share of them is taken as engaging once more.`,
      help: "Take `engagement:` away, or write `affects: eligible` or `affects: offered`.",
    });
  }),
};
