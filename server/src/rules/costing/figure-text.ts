import type { Worked } from "../../costing/worked.ts";
import { formatFigure } from "../../values/index.ts";
import type { Unit, Written } from "../../values/types.ts";

/** A worked value as shown, with as many decimals as the printed figure it stands beside. */
export function shown(worked: Worked, beside?: Written): string {
  return worked.value === undefined ? "not known" : amount(worked.value, worked.unit, beside);
}

/** An amount as shown, with as many decimals as the printed figure it stands beside. */
export function amount(value: number, unit: Unit, beside?: Written): string {
  const places = beside === undefined ? undefined : Math.max(0, -beside.finest);
  return formatFigure({ value, unit }, places === undefined ? {} : { places });
}
