/** What the arithmetic on effects takes and gives. Pure figures: no texts, no places. */

import type { Unit } from "../../values/types.ts";

/** Scales on which an effect can stand. `MD` is a difference in a measure's own points. */
export type EffectScale = "RD" | "RR" | "OR" | "HR" | "d" | "g" | "MD";

/** How the spread of an effect was come by. */
export type SpreadBasis =
  | "interval" // printed
  | "standard error" // printed
  | "p value" // worked back from an exact p
  | "counts" // from events and totals
  | "means" // from means, standard deviations and numbers
  | "sample"; // of d or g, from the numbers in the arms

/** An effect with its spread. Ends are of a 95% interval on the scale's own numbers; `se` is of the logarithm for ratios. */
export interface SizedEffect {
  readonly scale: EffectScale;
  readonly value: number;
  readonly se?: number;
  readonly low?: number;
  readonly high?: number;
  readonly basis?: SpreadBasis;
  /** Of a difference: what it is counted in, where that is not points of a measure. */
  readonly unit?: Unit;
  /** Level of the interval that was printed, when it was not 95%. */
  readonly printedLevel?: number;
}

/** Events out of a total in each arm. */
export interface Counts {
  readonly events: number;
  readonly total: number;
}

/** What one arm scored. */
export interface ArmMean {
  readonly mean: number;
  readonly sd: number;
  readonly n: number;
}

/** Numbers in the two arms. */
export interface ArmSizes {
  readonly with: number;
  readonly without: number;
}

export const isRatioScale = (scale: EffectScale): boolean => scale === "RR" || scale === "OR" || scale === "HR";

/** The number on the line where an effect adds up and its interval is symmetric: the logarithm of a ratio, else itself. */
export const onLine = (scale: EffectScale, value: number): number => (isRatioScale(scale) ? Math.log(value) : value);

/** Back from that line. */
export const offLine = (scale: EffectScale, at: number): number => (isRatioScale(scale) ? Math.exp(at) : at);
