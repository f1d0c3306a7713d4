import type { DocumentRule } from "../types.ts";
import { said } from "../wording.ts";
import { eachClaim } from "./each-claim.ts";
import { definedAs, withClaim } from "./example.ts";

const effect = "    without: 35%\n    effect: RR 0.72 (95% CI 0.55 to 0.94)\n";
const files = definedAs("kind: event\nbetter: lower\n");

/** Those who complete are taken down once more to those who stay. */
export const retentionTwice: DocumentRule = {
  code: "outcome/retention-twice",
  severity: "warning",
  scope: "document",
  page: {
    title: "Retention of those who have completed",
    what: "A claim takes a share of participants as staying, although it speaks of those who complete, and they have stayed.",
    why: "The same families are lost twice, and the outcomes come out too few.",
    fix: "Take `retention:` away, or write `affects: starters`.",
    standard: "GMCA cost-benefit guidance 2014, chapter 5",
    example: {
      file: "a.intervention.yaml",
      files,
      invalid: withClaim(`    affects: completers\n    retention: 80%\n${effect}`),
      valid: withClaim(`    affects: starters\n    retention: 80%\n${effect}`),
    },
  },
  check: eachClaim(({ retention, affects }, outcome, report) => {
    if (retention === undefined || affects?.value !== "completers") return;
    report({
      at: retention.$,
      message: `The effect on ${said(outcome)} is on completers, who have stayed; a share of them is taken as staying once more.`,
      help: "Take `retention:` away, or write `affects: starters`.",
    });
  }),
};
