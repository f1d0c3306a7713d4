import { type Failure, fail, isFailure } from "../problems.ts";
import type { Bound, Metric, TextSpan } from "../types.ts";
import {
  atEnd,
  type Cursor,
  faultSpan,
  isSymbol,
  isWord,
  peek,
  spanFrom,
  take,
  takeSymbol,
  takeWords,
} from "./cursor.ts";
import { type RawEvidence, readEvidence } from "./evidence.ts";
import { type RawFactor, readFactor } from "./factor.ts";
import { readMetric } from "./metric.ts";
import { only, type RawSum, readSum, takeTo } from "./sum.ts";

/** Everything a figure may be written with. A form says which parts it allows. */
export interface Phrase extends RawEvidence {
  readonly span: TextSpan;
  about: boolean;
  bound?: Bound;
  boundSpan?: TextSpan;
  metric?: Metric;
  adjusted?: boolean;
  /** `NNT 12`: the number is of participants for one outcome more. */
  needed?: "better" | "worse";
  metricSpan?: TextSpan;
  sum: RawSum;
  sumSpan: TextSpan;
  to?: RawFactor;
  toSpan?: TextSpan;
  plusMinus?: RawFactor;
  of?: string;
  ofSpan?: TextSpan;
  relative?: TextSpan;
  direction?: "better" | "worse";
  directionSpan?: TextSpan;
  sides?: 1 | 2;
  sidesSpan?: TextSpan;
}

const ABOUT: readonly (readonly string[])[] = [
  ["about"],
  ["around"],
  ["approximately"],
  ["approx"],
  ["roughly"],
  ["circa"],
  ["ca"],
];

const BOUNDS: readonly (readonly [words: readonly string[], bound: Bound])[] = [
  [["less", "than"], "less-than"],
  [["fewer", "than"], "less-than"],
  [["under"], "less-than"],
  [["below"], "less-than"],
  [["no", "more", "than"], "at-most"],
  [["not", "more", "than"], "at-most"],
  [["at", "most"], "at-most"],
  [["up", "to"], "at-most"],
  [["maximum"], "at-most"],
  [["no", "less", "than"], "at-least"],
  [["not", "less", "than"], "at-least"],
  [["at", "least"], "at-least"],
  [["minimum"], "at-least"],
  [["more", "than"], "more-than"],
  [["greater", "than"], "more-than"],
  [["over"], "more-than"],
  [["above"], "more-than"],
];

const BOUND_SYMBOLS: ReadonlyMap<string, Bound> = new Map([
  ["<", "less-than"],
  ["≤", "at-most"],
  ["≥", "at-least"],
  [">", "more-than"],
]);

function readBound(c: Cursor): Bound | undefined {
  const token = peek(c);
  const symbol = token.kind === "symbol" ? BOUND_SYMBOLS.get(token.text) : undefined;
  if (symbol !== undefined) {
    take(c, "operator");
    return symbol;
  }
  for (const [words, bound] of BOUNDS) if (takeWords(c, words, "word")) return bound;
  return undefined;
}

/** `c. £1,200`, `c£1,200`: circa, where the amount follows. */
function takeCirca(c: Cursor): boolean {
  if (!isWord(peek(c), "c")) return false;
  const dot = isSymbol(peek(c, 1), ".") ? 1 : 0;
  const next = peek(c, dot + 1);
  if (next.kind !== "number" && next.kind !== "currency") return false;
  for (let i = 0; i <= dot; i++) take(c, "word");
  return true;
}

function readAbout(c: Cursor): boolean {
  if (takeSymbol(c, "~") || takeCirca(c)) return true;
  for (const words of ABOUT) {
    if (!takeWords(c, words, "word")) continue;
    if (isSymbol(peek(c), ".")) take(c, "operator");
    return true;
  }
  return false;
}

function readPrefix(c: Cursor, phrase: Pick<Phrase, "about" | "bound" | "boundSpan">): void {
  for (;;) {
    const first = c.at;
    if (!phrase.about && readAbout(c)) {
      phrase.about = true;
      continue;
    }
    const bound = phrase.bound === undefined ? readBound(c) : undefined;
    if (bound === undefined) return;
    phrase.bound = bound;
    phrase.boundSpan = spanFrom(c, first);
  }
}

function ofAhead(c: Cursor): boolean {
  return isWord(peek(c), "of") && peek(c, 1).kind === "word";
}

/** The words after `of`, up to four: `starters`, `all starters`, `impact`. */
function readOf(c: Cursor): string {
  take(c, "operator");
  const words: string[] = [];
  while (peek(c).kind === "word" && words.length < 4 && !isWord(peek(c), "p", "better", "worse")) {
    words.push(take(c, "word").text);
  }
  return words.filter((word) => word !== "the").join(" ");
}

const ONE_SIDED = ["one-sided", "one-tailed"];
const TWO_SIDED = ["two-sided", "two-tailed"];

function readSides(c: Cursor): 1 | 2 | undefined {
  const token = peek(c);
  if (isWord(token, ...ONE_SIDED)) {
    take(c, "word");
    return 1;
  }
  if (isWord(token, ...TWO_SIDED)) {
    take(c, "word");
    return 2;
  }
  // `2-sided`, `1 tailed`
  if (token.kind === "number") {
    const word = isSymbol(peek(c, 1), "-") ? 2 : 1;
    const number = token.numeral?.value;
    if (!isWord(peek(c, word), "sided", "tailed") || (number !== 1 && number !== 2)) return undefined;
    for (let i = 0; i <= word; i++) take(c, "word");
    return number;
  }
  if (!isWord(peek(c, 1), "sided", "tailed")) return undefined;
  const sides = isWord(token, "one") ? 1 : isWord(token, "two") ? 2 : undefined;
  if (sides !== undefined) takeWords(c, [token.text, peek(c, 1).text], "word");
  return sides;
}

function readTail(c: Cursor, phrase: Phrase): true | undefined | Failure {
  const first = c.at;
  if (ofAhead(c) && phrase.of === undefined) {
    phrase.of = readOf(c);
    phrase.ofSpan = spanFrom(c, first);
    return true;
  }
  if (isWord(peek(c), "relative", "relatively") && phrase.relative === undefined) {
    take(c, "word");
    phrase.relative = spanFrom(c, first);
    return true;
  }
  if (isWord(peek(c), "better", "worse", "improvement") && phrase.direction === undefined) {
    phrase.direction = take(c, "word").text === "worse" ? "worse" : "better";
    phrase.directionSpan = spanFrom(c, first);
    return true;
  }
  const sides = phrase.sides === undefined ? readSides(c) : undefined;
  if (sides !== undefined) {
    phrase.sides = sides;
    phrase.sidesSpan = spanFrom(c, first);
    return true;
  }
  return readEvidence(c, phrase);
}

function readRange(c: Cursor, phrase: Phrase): Failure | undefined {
  const first = c.at;
  if (takeSymbol(c, "±")) {
    const width = readFactor(c);
    if (isFailure(width)) return width;
    phrase.plusMinus = width;
    phrase.toSpan = spanFrom(c, first);
    return undefined;
  }
  if (only(phrase.sum) === undefined || !takeTo(c)) return undefined;
  const to = readFactor(c);
  if (isFailure(to)) return to;
  phrase.to = to;
  phrase.toSpan = spanFrom(c, first);
  return undefined;
}

/** A bound behind its number is the phrase's, where the phrase is that number alone. */
function boundBehind(c: Cursor, phrase: Phrase): Failure | undefined {
  const found = phrase.sum.terms.flatMap(({ factors }) => factors).find(({ bound }) => bound !== undefined)?.bound;
  if (found === undefined) return undefined;
  if (only(phrase.sum) === undefined || phrase.bound !== undefined || isWord(peek(c), "to")) {
    const text = c.text.slice(found.span.start, found.span.end);
    return fail("unreadable", found.span, `\`${text}\` belongs to one number alone.`, c.example);
  }
  phrase.bound = found.bound;
  phrase.boundSpan = found.span;
  return undefined;
}

/** Reads one figure with everything about it, up to the first thing that cannot belong to it. */
export function readPhrase(c: Cursor): Phrase | Failure {
  const first = c.at;
  const prefix: Pick<Phrase, "about" | "bound" | "boundSpan"> = { about: false };
  readPrefix(c, prefix);
  const metricFirst = c.at;
  const metric = readMetric(c);
  const metricSpan = spanFrom(c, metricFirst);
  if (metric !== undefined) readPrefix(c, prefix);
  const earlySides = metric === undefined ? readSides(c) : undefined;
  const sumFirst = c.at;
  const sum = readSum(c);
  if (isFailure(sum)) return sum;
  const phrase: Phrase = {
    ...prefix,
    ...(metric === undefined ? {} : { metric: metric.metric, metricSpan }),
    ...(metric?.adjusted === true ? { adjusted: true } : {}),
    ...(metric?.needed === undefined ? {} : { needed: metric.needed }),
    ...(earlySides === undefined ? {} : { sides: earlySides }),
    sum,
    sumSpan: spanFrom(c, sumFirst),
    span: spanFrom(c, first),
  };
  const late = boundBehind(c, phrase);
  if (late !== undefined) return late;
  const range = readRange(c, phrase);
  if (range !== undefined) return range;
  for (;;) {
    const tail = readTail(c, phrase);
    if (isFailure(tail)) return tail;
    if (tail === undefined) return { ...phrase, span: spanFrom(c, first) };
  }
}

/** Whether `v`, `vs`, `versus` or `against` is next; takes it. */
export function takeVersus(c: Cursor): boolean {
  if (isWord(peek(c), "v", "vs", "versus", "against")) {
    take(c, "operator");
    takeSymbol(c, ".");
    return true;
  }
  return takeWords(c, ["compared", "with"], "operator") || takeWords(c, ["compared", "to"], "operator");
}

/** A failure when anything is left over. */
export function expectEnd(c: Cursor): Failure | undefined {
  if (atEnd(c)) return undefined;
  const token = peek(c);
  const advice = isWord(token, "fewer", "lower", "less", "higher", "more", "reduction", "increase", "decrease")
    ? " Put a minus before the number for a fall, or say `better` or `worse`."
    : isWord(token, "g")
      ? " Write grams as `grams`."
      : "";
  const message = `\`${token.raw.slice(0, 20)}\` cannot be read here; the value is complete before it.${advice}`;
  return fail("unreadable", faultSpan(c), message, c.example);
}
