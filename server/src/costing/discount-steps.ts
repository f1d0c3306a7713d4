/** The discounting of an amount spread over years, step by step for a reader: each year's share times its factor, each factor from its rates. */

import { NO_UNIT } from "../values/units.ts";
import { type Profile, rateIn, type Schedule } from "./discounting.ts";
import { ruled, type WhenItFalls } from "./when.ts";
import { apply, given, product, sum, type Worked } from "./worked.ts";

type Flows = "start-of-year" | "mid-year";

/** The sum of share x factor over the years of a profile; 1 when all falls in a year 0 that counts whole. */
export function discountSteps(
  profile: Profile,
  factorOf: (year: number) => number,
  schedule: Schedule,
  flows: Flows,
  when: WhenItFalls | undefined,
): Worked {
  const [only] = profile;
  if (profile.length === 1 && only?.year === 0 && only.share === 1 && flows === "start-of-year")
    return given("", 1, { note: "all of it falls in year 0", source: schedule.name });
  const years = profile.map(({ year, share }) =>
    product(`Year ${year}: share x discount factor`, [
      shareOfYear(year, share, when),
      factorSteps(year, factorOf(year), schedule, flows),
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
export function factorSteps(year: number, factor: number, schedule: Schedule, flows: Flows): Worked {
  const label = `Discount factor of year ${year}`;
  const bands = new Map<number, number>();
  for (let t = 1; t <= year; t++) {
    const rate = rateIn(schedule, t);
    bands.set(rate, (bands.get(rate) ?? 0) + 1);
  }
  if (bands.size === 0 && flows === "start-of-year")
    return given(label, factor, { note: "year 0 counts whole", source: schedule.name });
  const halves = flows === "mid-year" ? [`(1 + ${percent(rateIn(schedule, year + 1))})^0.5`] : [];
  const powers = [...bands].map(([rate, times]) => `(1 + ${percent(rate)})^${times}`);
  const rates = new Set([...bands.keys(), ...(flows === "mid-year" ? [rateIn(schedule, year + 1)] : [])]);
  return apply(
    label,
    [...rates].map((rate) => given("Discount rate a year", rate, { source: schedule.name })),
    () => factor,
    {
      unit: NO_UNIT,
      note: `1 / (${[...powers, ...halves].join(" x ")})${flows === "mid-year" ? ", flows at mid-year" : ""}`,
    },
  );
}

const percent = (rate: number): string => `${Number((rate * 100).toPrecision(6))}%`;
