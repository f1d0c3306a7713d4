import type { Estimate, Interval, Metric, PValue, Written } from "../values/types.ts";
import { multiplier, phi } from "./normal.ts";

/** Metrics whose scale is multiplicative: no effect is 1, and intervals are symmetric in the logarithm. */
export const isRatio = (metric: Metric): boolean => metric === "RR" || metric === "OR" || metric === "HR";

/** The value that means no effect on the metric's own scale. */
export const noEffect = (metric: Metric): number => (isRatio(metric) ? 1 : 0);

/** Half a unit of the last digit written: what was printed may stand for anything this near. */
export const rounding = (written: Written): number => 0.5 * 10 ** written.finest;

/** True when the estimate lies within its interval, both taken with their rounding. */
export function holdsEstimate(value: number, written: Written, interval: Interval): boolean {
  const slack = rounding(written) + rounding(interval.written);
  return value >= interval.low - slack && value <= interval.high + slack;
}

/** True when the interval contains the value that means no effect: the study does not show one. */
export function showsNoEffect(metric: Metric, interval: Interval): boolean {
  const none = noEffect(metric);
  return interval.low <= none && interval.high >= none;
}

/**
 * The value on the scale where its interval is symmetric: the logarithm of a ratio, and of the ratio that a relative change stands for
 * (`-32% relative` is RR 0.68); NaN where there is none.
 */
function onScale(metric: Metric, value: number): number {
  if (isRatio(metric)) return Math.log(value);
  return metric === "relative" ? Math.log1p(value) : value;
}

/**
 * Two-sided p values that the printed estimate and interval allow, lowest to highest, given how they were rounded. Normal
 * approximation: SE = (high - low) / (2 z), on the logarithm for ratios; p = 2 (1 - Phi(|estimate| / SE)). Source: Altman and
 * Bland, BMJ 2011;343:d2304. Undefined when the interval has no width or a ratio is not above zero.
 */
export function pFromInterval(
  estimate: Estimate,
): { readonly low: number; readonly high: number; readonly central: number } | undefined {
  const { interval, metric } = estimate;
  if (interval === undefined) return undefined;
  const z = multiplier(interval.level);
  const end = rounding(interval.written);
  const middle = rounding(estimate.written);
  const p = (value: number, low: number, high: number): number => {
    const error = (onScale(metric, high) - onScale(metric, low)) / (2 * z);
    if (!(error > 0 && Number.isFinite(error))) return Number.NaN;
    return 2 * (1 - phi(Math.abs(onScale(metric, value)) / error));
  };
  const central = p(estimate.value, interval.low, interval.high);
  if (!Number.isFinite(central)) return undefined;
  const corners: number[] = [];
  for (const value of [estimate.value - middle, estimate.value + middle]) {
    for (const [low, high] of [
      [interval.low - end, interval.high + end],
      [interval.low + end, interval.high - end],
    ] as const) {
      const at = p(value, low, high);
      if (Number.isFinite(at)) corners.push(at);
    }
  }
  return { low: Math.min(central, ...corners), high: Math.max(central, ...corners), central };
}

/**
 * Room, as a share of the test statistic, between a p value and the interval beside it: papers take one from a t test, a Wald test or a
 * likelihood ratio and the other from the normal curve. With 10 degrees of freedom the statistic differs by a twelfth.
 */
const otherTest = 0.1;

/** Below this the tails of different tests part company, and nobody decides otherwise for it. */
const farTail = 0.005;

/** True when a printed p can stand beside a range of p values that the interval allows. */
export function agrees(p: PValue, allowed: { readonly low: number; readonly high: number }): boolean {
  const half = rounding(p.written);
  const low = twoSided(statistic(allowed.low) * (1 + otherTest));
  const high = twoSided(statistic(allowed.high) * (1 - otherTest));
  switch (p.relation) {
    case "less":
      return low < p.value;
    case "more":
      return high > p.value;
    case "equal":
      if (p.value - half <= farTail && low <= farTail) return true;
      return p.value + half >= low && p.value - half <= high;
  }
}

const twoSided = (z: number): number => 2 * (1 - phi(z));

/** The size of the normal statistic whose two-sided p this is; the largest that binary arithmetic can tell for p of zero. */
const statistic = (p: number): number => multiplier(100 * (1 - Math.max(p, 1e-15)));
