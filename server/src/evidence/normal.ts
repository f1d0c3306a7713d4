import normalCdf from "@stdlib/stats-base-dists-normal-cdf";
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";

/** Standard normal distribution function. */
export const phi = (z: number): number => normalCdf(z, 0, 1);

/** Its inverse. */
export const quantile = (share: number): number => normalQuantile(share, 0, 1);

/** Half-width of a two-sided interval of `level` percent, in standard errors: 1.96 for 95. */
export const multiplier = (level: number): number => quantile(0.5 + level / 200);
