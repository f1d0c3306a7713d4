import { type Conversion, settleTime } from "./time.ts";
import type { Interval, Unit, WorkingYear } from "./types.ts";
import {
  currencyOf,
  divideUnits,
  formatUnit,
  invert,
  isCurrency,
  isMoney,
  multiplyUnits,
  powerOf,
  unit,
} from "./units.ts";

/** A figure with its unit; a `Quantity` is one. */
export interface Measured {
  readonly value: number;
  readonly unit: Unit;
  readonly range?: { readonly low: number; readonly high: number };
  readonly interval?: Interval;
}

/** What conversions may lean on. Without a working year, FTE and hours stay apart. */
export interface Assumptions {
  readonly workingYear?: WorkingYear | undefined;
}

export interface Worked {
  readonly ok: true;
  readonly value: Measured;
  /** The conversions that were used, in the order they were. */
  readonly conversions: readonly Conversion[];
}

/** Units that do not fit: `hours` times `£/visit` leaves `hour/visit` over beside the money. */
export interface Mismatch {
  readonly ok: false;
  /** `working-year`: they would fit if the working year were stated. `zero`: division by nothing. */
  readonly reason: "units" | "working-year" | "zero";
  readonly left: Unit;
  readonly right: Unit;
  readonly over: Unit;
}

export type Result = Worked | Mismatch;

const FTE_HOURS = unit(["hour", 1], ["year", -1], ["FTE", -1]);

/** The working year as a conversion: hours a year of one FTE. */
export function conversionOf(year: WorkingYear): Conversion {
  const text = `${year.weeks} weeks x ${year.hoursPerWeek} hours`;
  return { factor: year.weeks * year.hoursPerWeek, small: "hour", large: "FTE", text };
}

interface Settled {
  readonly factor: number;
  readonly unit: Unit;
  readonly conversions: readonly Conversion[];
}

/** Whether FTE and hours stand on two sides of the line, so that the working year could bring them together. */
function staffMeets(of: Unit): boolean {
  const staff = powerOf(of, "FTE");
  return staff !== 0 && staff * (powerOf(of, "hour") || powerOf(of, "minute")) < 0;
}

function settle(of: Unit, assumptions: Assumptions): Settled {
  const first = settleTime(1, of);
  const year = assumptions.workingYear;
  if (year === undefined || !staffMeets(first.unit)) {
    return { factor: first.value, unit: first.unit, conversions: first.conversions };
  }
  const power = powerOf(first.unit, "FTE");
  const bridge = { powers: FTE_HOURS.powers.map(([base, p]) => [base, p * power] as const) };
  const hours = (year.weeks * year.hoursPerWeek) ** power;
  const second = settleTime(first.value * hours, multiplyUnits(first.unit, bridge));
  const conversions = [...first.conversions, conversionOf(year), ...second.conversions];
  return { factor: second.value, unit: second.unit, conversions };
}

/** What stands beside the money: all of the unit but one power of its currency. */
function besideMoney(of: Unit): Unit {
  const currency = currencyOf(of);
  return currency === undefined ? of : divideUnits(of, unit([currency, 1]));
}

/** Money must come out as money per something: any other unit above the line is left over. */
function leavesOver(left: Unit, right: Unit, result: Unit): boolean {
  if (!isMoney(left) && !isMoney(right)) return false;
  const above = result.powers.filter(([, power]) => power > 0);
  const currencies = above.filter(([base]) => isCurrency(base));
  if (above.length === 0) return false;
  return above.length > 1 || currencies.length !== 1 || currencies[0]?.[1] !== 1;
}

function mismatch(left: Unit, right: Unit, over: Unit): Mismatch {
  return { ok: false, reason: staffMeets(over) ? "working-year" : "units", left, right, over };
}

/** An interval times a number; a negative one turns it round. */
export function scaleInterval(interval: Interval, by: number): Interval {
  const [low, high] = by < 0 ? [interval.high * by, interval.low * by] : [interval.low * by, interval.high * by];
  return { ...interval, low, high };
}

/** The extremes that the product of two figures can take, each anywhere in its range. */
function rangeOf(a: Measured, b: Measured, factor: number): { low: number; high: number } | undefined {
  if (a.range === undefined && b.range === undefined) return undefined;
  const all: number[] = [];
  for (const x of [a.range?.low ?? a.value, a.range?.high ?? a.value]) {
    for (const y of [b.range?.low ?? b.value, b.range?.high ?? b.value]) all.push(x * y * factor);
  }
  return { low: Math.min(...all), high: Math.max(...all) };
}

/** An interval survives only beside an exact figure: how two uncertain ones combine is not arithmetic but statistics. */
function intervalOf(a: Measured, b: Measured, factor: number): Interval | undefined {
  const exact = (m: Measured): boolean => m.interval === undefined && m.range === undefined;
  if (a.interval !== undefined && exact(b)) return scaleInterval(a.interval, b.value * factor);
  if (b.interval !== undefined && exact(a)) return scaleInterval(b.interval, a.value * factor);
  return undefined;
}

/** A figure, with its range and interval only where there is one. */
export function measured(value: number, of: Unit, range: Measured["range"], interval: Interval | undefined): Measured {
  return {
    value,
    unit: of,
    ...(range === undefined ? {} : { range }),
    ...(interval === undefined ? {} : { interval }),
  };
}

/**
 * The product of two figures. Like units cancel, calendar units among themselves (a week is 7 days, a year 365.25 days and 12
 * months) and minutes with hours. FTE meets hours only through the stated working year: 1 FTE is weeks x hours a week, in
 * hours a year. Hours never cancel weeks: `2 hours/week` is how hard someone works, not a fraction. Ranges give the extremes,
 * an interval scales beside an exact figure. Where money comes out with anything but money above the line, the units do not fit.
 */
export function multiply(a: Measured, b: Measured, assumptions: Assumptions = {}): Result {
  const { factor, unit: of, conversions } = settle(multiplyUnits(a.unit, b.unit), assumptions);
  if (leavesOver(a.unit, b.unit, of)) return mismatch(a.unit, b.unit, besideMoney(of));
  const value = a.value * b.value * factor;
  return { ok: true, value: measured(value, of, rangeOf(a, b, factor), intervalOf(a, b, factor)), conversions };
}

function inverse(m: Measured): Measured {
  const range = m.range === undefined ? undefined : { low: 1 / m.range.high, high: 1 / m.range.low };
  const interval =
    m.interval === undefined ? undefined : { ...m.interval, low: 1 / m.interval.high, high: 1 / m.interval.low };
  return measured(1 / m.value, invert(m.unit), range, interval);
}

/** The quotient of two figures, units as in `multiply`. A divisor that is or may be zero is refused. */
export function divide(a: Measured, b: Measured, assumptions: Assumptions = {}): Result {
  const over = divideUnits(a.unit, b.unit);
  const spans = (x: { low: number; high: number } | undefined): boolean => x !== undefined && x.low <= 0 && x.high >= 0;
  if (b.value === 0 || spans(b.range)) return { ok: false, reason: "zero", left: a.unit, right: b.unit, over };
  // A quotient's interval turned inside out by a divisor that may be zero says nothing, so it is dropped.
  const divisor = spans(b.interval) ? measured(b.value, b.unit, b.range, undefined) : b;
  const { factor, unit: of, conversions } = settle(over, assumptions);
  const other = inverse(divisor);
  const value = (a.value / b.value) * factor;
  const lost = divisor !== b;
  return {
    ok: true,
    value: measured(value, of, rangeOf(a, other, factor), lost ? undefined : intervalOf(a, other, factor)),
    conversions,
  };
}

/** The mismatch in one plain sentence, both sides and what is left over. */
export function describeMismatch(m: Mismatch): string {
  const [left, right, over] = [m.left, m.right, m.over].map((of) => formatUnit(of) || "a plain number");
  if (m.reason === "zero") return `${left} cannot be divided by nothing.`;
  const year =
    m.reason === "working-year" ? " Staff time converts only through the working year, which is not stated." : "";
  return `\`${left}\` and \`${right}\` do not fit: \`${over}\` is left over.${year}`;
}
