/** What one unknown amount must be if the printed figures are right (schemas/FORMAT.md, "What a publication prints"). Shown as inferred, never used silently. */
import { evaluate } from "./evaluate.ts";
import type { RoundingInterval } from "./rounding.ts";
import type { Worked } from "./worked.ts";

/** An amount that printed figures imply, with its range. */
export interface ImpliedAmount {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The values of `leaf` at which `worked` lies within `printed`. Totals and nets are straight lines in it, ratios of costs their
 * reciprocals; anything else, or a figure that the leaf does not move, implies nothing.
 */
export function impliedRange(worked: Worked, leaf: Worked, printed: RoundingInterval): RoundingInterval | undefined {
  const at = (x: number): number | undefined => evaluate(worked, new Map([[leaf, x]]));
  const straight = line(at(0), at(1000), at(2000));
  if (straight !== undefined)
    return ends((printed.low - straight.from) / straight.slope, (printed.high - straight.from) / straight.slope);
  const over = (y: number | undefined): number | undefined => (y === undefined || y === 0 ? undefined : 1 / y);
  const curved = line(over(at(0)), over(at(1000)), over(at(2000)));
  if (curved === undefined || printed.low * printed.high <= 0) return undefined;
  return ends((1 / printed.low - curved.from) / curved.slope, (1 / printed.high - curved.from) / curved.slope);
}

function line(
  a: number | undefined,
  b: number | undefined,
  c: number | undefined,
): { from: number; slope: number } | undefined {
  if (a === undefined || b === undefined || c === undefined || a === b) return undefined;
  const size = Math.max(Math.abs(a), Math.abs(b), Math.abs(c));
  return Math.abs(c - b - (b - a)) <= 1e-9 * size ? { from: a, slope: (b - a) / 1000 } : undefined;
}

const ends = (a: number, b: number): RoundingInterval | undefined =>
  Number.isFinite(a) && Number.isFinite(b) ? { low: Math.min(a, b), high: Math.max(a, b) } : undefined;

/** The amount that all printed figures allow: their common range, centred where the closest of them points. None: they contradict each other. */
export function impliedBy(ranges: readonly RoundingInterval[]): ImpliedAmount | undefined {
  if (ranges.length === 0) return undefined;
  const low = Math.max(...ranges.map((range) => range.low));
  const high = Math.min(...ranges.map((range) => range.high));
  if (low > high) return undefined;
  const [closest] = [...ranges].sort((a, b) => a.high - a.low - (b.high - b.low));
  if (closest === undefined) return undefined;
  return { value: Math.min(high, Math.max(low, (closest.low + closest.high) / 2)), low, high };
}
