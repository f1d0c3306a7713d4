import chisquareCdf from "@stdlib/stats-base-dists-chisquare-cdf";
import tCdf from "@stdlib/stats-base-dists-t-cdf";
import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import { poolWith } from "./fixed.ts";
import { cochranQ, tauSquared, typicalVariance } from "./tau.ts";
import type { RandomEffects, StudyEstimate, TauEstimator } from "./types.ts";

/**
 * Mean of effects that differ between studies. The plain interval is normal; `adjusted` is that of Hartung, Knapp, Sidik and
 * Jonkman (Stat Med 2001;20:3875), SE^2 = sum(w (y - mu)^2) / ((k - 1) sum(w)). The prediction interval is mu +- t(k - 2)
 * sqrt(tau2 + SE^2) (Higgins, Thompson and Spiegelhalter 2009). Needs two studies or more.
 */
export function poolRandom(studies: readonly StudyEstimate[], estimator: TauEstimator = "REML"): RandomEffects {
  const k = studies.length;
  const tau2 = tauSquared(studies, estimator);
  const plain = poolWith(studies, tau2);
  const q = cochranQ(studies);
  const typical = typicalVariance(studies);
  const scaled = cochranQ(studies, tau2) / (k - 1);
  const se = plain.se * Math.sqrt(scaled);
  const t = tQuantile(0.975, k - 1);
  const reach = k < 3 ? Number.NaN : tQuantile(0.975, k - 2) * Math.sqrt(tau2 + plain.se ** 2);
  return {
    ...plain,
    heterogeneity: {
      q,
      df: k - 1,
      p: 1 - chisquareCdf(q, k - 1),
      tau2,
      estimator,
      i2: tau2 / (tau2 + typical),
    },
    adjusted: {
      se,
      low: plain.value - t * se,
      high: plain.value + t * se,
      p: 2 * (1 - tCdf(Math.abs(plain.value) / se, k - 1)),
    },
    prediction: k < 3 ? undefined : { low: plain.value - reach, high: plain.value + reach },
  };
}
