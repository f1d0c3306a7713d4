/** Whose money a portfolio takes and for which sort of service (schemas/FORMAT.md, "What a line costs"): groups that add up to its cost. */
import { given, product, sum, type Worked } from "../../costing/worked.ts";
import type { Unit } from "../../values/types.ts";
import type { MemberAssessment, SharedAssessment } from "./portfolio-types.ts";

export type Groups = ReadonlyMap<string, Worked>;

/** The group of what names no payer, or belongs to no one strand. */
const notKnown = "not known";
const notAllocated = "shared, not allocated";

/** Cost by payer: what each pays of the interventions' own lines, and of the shared costs, each once. In money of the portfolio's price year. */
export function byPayer(
  members: readonly MemberAssessment[],
  shared: readonly SharedAssessment[],
  money: { readonly unit: Unit },
): Groups {
  const parts = new Parts();
  for (const { own, years, assessment, intervention } of members) {
    const paid = [...(assessment?.figures.values() ?? [])].filter(({ id }) => id === "cost_by_payer");
    if (years === 0) continue;
    // A cost in other prices is left out of the total, and so of its parts.
    if (own.value === undefined || paid.length === 0) parts.add(payerOf(paid), own);
    else for (const { of = notKnown, worked } of paid) parts.add(of, { ...worked, label: intervention });
  }
  for (const { item, payers, total } of shared)
    for (const [payer, share] of payers)
      parts.add(payer, share === 1 ? total : product(item, [total, given(`Share paid by ${payer}`, share)], money));
  return parts.sums((payer) => `Cost paid by ${payer}`, money);
}

const payerOf = (paid: readonly { readonly of?: string }[]): string =>
  paid.length === 1 ? (paid[0]?.of ?? notKnown) : notKnown;

/** Cost by strand of service: the interventions' own lines with their shares of the shared costs; what no intervention carries stands apart. */
export function byStrand(
  members: readonly MemberAssessment[],
  shared: readonly SharedAssessment[],
  money: { readonly unit: Unit },
): Groups {
  const parts = new Parts();
  for (const { strand = notKnown, cost } of members) parts.add(strand, cost);
  for (const { unallocated } of shared)
    if (unallocated.value === undefined || unallocated.value !== 0) parts.add(notAllocated, unallocated);
  return parts.sums((strand) => `Cost of ${strand}`, money);
}

class Parts {
  readonly #parts = new Map<string, Worked[]>();

  add(group: string, part: Worked): void {
    const known = this.#parts.get(group);
    if (known === undefined) this.#parts.set(group, [part]);
    else known.push(part);
  }

  sums(label: (group: string) => string, money: { readonly unit: Unit }): Groups {
    return new Map([...this.#parts].map(([group, parts]) => [group, sum(label(group), parts, money)]));
  }
}
