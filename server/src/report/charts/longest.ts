import type { BarRow } from "./types.ts";

/** Most groups of bars that anybody reads; the table beside the chart has them all. */
const most = 30;

/** The groups with the longest bars, in their own order, and what to add to the title when some are left out. */
export function longest(rows: readonly BarRow[]): { readonly rows: readonly BarRow[]; readonly note: string } {
  if (rows.length <= most) return { rows, note: "" };
  const size = ({ bars }: BarRow): number => Math.max(...bars.map(({ value }) => Math.abs(value)));
  const least = [...rows].sort((a, b) => size(b) - size(a))[most - 1] as BarRow;
  const kept = rows.filter((row) => size(row) >= size(least)).slice(0, most);
  return { rows: kept, note: `, the ${most} largest of ${rows.length}` };
}
