/** What the draws of one figure come to: its interval, its middle, and how surely many draws have settled it. */
import { numbersOf, quantilesOf, tally } from "./order.ts";

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
  const { length } = draws;
  const counted = tally(draws);
  const numbers = counted.without === 0 ? draws.slice() : numbersOf(draws);
  const tail = (1 - level / 100) / 2;
  const without = counted.without / length;
  // A draw without a figure may lie anywhere: with more of them than a tail holds, an end is anybody's guess.
  const known = numbers.length > 0 && without <= tail;
  const all = counted.without + counted.above + counted.below === 0;
  const [least, median = Number.NaN, most] = quantilesOf(numbers, [tail, 0.5, 1 - tail]);
  const low = known ? least : undefined;
  const high = known ? most : undefined;
  return {
    central,
    mean: all ? counted.mean : undefined,
    median,
    low,
    high,
    above: counted.above / length,
    below: counted.below / length,
    without,
    convergence:
      !all || low === undefined || high === undefined
        ? undefined
        : { error: Math.sqrt(counted.variance / length), drift: driftOf(draws, tail, high - low) },
  };
}

function driftOf(draws: Float64Array, tail: number, width: number): number {
  if (!(width > 0)) return 0;
  const half = draws.length >> 1;
  const ends = [draws.slice(0, half), draws.slice(half)].map((part) => quantilesOf(part, [tail, 1 - tail]));
  const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = ends;
  return Math.max(Math.abs(a - c), Math.abs(b - d)) / width;
}
