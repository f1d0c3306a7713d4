/** What pooling takes and gives. All figures are on the line where effects add up: logarithms of ratios. */

export interface StudyEstimate {
  readonly value: number;
  readonly se: number;
}

/** How the variance between studies is estimated. */
export type TauEstimator = "DL" | "REML" | "PM";

export interface Pooled {
  readonly value: number;
  readonly se: number;
  /** 95% interval. */
  readonly low: number;
  readonly high: number;
  /** Two-sided p for no effect. */
  readonly p: number;
  /** Share of the whole weight of each study, in the order given. */
  readonly weights: readonly number[];
}

export interface Heterogeneity {
  readonly q: number;
  readonly df: number;
  /** Chance of a Q as large if all studies had one effect; undefined with one study. */
  readonly p: number;
  readonly tau2: number;
  readonly estimator: TauEstimator;
  /** Share of the variation that is between studies, 0 to 1: tau2 / (tau2 + typical variance). Higgins and Thompson 2002. */
  readonly i2: number;
}

export interface RandomEffects extends Pooled {
  readonly heterogeneity: Heterogeneity;
  /** Interval with the adjustment of Hartung, Knapp, Sidik and Jonkman (t with k - 1 degrees of freedom). */
  readonly adjusted: { readonly se: number; readonly low: number; readonly high: number; readonly p: number };
  /** Where the effect of a new study would lie; undefined with fewer than three. */
  readonly prediction: { readonly low: number; readonly high: number } | undefined;
}
