import type { Portfolio } from "../../schema/kinds/portfolio.ts";
import type { Place } from "../../syntax/types.ts";
import { unreadable } from "../unreadable.ts";

/** A shared cost and the shares of it that interventions carry. */
export interface SharedCost {
  readonly at: Place;
  readonly item: string;
  /** Undefined when a share cannot be read or is not known. */
  readonly total: number | undefined;
  readonly carried: readonly { readonly at: Place; readonly by: string; readonly text: string }[];
}

/** Every shared cost of a portfolio with what is carried of it. */
export function sharedCosts(portfolio: Portfolio): readonly SharedCost[] {
  return (portfolio.shared?.items ?? []).flatMap((shared): readonly SharedCost[] => {
    const id = shared.id?.value;
    if (id === undefined) return [];
    const entries = (portfolio.interventions?.items ?? []).flatMap(({ intervention, shares }) =>
      (shares?.entries ?? [])
        .filter(({ key }) => key === id)
        .map(({ value }) => ({ field: value, by: intervention?.text ?? "an intervention" })),
    );
    const known = entries.every(({ field }) => field.value !== undefined && !unreadable(field));
    return [
      {
        at: (shared.item ?? shared.id ?? shared).$,
        item: shared.item?.text ?? id,
        total: known ? entries.reduce((sum, { field }) => sum + (field.value?.value ?? 0), 0) : undefined,
        carried: entries.map(({ field, by }) => ({ at: field.$, by, text: field.text })),
      },
    ];
  });
}
