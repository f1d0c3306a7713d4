/** Smallest detectable effect, power and the sample needed (Bloom 1995; Dong and Maynard 2013). */
import tCdf from "@stdlib/stats-base-dists-t-cdf";
import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import { phi, quantile } from "../normal.ts";
import { freedomOf, type PowerDesign, sizeOf, varianceOf, withSize } from "./designs.ts";

export interface PowerTest {
  /** Chance of finding the effect if it is there: 0.8. */
  readonly power: number;
  /** Level of the whole test, of all primary tests together: 0.05. */
  readonly level: number;
  readonly sides: 1 | 2;
  /** Primary outcomes tested, each at its share of the level (Bonferroni; the first step of Holm). */
  readonly tests: number;
  /** Which quantiles: of t with the design's degrees of freedom, or of the normal distribution, as some printed tables use. */
  readonly multiplier: "t" | "normal";
}

export interface Detectable {
  /** Standard deviations. */
  readonly effect: number;
  /** Standard error of the effect, in standard deviations. */
  readonly error: number;
  /** Infinite with normal quantiles. */
  readonly freedom: number;
  readonly multiplier: number;
}

/** Level of one test on one side. */
const tail = ({ level, sides, tests }: PowerTest): number => level / tests / sides;

function quantileIn({ multiplier }: PowerTest, share: number, freedom: number): number {
  return multiplier === "normal" ? quantile(share) : tQuantile(share, freedom);
}

/** M = t(1 - level/2) + t(power): how many standard errors an effect has to be away from none. NaN without degrees of freedom. */
export function multiplierOf(test: PowerTest, freedom: number): number {
  if (!(freedom > 0)) return Number.NaN;
  return quantileIn(test, 1 - tail(test), freedom) + quantileIn(test, test.power, freedom);
}

/** The smallest effect that the design finds with the power asked for; undefined where too few are randomised for any test. */
export function smallestDetectable(design: PowerDesign, test: PowerTest): Detectable | undefined {
  const freedom = freedomOf(design);
  const error = Math.sqrt(varianceOf(design));
  const multiplier = multiplierOf(test, freedom);
  const effect = multiplier * error;
  return Number.isFinite(effect) && effect > 0
    ? { effect, error, freedom: test.multiplier === "normal" ? Number.POSITIVE_INFINITY : freedom, multiplier }
    : undefined;
}

/**
 * The chance of finding an effect of so many standard deviations: the multiplier read backwards, so that the smallest detectable effect
 * has just the power asked for. Undefined where no test can be done.
 */
export function powerOf(design: PowerDesign, effect: number, test: PowerTest): number | undefined {
  const freedom = freedomOf(design);
  const error = Math.sqrt(varianceOf(design));
  if (!(freedom > 0) || !(error > 0)) return undefined;
  const beyond = Math.abs(effect) / error - quantileIn(test, 1 - tail(test), freedom);
  return test.multiplier === "normal" ? phi(beyond) : tCdf(beyond, freedom);
}

export interface Needed {
  /** Before rounding. */
  readonly exact: number;
  /** Whole, rounded up. */
  readonly needed: number;
}

/** Clusters, or participants where these are randomised, at which an effect is just found. Undefined: no number of them is enough. */
export function sizeNeeded(design: PowerDesign, effect: number, test: PowerTest): Needed | undefined {
  const target = Math.abs(effect);
  if (!(target > 0)) return undefined;
  const enough = (size: number): boolean => {
    const found = smallestDetectable(withSize(design, size), test);
    return found !== undefined && found.effect <= target;
  };
  let most = Math.max(4, sizeOf(design));
  while (!enough(most)) {
    most *= 2;
    if (most > largest) return undefined;
  }
  let least = 0;
  for (let step = 0; step < 60 && most - least > 1e-9 * most; step++) {
    const middle = (least + most) / 2;
    if (enough(middle)) most = middle;
    else least = middle;
  }
  // What is exact but for the last digits of the sums is not rounded up by them.
  return { exact: most, needed: Math.ceil(most - 1e-6) };
}

/** Beyond it nothing is randomised. */
const largest = 1e9;
