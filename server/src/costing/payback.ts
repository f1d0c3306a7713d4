/** The year in which a service has paid for itself (GMCA guidance 2014: first year in which cumulative fiscal benefits reach cumulative costs). */
import { type Discounter, discountFactor, type Profile } from "./discounting.ts";
import { settled } from "./worked.ts";

/** Years of an amount, and how they are discounted. */
export interface Dated {
  readonly profile: Profile;
  /** Where it is not discounted as money is: what is counted in QALYs. */
  readonly discounter?: Discounter | undefined;
}

export interface DatedAmount extends Dated {
  readonly amount: number;
}

export interface CumulativeYear {
  readonly year: number;
  readonly cost: number;
  readonly benefit: number;
}

/**
 * Payback from the amounts alone, costs before benefits: the years and discount factors of each are worked out once. NaN: never. For
 * thousands of draws.
 */
export function paybackOf(
  costs: readonly Dated[],
  benefits: readonly Dated[],
  discounter: Discounter,
): (amounts: readonly number[]) => number {
  let known: readonly (readonly number[])[] | undefined;
  const parts = (): readonly (readonly number[])[] => {
    const weights = [...costs, ...benefits].map((dated) => byYear([{ ...dated, amount: 1 }], discounter));
    const last = Math.max(-1, ...weights.flatMap((weight) => [...weight.keys()]));
    return Array.from({ length: last + 1 }, (_, year) => weights.map((weight) => weight.get(year) ?? 0));
  };
  return (amounts) => {
    known ??= parts();
    let cost = 0;
    let moved = 0;
    let benefit = 0;
    for (let year = 0; year < known.length; year++) {
      const weights = known[year] as readonly number[];
      for (let i = 0; i < weights.length; i++) {
        const part = (amounts[i] as number) * (weights[i] as number);
        if (i < costs.length) {
          cost += part;
          moved += Math.abs(part);
        } else benefit += part;
      }
      if (benefit >= cost && settled(cost, moved) > 0) return year + 1;
    }
    return Number.NaN;
  };
}

/** Discounted cost and benefit up to the end of each year. */
export function cumulative(
  costs: readonly DatedAmount[],
  benefits: readonly DatedAmount[],
  discounter: Discounter,
): readonly CumulativeYear[] {
  const cost = byYear(costs, discounter);
  const benefit = byYear(benefits, discounter);
  const last = Math.max(-1, ...cost.keys(), ...benefit.keys());
  const years: CumulativeYear[] = [];
  const moved = byYear(
    costs.map((one) => ({ ...one, amount: Math.abs(one.amount) })),
    discounter,
  );
  let costSoFar = 0;
  let movedSoFar = 0;
  let benefitSoFar = 0;
  for (let year = 0; year <= last; year++) {
    costSoFar += cost.get(year) ?? 0;
    movedSoFar += moved.get(year) ?? 0;
    benefitSoFar += benefit.get(year) ?? 0;
    years.push({ year, cost: settled(costSoFar, movedSoFar), benefit: benefitSoFar });
  }
  return years;
}

function byYear(amounts: readonly DatedAmount[], forMoney: Discounter): Map<number, number> {
  const years = new Map<number, number>();
  for (const { amount, profile, discounter = forMoney } of amounts)
    for (const { year, share } of profile) {
      const factor = discountFactor(discounter.schedule, year, discounter.flows);
      years.set(year, (years.get(year) ?? 0) + amount * share * factor);
    }
  return years;
}

/** Years from the start to the end of the first year in which benefits have reached costs; 1 when that is year 0. Undefined: never. */
export function paybackYears(years: readonly CumulativeYear[]): number | undefined {
  const found = years.find(({ cost, benefit }) => benefit >= cost && cost > 0);
  return found === undefined ? undefined : found.year + 1;
}
