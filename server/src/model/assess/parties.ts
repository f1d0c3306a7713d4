import type { BenefitKind } from "../../costing/benefits.ts";
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
      const known = shares.filter((one): one is readonly [string, number] => one[1] !== undefined);
      if (known.length === 0) return named(shares.map(([party]) => party));
      const open = shares.filter(([, share]) => share === undefined).map(([party]) => party);
      return { kind: "shares", shares: known, ...(open.length === 0 ? {} : { open }) };
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

/** What kind a benefit is: as it says, or fiscal where taxpayers alone gain it. Undefined: nobody knows. */
export const kindOf = (said: BenefitKind | undefined, gains: Parties): BenefitKind | undefined =>
  said ?? (gains.kind === "named" && gains.names.every((name) => name === "taxpayers") ? "fiscal" : undefined);
