/**
 * Ratios whose denominator may cross zero from draw to draw. A quotient of numbers with the signs turned round says the opposite of what it
 * seems to say, so each draw is put where it belongs: a number where the ratio means something, beyond every number where one side
 * wins outright, and NaN where neither reading holds.
 */

/** What a ratio is of. `price`: cost for each outcome gained, lower is better. `return`: benefit for each pound of cost, higher is better. */
export type RatioKind = "price" | "return";

/**
 * One draw. Price: no outcome gained at a cost is dearer than any price (infinity), gained at no cost cheaper than any (-infinity), neither
 * gained nor paid is NaN. Return: a benefit at no cost is better than any ratio (infinity), a loss at no cost is NaN.
 */
export function ratioAt(kind: RatioKind, above: number, below: number): number {
  if (Number.isNaN(above) || Number.isNaN(below)) return Number.NaN;
  if (kind === "return") {
    if (below > 0) return above / below;
    return above >= 0 ? Number.POSITIVE_INFINITY : Number.NaN;
  }
  if (below > 0) return above > 0 ? above / below : Number.NEGATIVE_INFINITY;
  return above > 0 ? Number.POSITIVE_INFINITY : Number.NaN;
}

/** Every draw. */
export function ratiosOf(kind: RatioKind, above: Float64Array, below: Float64Array): Float64Array {
  const ratios = new Float64Array(above.length);
  for (let i = 0; i < ratios.length; i++) ratios[i] = ratioAt(kind, above[i] as number, below[i] as number);
  return ratios;
}
