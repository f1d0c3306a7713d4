/** In which years money and effects fall (schemas/FORMAT.md, "Time"). Year 0 is the first twelve months of delivery. */
import type { Profile } from "./discounting.ts";

/** Longest span of years worked out; an appraisal beyond it is cut there. Green Book schedules are printed to 500 years. */
export const longestHorizon = 500;

/** Everything in year 0. */
export const inYearZero: Profile = [{ year: 0, share: 1 }];

/** Evenly over `years` from year 0; a part year takes its share. */
export function evenly(years: number): Profile {
  if (!(years > 0)) return inYearZero;
  const profile: { year: number; share: number }[] = [];
  const span = Math.min(years, longestHorizon);
  for (let year = 0; year < span; year++) profile.push({ year, share: Math.min(1, span - year) / span });
  return profile;
}

/** Years in which something bought in year 0 is bought again, every `lasts` years inside the period: [0, 3] for 3 years of 5. */
export function purchases(lasts: number, period: number): readonly number[] {
  const years = [0];
  // A life of a few weeks would be bought without end; a twelfth of a year is the shortest counted.
  const life = Math.max(lasts, 1 / 12);
  for (let bought = 1; bought * life < Math.min(period, longestHorizon) - 1e-9; bought++)
    years.push(Math.floor(bought * life + 1e-9));
  return years;
}

/** Years at whose start something bought is worn out and its residual value comes back, up to the end of the period. */
export function retirements(lasts: number, period: number): readonly number[] {
  const life = Math.max(lasts, 1 / 12);
  return purchases(lasts, period)
    .map((_, bought) => (bought + 1) * life)
    .filter((end) => end <= Math.min(period, longestHorizon) + 1e-9)
    .map((end) => Math.floor(end + 1e-9));
}

/** Counts by year as shares of their total. */
export function profileOf(years: readonly number[]): Profile {
  const counts = new Map<number, number>();
  for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1);
  return [...counts].map(([year, count]) => ({ year, share: count / years.length }));
}

/**
 * Years in effect of one participant, by year since the start: from `lag` for `lasts`, times (1 - dropOff) at each anniversary of
 * the effect's first day, in steps and compound. 6 months, 2 years, 20% a year gives 0.5, 0.9 and 0.4.
 */
export function yearsInEffect(lag: number, lasts: number, dropOff = 0): Profile {
  const end = Math.min(lag + lasts, longestHorizon);
  const first = Math.floor(lag + 1e-12);
  const years: number[] = [];
  let from = lag;
  for (let anniversary = 0; from < end - 1e-12; anniversary++) {
    const until = Math.min(lag + anniversary + 1, end);
    const weight = (1 - dropOff) ** anniversary;
    for (let t = from; t < until - 1e-12; ) {
      const year = Math.floor(t + 1e-12);
      const next = Math.min(year + 1, until);
      years[year - first] = (years[year - first] ?? 0) + (next - t) * weight;
      t = next;
    }
    from = until;
  }
  return years.map((share, at) => ({ year: first + at, share }));
}

/** What one participant has, by year since the start, as far as it falls within `until` years after the start. */
export type Effect = (until: number) => Profile;

/** In effect from `lag` for `lasts`, less the drop-off (`yearsInEffect`). */
export const inEffect =
  (lag: number, lasts: number, dropOff = 0): Effect =>
  (until) =>
    yearsInEffect(lag, Math.min(lasts, until - lag), dropOff);

/** All of it at one moment, `lag` years after the start. */
export const atOnce =
  (lag: number): Effect =>
  (until) =>
    lag < until - 1e-12 ? [{ year: Math.floor(lag + 1e-12), share: 1 }] : [];

/** Evenly over some years, from `lag` after the start. Over no time: at once. */
export const gainedOver =
  (years: number, lag = 0): Effect =>
  (until) => {
    if (!(years > 0)) return atOnce(lag)(until);
    const span = Math.min(years, longestHorizon);
    return yearsInEffect(lag, Math.min(span, until - lag)).map(({ year, share }) => ({ year, share: share / span }));
  };

/**
 * Every participant's years laid out from the year in which each starts. A cohort starts on the first day of its year, so that what
 * falls beyond the horizon (in years from year 0) is cut on the very day.
 */
export function laidOut(
  starts: Profile,
  effect: Effect,
  horizon = longestHorizon,
): { readonly total: number; readonly profile: Profile } {
  const whole = effect(longestHorizon);
  const end = (whole.at(-1)?.year ?? 0) + 1;
  // By year: a simulation lays out thousands of times.
  const years: number[] = [];
  for (const start of starts) {
    const left = horizon - start.year;
    for (const part of left >= end ? whole : effect(left)) {
      const year = Math.max(0, start.year + part.year);
      years[year] = (years[year] ?? 0) + start.share * part.share;
    }
  }
  let total = 0;
  for (const share of years) total += share ?? 0;
  const profile: { year: number; share: number }[] = [];
  if (total !== 0)
    for (let year = 0; year < years.length; year++) {
      const share = years[year];
      if (share !== undefined) profile.push({ year, share: share / total });
    }
  return { total, profile };
}
