import tCdf from "@stdlib/stats-base-dists-t-cdf";
import type { StudyEstimate } from "./types.ts";

/** Fewer studies than this cannot tell asymmetry from chance (Sterne and others, BMJ 2011;343:d4002). */
export const fewestForEgger = 10;

export type SmallStudies =
  | { readonly kind: "too few"; readonly studies: number }
  | { readonly kind: "tested"; readonly t: number; readonly df: number; readonly p: number };

/**
 * Egger's regression test for small-study effects (BMJ 1997;315:629): effect / SE on 1 / SE, the intercept over its error as t with
 * k - 2 degrees of freedom. Too few where there are fewer than ten, or all are equally precise.
 */
export function eggerTest(studies: readonly StudyEstimate[]): SmallStudies {
  const k = studies.length;
  const x = studies.map(({ se }) => 1 / se);
  const y = studies.map(({ value, se }) => value / se);
  const meanX = mean(x);
  const meanY = mean(y);
  const spread = x.reduce((sum, each) => sum + (each - meanX) ** 2, 0);
  if (k < fewestForEgger || spread < 1e-12) return { kind: "too few", studies: k };
  const slope = x.reduce((sum, each, at) => sum + (each - meanX) * ((y[at] ?? 0) - meanY), 0) / spread;
  const intercept = meanY - slope * meanX;
  const left = x.reduce((sum, each, at) => sum + ((y[at] ?? 0) - intercept - slope * each) ** 2, 0);
  const error = Math.sqrt((left / (k - 2)) * (1 / k + meanX ** 2 / spread));
  const t = intercept / error;
  return { kind: "tested", t, df: k - 2, p: 2 * (1 - tCdf(Math.abs(t), k - 2)) };
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
