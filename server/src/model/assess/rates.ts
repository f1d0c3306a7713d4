/** Chances and rates as written. */
import { given, unknown, type Worked } from "../../costing/worked.ts";
import type { OutcomeClaim } from "../../schema/kinds/intervention.ts";
import type { Field } from "../../schema/shape.ts";
import type { Rate } from "../../values/types.ts";
import { isDimensionless } from "../../values/units.ts";
import { boundOf, lackOf } from "./values.ts";

/** A chance or a rate. Exact where it is counts. */
export function rateOf(label: string, field: Field<Rate>): Worked {
  const { value } = field;
  if (value === undefined)
    return unknown(label, lackOf(field, "what happens without it", "baseline-unknown"), { ref: field.$ });
  return ofRate(label, value, field);
}

/** A rate that was read, with its range. */
export function ofRate(label: string, rate: Rate, field: Field<unknown>): Worked {
  const bound = boundOf(label, rate, field);
  if (bound !== undefined) return unknown(label, bound, { unit: rate.unit, ref: field.$ });
  const ends = rate.interval ?? rate.range;
  const place = rate.events === undefined ? rate.written.finest : undefined;
  return given(label, rate.value, {
    unit: rate.unit,
    place,
    low: ends?.low,
    high: ends?.high,
    ref: field.$,
    note: isDimensionless(rate.unit) ? WHOLE_WINDOW : undefined,
  });
}

const WHOLE_WINDOW = "over the whole window in which it was counted, not a rate a year";

/** What happens without it, where the effect is written as with and without. */
export function comparisonBaseline(claim: OutcomeClaim): Worked | undefined {
  const value = claim.effect?.value;
  return value?.kind === "comparison" && claim.effect !== undefined
    ? ofRate("Without it", value.without, claim.effect)
    : undefined;
}
