import type { Unit } from "./types.ts";
import { CALENDAR, CLOCK, equalUnits, unit } from "./units.ts";

/**
 * Lengths of the units of time. A week is 7 days, a year 365.25 days and 12 months; an hour is 60 minutes. Calendar and clock
 * are two families: how many hours of work stand in a week is the stated working year, never 24 x 7.
 */
const FAMILIES: readonly { readonly bases: readonly string[]; readonly lengths: ReadonlyMap<string, number> }[] = [
  {
    bases: CALENDAR,
    lengths: new Map([
      ["day", 1],
      ["week", 7],
      ["fortnight", 14],
      ["month", 365.25 / 12],
      ["year", 365.25],
    ]),
  },
  {
    bases: CLOCK,
    lengths: new Map([
      ["minute", 1],
      ["hour", 60],
    ]),
  },
];

/** `365.25/7 weeks a year`: a conversion that was used, in words, and the number it multiplied or divided by. */
export interface Conversion {
  /** How many `small` make one `large`. */
  readonly factor: number;
  readonly small: string;
  readonly large: string;
  readonly text: string;
}

const SUMS: ReadonlyMap<string, string> = new Map([
  ["day week", "7 days a week"],
  ["day month", "365.25/12 days a month"],
  ["day year", "365.25 days a year"],
  ["day fortnight", "14 days a fortnight"],
  ["week fortnight", "2 weeks a fortnight"],
  ["fortnight month", "365.25/12/14 fortnights a month"],
  ["fortnight year", "365.25/14 fortnights a year"],
  ["week month", "365.25/12/7 weeks a month"],
  ["week year", "365.25/7 weeks a year"],
  ["month year", "12 months a year"],
  ["minute hour", "60 minutes an hour"],
]);

/** How many of `to` make one of `from`, both of the calendar or both of the clock; undefined otherwise. */
function timeFactor(from: string, to: string): number | undefined {
  for (const { lengths } of FAMILIES) {
    const a = lengths.get(from);
    const b = lengths.get(to);
    if (a !== undefined && b !== undefined) return a / b;
  }
  return undefined;
}

/** Divides by a whole ratio rather than multiply by its inverse: 17 months are 17/12 of a year to the last bit. */
function scaleBy(value: number, from: string, to: string, power: number): number {
  const up = timeFactor(from, to) ?? 1;
  const factor = up >= 1 ? up : (timeFactor(to, from) ?? 1);
  return up >= 1 === power > 0 ? value * factor ** Math.abs(power) : value / factor ** Math.abs(power);
}

function conversion(a: string, b: string): Conversion {
  const factor = timeFactor(a, b) ?? 1;
  const [small, large] = factor >= 1 ? [b, a] : [a, b];
  const text = SUMS.get(`${small} ${large}`) ?? `${small}s a ${large}`;
  return { factor: timeFactor(large, small) ?? 1, small, large, text };
}

export interface Settled {
  readonly value: number;
  readonly unit: Unit;
  readonly conversions: readonly Conversion[];
}

const none: readonly never[] = [];

function settleFamily(from: Settled, bases: readonly string[]): Settled {
  let above = false;
  let below = false;
  for (const [base, power] of from.unit.powers)
    if (bases.includes(base)) {
      if (power > 0) above = true;
      else below = true;
    }
  if (!above || !below) return from;
  const powers = from.unit.powers.filter(([base]) => bases.includes(base));
  // The unit met most often stays, the longest of equals: nothing depends on it when all cancels.
  const [target] = [...powers].sort(
    ([a, p], [b, q]) => Math.abs(q) - Math.abs(p) || bases.indexOf(b) - bases.indexOf(a),
  );
  if (target === undefined) return from;
  let value = from.value;
  const changed: [string, number][] = [];
  const conversions = [...from.conversions];
  for (const [base, power] of from.unit.powers) {
    if (!bases.includes(base) || base === target[0]) {
      changed.push([base, power]);
      continue;
    }
    value = scaleBy(value, base, target[0], power);
    changed.push([target[0], power]);
    conversions.push(conversion(base, target[0]));
  }
  return { value, unit: unit(...changed), conversions };
}

/**
 * Cancels units of one family of time that stand both above and below the line (`hours/week x months` gives `hours`).
 * Units all above or all below are left as written.
 */
export function settleTime(value: number, of: Unit): Settled {
  let settled: Settled = { value, unit: of, conversions: none };
  if (of.powers.length < 2) return settled;
  for (const { bases } of FAMILIES) settled = settleFamily(settled, bases);
  return settled;
}

/** The same amount in another unit that differs from it only in its units of time; undefined where it cannot be. */
export function convertTime(value: number, from: Unit, to: Unit): Settled | undefined {
  if (equalUnits(from, to)) return { value, unit: to, conversions: [] };
  let result = value;
  const conversions: Conversion[] = [];
  let rest = [...from.powers].map(([base, power]) => [base, power] as [string, number]);
  for (const { bases } of FAMILIES) {
    const wanted = to.powers.filter(([base]) => bases.includes(base));
    const given = rest.filter(([base]) => bases.includes(base));
    const [target, second] = wanted;
    const net = given.reduce((sum, [, power]) => sum + power, 0);
    if (target === undefined || second !== undefined || net !== target[1]) continue;
    for (const [base, power] of given) {
      if (base === target[0]) continue;
      result = scaleBy(result, base, target[0], power);
      conversions.push(conversion(base, target[0]));
    }
    rest = rest.map(([base, power]) => (bases.includes(base) ? [target[0], power] : [base, power]));
  }
  return equalUnits(unit(...rest), to) ? { value: result, unit: to, conversions } : undefined;
}
