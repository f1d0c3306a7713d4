/** Who pays and who gains, and whose money counts under a perspective (schemas/FORMAT.md, "What a line costs"). */
import { given, type Missing, product, type Ref, sum, unknown, type Worked } from "./worked.ts";

export type Perspective = "local-authority" | "public-sector" | "society";

/** Which parties are public, and which are the council; from dated reference data. */
export interface PartyTable {
  readonly rows: readonly { readonly party: string; readonly public: boolean; readonly council: boolean }[];
}

/** Who pays a line or gains a benefit, as written. */
export type Parties =
  | { readonly kind: "unknown" }
  /** One, or several whose split is not known. */
  | { readonly kind: "named"; readonly names: readonly string[] }
  | { readonly kind: "shares"; readonly shares: readonly (readonly [party: string, share: number])[] };

export const noParties: Parties = { kind: "unknown" };

/** Whether one party's money counts: true, false, or undefined when nobody can say. */
export function countsUnder(party: string, perspective: Perspective, table: PartyTable): boolean | undefined {
  if (perspective === "society") return true;
  if (party === "unknown") return perspective === "public-sector" ? true : undefined;
  const row = table.rows.find((one) => one.party === party);
  if (row === undefined) return undefined;
  if (perspective === "public-sector") return row.public;
  // "the public sector, which part not said" may be the council.
  return row.council ? true : party === "public-sector" ? undefined : false;
}

/** The share of an amount that counts: 1, 0, part of it, or not known. */
export function shareUnder(parties: Parties, perspective: Perspective, table: PartyTable): number | undefined {
  if (perspective === "society") return 1;
  switch (parties.kind) {
    case "unknown":
      return perspective === "public-sector" ? 1 : undefined;
    case "named": {
      const counted = parties.names.map((name) => countsUnder(name, perspective, table));
      if (counted.every((one) => one === true)) return 1;
      return counted.every((one) => one === false) ? 0 : undefined;
    }
    case "shares": {
      let inside = 0;
      let named = 0;
      for (const [party, share] of parties.shares) {
        named += share;
        const counted = countsUnder(party, perspective, table);
        if (counted === undefined) return undefined;
        if (counted) inside += share;
      }
      // What the shares leave over is paid by somebody not named.
      const rest = Math.max(0, 1 - named);
      if (rest < 1e-9) return Math.min(inside, 1);
      return perspective === "public-sector" ? inside + rest : undefined;
    }
  }
}

/** How much of a line or benefit counts, and what is missing when nobody can say. */
export interface CountedShare {
  readonly share: number | undefined;
  readonly missing: readonly Missing[];
  readonly factor: Worked | undefined;
}

/** The share of something named that counts under a perspective. */
export function countedShare(
  name: string,
  ref: Ref,
  parties: Parties,
  perspective: Perspective,
  table: PartyTable,
  role: "pays" | "gains",
): CountedShare {
  const share = shareUnder(parties, perspective, table);
  if (share === 1 || share === 0) return { share, missing: [], factor: undefined };
  if (share === undefined)
    return { share, missing: [{ reason: "payer-unknown", what: `who ${role} ${name}`, ref }], factor: undefined };
  const factor = given(`Share that counts for the ${perspective}`, share, {
    steps: () => sum("", countedParties(parties, perspective, table, role)),
  });
  return { share, missing: [], factor };
}

/** The shares that a perspective counts; what they leave over is paid by somebody not named, and counts as public. */
function countedParties(
  parties: Parties,
  perspective: Perspective,
  table: PartyTable,
  role: "pays" | "gains",
): readonly Worked[] {
  const verb = role === "pays" ? "paid" : "gained";
  return groupsOf(parties).flatMap(([party, share]) =>
    countsUnder(party === "not known" ? "unknown" : party, perspective, table) === true
      ? [given(`Share ${verb} by ${party === "not known" ? "somebody not named" : party}`, share)]
      : [],
  );
}

/** The part of a total that counts. Zero share: undefined, it is shown but never added. */
export function countedPart(total: Worked, counted: CountedShare): Worked | undefined {
  if (counted.share === 1) return total;
  if (counted.share === 0) return undefined;
  if (counted.factor === undefined) return unknown(total.label, counted.missing, { unit: total.unit, ref: total.ref });
  return product(total.label, [total, counted.factor], {
    unit: total.unit,
    ref: total.ref,
    aspect: "part that counts",
  });
}

/** Groups that an amount falls into, with its share in each; a split that is not known is a group of its own. */
export function groupsOf(parties: Parties): readonly (readonly [group: string, share: number])[] {
  switch (parties.kind) {
    case "unknown":
      return [["not known", 1]];
    case "named":
      return [[[...parties.names].sort().join(" + "), 1]];
    case "shares": {
      const named = parties.shares.reduce((so, [, share]) => so + share, 0);
      return named < 1 - 1e-9 ? [...parties.shares, ["not known", 1 - named]] : parties.shares;
    }
  }
}
