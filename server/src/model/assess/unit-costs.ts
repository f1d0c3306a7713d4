/** A unit-cost library: each entry's parts against its amount (schemas/FORMAT.md, "What a publication prints"). */
import { checkParts, type PartsCheck } from "../../costing/parts.ts";
import { unknown } from "../../costing/worked.ts";
import type { UnitCostEntry, UnitCosts } from "../../schema/kinds/unit-costs.ts";
import type { Place } from "../../syntax/types.ts";
import { partiesOf } from "./parties.ts";
import { lackOf, quantityOf } from "./values.ts";

export interface EntryAssessment {
  readonly entry: UnitCostEntry;
  /** Where its amount stands. */
  readonly at: Place;
  readonly name: string;
  readonly check: PartsCheck;
}

export interface UnitCostsAssessment {
  /** Entries that have both an amount and parts. */
  readonly entries: readonly EntryAssessment[];
}

/** Checks every entry of a library. */
export function assessUnitCosts(library: UnitCosts): UnitCostsAssessment {
  return { entries: (library.entries?.items ?? []).flatMap(entryOf) };
}

function entryOf(entry: UnitCostEntry): readonly EntryAssessment[] {
  const field = entry.value;
  const parts = entry.parts?.items ?? [];
  if (field?.value === undefined || parts.length === 0) return [];
  const { value, unit, written, range } = field.value;
  const inputs = parts.map((part, at) => {
    const name = part.item?.value ?? `Part ${at + 1}`;
    const amount = part.value;
    const worked =
      amount?.value === undefined
        ? unknown(
            name,
            amount === undefined
              ? { reason: "amount-unknown" as const, what: `the amount of ${name}`, ref: part.$ }
              : lackOf(amount, `the amount of ${name}`),
            { unit, ref: part.$ },
          )
        : quantityOf(name, amount.value, amount);
    return { ref: part.$, name, worked, payers: partiesOf(part.payer) };
  });
  const total = { value, low: range?.low ?? value, high: range?.high ?? value, unit, written };
  const check = checkParts(total, inputs, entry.working_year?.value);
  return [{ entry, at: field.$, name: entry.title?.value ?? entry.entry?.value ?? "", check }];
}
