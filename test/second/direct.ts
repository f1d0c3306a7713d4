import { evenly, type Gain, put, within, yearOf } from "./benefits.ts";
import { add, type Costs, volume } from "./costs.ts";
import { type Amount, one, parties, share, years } from "./reading.ts";
import { spread, worst } from "./setting.ts";
import type { Given } from "./spec.ts";

/** The table of FORMAT, Benefits an evaluation has valued: a sum, a yearly amount with `lasts`, amounts `by_year`. */
export function given(benefit: Given, c: Costs, unit: string): Gain {
  const { s } = c;
  const entry = s.entry(benefit.value);
  const from = benefit.price_year ?? entry?.price_year ?? (entry ? s.libraryYear : undefined) ?? s.pricesOf;
  const due = s.reprice(from) * (s.left.has("attribution") ? 1 : share(benefit.attribution, 1));
  const { path, lump } = when(benefit, c, unit);
  return {
    name: benefit.benefit,
    origin: "given",
    kind: benefit.kind ?? entry?.kind ?? "",
    gains: parties(benefit.gains ?? entry?.payer),
    outcome: benefit.outcome,
    cashable: benefit.cashable === undefined ? undefined : share(benefit.cashable, 1),
    transfer: benefit.transfer ?? false,
    correction: s.correction("benefits", worst(benefit.confidence, entry?.confidence)),
    byYear: Array.from(path, (n) => (n ?? 0) * due),
    discount: s.discount,
    lump,
    notShown: false,
    includes: benefit.includes ?? [],
  };
}

/** When it is gained, as written, before prices and attribution. */
function when(benefit: Given, c: Costs, unit: string): { path: number[]; lump: boolean } {
  const { s, who } = c;
  const entry = s.entry(benefit.value);
  const written = entry?.value ?? benefit.amount;
  const amounts = entry === undefined ? benefit.by_year?.map(one) : undefined;
  const amount: Amount = amounts?.[0] ?? one(written ?? "");
  const ofService = Object.keys(amount.units).every((each) => each === "£" || each === "year");
  const valued = benefit.valued ?? entry?.valued;
  const lag = benefit.lag === undefined ? 0 : years(benefit.lag);
  const fade = benefit.drop_off === undefined || s.left.has("drop-off") ? 0 : one(benefit.drop_off).n;
  const cohorts = [...spread(who.period).entries()];
  const path: number[] = [];

  // One year of it, all who start together: the unit says of whom; `/year` is the year itself.
  const ofOneYear = (each: Amount): number => {
    const { year: _, ...units } = each.units;
    return each.n * volume({ n: each.n, units }, unit, who, benefit.of).times;
  };
  const yearly: { at: number; length: number; amount: number; fade: number }[] = [];
  if (amounts) {
    for (const [n, each] of amounts.entries())
      yearly.push({ at: lag + n, length: 1, amount: ofOneYear(each), fade: 0 });
  } else if (amount.units.year === -1 && benefit.lasts !== undefined) {
    yearly.push({ at: lag, length: years(benefit.lasts), amount: ofOneYear(amount), fade });
  } else if (ofService && amount.units.year === -1 && valued === "undiscounted") {
    yearly.push({ at: 0, length: who.period, amount: amount.n, fade: 0 });
  }

  const asSum = valued === "present-value" || valued === "unknown";
  const total = yearly.length > 0 ? add(yearly.map(inEffect)) : amount.n * volume(amount, unit, who, benefit.of).times;
  if (asSum || valued === undefined) {
    if (asSum || yearly.length === 0) {
      // "Worth that much in the participant's start year: its years are not known, so payback is not either."
      for (const [cohort, part] of cohorts) if (within(cohort, s)) put(path, cohort, total * part);
      return { path, lump: true };
    }
  }
  if (yearly.length > 0) {
    // "In £ or £/year it is the service's, from year 0 on"; else each cohort's own.
    for (const [cohort, part] of ofService ? [[0, 1] as const] : cohorts) {
      for (const each of yearly) evenly(path, cohort + each.at, each.length, each.amount * part, s, each.fade);
    }
    return { path, lump: false };
  }
  const over = benefit.over ?? entry?.over;
  for (const [cohort, part] of cohorts) {
    const at = cohort + lag;
    if (over !== undefined) evenly(path, at, years(over), (total * part) / years(over), s);
    else if (within(at, s)) put(path, yearOf(at), total * part);
  }
  return { path, lump: over === undefined && benefit.lag === undefined };
}

/** Amount x years in effect, less what fades at each anniversary. */
function inEffect({ length, amount, fade }: { length: number; amount: number; fade: number }): number {
  let sum = 0;
  for (let year = 0; year < length - 1e-9; year++) sum += Math.min(1, length - year) * (1 - fade) ** year;
  return amount * sum;
}
