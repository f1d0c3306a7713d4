/** The difference an effect makes, from any metric (schemas/FORMAT.md, "Outcomes"). All formulas are monotone, so ends of intervals convert alike. */
import { oddsFromD } from "../evidence/effects/odds.ts";
import { riskWith } from "../evidence/effects/risks.ts";
import { multiplier } from "../evidence/normal.ts";
import { isDimensionless, NO_UNIT } from "../values/units.ts";
import { apply, difference, product, quotient, unknown, type Worked } from "./worked.ts";

export type EffectMetric = "RD" | "RR" | "OR" | "HR" | "relative" | "standardised" | "points";

/** Risk with the intervention, from the risk without and a ratio. */
const riskFrom = {
  RR: riskWith.RR,
  OR: riskWith.OR,
  HR: riskWith.HR,
  /** `-32% relative` is RR 0.68. */
  relative: (p: number, change: number): number => (1 + change) * p,
} as const;

const NOTES: Readonly<Record<keyof typeof riskFrom, string>> = {
  RR: "RR x p - p, RR = relative risk, p = what happens without it",
  OR: "OR p / (1 - p + OR p) - p, OR = odds ratio, p = what happens without it",
  HR: "1 - (1 - p)^HR - p, HR = hazard ratio, p = what happens without it",
  relative: "(1 + c) x p - p, c = relative change, p = what happens without it",
};

const HAZARD = "HR x r - r, HR = hazard ratio, r = the rate without it";

const CLIPPED = "an end that would give a chance above 100% or below 0% is cut there";

/** Whether a value is a chance, so that it cannot leave 0 to 1: not a rate a year, not points. */
const isChance = ({ value, unit }: Worked): boolean =>
  value !== undefined && unit.powers.length === 0 && value >= 0 && value <= 1;

const held = (chance: number): number => Math.min(1, Math.max(0, chance));
const isPossible = (chance: number): boolean => chance <= 1 + 1e-9 && chance >= -1e-9;

/** No difference is worked out from an effect that would make a chance more than certain or less than none. */
const impossible = (chance: number, ref: Worked["ref"]): Worked =>
  unknown(
    "Difference the effect makes",
    {
      reason: "impossible-chance",
      what: `an effect that is possible (this one gives a chance of ${Number((chance * 100).toPrecision(4))}%)`,
      ...(ref === undefined ? {} : { ref }),
    },
    { ref },
  );

/** Odds are of a chance: a number of events for each person may be more than one, and has none. */
const oddsOfRate = (without: Worked, ratio: Worked): Worked =>
  unknown(
    "Difference the effect makes",
    {
      reason: "effect-unknown",
      what: "what happens without it as a chance: an odds ratio says nothing of a number for each person",
      ...(without.ref === undefined ? {} : { ref: without.ref }),
    },
    { ref: ratio.ref },
  );

/**
 * Difference in risk from a ratio: what would be with the intervention, less what would be without. Not known where the chance with it
 * would be impossible; only the ends of an interval are cut at 0% and 100%.
 */
export function differenceFromRatio(metric: keyof typeof riskFrom, without: Worked, ratio: Worked): Worked {
  const rated = without.value !== undefined && !isDimensionless(without.unit);
  if (rated && metric === "OR") return oddsOfRate(without, ratio);
  // The hazard of what may happen again is its rate.
  const formula = rated && metric === "HR" ? riskFrom.RR : riskFrom[metric];
  const chances = isChance(without);
  const at = (r: number | undefined): number => (r === undefined ? 0 : formula(without.value ?? 0, r));
  if (chances && ratio.value !== undefined && !isPossible(at(ratio.value)))
    return impossible(at(ratio.value), ratio.ref);
  const isCut = chances && [ratio.low, ratio.high].some((end) => !isPossible(at(end)));
  return apply(
    "Difference the effect makes",
    [without, ratio],
    ([p = 0, r = 0]) => (chances ? held(formula(p, r)) : formula(p, r)) - p,
    {
      unit: without.unit,
      note: isCut ? `${NOTES[metric]}; ${CLIPPED}` : rated && metric === "HR" ? HAZARD : NOTES[metric],
    },
  );
}

/** Difference in risk from a standardised difference on a yes/no outcome, through the odds ratio. */
export function differenceFromStandardised(without: Worked, g: Worked): Worked {
  return apply("Difference the effect makes", [without, g], ([p = 0, d = 0]) => riskFrom.OR(p, oddsFromD(d)) - p, {
    unit: NO_UNIT,
    note: "OR p / (1 - p + OR p) - p, ln(OR) = g pi / sqrt(3), g = standardised difference, p = what happens without it",
  });
}

/** A difference as claimed; held against the chance without it, where that is known, as a ratio is. */
export function differenceAsClaimed(claimed: Worked, without: Worked | undefined): Worked {
  const { value, low, high } = claimed;
  if (without?.value === undefined || value === undefined || claimed.unit.powers.length > 0 || !isChance(without))
    return claimed;
  const p = without.value;
  if (!isPossible(p + value)) return impossible(p + value, claimed.ref);
  if ([low, high].every((end) => end === undefined || isPossible(p + end))) return claimed;
  return apply("Difference the effect makes", [claimed, without], ([d = 0, q = 0]) => held(q + d) - q, {
    unit: claimed.unit,
    ref: claimed.ref,
    note: `the difference as claimed; ${CLIPPED}`,
  });
}

/** Difference in points of a measure: g x its standard deviation. */
export function differenceInPoints(g: Worked, sd: Worked): Worked {
  return product("Difference the effect makes", [g, sd], { unit: sd.unit });
}

/** Relative risk of two arms: the chance or rate with, over that without. */
export function relativeRisk(withIt: Worked, control: Worked): Worked {
  return quotient("Relative risk of the two arms", withIt, control, { unit: NO_UNIT });
}

/** Risk or rate with, less risk or rate without. */
export function differenceFromPair(withIt: Worked, without: Worked): Worked {
  return difference("Difference the effect makes", withIt, without);
}

/** The value that means no effect: 1 for ratios, 0 otherwise. */
const noEffectOf = (metric: EffectMetric): number => (metric === "RR" || metric === "OR" || metric === "HR" ? 1 : 0);

/** Whether an interval holds "no effect". Its very end counts as holding it. */
export function holdsNoEffect(metric: EffectMetric, low: number, high: number): boolean {
  const at = noEffectOf(metric);
  return low <= at && at <= high;
}

/** 95% interval from a standard error; on the log scale for ratios. */
export function intervalFromError(
  metric: EffectMetric,
  value: number,
  se: number,
): { readonly low: number; readonly high: number } {
  const z = multiplier(95);
  if (noEffectOf(metric) === 1) return { low: value * Math.exp(-z * se), high: value * Math.exp(z * se) };
  return { low: value - z * se, high: value + z * se };
}
