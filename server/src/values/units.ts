import { plural, singular } from "./nouns.ts";
import type { Unit } from "./types.ts";

export const CURRENCIES = ["GBP", "USD", "EUR"] as const;
export type Currency = (typeof CURRENCIES)[number];

/** Units of the calendar, which convert among themselves, shortest first. */
export const CALENDAR = ["day", "week", "fortnight", "month", "year"] as const;
export type CalendarUnit = (typeof CALENDAR)[number];

/** Units of work by the clock, which convert among themselves, shortest first. */
export const CLOCK = ["minute", "hour"] as const;
export type ClockUnit = (typeof CLOCK)[number];

/** Every base that is not an open noun. */
export const CLOSED_UNITS: readonly string[] = [...CURRENCIES, "FTE", ...CLOCK, ...CALENDAR];

const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ["GBP", "£"],
  ["USD", "$"],
  ["EUR", "€"],
]);

/** Written forms of the closed units, lower case. Nouns not here are open. */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ["gbp", "GBP"],
  ["pound", "GBP"],
  ["usd", "USD"],
  ["dollar", "USD"],
  ["eur", "EUR"],
  ["euro", "EUR"],
  ["fte", "FTE"],
  ["wte", "FTE"],
  ["full-time-equivalent", "FTE"],
  ["whole-time-equivalent", "FTE"],
  ["minute", "minute"],
  ["min", "minute"],
  ["hour", "hour"],
  ["hr", "hour"],
  ["day", "day"],
  ["week", "week"],
  ["wk", "week"],
  ["fortnight", "fortnight"],
  ["month", "month"],
  ["mth", "month"],
  ["year", "year"],
  ["yr", "year"],
  ["annum", "year"],
]);

/** Nouns that are initials, in the capitals the field writes them in. */
const INITIALS: ReadonlyMap<string, string> = new Map([
  ["qaly", "QALY"],
  ["daly", "DALY"],
  ["gcse", "GCSE"],
]);

export const NO_UNIT: Unit = { powers: [] };

/** The base name of a written unit or noun: `hrs` gives `hour`, `Families` gives `family`, `fte` gives `FTE`. */
export function baseName(written: string): string {
  const one = singular(written);
  return SPELLINGS.get(one) ?? one;
}

function rank(base: string): number {
  const closed = CLOSED_UNITS.indexOf(base);
  if (closed === -1) return CURRENCIES.length + 1;
  return closed <= CURRENCIES.length ? closed : closed + 2;
}

function compareBases([a]: readonly [string, number], [b]: readonly [string, number]): number {
  return rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** A unit from base names and powers, in canonical order (currency, FTE, nouns, time); powers of one base add, zeros go. */
export function unit(...powers: readonly (readonly [base: string, power: number])[]): Unit {
  const sums = new Map<string, number>();
  for (const [base, power] of powers) sums.set(base, (sums.get(base) ?? 0) + power);
  const kept = [...sums].filter(([, power]) => power !== 0);
  return kept.length === 0 ? NO_UNIT : { powers: kept.sort(compareBases) };
}

/** The power of one base in a unit; 0 when it is not there. */
export function powerOf(of: Unit, base: string): number {
  return of.powers.find(([name]) => name === base)?.[1] ?? 0;
}

/** The unit of a product: powers add, zeros go. */
export function multiplyUnits(a: Unit, b: Unit): Unit {
  if (a.powers.length === 0) return b;
  return b.powers.length === 0 ? a : unit(...a.powers, ...b.powers);
}

/** One over the unit: `£/hour` gives `hour/£`. */
export function invert(of: Unit): Unit {
  return of.powers.length === 0 ? of : { powers: of.powers.map(([base, power]) => [base, -power] as const) };
}

/** The unit of a quotient. */
export function divideUnits(a: Unit, b: Unit): Unit {
  return multiplyUnits(a, invert(b));
}

/** Whether two units are the same, power by power. */
export function equalUnits(a: Unit, b: Unit): boolean {
  return (
    a.powers.length === b.powers.length &&
    a.powers.every(([base, power], i) => b.powers[i]?.[0] === base && b.powers[i]?.[1] === power)
  );
}

/** Whether there is no unit: a plain number or a share. */
export function isDimensionless(of: Unit): boolean {
  return of.powers.length === 0;
}

/** Whether a base is one of the currencies. */
export function isCurrency(base: string): base is Currency {
  return (CURRENCIES as readonly string[]).includes(base);
}

/** Whether a base is a unit of the calendar. */
export function isCalendar(base: string): base is CalendarUnit {
  return (CALENDAR as readonly string[]).includes(base);
}

/** Whether a base is a unit of the clock. */
export function isClock(base: string): base is ClockUnit {
  return (CLOCK as readonly string[]).includes(base);
}

/** The currency a unit is an amount of: `GBP` for `£/hour`; undefined for `hour` and for `visit/£`. */
export function currencyOf(of: Unit): Currency | undefined {
  for (const [base, power] of of.powers) if (power === 1 && isCurrency(base)) return base;
  return undefined;
}

/** Whether the unit is an amount of money, alone or per something. */
export function isMoney(of: Unit): boolean {
  return currencyOf(of) !== undefined;
}

/** A duration: one unit of time and nothing else. */
export function isTime(of: Unit): boolean {
  const [only, ...rest] = of.powers;
  return only !== undefined && rest.length === 0 && only[1] === 1 && (isCalendar(only[0]) || isClock(only[0]));
}

/** The bases above the line: `£` of `£/family/month`. */
export function numerator(of: Unit): Unit {
  return { powers: of.powers.filter(([, power]) => power > 0) };
}

/** The symbol of a currency, or its code when it has none. */
export function currencySymbol(base: string): string {
  return SYMBOLS.get(base) ?? base;
}

function shownBase(base: string, many: boolean): string {
  const symbol = SYMBOLS.get(base);
  if (symbol !== undefined) return symbol;
  const initials = INITIALS.get(base);
  if (initials !== undefined) return many ? `${initials}s` : initials;
  return many && base !== "FTE" ? plural(base) : base;
}

/**
 * The unit as people write it: `£/family/month`, `hours/visit` with `plural`, `/child` when nothing stands above the line.
 * Several bases above the line are joined by ` x `. Reads back as the same unit where the grammar can say it.
 */
export function formatUnit(of: Unit, options: { readonly plural?: boolean } = {}): string {
  const above: string[] = [];
  const below: string[] = [];
  for (const [base, power] of of.powers) {
    for (let i = 0; i < Math.abs(power); i++) {
      if (power > 0) above.push(shownBase(base, options.plural === true));
      else below.push(`/${shownBase(base, false)}`);
    }
  }
  return above.join(" x ") + below.join("");
}
