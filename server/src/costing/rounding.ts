/**
 * Agreement of a printed figure with one worked out, by overlap of rounding intervals (schemas/FORMAT.md, "What a publication prints"). A part is right to half a
 * unit of the finest place written in any part of its sum; a printed figure to half of its last non-zero digit, or of its last
 * digit written when it has decimals. Sums add half-widths; products and ratios take the extremes.
 */
import { halfStated } from "../values/places.ts";
import type { Written } from "../values/types.ts";
import { evaluateOnce, type Worked } from "./worked.ts";

export interface RoundingInterval {
  readonly low: number;
  readonly high: number;
}

/** Whether anything in it was rounded when it was written. */
function isInexact(worked: Worked): boolean {
  return worked.operation === "given"
    ? worked.place !== undefined || worked.coarse !== undefined
    : worked.operands.some(isInexact);
}

const half = (place: number): number => 0.5 * 10 ** place;

/** The finest place written in any part that is added up in it; Infinity when all are exact. */
function finestPlace(worked: Worked): number {
  if (worked.operation === "given") return worked.place ?? Number.POSITIVE_INFINITY;
  const adds = worked.operation === "sum" || worked.operation === "difference";
  let finest = Number.POSITIVE_INFINITY;
  let inexact = 0;
  for (const operand of worked.operands) {
    const place = finestPlace(operand);
    if (place === Number.POSITIVE_INFINITY) continue;
    inexact++;
    finest = Math.min(finest, place);
  }
  return adds || inexact === 1 ? finest : Number.POSITIVE_INFINITY;
}

/**
 * Where the unrounded value may lie, given how finely its parts were written. `place` comes from the sum it stands in.
 * Undefined when the value is not known.
 */
export function roundingInterval(worked: Worked, place = Number.POSITIVE_INFINITY): RoundingInterval | undefined {
  const { value } = worked;
  if (value === undefined) return undefined;
  if (worked.operation === "given") {
    if (worked.coarse !== undefined) return { low: value - half(worked.coarse), high: value + half(worked.coarse) };
    if (worked.place === undefined) return { low: value, high: value };
    const width = half(Math.min(place, worked.place));
    return { low: value - width, high: value + width };
  }
  const parts = worked.operands.filter((part) => part.value !== undefined);
  const adds = worked.operation === "sum" || worked.operation === "difference";
  const inexact = parts.filter(isInexact).length;
  // The place passes down through a product or ratio only when one factor is inexact: then it is that factor's sum.
  const below = adds ? Math.min(place, finestPlace(worked)) : inexact === 1 ? place : Number.POSITIVE_INFINITY;
  if (inexact === 0) return { low: value, high: value };
  const ends = parts.map((part) => roundingInterval(part, below));
  if (worked.operation === "sum") {
    let low = 0;
    let high = 0;
    for (const end of ends) {
      low += end?.low ?? 0;
      high += end?.high ?? 0;
    }
    return { low, high };
  }
  return worked.operation === "product" ? productOf(ends) : extremes(worked, ends);
}

function productOf(ends: readonly (RoundingInterval | undefined)[]): RoundingInterval | undefined {
  let low = 1;
  let high = 1;
  for (const end of ends) {
    if (end === undefined) return undefined;
    const corners = [low * end.low, low * end.high, high * end.low, high * end.high];
    low = Math.min(...corners);
    high = Math.max(...corners);
  }
  return { low, high };
}

/** Lowest and highest result over all combinations of ends; at most a dozen inexact factors, as nobody writes more. */
function extremes(worked: Worked, ends: readonly (RoundingInterval | undefined)[]): RoundingInterval | undefined {
  let combinations: (number | undefined)[][] = [[]];
  for (const end of ends) {
    if (end === undefined) return undefined;
    const both = end.low === end.high || combinations.length > 4096 ? [end.low] : [end.low, end.high];
    combinations = combinations.flatMap((so) => both.map((value) => [...so, value]));
  }
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const values of combinations) {
    const result = evaluateOnce(worked, values);
    if (result === undefined) continue;
    low = Math.min(low, result);
    high = Math.max(high, result);
  }
  const [, divisor] = ends;
  if (worked.operation === "quotient" && divisor !== undefined && divisor.low <= 0 && divisor.high >= 0)
    return { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  return low <= high ? { low, high } : undefined;
}

/** A printed figure with the room that its rounding leaves. */
export function printedInterval(low: number, high: number, written: Written): RoundingInterval {
  const width = halfStated(written);
  return { low: low - width, high: high + width };
}

/** Whether two intervals share a point, forgiving the last bits of binary arithmetic. */
export function overlap(a: RoundingInterval, b: RoundingInterval): boolean {
  const slack = 1e-9 * Math.max(Math.abs(a.low), Math.abs(b.low), Math.abs(a.high), Math.abs(b.high), 1e-6);
  return (
    a.low <= b.high + (Number.isFinite(slack) ? slack : 0) && b.low <= a.high + (Number.isFinite(slack) ? slack : 0)
  );
}
