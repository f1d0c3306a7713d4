/** The discounting of an amount spread over years, step by step for a reader: each year's share times its factor, each factor from its rates. */

import { NO_UNIT } from "../values/units.ts";
import type { Profile } from "./discounting.ts";
import { ruled, type WhenItFalls } from "./when.ts";
import { apply, given, product, sum, type Worked } from "./worked.ts";

/** The rates of a schedule, by year. */
export interface YearlyRates {
  readonly name: string;
  in(year: number): number;
}

type Flows = "start-of-year" | "mid-year";

/** The sum of share x factor over the years of a profile; 1 when all falls in a year 0 that counts whole. */
export function discountSteps(
  profile: Profile,
  factorOf: (year: number) => number,
  rates: YearlyRates,
  flows: Flows,
  when: WhenItFalls | undefined,
): Worked {
  const [only] = profile;
  if (profile.length === 1 && only?.year === 0 && only.share === 1 && flows === "start-of-year")
    return given("", 1, { note: "all of it falls in year 0", source: rates.name });
  const years = profile.map(({ year, share }) =>
    product(`Year ${year}: share x discount factor`, [
      shareOfYear(year, share, when),
      factorSteps(year, factorOf(year), rates, flows),
    ]),
  );
  return sum("", years);
}

function shareOfYear(year: number, share: number, when: WhenItFalls | undefined): Worked {
  const label = `Share in year ${year}`;
  const shown = when?.share?.(year);
  return shown === undefined
    ? ruled(label, share, when?.rule ?? "its part of the whole")
    : { ...shown, label, value: share };
}

/** D(t) = 1 / ((1 + r1) ... (1 + rt)), with the rate of each band that it runs through. */
export function factorSteps(year: number, factor: number, rates: YearlyRates, flows: Flows): Worked {
  const label = `Discount factor of year ${year}`;
  const bands = new Map<number, number>();
  for (let t = 1; t <= year; t++) {
    const rate = rates.in(t);
    bands.set(rate, (bands.get(rate) ?? 0) + 1);
  }
  if (bands.size === 0 && flows === "start-of-year")
    return given(label, factor, { note: "year 0 counts whole", source: rates.name });
  const halves = flows === "mid-year" ? [`(1 + ${percent(rates.in(year + 1))})^0.5`] : [];
  const powers = [...bands].map(([rate, times]) => `(1 + ${percent(rate)})^${times}`);
  const used = new Set([...bands.keys(), ...(flows === "mid-year" ? [rates.in(year + 1)] : [])]);
  return apply(
    label,
    [...used].map((rate) => given("Discount rate a year", rate, { source: rates.name })),
    () => factor,
    {
      unit: NO_UNIT,
      note: `1 / (${[...powers, ...halves].join(" x ")})${flows === "mid-year" ? ", flows at mid-year" : ""}`,
    },
  );
}

const percent = (rate: number): string => `${Number((rate * 100).toPrecision(6))}%`;
