import { type Failure, fail, isFailure } from "../problems.ts";
import type { FormTypes } from "../types.ts";
import { isDimensionless, isMoney, unit } from "../units.ts";
import { type Cursor, isSymbol, isWord, peek, take } from "./cursor.ts";
import { toComparison, toEstimate, toRate, toShare } from "./estimate.ts";
import { phraseIn, wrongForm } from "./in-form.ts";
import { type Phrase, readPhrase, takeVersus } from "./phrase.ts";
import { allowOnly, isPercent, type Part } from "./restrict.ts";
import { only } from "./sum.ts";
import { readWord } from "./words.ts";

/** A chance, a count out of a total, a rate or a score. */
export function rate(c: Cursor): FormTypes["rate"] | Failure {
  // `M 12.3`, `mean = 12.3`: a mean score.
  const isMean = isWord(peek(c), "m", "mean") && (peek(c, 1).kind === "number" || isSymbol(peek(c, 1), "=", "-"));
  if (isMean) {
    take(c, "estimate");
    if (isSymbol(peek(c), "=")) take(c, "operator");
  }
  const read = phraseIn(c, "rate", ["bound", "range", "interval", "sd"]);
  const phrase = isMean || (!isFailure(read) && read.sd !== undefined) ? asScore(read) : read;
  if (isFailure(phrase)) return phrase;
  const made = toRate(c, phrase);
  if (isFailure(made) || !isMoney(made.unit)) return made;
  return wrongForm(c, "rate", phrase.sumSpan, "an amount of money");
}

/** A mean, and what has a standard deviation, is a score: its number counts points where it says nothing else. */
function asScore(phrase: Phrase | Failure): Phrase | Failure {
  if (isFailure(phrase)) return phrase;
  const factor = only(phrase.sum);
  if (factor === undefined || !isDimensionless(factor.unit) || factor.percent || factor.out !== undefined)
    return phrase;
  return { ...phrase, sum: { terms: [{ sign: 1, factors: [{ ...factor, unit: unit(["point", 1]) }] }] } };
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

/** An effect measure, a comparison of two rates, or a word; a bare percentage is refused. */
export function effect(c: Cursor): FormTypes["effect"] | Failure {
  const word = readWord(c, ["no difference", "not measured", "unknown"]);
  if (word !== undefined) return word;
  const read = phraseIn(c, "effect", [...EFFECT, "sd"]);
  if (isFailure(read)) return read;
  if (!takeVersus(c)) return allowOnly(c, read, "an effect", EFFECT) ?? toEstimate(c, read, "RD");
  const other = readPhrase(c);
  if (isFailure(other)) return other;
  for (const side of [read, other]) {
    const stray = allowOnly(c, side, "a comparison of two rates", ["bound", "interval", "p", "sd"]);
    if (stray !== undefined) return stray;
  }
  const [first, second] =
    read.sd === undefined && other.sd === undefined ? [read, other] : [asScore(read), asScore(other)];
  if (isFailure(first)) return first;
  return isFailure(second) ? second : toComparison(c, first, second);
}

/** A change in the measure's own points, or a standardised one. */
export function change(c: Cursor): FormTypes["change"] | Failure {
  const phrase = phraseIn(c, "change", EFFECT);
  return isFailure(phrase) ? phrase : toEstimate(c, phrase, "change");
}

/** A share of the impact or percentage points. */
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
