import type { Written } from "./types.ts";

function halfOf(exponent: number): number {
  return Number.isInteger(exponent) ? Number(`5e${exponent - 1}`) : 10 ** exponent / 2;
}

/**
 * Half-width of the rounding interval of a printed figure: half of its last non-zero digit, or of the last digit written where
 * it has decimals. `£560,000` is right to 5,000, `£15,850` to 5, `2.30` to 0.005, `£1.29m` to 5,000.
 */
export function halfStated(written: Written): number {
  return halfOf(written.decimals ? written.finest : written.lastNonZero);
}

/**
 * Half-width of the rounding interval of a part: half a unit of the finest place written, or with `about` half of its last
 * non-zero digit. For the parts of a sum give the finest of them all (`finestOf`).
 */
export function halfPart(written: Written, about: boolean): number {
  return halfOf(about ? written.lastNonZero : written.finest);
}

/** The written places of the part of a sum that was written finest: each part is right to half a unit there. */
export function finestOf(parts: readonly Written[]): Written | undefined {
  const [first, ...rest] = parts;
  return first === undefined ? undefined : rest.reduce((a, b) => (b.finest < a.finest ? b : a), first);
}
