/** Benefits: which are added, which are not, and why (schemas/FORMAT.md, "Benefits an evaluation has valued"). */
import type { Discounter, Profile } from "./discounting.ts";
import type { Parties } from "./parties.ts";
import { groupsOf } from "./parties.ts";
import type { WhenItFalls } from "./when.ts";
import { product, type Ref, type Worked } from "./worked.ts";

export type BenefitKind = "fiscal" | "economic" | "social";

/** What of a benefit falls in some years. */
export interface BenefitYear {
  /** Undiscounted and uncorrected. */
  readonly total: Worked;
  readonly presentValue: Worked;
  readonly presentValueUncorrected: Worked;
  /** Undefined where the years are not known, or are those of `years`. */
  readonly profile: Profile | undefined;
}

/** One benefit worked out: given by an evaluation, or valued from an outcome. */
export interface BenefitResult extends BenefitYear {
  readonly ref: Ref;
  readonly name: string;
  readonly origin: "given" | "outcome";
  readonly kind: BenefitKind | undefined;
  readonly gains: Parties;
  /** The outcome it values, when it names one. */
  readonly outcome: string | undefined;
  /** Names of benefits contained in it. */
  readonly includes: readonly string[];
  /** How it is discounted where not as money is: what is counted in QALYs. */
  readonly discounter?: Discounter | undefined;
  /** Why it falls in its years, in words: of a given benefit whose years are known or taken. */
  readonly falls?: string | undefined;
  /** Of amounts given by year, each: they add up to the benefit. */
  readonly years?: readonly BenefitYear[];
  /** Its years are not known: a sum over a lifetime put where it starts. */
  readonly lump: boolean;
  readonly cashable: Worked | undefined;
  /** It only moves money from one party to another: no gain to society. */
  readonly transfer: boolean;
  /** Whether somebody graded how sure it is. */
  readonly graded: boolean;
  /** The claim that it was worked out from. */
  readonly claim?: Ref | undefined;
}

/** Why a benefit that is shown is not added. */
export type LeftOut =
  | { readonly reason: "contained"; readonly by: BenefitResult }
  | { readonly reason: "replaced"; readonly by: BenefitResult }
  | { readonly reason: "same-benefit"; readonly by: BenefitResult }
  | { readonly reason: "outside-perspective" }
  | { readonly reason: "transfer" }
  | { readonly reason: "no-effect-shown" };

const gainer = (benefit: BenefitResult): string =>
  groupsOf(benefit.gains)
    .map(([group]) => group)
    .sort()
    .join("|");

/**
 * Which of some benefits are added, each once. What another contains (`includes`, through any number of steps) is left out. A direct
 * benefit that names an outcome stands instead of the values worked out for that outcome of the same kind; of one outcome, kind and
 * gainer only one is added, the direct one before the worked-out one. What a benefit contains that is itself left out counts on its own.
 */
export function addedOnce(benefits: readonly BenefitResult[]): ReadonlyMap<BenefitResult, LeftOut | undefined> {
  const decided = new Map<BenefitResult, LeftOut | undefined>();
  const direct = new Map<string, BenefitResult>();
  const first = new Map<string, BenefitResult>();
  const containers = containersOf(benefits);
  for (const benefit of benefits)
    if (benefit.origin === "given" && benefit.outcome !== undefined) {
      const key = outcomeAndKind(benefit);
      if (!direct.has(key)) direct.set(key, benefit);
    }
  const decide = (benefit: BenefitResult): LeftOut | undefined => {
    if (benefit.total.none === "no effect shown") return { reason: "no-effect-shown" };
    const container = containers.get(benefit)?.find((one) => decided.has(one) && decided.get(one) === undefined);
    if (container !== undefined) return { reason: "contained", by: container };
    if (benefit.outcome === undefined) return undefined;
    const instead = direct.get(outcomeAndKind(benefit));
    if (benefit.origin === "outcome" && instead !== undefined) return { reason: "replaced", by: instead };
    const key = `${outcomeAndKind(benefit)}|${gainer(benefit)}`;
    const before = first.get(key);
    if (before !== undefined) return { reason: "same-benefit", by: before };
    first.set(key, benefit);
    return undefined;
  };
  // What contains others comes before them, so that what is in it is not taken for the same benefit first.
  const depth = (benefit: BenefitResult): number => containers.get(benefit)?.length ?? 0;
  const before = (a: BenefitResult, b: BenefitResult): number =>
    Number(a.origin === "outcome") - Number(b.origin === "outcome") || depth(a) - depth(b);
  for (const benefit of [...benefits].sort(before)) decided.set(benefit, decide(benefit));
  return decided;
}

const outcomeAndKind = ({ outcome, kind }: BenefitResult): string => `${outcome}|${kind ?? ""}`;

/** What each contained benefit is in. Of two that contain each other, the second is in the first. */
function containersOf(benefits: readonly BenefitResult[]): ReadonlyMap<BenefitResult, readonly BenefitResult[]> {
  const containers = new Map<BenefitResult, BenefitResult[]>();
  for (const container of benefits) {
    if (container.includes.length === 0) continue;
    const above = containers.get(container);
    for (const inner of containedIn(container, benefits)) {
      if (above?.includes(inner) === true) continue;
      const held = containers.get(inner);
      if (held === undefined) containers.set(inner, [container]);
      else held.push(container);
    }
  }
  return containers;
}

/** Benefits contained in one, through any number of steps; never itself. */
function containedIn(container: BenefitResult, all: readonly BenefitResult[]): ReadonlySet<BenefitResult> {
  const found = new Set<BenefitResult>();
  const open = [...container.includes];
  for (let name = open.pop(); name !== undefined; name = open.pop())
    for (const benefit of all)
      if (benefit.name === name && benefit !== container && !found.has(benefit)) {
        found.add(benefit);
        open.push(...benefit.includes);
      }
  return found;
}

/** A total discounted by when it is gained; corrected for optimism when `correction` is given. */
export function presentValueOf(
  total: Worked,
  profile: Profile,
  discounter: Discounter,
  correction: Worked | undefined,
  when?: WhenItFalls,
): { readonly corrected: Worked; readonly uncorrected: Worked } {
  const uncorrected = product(`${total.label}, present value`, [total, discounter.weight(profile, when)], {
    unit: total.unit,
    ref: total.ref,
  });
  if (correction === undefined) return { corrected: uncorrected, uncorrected };
  return {
    uncorrected,
    corrected: product(`${total.label}, corrected`, [uncorrected, correction], { unit: total.unit, ref: total.ref }),
  };
}
