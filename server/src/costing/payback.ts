/** The year in which a service has paid for itself (GMCA guidance 2014: first year in which cumulative fiscal benefits reach cumulative costs). */
import { type Discounter, discountFactor, type Profile } from "./discounting.ts";

export interface DatedAmount {
  readonly amount: number;
  readonly profile: Profile;
}

export interface CumulativeYear {
  readonly year: number;
  readonly cost: number;
  readonly benefit: number;
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
  let costSoFar = 0;
  let benefitSoFar = 0;
  for (let year = 0; year <= last; year++) {
    costSoFar += cost.get(year) ?? 0;
    benefitSoFar += benefit.get(year) ?? 0;
    years.push({ year, cost: costSoFar, benefit: benefitSoFar });
  }
  return years;
}

function byYear(amounts: readonly DatedAmount[], discounter: Discounter): Map<number, number> {
  const years = new Map<number, number>();
  for (const { amount, profile } of amounts)
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
