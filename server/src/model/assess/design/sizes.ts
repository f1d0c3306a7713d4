/** Effects in standard deviations, the unit of power: from any metric, by what the claim and the outcome say. */
import { dFromOdds, isRatioScale, riskWith, type SizedEffect } from "../../../evidence/index.ts";
import { standardised } from "../../../evidence/power/binary.ts";
import { formatPercent } from "../../../values/format.ts";
import { formatNumber } from "../../../values/index.ts";
import type { OutcomeKind } from "../../effects.ts";
import type { Lacking, SizedSd } from "./types.ts";

/** What an effect is brought to standard deviations with. */
export interface SizingFacts {
  readonly outcome: string;
  /** Chance without the intervention. */
  readonly without: number | undefined;
  /** Of the measure, in its points. */
  readonly sd: number | undefined;
  readonly better: "lower" | "higher" | undefined;
  readonly kind: OutcomeKind | undefined;
  /** Share of what is randomised that gets the intervention. */
  readonly treated: number;
}

/**
 * An effect in standard deviations. Of chances: their difference over the standard deviation of both arms together, so that the sums
 * are those of two proportions; an odds ratio without a known chance through ln(OR) = d pi / sqrt 3. Of points: over the
 * standard deviation of the measure.
 */
export function sizedSd(effect: SizedEffect, sign: 1 | -1 | undefined, facts: SizingFacts): SizedSd {
  const directed = sign !== undefined;
  const way = sign ?? 1;
  switch (effect.scale) {
    case "d":
    case "g":
      return { kind: "sized", sd: way * effect.value, directed, from: "", chances: undefined };
    case "MD": {
      if (facts.sd === undefined || !(facts.sd > 0))
        return needs(facts, "sd", "the standard deviation of the measure (`sd`)");
      const from = `over a standard deviation of ${formatNumber(facts.sd)} points`;
      return { kind: "sized", sd: (way * effect.value) / facts.sd, directed, from, chances: undefined };
    }
    default: {
      const { without, treated } = facts;
      if (without !== undefined && without > 0 && without < 1) {
        const withIt = riskWith[effect.scale](without, effect.value);
        if (!(withIt > 0 && withIt < 1)) return needs(facts, "without", "a chance that stays between 0 and 1");
        const from = `${formatPercent(without)} to ${formatPercent(withIt)}, as a difference over the standard deviation of both arms`;
        const sd = way * standardised(without, withIt, treated);
        return { kind: "sized", sd, directed, from, chances: { without, with: withIt } };
      }
      if (effect.scale === "OR")
        return {
          kind: "sized",
          sd: way * dFromOdds(effect.value),
          directed,
          from: "through ln(OR) = d x pi / sqrt 3, as the chance without it is not known",
          chances: undefined,
        };
      return needs(facts, "without", "what happens without it (`without` of the claim)");
    }
  }
}

/** Turns a difference in raw direction, or a ratio, to above zero where it is better. */
export const wayOn = (scale: SizedEffect["scale"], better: SizingFacts["better"]): 1 | -1 | undefined =>
  better === undefined ? undefined : isRatioScale(scale) || scale === "RD" ? (better === "higher" ? 1 : -1) : undefined;

const needs = ({ outcome }: SizingFacts, key: string, what: string): SizedSd => {
  const lacking: Lacking = { key: `outcomes.${outcome}.${key}`, what };
  return { kind: "needs", lacking };
};
