/** Whether groups that lost people may still be compared, by a dated boundary that is handed in. */

/** The largest difference in percentage points that still counts as low, at an overall attrition in percent. */
export interface AttritionRow {
  readonly overall: number;
  readonly cautious: number;
  readonly optimistic: number;
}

/**
 * `low` by the cautious view, `open` where it is low by the optimistic alone, else `high`. Shares; the row is that of the nearest whole
 * percent, beyond the last row the last.
 */
export function attritionLevel(
  overall: number,
  between: number,
  rows: readonly AttritionRow[],
): "low" | "open" | "high" | undefined {
  const row = rows[Math.min(rows.length - 1, Math.round(100 * overall))];
  if (row === undefined) return undefined;
  const points = Math.round(1000 * between) / 10;
  return points <= row.cautious ? "low" : points <= row.optimistic ? "open" : "high";
}
