import type { Worked } from "../../costing/worked.ts";
import { currencyOf, formatFigure } from "../../values/index.ts";
import type { Unit, Written } from "../../values/types.ts";

/** A worked value as shown, with as many decimals as the printed figure it stands beside. */
export function shown(worked: Worked, beside?: Written): string {
  return worked.value === undefined ? "not known" : amount(worked.value, worked.unit, beside);
}

/** An amount as shown, with as many decimals as the printed figure it stands beside. */
export function amount(value: number, unit: Unit, beside?: Written): string {
  const written = beside === undefined ? undefined : Math.max(0, -beside.finest);
  // Money has pence or none: never one decimal. What would be shown as nothing is shown in full.
  const places = written === 1 && currencyOf(unit) !== undefined ? 2 : written;
  if (places === undefined || Math.abs(value) < 0.5 * 10 ** -places) return formatFigure({ value, unit });
  return formatFigure({ value, unit }, { places });
}
