import { type Assumptions, conversionOf, type Measured, measured, type Result, scaleInterval } from "./arithmetic.ts";
import { convertTime, settleTime } from "./time.ts";
import type { Interval, Unit, WorkingYear } from "./types.ts";
import { divideUnits, equalUnits, powerOf, unit } from "./units.ts";

/** Hours of work in one calendar unit of the working year: a week has the stated hours (in five days), a year weeks x hours. */
function hoursIn(base: string, year: WorkingYear): number | undefined {
  switch (base) {
    case "day":
      return year.hoursPerWeek / 5;
    case "week":
      return year.hoursPerWeek;
    case "fortnight":
      return year.hoursPerWeek * 2;
    case "month":
      return (year.weeks * year.hoursPerWeek) / 12;
    case "year":
      return year.weeks * year.hoursPerWeek;
    default:
      return undefined;
  }
}

/**
 * The factor between staff time in two units, through the working year: hours of work to days, weeks, months or years of work,
 * and `hours/week` (or day, month, year) to FTE.
 */
function staffFactor(from: Unit, to: Unit, year: WorkingYear): number | undefined {
  const minutes = powerOf(from, "minute") !== 0 || powerOf(to, "minute") !== 0;
  if (minutes) return undefined;
  const ratio = divideUnits(from, to);
  for (const base of ["day", "week", "fortnight", "month", "year"]) {
    const hours = hoursIn(base, year);
    if (hours === undefined) continue;
    if (equalUnits(ratio, unit(["FTE", 1], [base, 1], ["hour", -1]))) return hours;
    if (equalUnits(ratio, unit(["FTE", -1], [base, -1], ["hour", 1]))) return 1 / hours;
    if (powerOf(from, base) === 1 && powerOf(to, "hour") === 1 && equalUnits(ratio, unit([base, 1], ["hour", -1])))
      return hours;
    if (powerOf(from, "hour") === 1 && powerOf(to, base) === 1 && equalUnits(ratio, unit([base, -1], ["hour", 1]))) {
      return 1 / hours;
    }
  }
  return undefined;
}

function scaled(m: Measured, by: number, of: Unit): Measured {
  const range = m.range === undefined ? undefined : { low: m.range.low * by, high: m.range.high * by };
  return measured(m.value * by, of, range, m.interval === undefined ? undefined : scaleInterval(m.interval, by));
}

/** The same figure in another unit, through the calendar or the working year; a mismatch where neither leads there. */
export function convert(m: Measured, to: Unit, assumptions: Assumptions = {}): Result {
  const time = convertTime(1, m.unit, to);
  if (time !== undefined) {
    const exact = convertTime(m.value, m.unit, to)?.value ?? m.value;
    return { ok: true, value: { ...scaled(m, time.value, to), value: exact }, conversions: time.conversions };
  }
  const year = assumptions.workingYear;
  const over = settleTime(1, divideUnits(m.unit, to)).unit;
  const trial = year ?? { weeks: 1, hoursPerWeek: 1 };
  const factor = staffFactor(m.unit, to, trial);
  if (factor === undefined) return { ok: false, reason: "units", left: m.unit, right: to, over };
  if (year === undefined) return { ok: false, reason: "working-year", left: m.unit, right: to, over };
  return { ok: true, value: scaled(m, factor, to), conversions: [conversionOf(year)] };
}

/** The sum of two figures in the unit of the first. Ranges add end to end; an interval survives beside an exact figure. */
export function add(a: Measured, b: Measured, assumptions: Assumptions = {}): Result {
  const like = convert(b, a.unit, assumptions);
  if (!like.ok) return { ...like, left: a.unit, right: b.unit };
  const other = like.value;
  const ranged = a.range !== undefined || other.range !== undefined;
  const range = ranged
    ? {
        low: (a.range?.low ?? a.value) + (other.range?.low ?? other.value),
        high: (a.range?.high ?? a.value) + (other.range?.high ?? other.value),
      }
    : undefined;
  const value = a.value + other.value;
  return { ok: true, value: measured(value, a.unit, range, shiftedInterval(a, other)), conversions: like.conversions };
}

function shiftedInterval(a: Measured, b: Measured): Interval | undefined {
  const [uncertain, exact] = a.interval === undefined ? [b, a] : [a, b];
  if (uncertain.interval === undefined || exact.interval !== undefined || exact.range !== undefined) return undefined;
  const { low, high } = uncertain.interval;
  return { ...uncertain.interval, low: low + exact.value, high: high + exact.value };
}
