/** Whether a printed improvement index or number of months follows from the effect beside it. */
import { type MonthsTable, monthsOf } from "../effects/months.ts";
import { improvementIndex } from "../effects/standardised.ts";

interface Printed {
  readonly value: number;
  /** Half a unit of the last digit written. */
  readonly half: number;
}

/** The indices that an effect size allows within its rounding, lowest to highest. */
export const indexRange = ({ value, half }: Printed): { readonly low: number; readonly high: number } => ({
  low: improvementIndex(value - half),
  high: improvementIndex(value + half),
});

/** True when a printed index lies within what the effect allows, both rounded; one point more is allowed for g printed as d. */
export function indexAgrees(effect: Printed, index: Printed): boolean {
  const { low, high } = indexRange(effect);
  return index.value + index.half + 1 >= low && index.value - index.half - 1 <= high;
}

/** True when some edition of the table gives the printed months for the effect within its rounding; so too where no table reaches it. */
export function monthsAgree(effect: Printed, months: number, tables: readonly MonthsTable[]): boolean {
  return tables.some((table) =>
    [effect.value - effect.half, effect.value, effect.value + effect.half].some((size) => {
      const given = monthsOf(size, table);
      return given === undefined || given === months;
    }),
  );
}
