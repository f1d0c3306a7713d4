/** What clustering does to the spread of an effect worked out as if participants were independent. */

/** Design effect 1 + (m - 1) ICC: how many times the variance grows when m participants of one cluster are alike (Kish 1965). */
export const designEffect = (perCluster: number, icc: number): number => 1 + Math.max(0, perCluster - 1) * icc;

/** Participants that a clustered sample is worth: n / design effect. */
export const effectiveSample = (n: number, perCluster: number, icc: number): number =>
  n / designEffect(perCluster, icc);
