/** Moving money between price years by a named edition of the GDP deflator (schemas/FORMAT.md, "Time"). Editions are never mixed. */
import { currencyOf } from "../values/units.ts";
import { given, type Missing, product, quotient, type Ref, unknown, type Worked } from "./worked.ts";

/** The year in whose prices an amount stands. */
export interface PriceBase {
  readonly label: string;
  readonly basis: "financial" | "calendar";
}

/** One edition of one index: money of year a times index(b) / index(a) is money of year b. */
export interface PriceIndex {
  readonly edition: string;
  readonly title: string;
  readonly series: "financial" | "calendar";
  readonly provenance: "seen" | "quoted" | "memory";
  readonly rows: readonly { readonly year: string; readonly index: number; readonly forecast?: boolean }[];
}

export type Repricing =
  | {
      readonly ok: true;
      readonly ratio: number;
      readonly from: number;
      readonly to: number;
      readonly forecast: boolean;
    }
  | {
      readonly ok: false;
      readonly reason: "price-year-unknown" | "price-year-outside-series" | "price-year-other-basis";
    };

/** The ratio that moves money from one price year to another. Not known when a year is unknown, not in the series, or of the other kind of year. */
export function reprice(from: PriceBase | undefined, to: PriceBase, index: PriceIndex): Repricing {
  if (from === undefined) return { ok: false, reason: "price-year-unknown" };
  if (from.label === to.label) return { ok: true, ratio: 1, from: 1, to: 1, forecast: false };
  if (from.basis !== to.basis || index.series !== from.basis) return { ok: false, reason: "price-year-other-basis" };
  const a = index.rows.findLast((row) => row.year === from.label);
  const b = index.rows.findLast((row) => row.year === to.label);
  if (a === undefined || b === undefined || a.index <= 0) return { ok: false, reason: "price-year-outside-series" };
  return {
    ok: true,
    ratio: b.index / a.index,
    from: a.index,
    to: b.index,
    forecast: a.forecast === true || b.forecast === true,
  };
}

/** Turns every amount of a spec into one currency and one price year. */
export interface Prices {
  readonly currency: string;
  /** Undefined: as printed, in a price year that is not known. */
  readonly target: PriceBase | undefined;
  convert(amount: Worked, from: PriceBase | undefined): Worked;
}

const WHY: Readonly<Record<Extract<Repricing, { ok: false }>["reason"], string>> = {
  "price-year-unknown": "the price year of",
  "price-year-outside-series": "a price index for the year of",
  "price-year-other-basis": "a price index that joins the financial and calendar years of",
};

/** Prices moved to `target` by `index`. Another currency is refused, never exchanged. */
export function pricesOf(target: PriceBase, index: PriceIndex, currency: string): Prices {
  const ratios = new Map<string, Worked>();
  return {
    currency,
    target,
    convert(amount, from) {
      if (amount.value === undefined) return amount;
      const foreign = refuseCurrency(amount, currency);
      if (foreign !== undefined) return foreign;
      if (from?.label === target.label) return amount;
      const held = from === undefined ? undefined : ratios.get(from.label);
      if (held !== undefined)
        return product(amount.label, [amount, held], { ref: amount.ref, fromPrices: from?.label });
      const repricing = reprice(from, target, index);
      if (!repricing.ok)
        return unknown(
          amount.label,
          lack(repricing.reason, `${WHY[repricing.reason]} ${amount.label}`, amount.ref),
          keep(amount),
        );
      const ratio = given(`Prices of ${from?.label ?? ""} to ${target.label}`, repricing.ratio, {
        note: `${repricing.to} / ${repricing.from}, ${index.title}${repricing.forecast ? " (forecast)" : ""}`,
        source: index.edition,
        unverified: index.provenance === "memory" ? [index.title] : [],
        steps: () =>
          quotient(
            "",
            given(`Price index of ${target.label}`, repricing.to, { source: index.title }),
            given(`Price index of ${from?.label ?? ""}`, repricing.from, { source: index.title }),
          ),
      });
      if (from !== undefined) ratios.set(from.label, ratio);
      return product(amount.label, [amount, ratio], { ref: amount.ref, fromPrices: from?.label });
    },
  };
}

/** Prices left as they were written, all of one year: what a publication's own figures are compared in. */
export function pricesAsWritten(target: PriceBase | undefined, currency: string, index: PriceIndex): Prices {
  const moved = target === undefined ? undefined : pricesOf(target, index, currency);
  return {
    currency,
    target,
    convert(amount, from) {
      if (amount.value === undefined) return amount;
      const foreign = refuseCurrency(amount, currency);
      if (foreign !== undefined) return foreign;
      if (from?.label === target?.label) return amount;
      return moved !== undefined
        ? moved.convert(amount, from)
        : unknown(
            amount.label,
            lack("price-year-unknown", `the price year that ${amount.label} shares with the rest`, amount.ref),
            keep(amount),
          );
    },
  };
}

function refuseCurrency(amount: Worked, currency: string): Worked | undefined {
  const own = currencyOf(amount.unit);
  if (own === undefined || own === currency) return undefined;
  return unknown(
    amount.label,
    lack("currency-differs", `${amount.label} in ${currency} (it is in ${own})`, amount.ref),
    keep(amount),
  );
}

const keep = (amount: Worked) => ({ unit: amount.unit, ref: amount.ref });
const lack = (reason: Missing["reason"], what: string, ref: Ref | undefined): Missing => ({
  reason,
  what,
  ...(ref === undefined ? {} : { ref }),
});
