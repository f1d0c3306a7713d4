/** Amounts with the price year each stands in, and unit costs looked up in their libraries. */
import type { AmountInput, Priced } from "../../costing/costs.ts";
import type { PriceBase } from "../../costing/price-years.ts";
import { unknown, type Worked } from "../../costing/worked.ts";
import type { UnitCostEntry, UnitCosts } from "../../schema/kinds/unit-costs.ts";
import type { Field, ListNode, MapNode, ReadNode } from "../../schema/shape.ts";
import type { PriceYear, Quantity } from "../../values/types.ts";
import { lackOf, quantityOf } from "./values.ts";

/** An entry of a unit-cost library, with the library it stands in. */
export interface FoundUnitCost {
  readonly entry: UnitCostEntry;
  readonly library: Pick<UnitCosts, "price_year" | "source"> | undefined;
}

type Ref = { readonly kind: "ref"; readonly id: string };
type MoneyOrRef = Field<Quantity | Ref>;

const isRef = (value: Quantity | Ref | undefined): value is Ref => value?.kind === "ref";

/** The price year of a field; undefined when it is unknown or not written. */
function baseOfYear(year: PriceYear | undefined): PriceBase | undefined {
  return year === undefined ? undefined : { label: year.label, basis: year.basis };
}

/** The nearest price year that is written: `unknown`, once written, is not overruled from further out. */
export function nearestBase(...fields: readonly (Field<PriceYear> | undefined)[]): PriceBase | undefined {
  const written = fields.find((field) => field !== undefined);
  return baseOfYear(written?.value);
}

export interface PriceReading {
  readonly priced: Priced;
  /** The library entry it came from. */
  readonly found?: FoundUnitCost;
  /** An id that no library defines. */
  readonly missingId?: string;
}

export interface PriceFrame {
  /** Of the costs as a whole. */
  readonly priceYear: Field<PriceYear> | undefined;
  unitCost(id: string): FoundUnitCost | undefined;
}

/** A price that is written or looked up. */
export function priceOf(
  label: string,
  field: MoneyOrRef,
  own: Field<PriceYear> | undefined,
  frame: PriceFrame,
): PriceReading {
  const { value } = field;
  if (value === undefined) {
    const missing = unknown(label, lackOf(field, `the price of ${label}`), { ref: field.$ });
    return { priced: { worked: missing, base: nearestBase(own, frame.priceYear) } };
  }
  if (!isRef(value))
    return { priced: { worked: quantityOf(label, value, field), base: nearestBase(own, frame.priceYear) } };
  const found = frame.unitCost(value.id);
  if (found === undefined) {
    const missing = { reason: "unit-cost-missing" as const, what: `the unit cost ${value.id}`, ref: field.$ };
    return { priced: { worked: unknown(label, missing, { ref: field.$ }), base: undefined }, missingId: value.id };
  }
  const base = nearestBase(own, found.entry.price_year, found.library?.price_year, frame.priceYear);
  const quantity = found.entry.value;
  const title = found.entry.title?.value ?? `Unit cost ${value.id}`;
  if (quantity?.value === undefined) {
    const what = `the amount of the unit cost ${value.id}`;
    return {
      priced: { worked: unknown(label, { reason: "amount-unknown", what, ref: field.$ }, { ref: field.$ }), base },
      found,
    };
  }
  const worked = quantityOf(title, quantity.value, quantity);
  return { priced: { worked: { ...worked, source: value.id, ref: field.$ }, base }, found };
}

/** An amount, or amounts by site. An unknown amount is taken to be per `participant`, so that figures per participant lack it too. */
export function amountOf(
  label: string,
  node: Field<Quantity> | MapNode<Field<Quantity>>,
  own: Field<PriceYear> | undefined,
  frame: PriceFrame,
  unknownUnit: Worked["unit"],
): AmountInput | { readonly bySite: ReadonlyMap<string, AmountInput> } {
  const base = nearestBase(own, frame.priceYear);
  const one = (field: Field<Quantity>, of: ReadNode, name: string): Priced => {
    if (field.value !== undefined) return { worked: quantityOf(name, field.value, field), base };
    return { worked: unknown(name, lackOf(field, `the amount of ${label}`), { unit: unknownUnit, ref: of.$ }), base };
  };
  if (node.$kind === "field") return { price: one(node, node, label) };
  return {
    bySite: new Map(
      node.entries.map((entry) => [entry.key, { price: one(entry.value, entry.value, `${label} at ${entry.key}`) }]),
    ),
  };
}

/** Amounts of the first year, the second and so on. */
export function amountsByYear(
  label: string,
  list: ListNode<Field<Quantity>>,
  own: Field<PriceYear> | undefined,
  frame: PriceFrame,
  unknownUnit: Worked["unit"],
): readonly AmountInput[] {
  return list.items.flatMap((field, at) => {
    const amount = amountOf(`${label}, year ${at + 1}`, field, own, frame, unknownUnit);
    return "bySite" in amount ? [] : [amount];
  });
}
