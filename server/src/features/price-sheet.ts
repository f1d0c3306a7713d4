import type { Snapshot } from "../analysis/types.ts";
import { pricesOf } from "../costing/price-years.ts";
import { nearestBase } from "../model/assess/prices.ts";
import { referenceData } from "../model/assess/reference.ts";
import { quantityOf } from "../model/assess/values.ts";
import type { Field } from "../schema/shape.ts";
import { currencyOf } from "../values/index.ts";
import type { PriceYear, Quantity } from "../values/types.ts";
import type { FilePath } from "../workspace/types.ts";
import type { At } from "./at.ts";
import { escapeMarkdown } from "./escape.ts";
import { type LinkTo, sheet } from "./figure-sheet.ts";

/** An amount that others rest on, with the years that may say in whose prices it stands, the nearest first. */
interface Price {
  readonly name: string;
  readonly value: Field<unknown> | undefined;
  readonly years: readonly (Field<PriceYear> | undefined)[];
}

/** A unit cost, or what an outcome is worth, in the prices that figures are shown in. Undefined where no such amount stands. */
export function priceSheet(snapshot: Snapshot, path: FilePath, here: At, to: LinkTo): string | undefined {
  const price = priceAt(here);
  const quantity = price?.value?.value as Quantity | undefined;
  if (price?.value === undefined || quantity?.kind !== "quantity") return undefined;
  const base = nearestBase(...price.years);
  const worked = quantityOf(price.name, quantity, price.value);
  const { priceYear, deflator } = snapshot.settings(path).appraisal;
  const index = referenceData.deflator(deflator);
  if (base === undefined) return "The year of its prices is not known, so it stays in the prices of the source.";
  if (priceYear === undefined || index === undefined || priceYear.label === base.label)
    return `**${escapeMarkdown(price.value.text)}** in ${base.label} prices`;
  const target = { label: priceYear.label, basis: priceYear.basis };
  return sheet(
    pricesOf(target, index, currencyOf(worked.unit) ?? "GBP").convert(worked, base),
    target.label,
    "",
    undefined,
    to,
  );
}

function priceAt({ spec, path }: At): Price | undefined {
  const [list, index, key] = path;
  if (typeof index !== "number" || key !== "value") return undefined;
  if (spec.kind === "unit-costs" && list === "entries") {
    const entry = spec.reading?.entries?.items[index];
    const name = entry?.title?.value ?? entry?.entry?.value ?? "Unit cost";
    return { name, value: entry?.value, years: [entry?.price_year, spec.reading?.price_year] };
  }
  if (spec.kind !== "outcome" || list !== "values") return undefined;
  const worth = spec.reading?.values?.items[index];
  return { name: worth?.title?.value ?? "Worth of one", value: worth?.value, years: [worth?.price_year] };
}
