import { noParties, type Parties } from "../../costing/parties.ts";
import type { Field, ListNode, MapNode } from "../../schema/shape.ts";
import type { Share } from "../../values/types.ts";

type PartiesNode = Field<string> | ListNode<Field<string>> | MapNode<Field<Share>>;

/** Payers or gainers as written: one, several whose split is not known, or shares. */
export function partiesOf(node: PartiesNode | undefined): Parties {
  if (node === undefined) return noParties;
  switch (node.$kind) {
    case "field":
      return named([node.value]);
    case "list":
      return named(node.items.map((item) => item.value));
    case "map": {
      const shares = node.entries.map((entry) => [entry.key, entry.value.value?.value] as const);
      if (shares.some(([, share]) => share === undefined)) return named(shares.map(([party]) => party));
      return { kind: "shares", shares: shares as (readonly [string, number])[] };
    }
  }
}

function named(names: readonly (string | undefined)[]): Parties {
  const known = names.filter((name) => name !== undefined && name !== "unknown") as string[];
  return known.length === 0 || known.length < names.length ? noParties : { kind: "named", names: known };
}

/** What the shares come to, when they were written as shares. */
export function sharesTotal(parties: Parties): number | undefined {
  return parties.kind === "shares" ? parties.shares.reduce((so, [, share]) => so + share, 0) : undefined;
}
