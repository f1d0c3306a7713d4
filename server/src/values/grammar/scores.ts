/** Mean scores, alone and side by side: what stands about their numbers. */
import { type Failure, isFailure } from "../problems.ts";
import { isDimensionless, unit } from "../units.ts";
import { type Cursor, isSymbol, isWord, peek, take } from "./cursor.ts";
import { readEvidence } from "./evidence.ts";
import { type RawFactor, readUnitBehind } from "./factor.ts";
import type { Phrase } from "./phrase.ts";
import { only } from "./sum.ts";

/** `M 12.3`, `mean = 12.3`: takes the word for a mean score where a number follows. */
export function takeMean(c: Cursor): boolean {
  const isMean = isWord(peek(c), "m", "mean") && (peek(c, 1).kind === "number" || isSymbol(peek(c, 1), "=", "-"));
  if (!isMean) return false;
  take(c, "estimate");
  if (isSymbol(peek(c), "=")) take(c, "operator");
  return true;
}

/** A phrase with the unit that stands behind its spread, as a score where it is one. */
export function asWritten(c: Cursor, read: Phrase | Failure, isMean: boolean): Phrase | Failure {
  const phrase = withUnitBehind(c, read);
  return isFailure(phrase) || (!isMean && phrase.sd === undefined) ? phrase : asScore(phrase);
}

/** `87 (SD 60) days`: a unit that stands behind what belongs to a number is the number's, where it has none of its own. */
export function withUnitBehind(c: Cursor, phrase: Phrase | Failure): Phrase | Failure {
  if (isFailure(phrase) || (phrase.sd === undefined && phrase.n === undefined)) return phrase;
  const factor = bare(phrase);
  if (factor === undefined) return phrase;
  const { sd } = phrase;
  // `M = 87, SD = 60 days`
  const behind = sd === undefined || isDimensionless(sd.unit) ? readUnitBehind(c) : sd;
  if (behind === undefined || isFailure(behind)) return behind ?? phrase;
  const whole = withFactor(phrase, in100(factor, behind.percent), behind);
  // `-3.2 (SD 4) v -1.1 (SD 5) points, p = 0.02`
  for (;;) {
    const piece = readEvidence(c, whole);
    if (piece !== true) return piece ?? whole;
  }
}

/** `87 v 115 days`, `13 v 11%`: the unit of the second number is that of both, where the first has none. */
export function sharingUnit(first: Phrase, second: Phrase): Phrase {
  const [own, other] = [bare(first), only(second.sum)];
  if (own === undefined || other === undefined || other.out !== undefined || other.perMany) return first;
  if (isDimensionless(other.unit) && !other.percent) return first;
  return withFactor(first, in100(own, other.percent), other);
}

/** A mean, and what has a standard deviation, is a score: its number counts points where it says nothing else. */
export function asScore(phrase: Phrase): Phrase {
  const factor = bare(phrase);
  return factor === undefined ? phrase : withFactor(phrase, factor, { ...factor, unit: unit(["point", 1]) });
}

/** The one number of a phrase, where it says nothing of what it counts. */
function bare({ sum }: Phrase): RawFactor | undefined {
  const factor = only(sum);
  const counts =
    factor === undefined ||
    !isDimensionless(factor.unit) ||
    factor.percent ||
    factor.out !== undefined ||
    factor.perMany;
  return counts ? undefined : factor;
}

const withFactor = (
  phrase: Phrase,
  factor: RawFactor,
  { unit: of, percent, percentagePoints }: Pick<RawFactor, "unit" | "percent" | "percentagePoints">,
): Phrase => ({
  ...phrase,
  sum: { terms: [{ sign: 1, factors: [{ ...factor, unit: of, percent, percentagePoints }] }] },
});

/** A number written before its percent sign, as the share it is. */
function in100(factor: RawFactor, percent: boolean): RawFactor {
  if (!percent) return factor;
  const { written } = factor;
  return {
    ...factor,
    value: Number(`${factor.value}e-2`),
    written: { ...written, finest: written.finest - 2, lastNonZero: written.lastNonZero - 2 },
  };
}
