/** Discount factors and annuities (HM Treasury Green Book, annex 6; NI Guide to Expenditure Appraisal, appendix 4). */
import { NO_UNIT } from "../values/units.ts";
import { discountSteps, type YearlyRates } from "./discount-steps.ts";
import { longestHorizon } from "./timing.ts";
import type { WhenItFalls } from "./when.ts";
import { apply, given, type Worked } from "./worked.ts";

/** A schedule of yearly rates; `from` and `to` are years counted from year 0, `to` null means onwards. */
export interface Schedule {
  readonly name: string;
  readonly rows: readonly { readonly from: number; readonly to: number | null; readonly rate: number }[];
}

/** One rate for all years. */
export function flatSchedule(rate: number): Schedule {
  return { name: `${Number((rate * 100).toPrecision(12))}% a year`, rows: [{ from: 0, to: null, rate }] };
}

/** The rate of the band that holds year `t`; 0 when none does. */
export function rateIn(schedule: Schedule, t: number): number {
  for (const row of schedule.rows) if (t >= row.from && (row.to === null || t <= row.to)) return row.rate;
  return 0;
}

/** The rates of a schedule as a derivation asks for them. */
export const yearlyRates = (schedule: Schedule): YearlyRates => ({
  name: schedule.name,
  in: (year) => rateIn(schedule, year),
});

/** D(0) = 1; D(t) = D(t-1) / (1 + r_t), where r_t is the rate of the band holding year t. The later rate never reaches back. */
export function discountFactor(
  schedule: Schedule,
  year: number,
  flows: "start-of-year" | "mid-year" = "start-of-year",
): number {
  let factor = 1;
  const whole = Math.floor(year);
  for (let t = 1; t <= whole; t++) factor /= 1 + rateIn(schedule, t);
  return flows === "mid-year" ? factor / Math.sqrt(1 + rateIn(schedule, whole + 1)) : factor;
}

/** a(n, r) = (1 - (1+r)^-n) / r, the worth today of 1 a year in years 1 to n; n when r is 0. */
export function annuityFactor(years: number, rate: number): number {
  return rate === 0 ? years : (1 - (1 + rate) ** -years) / rate;
}

/** Yearly charge for something that costs `value`, lasts `years` and is then worth `residual`: (V - R/(1+r)^n) / a(n, r). */
export function annualCharge(value: number, years: number, rate: number, residual = 0): number {
  return (value - residual / (1 + rate) ** years) / annuityFactor(years, rate);
}

/** What a part of a year adds after whole years: D(k) x a(f, r), with r the rate of the year that it is a part of. */
export const partYearFactor = (whole: number, part: number, schedule: Schedule): number =>
  discountFactor(schedule, whole) * annuityFactor(part, rateIn(schedule, whole + 1));

/**
 * The level yearly sum in years 1 to n with the same present value: PV / (D(1) + ... + D(n)). A part year f after k whole ones adds
 * D(k) (1 - (1+r)^-f) / r, so that at one rate the divisor is the annuity factor of k + f years. NaN beyond the longest horizon.
 */
export function equivalentAnnual(presentValue: number, years: number, schedule: Schedule): number {
  if (years > longestHorizon) return Number.NaN;
  let factors = 0;
  let factor = 1;
  const whole = Math.floor(years);
  for (let t = 1; t <= whole; t++) {
    factor /= 1 + rateIn(schedule, t);
    factors += factor;
  }
  if (years > whole) factors += partYearFactor(whole, years - whole, schedule);
  return factors > 0 ? presentValue / factors : Number.NaN;
}

/** Shares of an amount by year, adding to 1 (or less, beyond a horizon). */
export type Profile = readonly { readonly year: number; readonly share: number }[];

export interface Discounter {
  readonly schedule: Schedule;
  readonly flows: "start-of-year" | "mid-year";
  /** What one pound spread as `profile` says is worth in year 0. */
  weight(profile: Profile, when?: WhenItFalls): Worked;
}

/** A discounter that remembers the factor of each year and the weight of each profile it is asked for. */
export function discounter(schedule: Schedule, flows: "start-of-year" | "mid-year"): Discounter {
  const factors: number[] = [];
  /** By profile, then by the rule that it follows from: the same years may have two reasons. */
  const weights = new Map<Profile, Map<string, Worked>>();
  const factorOf = (year: number): number => {
    factors[year] ??= discountFactor(schedule, year, flows);
    return factors[year];
  };
  const over = (profile: Profile): number => {
    let total = 0;
    for (const { year, share } of profile) total += share * factorOf(year);
    return total;
  };
  return {
    schedule,
    flows,
    weight(profile, when) {
      const rule = when?.rule ?? "";
      const ofProfile = weights.get(profile) ?? new Map<string, Worked>();
      const known = ofProfile.get(rule);
      if (known !== undefined) return known;
      const label = "Discount factor over the years it falls in";
      const total = over(profile);
      const extra = {
        note: `${schedule.name}; ${yearZeroText(flows)}${when === undefined ? "" : `; ${when.rule}`}`,
        steps: () => discountSteps(profile, factorOf, yearlyRates(schedule), flows, when),
      };
      const moves = when?.moves;
      // Without ends: what moves the years moves the amount too, and ends of one alone would mislead.
      const made =
        moves === undefined
          ? given(label, total, extra)
          : {
              ...apply(label, moves.operands, (values) => over(moves.profile(values)), { ...extra, unit: NO_UNIT }),
              low: undefined,
              high: undefined,
            };
      weights.set(profile, ofProfile.set(rule, made));
      return made;
    },
  };
}

const yearZeroText = (flows: Discounter["flows"]): string =>
  flows === "mid-year" ? "year 0 counts whole, flows at mid-year" : "year 0 counts whole";
