import { hoursAYear, NOT_KNOWN, plain, years } from "./reading.ts";
import type { Case, Entry } from "./spec.ts";
import { type Band, COUNCIL, deflator, grades, PUBLIC, schedule } from "./tables.ts";

/** What every figure of one spec rests on. */
export type Setting = ReturnType<typeof settle>;

export function settle({ spec, library }: Case) {
  const written = spec.appraisal ?? {};
  const left = new Set(written.leave_out ?? []);
  const to = written.price_year ?? "2024-25";
  const index = deflator(written.deflator ?? "hmt-2026-03");
  const perspective = spec.costs.perspective ?? written.perspective ?? "society";
  const named = written.discounting ?? "green-book-standard";
  const bandsOf = (name: string): Band[] => {
    // FORMAT, What corrections do: "Left out, discounting is at 0%".
    if (left.has("discounting")) return [{ from: 0, to: null, rate: 0 }];
    return name.endsWith("%") ? [{ from: 0, to: null, rate: plain(name) }] : schedule(name);
  };
  const bands = bandsOf(named);
  // FORMAT, QALYs: "at the Green Book's rates for health where its rates are used for money; a rate of one's own holds for both".
  const health = bandsOf(named.endsWith("%") ? named : "green-book-health");
  const midYear = written.flows === "mid-year";
  const own = written.confidence_grades;
  return {
    period: years(spec.costs.period),
    /** METHODS 6: value x index(to) / index(from). */
    reprice: (from: string): number => (index[to] ?? Number.NaN) / (index[from] ?? Number.NaN),
    discount: (year: number): number => factor(bands, year, midYear),
    /** METHODS 1, FORMAT: D(1) + ... + D(k), and of a part year f after them D(k) x (1 - (1 + r)^-f) / r. */
    annuity: (n: number): number => {
      const k = Math.floor(n + 1e-9);
      const part = n - k > 1e-9 ? n - k : 0;
      const after = rateOf(bands, k + 1);
      let sum = factor(bands, k, false) * (after === 0 ? part : (1 - (1 + after) ** -part) / after);
      for (let year = 1; year <= k; year++) sum += factor(bands, year, false);
      return sum;
    },
    discountHealth: (year: number): number => factor(health, year, midYear),
    firstRate: bands[0]?.rate ?? Number.NaN,
    perspective,
    counts: (party: string): boolean => counts(perspective, party),
    budget: written.costs === "budget",
    capital: written.capital ?? "annualise",
    hours: written.working_year,
    horizon: years(written.horizon ?? spec.costs.horizon ?? "500 years"),
    threshold: written.threshold,
    left,
    /** METHODS 2: cost corrected = cost x (1 + ob), benefit x (1 - ob); A15: no confidence, no correction. */
    correction: (which: "costs" | "benefits", grade: number | undefined): number => {
      if (grade === undefined || left.has("optimism-bias")) return 0;
      if (own) return plain(own.find((row) => row.grade === grade)?.[which] ?? "0%");
      return grades.find((row) => row.grade === grade)?.[which] ?? Number.NaN;
    },
    entry: (ref: string | undefined): Entry | undefined =>
      library.entries.find((row) => `${library.unit_costs}/${row.entry}` === ref),
    libraryYear: library.price_year,
    pricesOf: spec.costs.price_year,
  };
}

const rateOf = (bands: Band[], t: number): number =>
  bands.find((band) => t >= band.from && t <= (band.to ?? t))?.rate ?? Number.NaN;

/** METHODS 1: D(0) = 1, D(t) = D(t-1) / (1 + r_t); FORMAT, Time: mid-year adds half a year at the rate of the year that follows. */
function factor(bands: Band[], year: number, midYear: boolean): number {
  const rate = (t: number): number => rateOf(bands, t);
  let d = 1;
  for (let t = 1; t <= year; t++) d /= 1 + rate(t);
  return midYear ? d / Math.sqrt(1 + rate(year + 1)) : d;
}

/** SEMANTICS A5 and the table of payers. */
export function counts(perspective: string, party: string): boolean {
  if (perspective === "society") return true;
  // "Without either a line is counted under the public sector and society, not known under the council."
  if (party === NOT_KNOWN) return perspective === "public-sector";
  return (perspective === "public-sector" ? PUBLIC : COUNCIL).has(party);
}

export const worst = (...marks: (number | undefined)[]): number | undefined => {
  const given = marks.filter((mark) => mark !== undefined);
  return given.length === 0 ? undefined : Math.max(...given);
};

/** A period spread evenly: the part of each year of delivery, a part year by its share (SEMANTICS A1, A12). */
export function spread(period: number): number[] {
  const parts: number[] = [];
  for (let year = 0; year < period - 1e-9; year++) parts.push(Math.min(1, period - year) / period);
  return parts;
}

export const hoursOf = (...written: (string | undefined)[]): number =>
  hoursAYear(written.find((one) => one !== undefined) ?? "42 weeks x 37 hours/week");
