import { NOT_NOUNS } from "./not-nouns.ts";
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
  ["h", "hour"],
  ["day", "day"],
  ["week", "week"],
  ["wk", "week"],
  ["fortnight", "fortnight"],
  ["month", "month"],
  ["mth", "month"],
  ["mo", "month"],
  ["year", "year"],
  ["yr", "year"],
  ["y", "year"],
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

/** Places in the canonical order: currencies, FTE, then (after nouns, which are not here) time. */
const RANKS: ReadonlyMap<string, number> = new Map(
  CLOSED_UNITS.map((base, at) => [base, at <= CURRENCIES.length ? at : at + 2]),
);
const NOUN_RANK = CURRENCIES.length + 1;

type Power = readonly [base: string, power: number];

function comesBefore(a: string, b: string): boolean {
  const [one, other] = [RANKS.get(a) ?? NOUN_RANK, RANKS.get(b) ?? NOUN_RANK];
  return one === other ? a < b : one < other;
}

/** Puts a power among others in their order; powers of one base add, zeros go. Units are short: a walk is quicker than any table. */
function join(powers: Power[], [base, power]: Power): void {
  let at = powers.length;
  for (let i = 0; i < powers.length; i++) {
    const [name, before] = powers[i] as Power;
    if (name === base) {
      if (before + power === 0) powers.splice(i, 1);
      else powers[i] = [base, before + power];
      return;
    }
    if (at > i && comesBefore(base, name)) at = i;
  }
  if (power === 0) return;
  if (at === powers.length) powers.push([base, power]);
  else powers.splice(at, 0, [base, power]);
}

/** A unit from base names and powers, in canonical order (currency, FTE, nouns, time); powers of one base add, zeros go. */
export function unit(...powers: readonly Power[]): Unit {
  const joined: Power[] = [];
  for (const each of powers) join(joined, each);
  return joined.length === 0 ? NO_UNIT : { powers: joined };
}

/** The power of one base in a unit; 0 when it is not there. */
export function powerOf(of: Unit, base: string): number {
  for (const [name, power] of of.powers) if (name === base) return power;
  return 0;
}

/** The unit of a product: powers add, zeros go. */
export function multiplyUnits(a: Unit, b: Unit): Unit {
  if (a.powers.length === 0) return b;
  if (b.powers.length === 0) return a;
  const powers = [...a.powers];
  for (const each of b.powers) join(powers, each);
  return powers.length === 0 ? NO_UNIT : { powers };
}

/** One over the unit: `£/hour` gives `hour/£`. */
export function invert(of: Unit): Unit {
  return of.powers.length === 0 ? of : { powers: of.powers.map(([base, power]) => [base, -power] as const) };
}

/** The unit of a quotient. */
export function divideUnits(a: Unit, b: Unit): Unit {
  if (b.powers.length === 0) return a;
  const powers = [...a.powers];
  for (const [base, power] of b.powers) join(powers, [base, -power]);
  return powers.length === 0 ? NO_UNIT : { powers };
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
  return inWords(many && base !== "FTE" ? plural(base) : base);
}

/** A noun of two or three words is kept as one, `young-person`, and shown as people write it where it reads back as the same. */
function inWords(noun: string): string {
  if (!WORDS.test(noun)) return noun;
  const words = noun.split("-");
  return words.some((word) => NOT_NOUNS.has(word) || NOT_SPOKEN.has(word) || SPELLINGS.has(singular(word)))
    ? noun
    : words.join(" ");
}

const WORDS = /^[a-z]{2,}-[a-z]{2,}(?:-[a-z]{2,})?$/;

/** Words that would be read as a number or as a time of their own. */
const NOT_SPOKEN: ReadonlySet<string> = new Set(
  (
    "one two three four five six seven eight nine ten eleven twelve half quarter third dozen hundred thousand million billion bn mn " +
    "percent percentage point points pa pw pm pcm ph hourly daily weekly fortnightly monthly yearly annually annual part full"
  ).split(" "),
);

/**
 * The unit as people write it: `£/family/month`, `hours/visit` with `plural`, `/child` when nothing stands above the line.
 * Several bases above the line are joined by ` x `. Reads back as the same unit where the grammar can say it.
 */
export function formatUnit(of: Unit, options: { readonly plural?: boolean } = {}): string {
  const many = options.plural === true;
  let above = "";
  let below = "";
  for (const [base, power] of of.powers) {
    for (let i = 0; i < Math.abs(power); i++) {
      if (power < 0) below += `/${shownBase(base, false)}`;
      else above += above === "" ? shownBase(base, many) : ` x ${shownBase(base, many)}`;
    }
  }
  return above + below;
}
