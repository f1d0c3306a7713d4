import type { BenefitAssessment } from "../../model/assess/index.ts";
import type { DocumentRule, Report } from "../types.ts";
import { counted, said } from "../wording.ts";
import { withBenefit } from "./example.ts";

const rest = "    kind: fiscal\n    gains: local-authority\n    valued: present-value\n";

/** Nobody graded how sure the benefits are, so nothing is taken off them for optimism. */
export const noConfidence: DocumentRule = {
  code: "benefit/no-confidence",
  severity: "information",
  scope: "document",
  page: {
    title: "Benefit without a grade of confidence",
    what: "Benefits are added, and nobody graded how sure their figures are: nothing is taken off them for optimism. Of figures that are assumed, or of an impact compared with nothing, this is a warning.",
    why: "Those who propose a service tend to expect too much of it. The weaker the data, the more a careful appraisal takes off; without a grade nothing is.",
    fix: "Write `confidence:` from 1 (best, such as a trial here) to 6 (a guess) on the claim, the value or the benefit.",
    standard: "GMCA cost-benefit guidance 2014, chapter 7; Green Book 2022, 5.42",
    example: {
      file: "a.intervention.yaml",
      invalid: withBenefit(rest),
      valid: withBenefit(`${rest}    confidence: 3\n`),
    },
  },
  check({ assessment }, report) {
    const of = assessment();
    if (of === undefined || of.appraisal.leaveOut.includes("optimism-bias")) return;
    const open = of.benefits.filter(
      (benefit) => !benefit.graded && benefit.total.value !== undefined && benefit.leftOut === undefined,
    );
    const [first] = open;
    if (first === undefined) return;
    const impacts = new Set(
      of.outcomes
        .filter(({ claim }) => claim.impact !== undefined && claim.effect === undefined)
        .map(({ outcome }) => outcome),
    );
    const weak = open.find((benefit) => isWeak(benefit, impacts));
    const chosen = weak ?? first;
    const claim = of.outcomes.find(({ outcome }) => outcome === chosen.outcome);
    report({
      ...placed(chosen, claim?.at),
      ...(weak === undefined ? {} : { severity: "warning" as const }),
      message: `${open.length === 1 ? `The benefit ${said(chosen.name)} has` : `${counted(open.length, "benefit", "benefits")}, ${said(chosen.name)} among them, have`} no grade of confidence${weak === undefined ? "" : `, although ${weakness(weak)}`}: nothing is taken off for optimism.`,
      help: "Write `confidence:`, 1 (best) to 6, on the claim, the value or the benefit.",
    });
  },
};

function isWeak({ line, origin, outcome }: BenefitAssessment, impacts: ReadonlySet<string>): boolean {
  if (origin === "outcome") return outcome !== undefined && impacts.has(outcome);
  return line?.basis?.value === "assumed" || line?.basis?.value === "inferred";
}

const weakness = ({ origin, line }: BenefitAssessment): string =>
  origin === "outcome" ? "its impact is compared with nothing" : `its amount is ${line?.basis?.value}`;

/** On the line of a given benefit, on the claim of one worked out: the value may stand in another file. */
const placed = ({ line, at }: BenefitAssessment, claim: Report["at"] | undefined): Pick<Report, "at"> => ({
  at: line?.benefit?.$ ?? claim ?? at,
});
