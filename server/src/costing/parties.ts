/** Who pays and who gains, and whose money counts under a perspective (schemas/FORMAT.md, "What a line costs"). */
import { given, lacking, type Missing, product, type Ref, sum, unknown, type Worked } from "./worked.ts";

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
  | {
      readonly kind: "shares";
      readonly shares: readonly (readonly [party: string, share: number])[];
      /** Named beside the shares, how much is theirs not known. */
      readonly open?: readonly string[];
    };

export const noParties: Parties = { kind: "unknown" };

/** The one name of the group of what nobody knows who pays or gains. */
export const NOT_KNOWN_WHO = "not known";

const isNobody = (party: string): boolean => party === "unknown" || party === NOT_KNOWN_WHO;

/** Whether one party's money counts: true, false, or undefined when nobody can say. */
export function countsUnder(party: string, perspective: Perspective, table: PartyTable): boolean | undefined {
  if (perspective === "society") return true;
  if (isNobody(party)) return perspective === "public-sector" ? true : undefined;
  const row = table.rows.find((one) => one.party === party);
  if (row === undefined) return undefined;
  if (perspective === "public-sector") return row.public;
  // "the public sector, which part not said" may be the council.
  return row.council ? true : party === "public-sector" ? undefined : false;
}

/** Shares of an amount, between 0 and 1: what counts, and what nobody can say of. The rest is outside. */
export interface Sides {
  readonly inside: number;
  readonly open: number;
}

const ALL: Sides = { inside: 1, open: 0 };
const NOTHING: Sides = { inside: 0, open: 0 };
const OPEN: Sides = { inside: 0, open: 1 };

/** The share of an amount that counts under a perspective, and the share of which nobody can say. */
export function sidesUnder(parties: Parties, perspective: Perspective, table: PartyTable): Sides {
  if (perspective === "society") return ALL;
  switch (parties.kind) {
    case "unknown":
      return perspective === "public-sector" ? ALL : OPEN;
    case "named": {
      const counted = parties.names.map((name) => countsUnder(name, perspective, table));
      if (counted.every((one) => one === true)) return ALL;
      return counted.every((one) => one === false) ? NOTHING : OPEN;
    }
    case "shares": {
      let inside = 0;
      let open = 0;
      let named = 0;
      for (const [party, share] of parties.shares) {
        named += share;
        const counted = countsUnder(party, perspective, table);
        if (counted === undefined) open += share;
        else if (counted) inside += share;
      }
      const rest = Math.max(0, 1 - named);
      if (rest >= 1e-9) {
        if (restCounts(parties.open, perspective, table)) inside += rest;
        else open += rest;
      }
      return { inside: Math.min(inside, 1), open: open < 1e-9 ? 0 : open };
    }
  }
}

/** What the shares leave over is somebody's not named, or theirs whose share is not known. */
const restCounts = (open: readonly string[] | undefined, perspective: Perspective, table: PartyTable): boolean =>
  (open ?? ["unknown"]).every((party) => countsUnder(party, perspective, table) === true);

/** How much of a line or benefit counts, and what is missing when nobody can say. */
export interface CountedShare {
  /** Undefined: nothing of it is known to count, and nobody can say whether some does. */
  readonly share: number | undefined;
  /** Share that is known not to count. */
  readonly outside: number;
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
  const { inside, open } = sidesUnder(parties, perspective, table);
  const outside = Math.max(0, 1 - inside - open);
  if (open === 0 && (inside === 0 || Math.abs(inside - 1) < 1e-12))
    return { share: inside === 0 ? 0 : 1, outside: inside === 0 ? 1 : 0, missing: [], factor: undefined };
  const missing: readonly Missing[] =
    open === 0
      ? []
      : [
          {
            reason: "payer-unknown",
            what: open === 1 ? `who ${role} ${name}` : `who ${role} ${percent(open)} of ${name}`,
            ref,
          },
        ];
  if (inside === 0 && open > 0) return { share: undefined, outside, missing, factor: undefined };
  const factor = given(`Share that counts for the ${perspective}`, inside, {
    steps: () => sum("", countedParties(parties, perspective, table, role)),
  });
  return { share: inside, outside, missing, factor };
}

const percent = (share: number): string => `${Number((share * 100).toPrecision(4))}%`;

/** A group of payers or gainers, its share, and whether its part counts: undefined when nobody can say. */
export interface CountedGroup {
  readonly group: string;
  readonly share: number;
  readonly counts: true | undefined;
}

/** The groups of which a perspective counts something, or may. The parts of those that count add up to the counted part. */
export function countedGroups(parties: Parties, perspective: Perspective, table: PartyTable): readonly CountedGroup[] {
  if (parties.kind !== "shares") {
    const { inside, open } = sidesUnder(parties, perspective, table);
    const counts = inside === 1 ? true : undefined;
    return inside + open === 0 ? [] : groupsOf(parties).map(([group, share]) => ({ group, share, counts }));
  }
  return groupsOf(parties).flatMap(([group, share]): CountedGroup[] => {
    if (perspective === "society") return [{ group, share, counts: true }];
    const counts = isNobody(group)
      ? restCounts(parties.open, perspective, table) || undefined
      : countsUnder(group, perspective, table);
    return counts === false ? [] : [{ group, share, counts }];
  });
}

/** The part of a total that one group pays or gains: all of it, its share, or not known where nobody can say whether it counts. */
export function groupPart(
  total: Worked,
  part: Worked,
  { group, share, counts }: CountedGroup,
  verb: "paid" | "gained",
): Worked {
  if (counts === undefined)
    return unknown(part.label, part.missing.length > 0 ? part.missing : total.missing, {
      unit: part.unit,
      ref: part.ref,
    });
  if (Math.abs(share - 1) < 1e-12) return part;
  return product(part.label, [total, given(`Share ${verb} by ${group}`, share)], {
    unit: part.unit,
    ref: part.ref,
    aspect: `part ${verb}`,
  });
}

/** The shares that a perspective counts; what they leave over is paid by somebody not named, and counts as public. */
function countedParties(
  parties: Parties,
  perspective: Perspective,
  table: PartyTable,
  role: "pays" | "gains",
): readonly Worked[] {
  const verb = role === "pays" ? "paid" : "gained";
  return countedGroups(parties, perspective, table).flatMap(({ group, share, counts }) =>
    counts ? [given(`Share ${verb} by ${isNobody(group) ? "somebody not named" : group}`, share)] : [],
  );
}

/**
 * The part of a total that counts: its known share, with what is missing from it said. Zero share: undefined, it is shown but never
 * added.
 */
export function countedPart(total: Worked, counted: CountedShare): Worked | undefined {
  if (counted.share === 1) return total;
  if (counted.share === 0) return undefined;
  if (counted.factor === undefined) return unknown(total.label, counted.missing, { unit: total.unit, ref: total.ref });
  const part = product(total.label, [total, counted.factor], {
    unit: total.unit,
    ref: total.ref,
    aspect: "part that counts",
  });
  return lacking(part, counted.missing);
}

/** The part of a total that is known not to count. Undefined where there is none. */
export function outsidePart(total: Worked, counted: CountedShare): Worked | undefined {
  if (counted.outside < 1e-12) return undefined;
  if (counted.outside === 1) return total;
  return product(total.label, [total, given("Share that does not count", counted.outside)], {
    unit: total.unit,
    ref: total.ref,
    aspect: "part that does not count",
  });
}

/** Groups that an amount falls into, with its share in each; what nobody knows is one group of its own. */
export function groupsOf(parties: Parties): readonly (readonly [group: string, share: number])[] {
  switch (parties.kind) {
    case "unknown":
      return [[NOT_KNOWN_WHO, 1]];
    case "named":
      return [[[...parties.names].sort().join(" + "), 1]];
    case "shares": {
      const known = parties.shares.filter(([party]) => !isNobody(party));
      const named = parties.shares.reduce((so, [, share]) => so + share, 0);
      const nobody = parties.shares.reduce((so, [party, share]) => so + (isNobody(party) ? share : 0), 0);
      const rest = nobody + (named < 1 - 1e-9 ? 1 - named : 0);
      return rest < 1e-9 ? known : [...known, [NOT_KNOWN_WHO, rest]];
    }
  }
}
