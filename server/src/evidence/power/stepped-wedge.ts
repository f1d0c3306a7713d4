/** Groups start one after another, in random order; everybody has it in the end. */

/** One period before the first start and one after each start, other people in each: cross-sections. */
export interface SteppedWedgeDesign {
  readonly kind: "stepped-wedge";
  /** Always half: each cluster is its own comparison. */
  readonly treated: number;
  readonly clusters: number;
  /** Starts, as many clusters at each. */
  readonly steps: number;
  /** Measured in each cluster in each period. */
  readonly perPeriod: number;
  readonly icc: number;
  /** How alike people of one cluster are in different periods, over how alike in the same: 1 where clusters do not change. */
  readonly overTime: number;
  readonly explained: { readonly cluster: number; readonly individual: number };
  /** Covariates at the level of clusters. */
  readonly covariates: number;
}

/**
 * Variance of the effect in standard deviations (Hussey and Hughes 2007, Contemp Clin Trials 28:182-191): of I clusters over T periods
 * I a (a + T b) / ((I U - W) a + (U^2 + I T U - T W - I V) b), with a the variance of a cluster's mean in a period about the cluster and b that
 * between clusters; U counts cells with the intervention, W sums the squares by period, V by cluster. Clusters that change over time
 * move icc (1 - overTime) from b to a (Hooper and others 2016, Stat Med 35:4718-4728).
 */
export function steppedVariance(design: SteppedWedgeDesign): number {
  const { clusters, steps, perPeriod, icc, overTime, explained } = design;
  const between = icc * (1 - explained.cluster);
  const a = ((1 - icc) * (1 - explained.individual)) / perPeriod + between * (1 - overTime);
  const b = between * overTime;
  // With one cluster at each step; as many more at each divide the variance.
  const periods = steps + 1;
  const cells = (steps * periods) / 2;
  const squares = (steps * periods * (2 * steps + 1)) / 6;
  const one =
    (steps * a * (a + periods * b)) /
    ((steps * cells - squares) * a + (cells ** 2 + steps * periods * cells - periods * squares - steps * squares) * b);
  return (one * steps) / clusters;
}
