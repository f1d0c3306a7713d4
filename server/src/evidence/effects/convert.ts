/** An effect on another scale, its interval with it, and every assumption that took it there. */

import { multiplier } from "../normal.ts";
import { dFromOdds, oddsFromD } from "./odds.ts";
import { effectOfRisks, riskWith } from "./risks.ts";
import { withError } from "./spread.ts";
import { gFromD } from "./standardised.ts";
import { type EffectScale, onLine, type SizedEffect } from "./types.ts";

/** Facts that a conversion may need. */
export interface ConversionFacts {
  /** Chance of the event without the intervention. */
  readonly without?: number;
  /** Where that chance was read, in words: `the study's comparison group`. */
  readonly withoutFrom?: string;
  /** Standard deviation of the measure, in its points. */
  readonly sd?: number;
  /** Participants analysed in both arms together. */
  readonly total?: number;
}

export type Conversion =
  | { readonly kind: "converted"; readonly effect: SizedEffect; readonly assumptions: readonly string[] }
  | { readonly kind: "needs"; readonly what: string };

export const LOGISTIC = "the score behind the yes or no is logistic, d = ln(OR) x sqrt(3) / pi";
const NEEDS_RISK = "the chance without the intervention";
const NEEDS_SD = "the standard deviation of the measure";

/** The same effect on another scale; what is missing where it cannot be brought there. */
export function convert(effect: SizedEffect, to: EffectScale, facts: ConversionFacts): Conversion {
  if (effect.scale === to) return { kind: "converted", effect, assumptions: [] };
  switch (effect.scale) {
    case "MD":
      return fromPoints(effect, to, facts);
    case "d":
    case "g":
      return fromStandardised(effect, to, facts);
    default:
      return fromRisks(effect, to, facts);
  }
}

function fromPoints(effect: SizedEffect, to: EffectScale, facts: ConversionFacts): Conversion {
  const { sd } = facts;
  if (sd === undefined || !(sd > 0)) return { kind: "needs", what: NEEDS_SD };
  const { unit: _points, ...plain } = effect;
  const d = linear(plain, "d", 1 / sd);
  return after(convert(d, to, facts), `its standard deviation is ${short(sd)} points`);
}

function fromStandardised(effect: SizedEffect, to: EffectScale, facts: ConversionFacts): Conversion {
  if (to === "d") return converted({ ...effect, scale: "d" }, "g taken as d: they differ in small samples only");
  if (to === "g")
    return facts.total === undefined
      ? converted({ ...effect, scale: "g" }, "d taken as g: the numbers in its arms are not known")
      : converted(gFromD(effect, facts.total));
  if (to === "MD") {
    const { sd } = facts;
    if (sd === undefined || !(sd > 0)) return { kind: "needs", what: NEEDS_SD };
    return converted(linear(effect, "MD", sd), `its standard deviation is ${short(sd)} points`);
  }
  const odds = exponential(effect);
  return after(convert(odds, to, facts), LOGISTIC);
}

function fromRisks(effect: SizedEffect, to: EffectScale, facts: ConversionFacts): Conversion {
  if (to === "d" || to === "g" || to === "MD") {
    const odds = convert(effect, "OR", facts);
    if (odds.kind === "needs") return odds;
    const d = logarithmic(odds.effect);
    return after(convert(d, to, facts), ...odds.assumptions, LOGISTIC);
  }
  const { without } = facts;
  const from = effect.scale as "RD" | "RR" | "OR" | "HR";
  if (without === undefined || !(without > 0 && without < 1)) return { kind: "needs", what: NEEDS_RISK };
  // Beyond a chance of 0 or 1 there is no effect on any scale of chances.
  const change = (value: number): number => {
    const chance = riskWith[from](without, value);
    return chance >= 0 && chance <= 1 ? effectOfRisks[to as typeof from](without, chance) : Number.NaN;
  };
  const moved = curved(effect, to, change);
  if (!Number.isFinite(onLine(to, moved.value))) return { kind: "needs", what: "a chance that stays between 0 and 1" };
  const lost = effect.low !== undefined && moved.low === undefined;
  return converted(
    moved,
    ...(lost ? ["its interval reaches beyond chances of 0 and 1, so it has none here"] : []),
    `${percent(without)} without it${facts.withoutFrom === undefined ? "" : ` (${facts.withoutFrom})`}`,
  );
}

const converted = (effect: SizedEffect, ...assumptions: readonly string[]): Conversion => ({
  kind: "converted",
  effect,
  assumptions,
});

const after = (then: Conversion, ...before: readonly string[]): Conversion =>
  then.kind === "needs" ? then : { ...then, assumptions: [...before, ...then.assumptions] };

/** Every number times a factor above zero. */
function linear(effect: SizedEffect, scale: EffectScale, factor: number): SizedEffect {
  return {
    ...effect,
    scale,
    value: effect.value * factor,
    ...(effect.se === undefined ? {} : { se: effect.se * factor }),
    ...(effect.low === undefined ? {} : { low: effect.low * factor }),
    ...(effect.high === undefined ? {} : { high: effect.high * factor }),
  };
}

/** The odds ratio of a standardised difference: linear in the logarithm. */
const exponential = (effect: SizedEffect): SizedEffect => ({
  ...effect,
  scale: "OR",
  value: oddsFromD(effect.value),
  ...(effect.se === undefined ? {} : { se: (effect.se * Math.PI) / Math.sqrt(3) }),
  ...(effect.low === undefined ? {} : { low: oddsFromD(effect.low) }),
  ...(effect.high === undefined ? {} : { high: oddsFromD(effect.high) }),
});

const logarithmic = (effect: SizedEffect): SizedEffect => ({
  ...effect,
  scale: "d",
  value: dFromOdds(effect.value),
  ...(effect.se === undefined ? {} : { se: (effect.se * Math.sqrt(3)) / Math.PI }),
  ...(effect.low === undefined ? {} : { low: dFromOdds(effect.low) }),
  ...(effect.high === undefined ? {} : { high: dFromOdds(effect.high) }),
});

const z95 = multiplier(95);

/** Through a rising curve: the ends are moved like the value, and the standard error is read from them. */
function curved(effect: SizedEffect, scale: EffectScale, change: (value: number) => number): SizedEffect {
  const value = change(effect.value);
  const { se: _se, low, high, ...rest } = effect;
  if (low === undefined || high === undefined) return { ...rest, scale, value };
  const ends = [change(low), change(high)] as const;
  const se = (onLine(scale, ends[1]) - onLine(scale, ends[0])) / (2 * z95);
  if (!(se > 0 && Number.isFinite(se))) return { ...rest, scale, value };
  return {
    ...withError(scale, value, se, effect.basis ?? "interval"),
    ...rest,
    scale,
    value,
    low: ends[0],
    high: ends[1],
  };
}

const short = (value: number): string => String(Number(value.toPrecision(3)));
const percent = (share: number): string => `${Number((share * 100).toPrecision(3))}%`;
