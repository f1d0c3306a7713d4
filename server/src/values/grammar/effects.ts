import { type Failure, fail, isFailure } from "../problems.ts";
import type { FormTypes } from "../types.ts";
import { isMoney } from "../units.ts";
import type { Cursor } from "./cursor.ts";
import { toComparison, toEstimate, toRate, toShare } from "./estimate.ts";
import { phraseIn, wrongForm } from "./in-form.ts";
import { type Phrase, readPhrase, takeVersus } from "./phrase.ts";
import { allowOnly, isPercent, type Part } from "./restrict.ts";
import { asScore, asWritten, sharingUnit, takeMean, withUnitBehind } from "./scores.ts";
import { readWord } from "./words.ts";

/** A chance, a count out of a total, a rate or a score. */
export function rate(c: Cursor): FormTypes["rate"] | Failure {
  const isMean = takeMean(c);
  const read = phraseIn(c, "rate", ["bound", "range", "interval", "sd", "n"]);
  const phrase = asWritten(c, read, isMean);
  if (isFailure(phrase)) return phrase;
  const made = toRate(c, phrase);
  if (isFailure(made) || !isMoney(made.unit)) return made;
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

/** An effect measure, a comparison of two rates, or a word; a bare percentage is refused. */
export function effect(c: Cursor): FormTypes["effect"] | Failure {
  const word = readWord(c, ["no difference", "not measured", "unknown"]);
  if (word !== undefined) return word;
  let isMean = takeMean(c);
  const first = withUnitBehind(c, phraseIn(c, "effect", [...EFFECT, "sd", "n"]));
  if (isFailure(first)) return first;
  if (!takeVersus(c)) return allowOnly(c, first, "an effect", EFFECT) ?? toEstimate(c, first, "RD");
  isMean = takeMean(c) || isMean;
  const second = withUnitBehind(c, readPhrase(c));
  if (isFailure(second)) return second;
  for (const side of [first, second]) {
    const stray =
      plusMinus(side) ?? allowOnly(c, side, "a comparison of two rates", ["bound", "interval", "p", "sd", "n"]);
    if (stray !== undefined) return stray;
  }
  const shared = sharingUnit(first, second);
  const scored = isMean || first.sd !== undefined || second.sd !== undefined;
  return scored ? toComparison(c, asScore(shared), asScore(second)) : toComparison(c, shared, second);
}

/** `18.2 ± 8.1`: papers mean a standard deviation, a standard error or half an interval by it. */
function plusMinus({ plusMinus: width, toSpan }: Phrase): Failure | undefined {
  if (width === undefined || toSpan === undefined) return undefined;
  const message =
    "`±` after a mean may be a standard deviation, a standard error or half an interval, and is not guessed: write `(SD 8.1)` or `(95% CI 16.6 to 19.8)`.";
  return fail("unreadable", toSpan, message, "18.2 (SD 8.1) v 16.0 (SD 8.3)");
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
