import { shiftedBy } from "../numerals.ts";
import { type Failure, fail, failNumeral, isFailure } from "../problems.ts";
import type { Bound, TextSpan, Unit, Written } from "../types.ts";
import { CURRENCIES, multiplyUnits, NO_UNIT, unit } from "../units.ts";
import { readBelow, readPlain, readScale } from "./below.ts";
import { type Cursor, faultSpan, isSymbol, isWord, peek, spanFrom, take, takeWords } from "./cursor.ts";
import { noNumber, noPer, twoNumbers } from "./factor-problems.ts";
import { readNoun } from "./noun.ts";
import { isNounWord } from "./noun-word.ts";
import { perTimeAhead } from "./per-time.ts";

/** One number with what stands about it, before a form has said what it may be. */
export interface RawFactor {
  readonly value: number;
  readonly unit: Unit;
  readonly written: Written;
  readonly span: TextSpan;
  /** `35%`: the value is 0.35. */
  readonly percent: boolean;
  /** `percentage points`: the value is in points, its unit `point`. */
  readonly percentagePoints: boolean;
  /** Power of ten of `k`, `m`, `bn`; 0 without one. */
  readonly scale: number;
  /** `44/108`, `44 of 108`: the value is the quotient. */
  readonly out?: { readonly events: number; readonly total: number };
  /** `82 per 10,000 children`: the noun counted is below the line. */
  readonly perMany: boolean;
  /** The 10,000 of `82 per 10,000 children`. */
  readonly many?: number;
  /** `20 or more sessions`, `16+`. */
  readonly bound?: { readonly bound: Bound; readonly span: TextSpan };
}

/**
 * A number out of a total, and how finely it was written. Exact for powers of ten; between them the exponent is not whole, and
 * stays a true width.
 */
export function shareOf(value: number, written: Written, total: number): { value: number; written: Written } {
  const exponent = Math.log10(total);
  const lower = { ...written, finest: written.finest - exponent, lastNonZero: written.lastNonZero - exponent };
  if (!isTens(total)) return { value: value / total, written: lower };
  return { value: shiftedBy(String(value), -exponent).value, written: lower };
}

function isMinus(c: Cursor): boolean {
  return isSymbol(peek(c), "-") || (isSymbol(peek(c), "–") && !peek(c).spaced && c.at === 0);
}

/** Signs before a number: `-`, `−`, `+`; 1 when there is none. */
function readSign(c: Cursor): 1 | -1 {
  if (isMinus(c)) {
    take(c, "operator");
    return -1;
  }
  if (isSymbol(peek(c), "+")) take(c, "operator");
  return 1;
}

function currencyAhead(c: Cursor): string | undefined {
  const token = peek(c);
  if (token.kind === "currency") return token.text;
  if (token.kind !== "word") return undefined;
  const base = token.text.toUpperCase();
  const next = peek(c, 1);
  const leads = next.kind === "number" || isSymbol(next, "-", "+");
  return leads && (CURRENCIES as readonly string[]).includes(base) ? base : undefined;
}

const POINT_WORDS: ReadonlySet<string> = new Set(["pp", "ppt", "ppts"]);

function readAbove(c: Cursor): { unit: Unit; percentagePoints: boolean } | Failure {
  // `10.57-point improvement`: the hyphen only joins.
  if (isSymbol(peek(c), "-") && !peek(c).spaced && isWord(peek(c, 1), "point", "points")) take(c, "unit");
  const token = peek(c);
  const next = peek(c, 1);
  if (isWord(token, "percentage") && isWord(next, "point", "points")) {
    take(c, "unit");
    take(c, "unit");
    return { unit: unit(["point", 1]), percentagePoints: true };
  }
  if (
    isWord(token, "percentage-point", "percentage-points") ||
    (token.kind === "word" && POINT_WORDS.has(token.text))
  ) {
    take(c, "unit");
    return { unit: unit(["point", 1]), percentagePoints: true };
  }
  if (!isNounWord(c) || perTimeAhead(c) !== undefined) return { unit: NO_UNIT, percentagePoints: false };
  const noun = readNoun(c);
  return isFailure(noun) ? noun : { unit: unit([noun, 1]), percentagePoints: false };
}

/** The unit of a figure whose spread stands before it: `87 (SD 60) days`. Undefined where none is next. */
export function readUnitBehind(
  c: Cursor,
): Pick<RawFactor, "unit" | "percent" | "percentagePoints"> | undefined | Failure {
  if (peek(c).kind === "percent") {
    take(c, "percent");
    return { unit: NO_UNIT, percent: true, percentagePoints: false };
  }
  if (!isNounWord(c)) return undefined;
  const above = readAbove(c);
  if (isFailure(above)) return above;
  const below = readBelow(c);
  if (isFailure(below)) return below;
  return { ...above, unit: multiplyUnits(above.unit, below.unit), percent: false };
}

/** A number with its currency, scale, percent sign and unit: `£4,560 per week`, `1.5 hours/visit`, `44/108`, `35%`. */
export function readFactor(c: Cursor): RawFactor | Failure {
  const first = c.at;
  let sign = readSign(c);
  const currency = currencyAhead(c);
  if (currency !== undefined) {
    take(c, "money");
    if (readSign(c) === -1) sign = sign === 1 ? -1 : 1;
  }
  const token = peek(c);
  if (token.kind !== "number" || token.numeral === undefined) return noNumber(c, currency !== undefined);
  take(c, currency === undefined ? "number" : "money");
  const numeral = token.numeral;
  if (numeral.problem !== undefined) return failNumeral(numeral.problem, c, token);
  const scale = readScale(c, currency !== undefined);
  const suffix = readSuffix(c, currency === undefined);
  const { value, written } = shiftedBy(numeral.literal, scale + suffix.shift);
  if (!Number.isFinite(value)) {
    return fail("not-finite", token, "This number is too large to work with.", c.example);
  }
  if (peek(c).kind === "number" && !levelAhead(c) && !sidesAhead(c)) return twoNumbers(c, token);
  const bound = readBoundAfter(c);
  const above = suffix.percent || suffix.pence ? undefined : readAbove(c);
  if (isFailure(above)) return above;
  const late = bound ?? readBoundAfter(c);
  if (currency !== undefined && above !== undefined && above.unit.powers.length > 0) return noPer(c, first, above.unit);
  const out = currency === undefined && !suffix.percent ? readOutOf(c) : undefined;
  if (isFailure(out)) return out;
  const below = readBelow(c);
  if (isFailure(below)) return below;
  const money = suffix.pence ? "GBP" : currency;
  const top = multiplyUnits(money === undefined ? NO_UNIT : unit([money, 1]), above?.unit ?? NO_UNIT);
  const signed = sign === -1 && value !== 0 ? -value : value;
  const base = {
    unit: multiplyUnits(top, below.unit),
    span: spanFrom(c, first),
    percent: suffix.percent,
    percentagePoints: above?.percentagePoints ?? false,
    scale: scale,
    ...(late === undefined ? {} : { bound: late }),
  };
  const total = out?.total ?? below.many?.number;
  if (total === undefined) return { ...base, value: signed, written, perMany: false };
  const counted = out !== undefined || (below.many?.slash === true && !(below.many.noun && isTens(total)));
  return {
    ...base,
    unit: counted && below.many?.noun === true ? top : base.unit,
    ...shareOf(signed, written, total),
    perMany: !counted,
    ...(counted ? { out: { events: signed, total } } : { many: total }),
  };
}

const AFTER: readonly (readonly [words: readonly string[], bound: Bound])[] = [
  [["or", "more"], "at-least"],
  [["or", "over"], "at-least"],
  [["or", "above"], "at-least"],
  [["or", "older"], "at-least"],
  [["and", "over"], "at-least"],
  [["and", "above"], "at-least"],
  [["and", "older"], "at-least"],
  [["or", "fewer"], "at-most"],
  [["or", "less"], "at-most"],
  [["or", "under"], "at-most"],
  [["or", "below"], "at-most"],
  [["or", "younger"], "at-most"],
  [["and", "under"], "at-most"],
  [["and", "below"], "at-most"],
  [["and", "younger"], "at-most"],
];

/** A bound that stands behind its number: `20 or more`, `16 and over`, `16+`. A plus before another number adds. */
function readBoundAfter(c: Cursor): RawFactor["bound"] {
  const first = c.at;
  const next = peek(c, 1);
  if (isSymbol(peek(c), "+") && !peek(c).spaced && next.kind !== "number" && next.kind !== "currency") {
    take(c, "operator");
    return { bound: "at-least", span: spanFrom(c, first) };
  }
  for (const [words, bound] of AFTER) if (takeWords(c, words, "word")) return { bound, span: spanFrom(c, first) };
  return undefined;
}

/** `OR 0.67 95% CI ...`: the next number is the level of an interval. */
function levelAhead(c: Cursor): boolean {
  return peek(c, 1).kind === "percent" && isWord(peek(c, 2), "ci", "cri", "confidence", "credible");
}

/** `5% 2-sided`: the next number is that of the sides of a test. */
function sidesAhead(c: Cursor): boolean {
  return isWord(peek(c, isSymbol(peek(c, 1), "-") ? 2 : 1), "sided", "tailed");
}

/** `82/10,000 children` is a rate, `44/108 children` a count of children: only rates are put per ten, hundred, thousand... */
function isTens(number: number): boolean {
  return number >= 10 && Number.isInteger(Math.log10(number));
}

/** `44 of 108 children`, `44 out of 108`, `1 in 5`: the noun after it only says who was counted. */
function readOutOf(c: Cursor): { total: number } | Failure | undefined {
  const words = isWord(peek(c), "out") ? 2 : 1;
  const joins = words === 1 ? isWord(peek(c), "of", "in") : isWord(peek(c, 1), "of");
  if (!joins || peek(c, words).kind !== "number") return undefined;
  for (let i = 0; i < words; i++) take(c, "operator");
  const total = readPlain(c);
  if (isFailure(total)) return total;
  if (total === 0) return fail("out-of-range", faultSpan(c), "Nothing can be counted out of 0.", c.example);
  if (isNounWord(c)) {
    const noun = readNoun(c);
    if (isFailure(noun)) return noun;
  }
  return { total };
}

function readSuffix(c: Cursor, mayBePence: boolean): { shift: number; percent: boolean; pence: boolean } {
  const token = peek(c);
  if (token.kind === "percent") {
    take(c, "percent");
    return { shift: -2, percent: true, pence: false };
  }
  if (mayBePence && (isWord(token, "pence") || (isWord(token, "p") && !token.spaced))) {
    take(c, "money");
    return { shift: -2, percent: false, pence: true };
  }
  return { shift: 0, percent: false, pence: false };
}
