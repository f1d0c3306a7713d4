/** Quantiles and means of draws. Infinite draws have their place at the ends; NaN, no number, has none. */

/** The draws in rising order without those that are no number. */
export function ordered(draws: Float64Array): Float64Array {
  const numbers = draws.filter((draw) => !Number.isNaN(draw));
  return numbers.sort();
}

/** The draw at or below which a share of them lies; NaN without any. */
export function quantileOf(rising: Float64Array, share: number): number {
  const at = Math.ceil(share * rising.length - 1e-9) - 1;
  return rising[Math.min(rising.length - 1, Math.max(0, at))] ?? Number.NaN;
}

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
