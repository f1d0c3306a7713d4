import type {
  AgeRange,
  CalendarDate,
  Comparison,
  Estimate,
  Form,
  FormTypes,
  Interval,
  Moment,
  PValue,
  Quantity,
  Rate,
  Share,
  Term,
  Unit,
  Written,
} from "./types.ts";
import { currencyOf, currencySymbol, equalUnits, formatUnit, invert, isDimensionless, unit } from "./units.ts";
import { isUnitless, writeFactor, writeNumber, writePlain } from "./write-number.ts";

/** Anything `read` can answer with. */
export type Value = FormTypes[Form];

const NOWHERE = { start: 0, end: 0 };

const BOUNDS = {
  "less-than": "less than ",
  "at-most": "at most ",
  "at-least": "at least ",
  "more-than": "more than ",
} as const;

function prefix(of: { readonly about: boolean; readonly bound?: Quantity["bound"] }): string {
  return (of.about ? "about " : "") + (of.bound === undefined ? "" : BOUNDS[of.bound]);
}

/** How a figure's ends are written: a number and what stands about it. */
interface Dress {
  readonly before: string;
  readonly after: string;
  /** Power of ten between the value and the number written: 2 for percentages and points. */
  readonly power: number;
}

const PLAIN: Dress = { before: "", after: "", power: 0 };
const PERCENT: Dress = { before: "", after: "%", power: 2 };

function lower(written: Written, by: number): Written {
  return { ...written, finest: written.finest + by, lastNonZero: written.lastNonZero + by };
}

function end(value: number, written: Written, dress: Dress): string {
  const number = writePlain(Math.abs(value), dress.power, lower(written, dress.power));
  return `${value < 0 ? "-" : ""}${dress.before}${number}${dress.after}`;
}

function writeInterval(interval: Interval, dress: Dress): string {
  const level = interval.levelWritten ? `${interval.level}% CI ` : "";
  return `${level}${end(interval.low, interval.written, dress)} to ${end(interval.high, interval.written, dress)}`;
}

/** Interval and standard error in brackets, a p value after them. */
function evidence(of: { interval?: Interval; se?: number; p?: PValue }, dress: Dress, seUnit = ""): string {
  const inside: string[] = [];
  if (of.interval !== undefined) inside.push(writeInterval(of.interval, dress));
  if (of.se !== undefined) inside.push(`SE ${writePlain(of.se, dress.power)}${seUnit}`);
  const brackets = inside.length === 0 ? "" : ` (${inside.join("; ")})`;
  return brackets + (of.p === undefined ? "" : `, ${writeP(of.p)}`);
}

function writeP(p: PValue): string {
  const relation = { equal: "=", less: "<", more: "over" }[p.relation];
  return `p ${relation} ${writeNumber(p.value, p.written)}`;
}

function writeTerms(terms: readonly Term[]): string {
  return terms
    .map((term, i) => {
      const product = term.factors.map(writeFactor).join(" x ");
      if (i === 0) return term.sign === -1 ? `-${product}` : product;
      return ` ${term.sign === -1 ? "-" : "+"} ${product}`;
    })
    .join("");
}

function moneyDress(of: Unit): Dress {
  const currency = currencyOf(of);
  return currency === undefined ? PLAIN : { ...PLAIN, before: currencySymbol(currency) };
}

function writeQuantity(q: Quantity): string {
  const dress = moneyDress(q.unit);
  const direction = q.direction === undefined ? "" : ` ${q.direction}`;
  if (q.range === undefined) return prefix(q) + writeTerms(q.terms) + direction + evidence(q, dress);
  const below = formatUnit({ powers: q.unit.powers.filter(([, power]) => power < 0) });
  const whole = formatUnit(q.unit, { plural: true });
  const after = dress === PLAIN ? (whole === "" || whole.startsWith("/") ? whole : ` ${whole}`) : below;
  const { low, high } = q.range;
  return `${prefix(q)}${end(low, q.written, dress)} to ${end(high, q.written, dress)}${after}${direction}${evidence(q, dress)}`;
}

function writeShare(share: Share): string {
  const per = share.per === undefined ? "" : formatUnit(invert(share.per));
  const of = share.of === undefined ? "" : ` of ${share.of}`;
  const { range, written } = share;
  const figure = range
    ? `${end(range.low, written, PERCENT)} to ${end(range.high, written, PERCENT)}`
    : end(share.value, written, PERCENT);
  return prefix(share) + figure + per + of + evidence(share, PERCENT);
}

function writeRate(rate: Rate): string {
  const about = [
    ...(rate.sd === undefined ? [] : [`SD ${writePlain(rate.sd)}`]),
    ...(rate.n === undefined ? [] : [`n = ${writePlain(rate.n)}`]),
  ];
  const spread = about.length === 0 ? "" : ` (${about.join(", ")})`;
  // `0.35` stands as it was written: as `35%` it would have no decimals any more.
  const dress = isUnitless(rate) && !(rate.written.decimals && rate.written.finest >= -2) ? PERCENT : PLAIN;
  const after = `${evidence(rate, dress)}${spread}`;
  if (rate.events !== undefined && rate.total !== undefined) {
    return `${prefix(rate)}${writePlain(rate.events)}/${writePlain(rate.total)}${after}`;
  }
  const { range, written } = rate;
  if (range !== undefined) {
    const whole = formatUnit(rate.unit, { plural: true });
    const name = whole === "" || whole.startsWith("/") ? whole : ` ${whole}`;
    return `${prefix(rate)}${end(range.low, written, dress)} to ${end(range.high, written, dress)}${name}${after}`;
  }
  const percent = dress === PERCENT && (written.finest >= -2 || written.decimals || rate.interval !== undefined);
  const figure = percent
    ? end(rate.value, written, PERCENT)
    : writeFactor({ value: Math.abs(rate.value), unit: rate.unit, written, span: NOWHERE });
  return prefix(rate) + (rate.value < 0 && !percent ? "-" : "") + figure + after;
}

const POINT = unit(["point", 1]);

/** Points for a risk difference, as the field prints it; plain numbers on the metric's own scale otherwise. */
function writeEstimate(e: Estimate): string {
  if (e.needed !== undefined) {
    const { value, written, ...interval } = e.needed;
    const after = evidence({ ...interval, ...(e.p === undefined ? {} : { p: e.p }) }, PLAIN);
    return `${prefix(e)}${e.direction === "worse" ? "NNH" : "NNT"} ${end(value, written, PLAIN)}${after}`;
  }
  const direction = e.direction === undefined ? "" : ` ${e.direction}`;
  const points = e.metric === "RD" && !(e.written.decimals && e.written.finest >= -2);
  if (points) {
    const dress: Dress = { ...PERCENT, after: "" };
    return `${prefix(e)}${end(e.value, e.written, dress)} ${pointsOf(e)}${direction}${evidence(e, dress)}`;
  }
  if (e.metric === "relative") {
    return `${prefix(e)}${end(e.value, e.written, PERCENT)} relative${direction}${evidence(e, PERCENT)}`;
  }
  const name = e.metric === "change" ? "" : `${e.adjusted === true ? "a" : ""}${e.metric} `;
  const many = Math.abs(e.value) !== 1;
  const dress = e.unit === undefined ? PLAIN : moneyDress(e.unit);
  const unitName =
    e.unit === undefined || isDimensionless(e.unit) || dress.before !== "" ? "" : formatUnit(e.unit, { plural: many });
  const below =
    e.unit !== undefined && dress.before !== "" ? formatUnit({ powers: e.unit.powers.filter(([, p]) => p < 0) }) : "";
  const spaced = unitName === "" || unitName.startsWith("/") ? unitName : ` ${unitName}`;
  return `${prefix(e)}${name}${end(e.value, e.written, dress)}${spaced}${below}${direction}${evidence(e, dress)}`;
}

function pointsOf(e: Estimate): string {
  if (e.unit !== undefined && !equalUnits(e.unit, POINT)) return formatUnit(e.unit, { plural: true });
  const name = Math.abs(e.value) === 0.01 ? "point" : "points";
  return e.plainPoints === true ? name : `percentage ${name}`;
}

function writeComparison(c: Comparison): string {
  return `${writeRate(c.with)} v ${writeRate(c.without)}${c.p === undefined ? "" : `, ${writeP(c.p)}`}`;
}

function writeDate(d: CalendarDate): string {
  const two = (n: number): string => String(n).padStart(2, "0");
  return [String(d.year), ...[d.month, d.day].filter((n) => n !== undefined).map(two)].join("-");
}

function writeMoment(m: Moment): string {
  if (m.length === undefined && m.after === 0) return m.from === "birth" ? "birth" : `${m.from} of programme`;
  const length =
    m.length === undefined
      ? `${writePlain(m.after)} years`
      : writeFactor({ ...m.length, written: m.written, span: NOWHERE });
  return m.from === "unsaid" ? `${length} follow-up` : `${length} after ${m.from}`;
}

function writeAges(a: AgeRange): string {
  if (a.to === Number.POSITIVE_INFINITY)
    return Number.isInteger(a.from)
      ? `${writePlain(a.from)} years and over`
      : `${writePlain(Math.round(a.from * 12))} months and over`;
  const months = [a.from, a.to].map((years) => Math.round(years * 12));
  const exact = months.every((m, i) => m / 12 === (i === 0 ? a.from : a.to));
  const years = Number.isInteger(a.from) && Number.isInteger(a.to);
  if (!years && exact) return `${months.join(" to ")} months`;
  return `${writePlain(a.from)} to ${writePlain(a.to)} years`;
}

/** The canonical text of a value. `read` gives the same value back, all but where in the text its numbers stand. */
export function write(value: Value): string {
  if (!("kind" in value)) {
    return "relation" in value
      ? writeP(value)
      : `${writePlain(value.weeks)} weeks x ${writePlain(value.hoursPerWeek)} hours/week`;
  }
  switch (value.kind) {
    case "quantity":
      return writeQuantity(value);
    case "share":
      return writeShare(value);
    case "rate":
      return writeRate(value);
    case "estimate":
      return writeEstimate(value);
    case "comparison":
      return writeComparison(value);
    case "price-year":
      return value.label;
    case "date":
      return writeDate(value);
    case "moment":
      return writeMoment(value);
    case "ages":
      return writeAges(value);
    case "word":
      return value.word;
    case "allocation":
      return `${writePlain(value.intervention)} to ${writePlain(value.control)}`;
    case "significance":
      return `${writePlain(value.level, 2)}% ${value.sides === 1 ? "one" : "two"}-sided`;
    case "score-range":
      return `${value.low < 0 ? "-" : ""}${writePlain(Math.abs(value.low))} to ${value.high < 0 ? "-" : ""}${writePlain(Math.abs(value.high))}`;
  }
}
