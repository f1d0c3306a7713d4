/** From values as read to worked values: numbers with their unit, range, rounding and the place they came from. */
import { given, type Missing, type MissingReason, product, sum, unknown, type Worked } from "../../costing/worked.ts";
import type { Field } from "../../schema/shape.ts";
import type { Factor, Quantity, Share, Unit, Written } from "../../values/types.ts";
import { currencyOf, equalUnits, formatUnit, isCalendar, NO_UNIT, unit } from "../../values/units.ts";
import { inYears } from "../years.ts";

/** Whole numbers that are no money are counts, and exact; money and decimals are right to what is written. */
function placeOf(written: Written, of: Unit): number | undefined {
  return written.decimals || currencyOf(of) !== undefined ? written.finest : undefined;
}

function factorOf(factor: Factor, label: string, field: Field<unknown>): Worked {
  return given(label, factor.value, { unit: factor.unit, place: placeOf(factor.written, factor.unit), ref: field.$ });
}

/** What a factor of some unit is called: `visits/family`. A caller who reads many may lend one that remembers. */
export type NameOfUnit = (of: Unit) => string;

export const nameOfUnit: NameOfUnit = (of) => formatUnit(of, { plural: true }) || "Number";

/** Names remembered at most; then all are forgotten, so that a server that runs for weeks does not grow. */
const mostNames = 10_000;

/** The same name for the same unit, worked out once. */
export function rememberedNames(): NameOfUnit {
  const names = new Map<Unit, string>();
  return (of) => {
    const known = names.get(of);
    if (known !== undefined) return known;
    const made = nameOfUnit(of);
    if (names.size >= mostNames) names.clear();
    names.set(of, made);
    return made;
  };
}

/** What is missing where only a limit is written: `20 or more`, `up to £100`. Nothing can be added or multiplied with it. */
export function boundOf(
  label: string,
  { bound }: { readonly bound?: unknown },
  field: Field<unknown>,
): Missing | undefined {
  if (bound === undefined) return undefined;
  return { reason: "only-a-bound", what: `${label} (${field.text} is a limit, not a number)`, ref: field.$ };
}

/** `up to £500,000` where the most there may be is what is asked for, as of a budget: that amount. Other limits stay limits. */
export function ceiling(quantity: Quantity): Quantity {
  if (quantity.bound !== "at-most") return quantity;
  const { bound, ...plain } = quantity;
  return plain;
}

/** A quantity as written, its products and sums kept so that a derivation shows every factor. A bound (`less than £100`) is not an amount. */
export function quantityOf(
  label: string,
  quantity: Quantity,
  field: Field<unknown>,
  nameOf: NameOfUnit = nameOfUnit,
): Worked {
  const bound = boundOf(label, quantity, field);
  if (bound !== undefined) return unknown(label, bound, { unit: quantity.unit, ref: field.$ });
  const term = quantity.terms[0];
  const factor = term?.factors[0];
  const ends = quantity.interval ?? quantity.range;
  const plain =
    ends !== undefined ||
    quantity.se !== undefined ||
    quantity.about ||
    (quantity.terms.length <= 1 && (term?.factors.length ?? 0) <= 1);
  if (plain || factor === undefined || term === undefined) {
    const { value } = quantity;
    const spread =
      quantity.se === undefined
        ? ends
        : (ends ?? { low: value - 1.96 * quantity.se, high: value + 1.96 * quantity.se });
    return given(label, value, {
      unit: quantity.unit,
      place: placeOf(quantity.written, quantity.unit),
      coarse: quantity.about ? quantity.written.lastNonZero : undefined,
      low: spread?.low,
      high: spread?.high,
      ref: field.$,
    });
  }
  const products = quantity.terms.map((one) => {
    const parts = one.factors.map((each) =>
      factorOf(each, one.factors.length === 1 ? label : nameOf(each.unit), field),
    );
    const whole = parts.length === 1 && parts[0] !== undefined ? parts[0] : product(label, parts, { ref: field.$ });
    return one.sign === 1 ? whole : product(label, [given("Taken away", -1), whole], { unit: whole.unit });
  });
  const [only] = products;
  if (products.length === 1 && only !== undefined) return only;
  if (products.every((one) => equalUnits(one.unit, quantity.unit)))
    return sum(label, products, { unit: quantity.unit, ref: field.$ });
  if (!Number.isFinite(quantity.value))
    return unknown(
      label,
      { reason: "value-unreadable", what: `${called(label)} (its parts have different units)`, ref: field.$ },
      { unit: quantity.unit, ref: field.$ },
    );
  return given(label, quantity.value, { unit: quantity.unit, ref: field.$, note: field.text });
}

/**
 * The terms of a sum that adds unlike things, `0.5 hours/pupil + 1.5 hours/group`, each by itself: undefined of any other quantity. They
 * can be added once each has been multiplied by what its own unit asks for.
 */
export function unlikeTerms(label: string, quantity: Quantity, field: Field<unknown>): readonly Worked[] | undefined {
  if (quantity.terms.length < 2 || quantity.bound !== undefined || Number.isFinite(quantity.value)) return undefined;
  return quantity.terms.map(({ factors, sign }, at) => {
    const name = `${label}, part ${at + 1}`;
    const parts = factors.map((each) => factorOf(each, factors.length === 1 ? name : nameOfUnit(each.unit), field));
    const whole = product(name, parts, { ref: field.$ });
    return sign === 1 ? whole : product(name, [given("Taken away", -1), whole], { unit: whole.unit });
  });
}

/** A share: `85%`. Exact, as nobody rounds a share that is an input. */
export function shareOfField(label: string, share: Share, field: Field<unknown>): Worked {
  const bound = boundOf(label, share, field);
  if (bound !== undefined) return unknown(label, bound, { ref: field.$ });
  const ends = share.interval ?? share.range;
  return given(label, share.value, { low: ends?.low, high: ends?.high, ref: field.$ });
}

/** What stands in a field that gives no value: `unknown`, left empty, or unreadable. */
export function lackOf(field: Field<unknown>, what: string, reason: MissingReason = "amount-unknown"): Missing {
  const unreadable = field.problem !== undefined && field.problem.reason !== "empty";
  return { reason: unreadable ? "value-unreadable" : reason, what, ref: field.$ };
}

/** A label inside a sentence: `the cashable share`, `how long the effect lasts`. */
const called = (label: string): string =>
  `${/^How\b/.test(label) ? "" : "the "}${label.slice(0, 1).toLowerCase()}${label.slice(1)}`;

/** A duration in years. */
export function yearsOf(
  label: string,
  field: Field<Quantity> | undefined,
  reason: MissingReason = "time-unknown",
): Worked | undefined {
  if (field === undefined) return undefined;
  const extra = { unit: unit(["year", 1]), ref: field.$ };
  const years = inYears(field.value);
  if (years === undefined) return unknown(label, lackOf(field, called(label), reason), extra);
  const bound = boundOf(label, field.value ?? {}, field);
  if (bound !== undefined) return unknown(label, bound, extra);
  const scale = field.value === undefined || field.value.value === 0 ? 1 : years / field.value.value;
  const ends = field.value?.interval ?? field.value?.range;
  return given(label, years, {
    ...extra,
    note: scale === 1 ? undefined : field.text,
    low: ends === undefined ? undefined : ends.low * scale,
    high: ends === undefined ? undefined : ends.high * scale,
  });
}

/** A share field, or undefined where it is not written. */
export function shareField(
  label: string,
  field: Field<Share> | undefined,
  reason: MissingReason = "amount-unknown",
): Worked | undefined {
  if (field === undefined) return undefined;
  return field.value === undefined
    ? unknown(label, lackOf(field, called(label), reason), { unit: NO_UNIT, ref: field.$ })
    : shareOfField(label, field.value, field);
}

/** How fast something fades, as the share lost at each anniversary. */
export function dropOffOf(field: Field<Share>): Worked {
  const label = "Drop-off a year";
  const { value } = field;
  if (value === undefined)
    return unknown(label, lackOf(field, "how fast the effect fades", "time-unknown"), { ref: field.$ });
  const bound = boundOf(label, value, field);
  if (bound !== undefined) return unknown(label, bound, { ref: field.$ });
  const per = value.per?.powers.find(([base]) => isCalendar(base))?.[0] ?? "year";
  const times = { month: 12, fortnight: 365.25 / 14, week: 365.25 / 7, day: 365.25 }[per];
  const yearly = (lost: number): number => (times === undefined ? lost : 1 - (1 - lost) ** times);
  const ends = value.range ?? value.interval;
  return given(label, yearly(value.value), {
    ref: field.$,
    note: per === "year" ? undefined : `${field.text}, compounded to a year`,
    low: ends === undefined ? undefined : yearly(ends.low),
    high: ends === undefined ? undefined : yearly(ends.high),
  });
}
