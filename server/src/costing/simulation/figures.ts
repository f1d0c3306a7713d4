/** What the draws of one figure come to: its interval, its middle, and how surely many draws have settled it. */
import { meanOf, ordered, quantileOf, varianceOf } from "./order.ts";

export interface SimulatedFigure {
  /** At the written values. */
  readonly central: number;
  /** Undefined where any draw has no number. */
  readonly mean: number | undefined;
  readonly median: number;
  /** Ends of the interval; infinite where it has no end on that side, undefined where too many draws have no figure. */
  readonly low: number | undefined;
  readonly high: number | undefined;
  /** Shares of the draws beyond every number on either side, and without any figure. */
  readonly above: number;
  readonly below: number;
  readonly without: number;
  /** How well the draws have settled it; undefined where any draw has no number. */
  readonly convergence: Convergence | undefined;
}

export interface Convergence {
  /** Standard error of the mean. */
  readonly error: number;
  /** Greatest move of an end of the interval between the first and the second half of the draws, as a share of its width. */
  readonly drift: number;
}

/** Summary of a figure's draws at a level in percent. */
export function summarise(central: number, draws: Float64Array, level: number): SimulatedFigure {
  const rising = ordered(draws);
  const tail = (1 - level / 100) / 2;
  const without = 1 - rising.length / draws.length;
  // A draw without a figure may lie anywhere: with more of them than a tail holds, an end is anybody's guess.
  const known = rising.length > 0 && without <= tail;
  const above = count(rising, Number.POSITIVE_INFINITY) / draws.length;
  const below = count(rising, Number.NEGATIVE_INFINITY) / draws.length;
  const all = without === 0 && above === 0 && below === 0;
  const mean = all ? meanOf(draws) : undefined;
  const low = known ? quantileOf(rising, tail) : undefined;
  const high = known ? quantileOf(rising, 1 - tail) : undefined;
  return {
    central,
    mean,
    median: quantileOf(rising, 0.5),
    low,
    high,
    above,
    below,
    without,
    convergence:
      mean === undefined || low === undefined || high === undefined
        ? undefined
        : { error: Math.sqrt(varianceOf(draws, mean) / draws.length), drift: driftOf(draws, tail, low, high) },
  };
}

function count(rising: Float64Array, infinite: number): number {
  let found = 0;
  const step = infinite > 0 ? -1 : 1;
  for (let at = infinite > 0 ? rising.length - 1 : 0; rising[at] === infinite; at += step) found++;
  return found;
}

function driftOf(draws: Float64Array, tail: number, low: number, high: number): number {
  if (!(high > low)) return 0;
  const half = draws.length >> 1;
  const [one, other] = [draws.slice(0, half).sort(), draws.slice(half).sort()];
  const move = (share: number): number => Math.abs(quantileOf(one, share) - quantileOf(other, share));
  return Math.max(move(tail), move(1 - tail)) / (high - low);
}
