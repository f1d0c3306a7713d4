/** Puts figures in order, best first, where they can be compared; says of the others why not. Pure arithmetic: it knows no spec. */
import type { Worked } from "./worked.ts";

/** What a figure rests on that another must share to stand in one order with it: perspective, price year, horizon. */
export type Basis = readonly (readonly [name: string, value: string])[];

export interface Entrant {
  readonly figure: Worked;
  readonly basis: Basis;
}

export interface Ranked<T> {
  readonly entrant: T;
  /** 1 is best; equal figures share a rank. */
  readonly rank: number;
  /** Whether its interval and that of the one above it overlap; undefined where either has none. */
  readonly overlaps: boolean | undefined;
}

export interface League<T> {
  /** What all that are ranked rest on. */
  readonly basis: Basis;
  readonly ranked: readonly Ranked<T>[];
  /** Known, but resting on something else than those that are ranked: what, and what theirs is. */
  readonly apart: readonly { readonly entrant: T; readonly differs: Differences }[];
  /** Not known, in part not known, or none: never ranked as the worst. */
  readonly unranked: readonly T[];
}

type Differences = readonly { readonly name: string; readonly own: string; readonly others: string }[];

/**
 * Orders what can be compared. Those that share a basis with most others are ranked; a tie goes to the basis with most of `home` in it,
 * then to the one that sorts first, so that the order in which entrants are handed over never matters. `key` settles the order of equal
 * figures.
 */
export function league<T extends Entrant>(
  entrants: readonly T[],
  better: "lower" | "higher",
  key: (entrant: T) => string,
  home: Basis = [],
): League<T> {
  const sorted = [...entrants].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
  const known = sorted.filter(isWhole);
  const basis = commonest(known, home);
  const name = nameOf(basis);
  const sign = better === "lower" ? 1 : -1;
  const inside = known
    .filter((each) => nameOf(each.basis) === name)
    .sort((a, b) => sign * ((a.figure.value ?? 0) - (b.figure.value ?? 0)));
  const ranked: Ranked<T>[] = [];
  inside.forEach((entrant, at) => {
    const above = ranked[at - 1];
    ranked.push({
      entrant,
      rank: above !== undefined && above.entrant.figure.value === entrant.figure.value ? above.rank : at + 1,
      overlaps: above === undefined ? undefined : overlap(above.entrant.figure, entrant.figure),
    });
  });
  return {
    basis,
    ranked,
    apart: known
      .filter((each) => nameOf(each.basis) !== name)
      .map((entrant) => ({ entrant, differs: differences(entrant.basis, basis) })),
    unranked: sorted.filter((each) => !isWhole(each)),
  };
}

/** Whether a figure is known whole: what lacks a part would stand too high or too low. */
const isWhole = ({ figure }: Entrant): boolean =>
  figure.value !== undefined && figure.missing.length === 0 && figure.none === undefined;

/** What most rest on: `home` settles a tie. */
export const commonestBasis = (all: readonly Basis[], home: Basis): Basis =>
  commonest(
    all.map((basis) => ({ basis })),
    home,
  );

const nameOf = (basis: Basis): string => JSON.stringify(basis);

function commonest(entrants: readonly Pick<Entrant, "basis">[], home: Basis): Basis {
  const ours = new Map(home);
  const nearness = (basis: Basis): number => basis.filter(([name, value]) => ours.get(name) === value).length;
  const counts = new Map<string, { readonly basis: Basis; count: number }>();
  for (const { basis } of entrants) {
    const held = counts.get(nameOf(basis)) ?? { basis, count: 0 };
    held.count += 1;
    counts.set(nameOf(basis), held);
  }
  const [first] = [...counts].sort(
    ([a, one], [b, other]) =>
      other.count - one.count || nearness(other.basis) - nearness(one.basis) || (a < b ? -1 : 1),
  );
  return first?.[1].basis ?? [];
}

function differences(own: Basis, others: Basis): Differences {
  const theirs = new Map(others);
  return own.flatMap(([name, value]) => {
    const other = theirs.get(name) ?? "not said";
    return value === other ? [] : [{ name, own: value, others: other }];
  });
}

function overlap(a: Worked, b: Worked): boolean | undefined {
  if (a.low === undefined || a.high === undefined || b.low === undefined || b.high === undefined) return undefined;
  return Math.min(a.low, a.high) <= Math.max(b.low, b.high) && Math.min(b.low, b.high) <= Math.max(a.low, a.high);
}
