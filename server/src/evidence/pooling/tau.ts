/** The variance between studies, tau squared. */
import { poolWith } from "./fixed.ts";
import type { StudyEstimate, TauEstimator } from "./types.ts";

/** Cochran's Q: sum of squared distances from the common mean, weighted by 1 / SE^2. */
export function cochranQ(studies: readonly StudyEstimate[], tau2 = 0): number {
  const { value } = poolWith(studies, tau2);
  return studies.reduce((sum, each) => sum + (each.value - value) ** 2 / (each.se ** 2 + tau2), 0);
}

/** (k - 1) sum(w) / (sum(w)^2 - sum(w^2)): the variance that a typical study has of its own. Higgins and Thompson 2002. */
export function typicalVariance(studies: readonly StudyEstimate[]): number {
  const weights = studies.map(({ se }) => 1 / se ** 2);
  const sum = weights.reduce((a, b) => a + b, 0);
  const squares = weights.reduce((a, b) => a + b * b, 0);
  return ((studies.length - 1) * sum) / (sum ** 2 - squares);
}

/** tau squared by the estimator asked for; never below zero. Zero for a single study, of which nothing can be said. */
export function tauSquared(studies: readonly StudyEstimate[], estimator: TauEstimator): number {
  if (studies.length < 2) return 0;
  switch (estimator) {
    case "DL":
      return derSimonianLaird(studies);
    case "REML":
      return restrictedLikelihood(studies);
    case "PM":
      return pauleMandel(studies);
  }
}

/** DerSimonian and Laird 1986: (Q - (k - 1)) / (sum(w) - sum(w^2) / sum(w)). */
function derSimonianLaird(studies: readonly StudyEstimate[]): number {
  const weights = studies.map(({ se }) => 1 / se ** 2);
  const sum = weights.reduce((a, b) => a + b, 0);
  const squares = weights.reduce((a, b) => a + b * b, 0);
  return Math.max(0, (cochranQ(studies) - (studies.length - 1)) / (sum - squares / sum));
}

const mostSteps = 10_000;
const closeEnough = 1e-12;

/** Restricted maximum likelihood by its fixed point: sum(w^2 ((y - mu)^2 - v)) / sum(w^2) + 1 / sum(w). Viechtbauer 2005. */
function restrictedLikelihood(studies: readonly StudyEstimate[]): number {
  let tau2 = derSimonianLaird(studies);
  for (let step = 0; step < mostSteps; step++) {
    const { value } = poolWith(studies, tau2);
    let sum = 0;
    let squares = 0;
    let excess = 0;
    for (const each of studies) {
      const own = each.se ** 2;
      const weight = 1 / (own + tau2);
      sum += weight;
      squares += weight ** 2;
      excess += weight ** 2 * ((each.value - value) ** 2 - own);
    }
    const next = Math.max(0, excess / squares + 1 / sum);
    if (Math.abs(next - tau2) <= closeEnough * Math.max(1, tau2)) return next;
    tau2 = next;
  }
  return tau2;
}

/** Paule and Mandel 1982: the tau squared at which the generalised Q is k - 1; found by halving, since Q falls as it grows. */
function pauleMandel(studies: readonly StudyEstimate[]): number {
  const target = studies.length - 1;
  if (cochranQ(studies) <= target) return 0;
  let low = 0;
  let high = Math.max(1, 2 * derSimonianLaird(studies));
  while (cochranQ(studies, high) > target) high *= 2;
  for (let step = 0; step < 200 && high - low > closeEnough * high; step++) {
    const middle = (low + high) / 2;
    if (cochranQ(studies, middle) > target) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
