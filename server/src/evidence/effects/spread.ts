/** The spread of an effect from what is printed beside it: an interval of any level, a standard error, an exact p. */
import { multiplier } from "../normal.ts";
import { type EffectScale, offLine, onLine, type SizedEffect } from "./types.ts";

const z95 = multiplier(95);

/** 95% interval from a standard error on the effect's line: exp(ln v +- 1.96 SE) for ratios, v +- 1.96 SE otherwise. */
export function withError(
  scale: EffectScale,
  value: number,
  se: number,
  basis: NonNullable<SizedEffect["basis"]>,
): SizedEffect {
  const at = onLine(scale, value);
  return { scale, value, se, low: offLine(scale, at - z95 * se), high: offLine(scale, at + z95 * se), basis };
}

/**
 * From a printed interval: SE = (high - low) / (2 z of its own level), on the logarithm for ratios (Altman and Bland, BMJ
 * 2011;343:d2090). An interval of 97.5% or 90% is brought to 95%; one of 95% keeps its printed ends. Without a width there is
 * no spread.
 */
export function withInterval(scale: EffectScale, value: number, low: number, high: number, level: number): SizedEffect {
  const se = (onLine(scale, high) - onLine(scale, low)) / (2 * multiplier(level));
  if (!(se > 0 && Number.isFinite(se))) return { scale, value };
  if (level === 95) return { scale, value, se, low, high, basis: "interval" };
  return { ...withError(scale, value, se, "interval"), printedLevel: level };
}

/**
 * From an exact two-sided p: SE = |effect| / z, z with 2(1 - Phi(z)) = p (Altman and Bland, BMJ 2011;343:d2090). An effect of
 * none, or p of 0 or 1, says nothing of the spread.
 */
export function withP(scale: EffectScale, value: number, p: number, sides: 1 | 2 = 2): SizedEffect {
  const twoSided = sides === 1 ? 2 * p : p;
  const se = Math.abs(onLine(scale, value)) / multiplier(100 * (1 - twoSided));
  return twoSided > 0 && twoSided < 1 && se > 0 && Number.isFinite(se)
    ? withError(scale, value, se, "p value")
    : { scale, value };
}
