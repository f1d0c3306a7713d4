/** Standardised differences: Cohen's d, Hedges' g, and the odds ratio and percentile they stand for. */
import gammaln from "@stdlib/math-base-special-gammaln";
import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import { phi } from "../normal.ts";
import { withError } from "./spread.ts";
import type { ArmMean, ArmSizes, SizedEffect } from "./types.ts";

/** Hedges' exact correction for small samples, J = Gamma(df/2) / (sqrt(df/2) Gamma((df-1)/2)); about 1 - 3/(4 df - 1). Hedges 1981. */
export const smallSampleFactor = (df: number): number =>
  df > 1 ? Math.exp(gammaln(df / 2) - gammaln((df - 1) / 2)) / Math.sqrt(df / 2) : Number.NaN;

/** SE of d from the numbers in the arms: sqrt((n1 + n2) / (n1 n2) + d^2 / (2 (n1 + n2))). Hedges and Olkin 1985. */
export const errorOfD = (d: number, { with: n1, without: n2 }: ArmSizes): number =>
  Math.sqrt((n1 + n2) / (n1 * n2) + d ** 2 / (2 * (n1 + n2)));

/** d with the spread that the numbers in its arms give it; the interval is of t with n1 + n2 - 2 degrees of freedom. */
export function sizedD(d: number, sizes: ArmSizes, basis: "means" | "sample", scale: "d" | "g" = "d"): SizedEffect {
  const se = errorOfD(d, sizes);
  const df = sizes.with + sizes.without - 2;
  if (!(se > 0 && Number.isFinite(se) && df > 0)) return { scale, value: d };
  const t = tQuantile(0.975, df);
  return { scale, value: d, se, low: d - t * se, high: d + t * se, basis };
}

/** Pooled standard deviation of two arms: sqrt(((n1-1) s1^2 + (n2-1) s2^2) / (n1 + n2 - 2)). */
export const pooledSd = (a: ArmMean, b: ArmMean): number =>
  Math.sqrt(((a.n - 1) * a.sd ** 2 + (b.n - 1) * b.sd ** 2) / (a.n + b.n - 2));

/** Difference in means with its interval (t, equal variances), in the measure's points. */
export function meanDifference(a: ArmMean, b: ArmMean): SizedEffect {
  const value = a.mean - b.mean;
  const se = pooledSd(a, b) * Math.sqrt(1 / a.n + 1 / b.n);
  if (!(se > 0 && Number.isFinite(se))) return { scale: "MD", value };
  const t = tQuantile(0.975, a.n + b.n - 2);
  return { scale: "MD", value, se, low: value - t * se, high: value + t * se, basis: "means" };
}

/** d from two arms: difference in means over the pooled standard deviation. Undefined without a spread. */
export function dFromMeans(a: ArmMean, b: ArmMean): SizedEffect | undefined {
  const d = (a.mean - b.mean) / pooledSd(a, b);
  return Number.isFinite(d) ? sizedD(d, { with: a.n, without: b.n }, "means") : undefined;
}

/** g from d: everything times J of n1 + n2 - 2. */
export function gFromD(d: SizedEffect, total: number): SizedEffect {
  const factor = smallSampleFactor(total - 2);
  if (!Number.isFinite(factor)) return { ...d, scale: "g" };
  return {
    ...d,
    scale: "g",
    value: d.value * factor,
    ...(d.se === undefined ? {} : { se: d.se * factor }),
    ...(d.low === undefined ? {} : { low: d.low * factor }),
    ...(d.high === undefined ? {} : { high: d.high * factor }),
  };
}

/** Cox's index, ln(OR)/1.65, as WSIPP and the What Works Clearinghouse use it (Sanchez-Meca and others 2003). */
export const coxFromOdds = (ratio: number): number => Math.log(ratio) / 1.65;

/** d as Cox's index with its spread, from an odds ratio with its. */
export const coxEffect = (odds: SizedEffect): SizedEffect =>
  odds.se === undefined
    ? { scale: "d", value: coxFromOdds(odds.value) }
    : withError("d", coxFromOdds(odds.value), odds.se / 1.65, odds.basis ?? "interval");

/**
 * Improvement index: percentile points by which the average participant would stand above the average of the comparison group,
 * 100 (Phi(g) - 0.5). What Works Clearinghouse; EIF prints it as the score.
 */
export const improvementIndex = (g: number): number => 100 * (phi(g) - 0.5);
