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
 * Which of some benefits are added, each once. A direct benefit that names an outcome stands instead of the values worked out for
 * that outcome of the same kind; of one outcome, kind and gainer only one is added, the direct one before the worked-out one; what
 * another contains (`includes`, through any number of steps) is left out.
 */
export function addedOnce(benefits: readonly BenefitResult[]): ReadonlyMap<BenefitResult, LeftOut | undefined> {
  const decided = new Map<BenefitResult, LeftOut | undefined>();
  const direct = new Map<string, BenefitResult>();
  const first = new Map<string, BenefitResult>();
  for (const benefit of benefits)
    if (benefit.origin === "given" && benefit.outcome !== undefined) {
      const key = `${benefit.outcome}|${benefit.kind ?? ""}`;
      if (!direct.has(key)) direct.set(key, benefit);
    }
  for (const benefit of [...benefits].sort((a, b) => Number(a.origin === "outcome") - Number(b.origin === "outcome"))) {
    if (benefit.total.none === "no effect shown") {
      decided.set(benefit, { reason: "no-effect-shown" });
      continue;
    }
    if (benefit.outcome === undefined) {
      decided.set(benefit, undefined);
      continue;
    }
    const instead = direct.get(`${benefit.outcome}|${benefit.kind ?? ""}`);
    if (benefit.origin === "outcome" && instead !== undefined) {
      decided.set(benefit, { reason: "replaced", by: instead });
      continue;
    }
    const key = `${benefit.outcome}|${benefit.kind ?? ""}|${gainer(benefit)}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, benefit);
    decided.set(benefit, before === undefined ? undefined : { reason: "same-benefit", by: before });
  }
  for (const container of benefits) {
    if (decided.get(container) !== undefined) continue;
    for (const inner of containedIn(container, benefits))
      if (decided.get(inner) === undefined) decided.set(inner, { reason: "contained", by: container });
  }
  return decided;
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
