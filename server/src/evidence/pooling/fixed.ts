import { multiplier, phi } from "../normal.ts";
import type { Pooled, StudyEstimate } from "./types.ts";

/** Inverse-variance mean under one common effect: sum(w y) / sum(w), w = 1 / SE^2, SE = 1 / sqrt(sum(w)). */
export const poolFixed = (studies: readonly StudyEstimate[]): Pooled => poolWith(studies, 0);

/** The same with a variance between studies added to each study's own. */
export function poolWith(studies: readonly StudyEstimate[], tau2: number): Pooled {
  const weights = studies.map(({ se }) => 1 / (se ** 2 + tau2));
  const whole = weights.reduce((sum, each) => sum + each, 0);
  const value = studies.reduce((sum, each, at) => sum + (weights[at] ?? 0) * each.value, 0) / whole;
  const se = Math.sqrt(1 / whole);
  const z = multiplier(95);
  return {
    value,
    se,
    low: value - z * se,
    high: value + z * se,
    p: 2 * (1 - phi(Math.abs(value) / se)),
    weights: weights.map((each) => each / whole),
  };
}
