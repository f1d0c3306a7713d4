import { formatFigure } from "../../values/index.ts";
import type { DocumentRule } from "../types.ts";
import { said } from "../wording.ts";
import { definedAs } from "./example.ts";

const spec = (engagement: string): string => `intervention: family-visits
source: Council report 2024
population:
  unit: family
  eligible: 200 families/year
  starts: 60 families/year
costs:
  period: 3 years
outcomes:
  - outcome: an-outcome
    affects: eligible
    engagement: ${engagement}
    without: 35%
    effect: RR 0.72 (95% CI 0.55 to 0.94)
`;

/** A claim counts more people as engaged than the spec says start. */
export const moreEngagedThanStart: DocumentRule = {
  code: "outcome/more-engaged-than-start",
  severity: "warning",
  scope: "document",
  page: {
    title: "More engaged than start",
    what: "By its own shares a claim counts more people as engaged than the spec says start.",
    why: "Outcomes are counted in people whom the service does not reach, and whom nobody pays for.",
    fix: "Correct `need:` or `engagement:`, or let the effect speak of those who start: `affects: starters`.",
    standard: "GMCA cost-benefit guidance 2014, chapter 5",
    example: {
      file: "a.intervention.yaml",
      files: definedAs("kind: event\nbetter: lower\n"),
      invalid: spec("80%"),
      valid: spec("30%"),
    },
  },
  check({ assessment }, report) {
    const of = assessment();
    for (const { claim, title, result } of of?.outcomes ?? []) {
      const { base, need, engagement } = result.input;
      if (claim.engagement === undefined || "reason" in base || base.base === "starters" || base.base === "completers")
        continue;
      const counted = result.affected?.value;
      // Asked for last: figures are worked out only for specs that come this far.
      const starters = of?.figures.get("starts_total");
      if (counted === undefined || starters?.value === undefined) continue;
      const engaged = counted * (need?.value ?? 1) * (engagement?.value ?? 1);
      // One in a hundred is rounding.
      if (!(engaged > starters.value * 1.01)) continue;
      const shown = (value: number): string => formatFigure({ value, unit: starters.unit });
      report({
        at: claim.engagement.$,
        message: `By these shares ${shown(engaged)} engage of those counted for ${said(title)}, but only ${shown(starters.value)} start.`,
        help: "Correct `need:` or `engagement:`, or write `affects: starters`.",
        label: `${shown(engaged)} engaged`,
      });
    }
  },
};
