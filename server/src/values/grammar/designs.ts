import { type Failure, fail, isFailure } from "../problems.ts";
import { convertTime } from "../time.ts";
import type { AgeRange, FormTypes, Quantity } from "../types.ts";
import { isClock, isDimensionless, powerOf, unit } from "../units.ts";
import { type Cursor, isWord, peek, take, takeSymbol } from "./cursor.ts";
import { readFactor } from "./factor.ts";
import { foundIn, notNegative, phraseIn, quantityIn, wrongForm } from "./in-form.ts";
import { readSum, takeTo } from "./sum.ts";

function yearsOf(value: number, of: Quantity["unit"]): number | undefined {
  return isDimensionless(of) ? value : convertTime(value, of, unit(["year", 1]))?.value;
}

/** Both ends are ages in completed years or months, so `under 5` is 0 to 4 years and `under 18 months` ends at 17 months; `16+` has no upper end. */
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
  if (q.bound === "at-least") return { kind: "ages", from: inYears(q.value) ?? q.value, to: Number.POSITIVE_INFINITY };
  if (q.bound === "more-than") {
    const lowest = Math.floor(q.value);
    const message = `It is not clear whether those of ${lowest} are meant too: write \`${lowest}+\`, or both ends of the ages.`;
    return fail("bad-range", phrase.span, message, `${lowest} to 25 years`);
  }
  if (to < 0) return fail("bad-range", phrase.span, "Nobody is younger than that.", "0 to 1 years");
  return { kind: "ages", from: inYears(from) ?? from, to: inYears(to) ?? to };
}

/** Weeks times hours a week. */
export function workingYear(c: Cursor): FormTypes["working-year"] | Failure {
  const sum = readSum(c);
  if (isFailure(sum)) return sum;
  const [first, second, ...more] = sum.terms[0]?.factors ?? [];
  const span = { start: 0, end: c.text.length };
  if (first === undefined || second === undefined || more.length > 0 || sum.terms.length > 1) {
    return fail("wrong-form", span, "A working year is weeks times hours a week.", c.example);
  }
  const weeks = [first, second].find((f) => powerOf(f.unit, "week") === 1 && powerOf(f.unit, "hour") === 0);
  // `44 weeks x 35 hours`: what is worked in a week, though it does not say so.
  const hours = [first, second].find(
    (f) =>
      powerOf(f.unit, "hour") === 1 &&
      f.unit.powers.every(([base, power]) => base === "hour" || (base === "week" && power === -1)),
  );
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

/** Two positive numbers, intervention first. */
export function allocation(c: Cursor): FormTypes["allocation"] | Failure {
  const first = readFactor(c);
  if (isFailure(first)) return first;
  // `50/50`
  if (first.out !== undefined && first.out.events > 0 && /[/∕⁄]/.test(c.text))
    return { kind: "allocation", intervention: first.out.events, control: first.out.total };
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

/** The lowest and the highest score a measure can give. */
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
