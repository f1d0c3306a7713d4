/** Months of progress that an effect on attainment stands for, by a dated table that is handed in. */

export interface MonthsTable {
  readonly bands: readonly { readonly from: number; readonly to: number; readonly months: number }[];
}

/**
 * Months for an effect size rounded to two decimals; a loss of the same size loses the same months. Undefined beyond the table. Only
 * for pupils' attainment: the table was made from it.
 */
export function monthsOf(g: number, { bands }: MonthsTable): number | undefined {
  const size = Math.round(Math.abs(g) * 100 + 1e-9) / 100;
  const band = bands.find(({ from, to }) => size >= Math.max(0, from) - 1e-9 && size <= to + 1e-9);
  return band === undefined ? undefined : g < 0 && band.months > 0 ? -band.months : band.months;
}
