/** Quantiles and means of draws. Infinite draws have their place at the ends; NaN, no number, has none. */

/** The draws that are numbers, on their own: `quantilesOf` puts them in another order. */
export const numbersOf = (draws: Float64Array): Float64Array => draws.filter((draw) => !Number.isNaN(draw));

/** For each share, in rising order, the draw at or below which that share of them lies; NaN without any. Changes the order of the draws. */
export function quantilesOf(draws: Float64Array, shares: readonly number[]): readonly number[] {
  let from = 0;
  return shares.map((share) => {
    if (draws.length === 0) return Number.NaN;
    const at = Math.min(draws.length - 1, Math.max(0, Math.ceil(share * draws.length - 1e-9) - 1));
    select(draws, at, from);
    from = at;
    return draws[at] as number;
  });
}

/** Moves the draws from `left` on about until the one at `at` is where sorting would put it, none greater before it (Hoare 1961). */
function select(draws: Float64Array, at: number, left: number): void {
  let [low, high] = [left, draws.length - 1];
  while (low < high) {
    const pivot = median(draws[low] as number, draws[(low + high) >> 1] as number, draws[high] as number);
    let [i, j] = [low, high];
    while (i <= j) {
      while ((draws[i] as number) < pivot) i++;
      while (pivot < (draws[j] as number)) j--;
      if (i > j) break;
      const held = draws[i] as number;
      draws[i] = draws[j] as number;
      draws[j] = held;
      i++;
      j--;
    }
    if (at <= j) high = j;
    else if (at >= i) low = i;
    else return;
  }
}

const median = (a: number, b: number, c: number): number => Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));

/** How many draws are no number, and infinite at either end; mean and sample variance (n - 1) where none is. */
export interface Tally {
  readonly without: number;
  readonly above: number;
  readonly below: number;
  readonly mean: number;
  readonly variance: number;
}

export function tally(draws: Float64Array): Tally {
  let [without, above, below, sum] = [0, 0, 0, 0];
  for (let i = 0; i < draws.length; i++) {
    const draw = draws[i] as number;
    sum += draw;
    if (Number.isFinite(draw)) continue;
    if (draw > 0) above++;
    else if (draw < 0) below++;
    else without++;
  }
  const mean = sum / draws.length;
  let squares = 0;
  if (without + above + below === 0)
    for (let i = 0; i < draws.length; i++) {
      const away = (draws[i] as number) - mean;
      squares += away * away;
    }
  return { without, above, below, mean, variance: squares / (draws.length - 1) };
}

/** Share of draws above a value. */
export function shareAbove(draws: Float64Array, value: number): number {
  let count = 0;
  for (let i = 0; i < draws.length; i++) if ((draws[i] as number) > value) count++;
  return count / draws.length;
}
