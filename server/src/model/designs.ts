/** Designs of studies and evaluations by what can be concluded from them: the one place that sorts them. */

/** Chance decides who takes part. */
export const randomisedDesigns: ReadonlySet<string> = new Set([
  "rct",
  "blocked-rct",
  "cluster-rct",
  "stepped-wedge",
  "crossover",
]);

/** Chance decides by group, so those of one group resemble each other. */
export const clusteredDesigns: ReadonlySet<string> = new Set(["cluster-rct", "stepped-wedge"]);

/** With others to compare with, by chance or otherwise. */
export const comparisonGroupDesigns: ReadonlySet<string> = new Set([
  ...randomisedDesigns,
  "difference-in-differences",
  "matched",
  "regression-discontinuity",
  "instrumental-variable",
]);

/** An effect rather than a change comes out: with others to compare with, or with a long series of the time before. */
export const comparativeDesigns: ReadonlySet<string> = new Set([...comparisonGroupDesigns, "interrupted-time-series"]);
