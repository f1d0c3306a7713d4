import { type Failure, fail, isFailure } from "../problems.ts";
import { convertTime, settleTime } from "../time.ts";
import type { Factor, Interval, Quantity, Term, Unit, Written } from "../types.ts";
import { currencyOf, divideUnits, equalUnits, formatUnit, isDimensionless, numerator, unit } from "../units.ts";
import type { Cursor } from "./cursor.ts";
import type { RawInterval } from "./evidence.ts";
import { type RawFactor, shareOf } from "./factor.ts";
import type { Phrase } from "./phrase.ts";
import { only, type RawTerm } from "./sum.ts";

interface Reduced {
  readonly value: number;
  readonly unit: Unit;
}

function reduceTerm(term: Term): Reduced {
  let value: number = term.sign;
  const powers: (readonly [string, number])[] = [];
  for (const factor of term.factors) {
    value *= factor.value;
    powers.push(...factor.unit.powers);
  }
  return settleTime(value, unit(...powers));
}

/** Without the dust of binary arithmetic: 0.35 + 0.05 is 0.4. */
function tidy(value: number): number {
  return Number(value.toPrecision(15));
}

/** The middle of a range, which stands for it where one figure is needed. */
export function middleOf(low: number, high: number): number {
  return tidy((low + high) / 2);
}

function coarser(a: Written, b: Written): Written {
  return b.finest > a.finest ? b : a;
}

/** Of two ends: the last non-zero digit of one says nothing about the other. */
function ofBoth(written: Written): Written {
  return { ...written, lastNonZero: written.finest };
}

/** How finely a range was written: as its coarser end. */
export function rangeWritten(low: RawFactor, high: RawFactor): Written {
  return ofBoth(coarser(low.written, high.written));
}

function coarsest(terms: readonly Term[]): Written {
  const all = terms.flatMap((term) => term.factors.map((factor) => factor.written));
  const [first, ...rest] = all;
  const start = first ?? { finest: 0, lastNonZero: 0, decimals: false };
  return rest.reduce(coarser, start);
}

/** The sign of the first factor is the sign of its term, so that `-£5` and `£-5` are one thing. */
function toTerm(raw: RawTerm): Term {
  let sign = raw.sign;
  const factors = raw.factors.map((factor, i): Factor => {
    const negative = i === 0 && (factor.value < 0 || Object.is(factor.value, -0));
    if (negative) sign = sign === 1 ? -1 : 1;
    const value = negative ? -factor.value : factor.value;
    return { value, unit: factor.unit, written: factor.written, span: factor.span };
  });
  return { sign, factors };
}

/** A bare end takes the unit of the other: `2 to 11 years`, `£1,000 to 1,400`, `10 to 30%/year`. */
function lend(end: RawFactor, other: RawFactor): RawFactor {
  // `10% to 30%/year`: the first is a year's too.
  if (end.percent && other.percent && isDimensionless(end.unit)) return { ...end, unit: other.unit };
  if (!isDimensionless(end.unit) || end.percent) {
    // `£1,000 to £1,400/child`: the currency alone takes what the other is per.
    const currency = currencyOf(end.unit);
    const alone = currency !== undefined && equalUnits(end.unit, unit([currency, 1]));
    return alone && currencyOf(other.unit) === currency ? { ...end, unit: other.unit } : end;
  }
  if (other.many !== undefined && end.many === undefined && end.out === undefined && !end.percent) {
    // `80 to 90 per 10,000 children`: both are of 10,000.
    return {
      ...end,
      ...shareOf(end.value, end.written, other.many),
      unit: other.unit,
      perMany: true,
      many: other.many,
    };
  }
  if (!other.percent) return { ...end, unit: other.unit, percentagePoints: other.percentagePoints };
  return { ...asPercent(end), unit: other.unit };
}

function asPercent(end: RawFactor): RawFactor {
  const written = { ...end.written, finest: end.written.finest - 2, lastNonZero: end.written.lastNonZero - 2 };
  return { ...end, value: end.value / 100, percent: true, written };
}

/** The two ends of a written range in one unit. */
export function readRangeEnds(c: Cursor, phrase: Phrase): { low: RawFactor; high: RawFactor } | Failure | undefined {
  const first = only(phrase.sum);
  if (phrase.plusMinus !== undefined && first !== undefined) {
    const width = lend(phrase.plusMinus, first);
    if (!equalUnits(width.unit, first.unit)) return unlikeEnds(c, phrase, first.unit, width.unit);
    const low = { ...first, value: tidy(first.value - width.value) };
    return { low, high: { ...first, value: tidy(first.value + width.value) } };
  }
  if (phrase.to === undefined || first === undefined) return undefined;
  if (first.scale === 0 && phrase.to.scale > 0 && Math.abs(first.value) < 1000 && first.value !== 0) {
    const suffix = /[a-z]+/i.exec(c.text.slice(phrase.to.span.start).replace(/^[^\d]*/, ""))?.[0] ?? "";
    const example = `${c.text.slice(first.span.start, first.span.end)}${suffix} to ${c.text.slice(phrase.to.span.start, phrase.to.span.end)}`;
    const message = "It is not clear whether the lower end is in the same thousands or millions as the upper one.";
    return fail("bad-range", first.span, message, example);
  }
  const low = lend(first, phrase.to);
  const high = lend(phrase.to, first);
  if (low.percent !== high.percent) return unlikeEnds(c, phrase, low.unit, high.unit);
  if (!equalUnits(low.unit, high.unit)) {
    const converted = convertTime(low.value, low.unit, high.unit);
    if (converted === undefined) return unlikeEnds(c, phrase, low.unit, high.unit);
    return { low: { ...low, value: converted.value, unit: high.unit }, high };
  }
  return { low, high };
}

function unlikeEnds(c: Cursor, phrase: Phrase, low: Unit, high: Unit): Failure {
  const [a, b] = [formatUnit(low) || "no unit", formatUnit(high) || "no unit"];
  const message = `The two ends of the range are not in the same unit: ${a} and ${b}.`;
  return fail("units-mismatch", phrase.toSpan ?? phrase.span, message, c.example);
}

/** A failure when the upper end of a range is below the lower. */
export function checkOrder(c: Cursor, phrase: Phrase, low: RawFactor, high: RawFactor): Failure | undefined {
  if (low.value <= high.value) return undefined;
  const [a, b] = [c.text.slice(low.span.start, low.span.end), c.text.slice(high.span.start, high.span.end)];
  if (looksLikeYear(c.text)) return yearHere(c, phrase);
  const message = "The upper end of the range is below the lower one.";
  return fail("bad-range", phrase.toSpan ?? phrase.span, message, `${b} to ${a}`);
}

/** `2023-24`, `2023/24`: a year where a figure belongs. */
export function looksLikeYear(text: string): boolean {
  return /^\s*(1[89]|20|21)\d\d\s*[-–/]\s*\d\d\s*$/.test(text);
}

/** The failure of a year where a figure belongs. */
export function yearHere(c: Cursor, phrase: Phrase): Failure {
  return fail("wrong-form", phrase.span, "This reads as a year, which does not belong here.", c.example, {
    found: "a year",
  });
}

/** The ends of a confidence interval on the scale of the figure they stand beside. */
export function toInterval(c: Cursor, raw: RawInterval, beside: RawFactor): Interval | Failure {
  const ends: RawFactor[] = [];
  for (const end of [raw.low, raw.high]) {
    const like = lend(end, beside);
    if (like.percent !== beside.percent || !equalUnits(like.unit, beside.unit)) {
      const message = "The interval is not in the same unit as the figure it belongs to.";
      return fail("units-mismatch", end.span, message, c.example);
    }
    ends.push(like);
  }
  const [low, high] = ends;
  if (low === undefined || high === undefined || low.value > high.value) {
    const [a, b] = [raw.low.span, raw.high.span].map(({ start, end }) => c.text.slice(start, end));
    return fail(
      "bad-range",
      raw.span,
      "The upper end of the interval is below the lower one.",
      `(95% CI ${b} to ${a})`,
    );
  }
  const written = ofBoth(low.written.finest > high.written.finest ? high.written : low.written);
  return { low: low.value, high: high.value, level: raw.level, levelWritten: raw.levelWritten, written };
}

function sumUp(c: Cursor, terms: readonly Term[], phrase: Phrase): Reduced | { parts: Reduced[] } | Failure {
  const parts: Reduced[] = [];
  for (const term of terms) {
    const reduced = reduceTerm(term);
    const above = numerator(reduced.unit);
    const first = parts[0];
    if (first !== undefined && convertTime(1, above, numerator(first.unit)) === undefined) {
      const [a, b] = [first.unit, reduced.unit].map((each) => formatUnit(each, { plural: true }) || "a plain number");
      const span = { start: term.factors[0]?.span.start ?? 0, end: term.factors.at(-1)?.span.end ?? 0 };
      const message = `Unlike things cannot be added: ${a} and ${b}${leftOver(first.unit, reduced.unit)}.`;
      return fail("units-mismatch", span, message, c.example);
    }
    const like = parts.findIndex((part) => convertTime(1, reduced.unit, part.unit) !== undefined);
    const part = parts[like];
    const same = part === undefined ? undefined : convertTime(reduced.value, reduced.unit, part.unit);
    if (part === undefined || same === undefined) parts.push({ value: reduced.value, unit: reduced.unit });
    else parts[like] = { value: part.value + same.value, unit: part.unit };
  }
  const [whole, ...others] = parts;
  if (whole === undefined) return fail("unreadable", phrase.span, "There is no number here.", c.example);
  return others.length === 0 ? whole : { parts };
}

function leftOver(a: Unit, b: Unit): string {
  const over = formatUnit(divideUnits(b, a));
  return over === "" ? "" : ` (they differ by \`${over}\`)`;
}

/** The phrase as a quantity; percentages and effect measures are refused by the forms before this is asked. */
export function toQuantity(c: Cursor, phrase: Phrase): Quantity | Failure {
  const ends = readRangeEnds(c, phrase);
  if (isFailure(ends)) return ends;
  const order = ends === undefined ? undefined : checkOrder(c, phrase, ends.low, ends.high);
  if (order !== undefined) return order;
  const dash = spacedDash(c, phrase);
  if (dash !== undefined) return dash;
  const terms = rangeTerms(phrase, ends) ?? phrase.sum.terms.map(toTerm);
  const sum = sumUp(c, terms, phrase);
  if (isFailure(sum)) return sum;
  const isWhole = !("parts" in sum);
  const middle = ends === undefined ? undefined : middleOf(ends.low.value, ends.high.value);
  const value = middle ?? (isWhole ? sum.value : Number.NaN);
  const of = isWhole ? sum.unit : numerator(sum.parts[0]?.unit ?? unit());
  const written = ends === undefined ? coarsest(terms) : rangeWritten(ends.low, ends.high);
  const base = { kind: "quantity", value, unit: of, about: phrase.about, written, terms } as const;
  const overflow = isWhole && !Number.isFinite(sum.value);
  if (overflow) return fail("not-finite", phrase.sumSpan, "The product is too large to work with.", c.example);
  const beside = only(phrase.sum);
  const interval = phrase.interval && beside ? toInterval(c, phrase.interval, beside) : undefined;
  if (isFailure(interval)) return interval;
  if (phrase.interval !== undefined && interval === undefined) return onlyOne(c, phrase.interval.span);
  return {
    ...base,
    value: value === 0 ? 0 : value,
    ...(ends === undefined ? {} : { range: { low: ends.low.value, high: ends.high.value } }),
    ...(interval === undefined ? {} : { interval }),
    ...(phrase.se === undefined ? {} : { se: phrase.se.value }),
    ...(phrase.bound === undefined ? {} : { bound: phrase.bound }),
    ...(isWhole ? {} : { parts: sum.parts }),
    ...(phrase.direction === undefined ? {} : { direction: phrase.direction }),
  };
}

/**
 * `£1,000 - £1,400`: a spaced dash takes away, but nobody takes more from less; a range was meant. The other way round
 * cannot be a range, so no text has two readings.
 */
function spacedDash(c: Cursor, phrase: Phrase): Failure | undefined {
  const [first, second, ...more] = phrase.sum.terms;
  if (first === undefined || second?.sign !== -1 || more.length > 0) return undefined;
  const [low, high] = [only({ terms: [first] }), only({ terms: [second] })];
  if (low === undefined || high === undefined || low.value < 0 || high.value <= low.value) return undefined;
  const [a, b] = [low.span, high.span].map(({ start, end }) => c.text.slice(start, end));
  const message = "More is taken away here than there is; a range is written with `to`.";
  return fail("bad-range", { start: low.span.end, end: high.span.start }, message, `${a} to ${b}`);
}

function onlyOne(c: Cursor, span: { start: number; end: number }): Failure {
  return fail("unreadable", span, "An interval can stand only beside a single number.", c.example);
}

/** A range keeps its first end as its term, in the unit of both: the ends themselves are in `range`. */
function rangeTerms(
  phrase: Phrase,
  ends: { low: RawFactor; high: RawFactor } | undefined,
): readonly Term[] | undefined {
  if (ends === undefined || phrase.plusMinus !== undefined) return undefined;
  return [toTerm({ sign: 1, factors: [ends.low] })];
}
