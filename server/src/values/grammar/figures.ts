import { nameForm } from "../catalogue.ts";
import { type Failure, fail, isFailure } from "../problems.ts";
import { convertTime } from "../time.ts";
import type { AgeRange, Form, FormTypes, Quantity, Share } from "../types.ts";
import { formatUnit, isClock, isDimensionless, isMoney, isTime, powerOf, unit } from "../units.ts";
import { type Cursor, isWord, peek, take, takeSymbol } from "./cursor.ts";
import { toComparison, toEstimate, toRate, toShare } from "./estimate.ts";
import { readFactor } from "./factor.ts";
import { type Phrase, readPhrase, takeVersus } from "./phrase.ts";
import { toQuantity } from "./quantity.ts";
import { allowOnly, isPercent, noFractions, type Part } from "./restrict.ts";
import { readSum, takeTo } from "./sum.ts";
import { firstWord, readWord } from "./words.ts";

function unlessWord(c: Cursor, form: Form): Failure | undefined {
  if (firstWord(c) === undefined) return undefined;
  const word = readWord(c, ["unknown", "none", "no difference", "not measured"]);
  if (word === undefined) return undefined;
  const span = { start: c.tokens[0]?.start ?? 0, end: c.text.trimEnd().length };
  const message = `\`${word.word}\` is not ${nameForm(form)}.`;
  return fail("wrong-form", span, message, c.example, { found: "a word" });
}

function phraseIn(c: Cursor, form: Form, allowed: readonly Part[]): Phrase | Failure {
  const word = unlessWord(c, form);
  if (word !== undefined) return word;
  const phrase = readPhrase(c);
  if (isFailure(phrase)) return phrase;
  return allowOnly(c, phrase, nameForm(form), allowed) ?? phrase;
}

function foundIn(q: Quantity): string {
  if (isMoney(q.unit)) return "an amount of money";
  if (isTime(q.unit)) return "a length of time";
  return isDimensionless(q.unit) ? "a plain number" : `a quantity in ${formatUnit(q.unit, { plural: true })}`;
}

function wrongForm(
  c: Cursor,
  form: Form,
  span: { start: number; end: number },
  found: string,
  suggestion?: string,
): Failure {
  const message = `This reads as ${found}, but ${nameForm(form)} belongs here.`;
  return fail("wrong-form", span, message, suggestion ?? c.example, { found, suggestion });
}

const FIGURE: readonly Part[] = ["bound", "range", "interval", "se"];

function quantityIn(
  c: Cursor,
  form: Form,
  allowed: readonly Part[] = FIGURE,
): { q: Quantity; phrase: Phrase } | Failure {
  const phrase = phraseIn(c, form, allowed);
  if (isFailure(phrase)) return phrase;
  if (isPercent(phrase)) return wrongForm(c, form, phrase.sumSpan, "a percentage");
  const fraction = noFractions(c, phrase);
  if (fraction !== undefined) return fraction;
  const q = toQuantity(c, phrase);
  return isFailure(q) ? q : { q, phrase };
}

function lowest(q: Quantity): number {
  if (q.parts !== undefined) return Math.min(...q.parts.map((part) => part.value));
  return Math.min(q.range?.low ?? q.value, q.value);
}

/** The text without its decimals of sign: only where a plain number lacks nothing but its pound sign is one suggested. */
function inPounds(c: Cursor, phrase: Phrase): string {
  const { start } = phrase.sumSpan;
  const number = c.text.slice(start).replace(/^[-−+]\s*/, "");
  const sign = /^[-−]/.test(c.text.slice(start)) ? "-" : "";
  return `${c.text.slice(0, start)}${sign}£${number}`;
}

export function money(c: Cursor): FormTypes["money"] | Failure {
  const read = quantityIn(c, "money");
  if (isFailure(read)) return read;
  const { q, phrase } = read;
  if (isMoney(q.unit)) return q;
  if (!isDimensionless(q.unit)) return wrongForm(c, "money", phrase.sumSpan, foundIn(q));
  const message = "The currency is missing.";
  return fail("wrong-form", phrase.sumSpan, message, inPounds(c, phrase), { found: "a plain number" });
}

function notNegative(c: Cursor, form: Form, q: Quantity, phrase: Phrase): Failure | undefined {
  if (lowest(q) >= 0) return undefined;
  const positive = c.text.replace(/[-−–]/, "").trim();
  return fail("negative", phrase.sumSpan, `This cannot be below zero: it is ${nameForm(form)}.`, positive);
}

export function quantity(c: Cursor): FormTypes["quantity"] | Failure {
  const read = quantityIn(c, "quantity");
  if (isFailure(read)) return read;
  const { q, phrase } = read;
  if (isMoney(q.unit)) return wrongForm(c, "quantity", phrase.sumSpan, foundIn(q));
  return notNegative(c, "quantity", q, phrase) ?? q;
}

export function count(c: Cursor): FormTypes["count"] | Failure {
  return countAs(c, "count");
}

function countAs(c: Cursor, form: Form): Quantity | Failure {
  const read = quantityIn(c, form);
  if (isFailure(read)) return read;
  const { q, phrase } = read;
  if (isMoney(q.unit) || isTime(q.unit)) return wrongForm(c, form, phrase.sumSpan, foundIn(q));
  return notNegative(c, form, q, phrase) ?? q;
}

export function share(c: Cursor): Share | Failure {
  const read = shareIn(c, "share", ["bound", "range", "interval", "of"], 1);
  if (isFailure(read)) return read;
  if (read.per === undefined) return read;
  const span = { start: 0, end: c.text.length };
  return fail("wrong-form", span, "A share here is not per anything.", c.example, {
    found: "a share per unit of time",
  });
}

/** A plain number between 0 and 1 is a share written as a fraction of one; another number lacks its percent sign. */
function percentOf(value: number, digits: string): string {
  return value > 1 ? `${digits}%` : `${Number((value * 100).toPrecision(12))}%`;
}

function shareIn(c: Cursor, form: Form, allowed: readonly Part[], most: number): Share | Failure {
  const phrase = phraseIn(c, form, allowed);
  if (isFailure(phrase)) return phrase;
  if (isPercent(phrase)) return toShare(c, phrase, most);
  const q = toQuantity(c, phrase);
  if (isFailure(q)) return q;
  if (!isDimensionless(q.unit) || phrase.sum.terms.length > 1 || phrase.toSpan !== undefined || q.value < 0) {
    return wrongForm(c, form, phrase.sumSpan, foundIn(q));
  }
  const example = percentOf(q.value, c.text.slice(phrase.sumSpan.start, phrase.sumSpan.end));
  const message = "A share is written with its percent sign.";
  return fail("wrong-form", phrase.sumSpan, message, example, { found: "a plain number" });
}

export function shareOrCount(c: Cursor): FormTypes["share-or-count"] | Failure {
  const phrase = phraseIn(c, "share-or-count", [...FIGURE, "of"]);
  if (isFailure(phrase)) return phrase;
  if (isPercent(phrase)) {
    const read = toShare(c, phrase, 1);
    if (isFailure(read) || read.per === undefined) return read;
    return fail("wrong-form", phrase.sumSpan, "A share here is not per anything.", c.example, {
      found: "a share per unit of time",
    });
  }
  const restricted = allowOnly(c, phrase, nameForm("share-or-count"), FIGURE) ?? noFractions(c, phrase);
  if (restricted !== undefined) return restricted;
  const q = toQuantity(c, phrase);
  if (isFailure(q)) return q;
  if (isMoney(q.unit) || isTime(q.unit)) return wrongForm(c, "share-or-count", phrase.sumSpan, foundIn(q));
  return notNegative(c, "share-or-count", q, phrase) ?? q;
}

export function sharePerTime(c: Cursor): Share | Failure {
  const read = shareIn(c, "share-per-time", ["bound", "range"], 1);
  if (isFailure(read)) return read;
  if (read.per !== undefined && isTime(read.per)) return read;
  const text = c.text.trim();
  const message = "It does not say per how long: a share per year, month or week.";
  return fail(
    "wrong-form",
    { start: 0, end: c.text.length },
    message,
    read.per === undefined ? `${text}/year` : c.example,
    {
      found: "a share",
    },
  );
}

export function duration(c: Cursor): Quantity | Failure {
  const read = quantityIn(c, "duration", ["bound", "range", "interval"]);
  if (isFailure(read)) return read;
  const { q, phrase } = read;
  if (isTime(q.unit)) return notNegative(c, "duration", q, phrase) ?? q;
  if (!isDimensionless(q.unit)) return wrongForm(c, "duration", phrase.sumSpan, foundIn(q));
  const number = c.text.slice(phrase.sumSpan.start, phrase.sumSpan.end);
  const message = "The unit of time is missing: days, weeks, months or years.";
  return fail("wrong-form", phrase.sumSpan, message, `${number} months`, { found: "a plain number" });
}

export function rate(c: Cursor): FormTypes["rate"] | Failure {
  const phrase = phraseIn(c, "rate", ["bound", "range", "interval"]);
  if (isFailure(phrase)) return phrase;
  const read = toRate(c, phrase);
  if (isFailure(read) || !isMoney(read.unit)) return read;
  return wrongForm(c, "rate", phrase.sumSpan, "an amount of money");
}

const EFFECT: readonly Part[] = [
  "bound",
  "metric",
  "relative",
  "direction",
  "interval",
  "se",
  "p",
  "range",
  "of",
  "sides",
];

export function effect(c: Cursor): FormTypes["effect"] | Failure {
  const word = readWord(c, ["no difference", "not measured", "unknown"]);
  if (word !== undefined) return word;
  const first = phraseIn(c, "effect", EFFECT);
  if (isFailure(first)) return first;
  if (!takeVersus(c)) return toEstimate(c, first, "RD");
  const second = readPhrase(c);
  if (isFailure(second)) return second;
  for (const side of [first, second]) {
    const stray = allowOnly(c, side, "a comparison of two rates", ["bound", "interval", "p"]);
    if (stray !== undefined) return stray;
  }
  return toComparison(c, first, second);
}

export function change(c: Cursor): FormTypes["change"] | Failure {
  const phrase = phraseIn(c, "change", EFFECT);
  return isFailure(phrase) ? phrase : toEstimate(c, phrase, "change");
}

function yearsOf(value: number, of: Quantity["unit"]): number | undefined {
  return isDimensionless(of) ? value : convertTime(value, of, unit(["year", 1]))?.value;
}

/** Both ends are ages in completed years or months, so `under 5` is 0 to 4 years and `under 18 months` ends at 17 months. */
export function ages(c: Cursor): AgeRange | Failure {
  if (isWord(peek(c), "aged", "ages", "age")) take(c, "word");
  const read = quantityIn(c, "ages", ["bound", "range"]);
  if (isFailure(read)) return read;
  const { q, phrase } = read;
  const negative = notNegative(c, "ages", q, phrase);
  if (negative !== undefined) return negative;
  const inYears = (value: number): number | undefined => yearsOf(value, q.unit);
  if (inYears(1) === undefined || q.unit.powers.some(([base]) => isClock(base)))
    return wrongForm(c, "ages", phrase.sumSpan, foundIn(q));
  const from = q.bound === undefined ? (q.range?.low ?? q.value) : 0;
  const to = q.bound === "less-than" ? q.value - 1 : (q.range?.high ?? q.value);
  const open = q.bound === "at-least" || q.bound === "more-than";
  if (open || to < 0) {
    const message = "Both ends of the ages are needed.";
    return fail("bad-range", phrase.span, message, `${open ? Math.floor(q.value) : 0} to ${open ? 25 : 1} years`);
  }
  return { kind: "ages", from: inYears(from) ?? from, to: inYears(to) ?? to };
}

export function workingYear(c: Cursor): FormTypes["working-year"] | Failure {
  const sum = readSum(c);
  if (isFailure(sum)) return sum;
  const [first, second, ...more] = sum.terms[0]?.factors ?? [];
  const span = { start: 0, end: c.text.length };
  if (first === undefined || second === undefined || more.length > 0 || sum.terms.length > 1) {
    return fail("wrong-form", span, "A working year is weeks times hours a week.", c.example);
  }
  const weeks = [first, second].find((f) => powerOf(f.unit, "week") === 1 && powerOf(f.unit, "hour") === 0);
  const hours = [first, second].find((f) => powerOf(f.unit, "hour") === 1 && powerOf(f.unit, "week") === -1);
  if (weeks === undefined || hours === undefined) {
    return fail("wrong-form", span, "A working year is weeks times hours a week.", c.example);
  }
  if (!(weeks.value > 0 && weeks.value <= 53)) {
    return fail("out-of-range", weeks.span, "A year has between 1 and 53 weeks.", c.example);
  }
  if (!(hours.value > 0 && hours.value <= 168)) {
    return fail("out-of-range", hours.span, "A week has at most 168 hours.", c.example);
  }
  return { weeks: weeks.value, hoursPerWeek: hours.value };
}

export function stated(c: Cursor): FormTypes["stated"] | Failure {
  const word = readWord(c, ["none", "unknown"]);
  if (word !== undefined) return word;
  const phrase = phraseIn(c, "stated", [...FIGURE, "of"]);
  if (isFailure(phrase)) return phrase;
  if (isPercent(phrase)) return toShare(c, phrase, Number.POSITIVE_INFINITY);
  const restricted = allowOnly(c, phrase, nameForm("stated"), FIGURE) ?? noFractions(c, phrase);
  return restricted ?? toQuantity(c, phrase);
}

export function number(c: Cursor): Quantity | Failure {
  const phrase = phraseIn(c, "number", ["bound", "range", "interval", "se"]);
  if (isFailure(phrase)) return phrase;
  if (isPercent(phrase)) {
    const value = phrase.sum.terms[0]?.factors[0]?.value ?? 0;
    return wrongForm(c, "number", phrase.sumSpan, "a percentage", String(Number(value.toPrecision(12))));
  }
  const q = noFractions(c, phrase) ?? toQuantity(c, phrase);
  if (isFailure(q) || isDimensionless(q.unit)) return q;
  return wrongForm(c, "number", phrase.sumSpan, foundIn(q));
}

export function threshold(c: Cursor): Quantity | Failure {
  const read = quantityIn(c, "threshold", ["bound", "range"]);
  if (isFailure(read)) return read;
  const { q, phrase } = read;
  const per = q.unit.powers.filter(([, power]) => power < 0);
  if (!isMoney(q.unit)) return wrongForm(c, "threshold", phrase.sumSpan, foundIn(q));
  const negative = notNegative(c, "threshold", q, phrase);
  if (negative !== undefined) return negative;
  if (per.length > 0) return q;
  const text = c.text.trim();
  return fail("wrong-form", phrase.sumSpan, "It does not say for one unit of what.", `${text}/point`, {
    found: "an amount of money",
  });
}

export function deadweight(c: Cursor): FormTypes["deadweight"] | Failure {
  const phrase = phraseIn(c, "deadweight", ["bound", "of", "interval"]);
  if (isFailure(phrase)) return phrase;
  if (!isPercent(phrase)) return toEstimate(c, phrase, "RD");
  if (phrase.of === "impact") return toShare(c, phrase, 1);
  const number = c.text.slice(phrase.sumSpan.start, phrase.sumSpan.end);
  const points = number.replace(/\s*%.*$/, " points");
  const message = `It does not say of what: a share of the impact (\`${number} of impact\`) or percentage points (\`${points}\`).`;
  return fail("bare-percent", phrase.sumSpan, message, `${number} of impact`);
}

export function allocation(c: Cursor): FormTypes["allocation"] | Failure {
  const first = readFactor(c);
  if (isFailure(first)) return first;
  if (!takeSymbol(c, ":") && !takeTo(c))
    return fail("wrong-form", first.span, "The size of the other arm is missing.", "1 to 1");
  const second = readFactor(c);
  if (isFailure(second)) return second;
  for (const arm of [first, second]) {
    if (!isDimensionless(arm.unit) || arm.percent || arm.out !== undefined) {
      return fail("wrong-form", arm.span, "The arms are compared by plain numbers.", "1 to 1");
    }
    if (arm.value <= 0) return fail("out-of-range", arm.span, "Each arm has someone in it.", "1 to 1");
  }
  return { kind: "allocation", intervention: first.value, control: second.value };
}

/** The level of a test; two-sided unless it says one-sided, which is the convention of published trials. */
export function significance(c: Cursor): FormTypes["significance"] | Failure {
  const phrase = phraseIn(c, "significance", ["sides"]);
  if (isFailure(phrase)) return phrase;
  const factor = phrase.sum.terms[0]?.factors[0];
  const single = phrase.sum.terms.length === 1 && phrase.sum.terms[0]?.factors.length === 1;
  if (factor === undefined || !single || !isDimensionless(factor.unit) || factor.out !== undefined) {
    return fail("wrong-form", phrase.sumSpan, "A significance level is one percentage.", c.example);
  }
  if (!(factor.value > 0 && factor.value < 1)) {
    return fail("out-of-range", phrase.sumSpan, "A significance level lies between 0% and 100%.", c.example);
  }
  return { kind: "significance", level: factor.value, sides: phrase.sides ?? 2 };
}

export function scoreRange(c: Cursor): FormTypes["score-range"] | Failure {
  const read = quantityIn(c, "score-range", ["range"]);
  if (isFailure(read)) return read;
  const { q, phrase } = read;
  if (q.range === undefined)
    return fail("wrong-form", phrase.sumSpan, "Both the lowest and the highest score are needed.", c.example);
  if (!isDimensionless(q.unit) && powerOf(q.unit, "point") !== 1)
    return wrongForm(c, "score-range", phrase.sumSpan, foundIn(q));
  return { kind: "score-range", low: q.range.low, high: q.range.high };
}
