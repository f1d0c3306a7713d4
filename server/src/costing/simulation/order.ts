/** Quantiles and means of draws. Infinite draws have their place at the ends; NaN, no number, has none. */

/** The draws that are numbers, on their own: `quantilesOf` puts them in another order. */
export function numbersOf(draws: Float64Array): Float64Array {
  return draws.some(Number.isNaN) ? draws.filter((draw) => !Number.isNaN(draw)) : draws.slice();
}

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

export function meanOf(draws: Float64Array): number {
  let sum = 0;
  for (const draw of draws) sum += draw;
  return sum / draws.length;
}

/** Sample variance, n - 1. */
export function varianceOf(draws: Float64Array, mean: number): number {
  let sum = 0;
  for (const draw of draws) sum += (draw - mean) ** 2;
  return sum / (draws.length - 1);
}

/** Share of draws of which something holds. */
export function shareWhere(draws: Float64Array, holds: (draw: number) => boolean): number {
  let count = 0;
  for (const draw of draws) if (holds(draw)) count++;
  return count / draws.length;
}
