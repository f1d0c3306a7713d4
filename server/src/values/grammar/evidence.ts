import { type Failure, fail, failNumeral, isFailure } from "../problems.ts";
import type { PValue, TextSpan } from "../types.ts";
import { type Cursor, faultSpan, isSymbol, isWord, peek, spanFrom, take, takeSymbol, takeWords } from "./cursor.ts";
import { type RawFactor, readFactor } from "./factor.ts";
import { takeTo } from "./sum.ts";

export interface RawInterval {
  readonly low: RawFactor;
  readonly high: RawFactor;
  readonly level: number;
  readonly levelWritten: boolean;
  readonly span: TextSpan;
}

/** What may follow a figure, in any order. */
export interface RawEvidence {
  interval?: RawInterval;
  se?: RawFactor;
  /** Of a mean score. */
  sd?: RawFactor;
  /** `n = 45`: how many a mean or a share is of. */
  n?: RawFactor;
  p?: PValue;
  pSpan?: TextSpan;
}

function intervalWordAt(c: Cursor, ahead: number): number {
  if (isWord(peek(c, ahead), "ci", "cri", "cis")) return 1;
  const credible = isWord(peek(c, ahead), "confidence", "credible");
  return credible && isWord(peek(c, ahead + 1), "interval", "intervals", "limits") ? 2 : 0;
}

function intervalAhead(c: Cursor): boolean {
  if (intervalWordAt(c, 0) > 0) return true;
  return peek(c).kind === "number" && peek(c, 1).kind === "percent" && intervalWordAt(c, 2) > 0;
}

function readEnds(c: Cursor): { low: RawFactor; high: RawFactor } | Failure {
  const low = readFactor(c);
  if (isFailure(low)) return low;
  if (isSymbol(peek(c), ",", ";") || isWord(peek(c), "and")) take(c, "operator");
  else if (!takeTo(c)) {
    if (isSymbol(peek(c), ")", "]")) {
      const message =
        "One number in brackets may be a standard deviation or a standard error, and is not guessed: write `SD` or `SE` before it.";
      const number = c.text.slice(low.span.start, low.span.end);
      return fail("unreadable", low.span, message, `SD ${number}`);
    }
    return fail(
      "unreadable",
      faultSpan(c),
      "The other end of the interval is missing: brackets after a figure hold two numbers, the lower and the upper.",
      "OR 0.67 (95% CI 0.43 to 1.04)",
    );
  }
  const high = readFactor(c);
  return isFailure(high) ? high : { low, high };
}

function readInterval(c: Cursor): RawInterval | Failure {
  const first = c.at;
  let level = 95;
  const written = peek(c).kind === "number" && intervalAhead(c);
  if (written) {
    const token = take(c, "estimate");
    level = token.numeral?.problem === undefined ? (token.numeral?.value ?? 95) : Number.NaN;
    take(c, "estimate");
    if (!(level >= 50 && level < 100)) {
      return fail("out-of-range", token, "The level of an interval lies between 50% and 100%.", "95% CI 0.43 to 1.04");
    }
  }
  for (let words = intervalWordAt(c, 0); words > 0; words--) take(c, "estimate");
  if (isSymbol(peek(c), ":", "=", ",")) take(c, "operator");
  const square = takeSymbol(c, "[") ? "]" : takeSymbol(c, "(") ? ")" : undefined;
  const ends = readEnds(c);
  if (isFailure(ends)) return ends;
  if (square !== undefined && !takeSymbol(c, square)) return unclosed(c, square);
  return { ...ends, level, levelWritten: written, span: spanFrom(c, first) };
}

function unclosed(c: Cursor, bracket: string): Failure {
  return fail("unreadable", faultSpan(c), `The bracket is not closed: \`${bracket}\` is missing here.`, c.example);
}

/** Whether a p value is next: `p` with a relation or a number after it. */
function pAhead(c: Cursor): boolean {
  if (isWord(peek(c), "p-value")) return true;
  if (!isWord(peek(c), "p")) return false;
  const next = peek(c, 1);
  return (
    isSymbol(next, "=", "<", ">", "≤", "≥") ||
    next.kind === "number" ||
    isWord(next, "over", "above", "under", "below", "less", "more", "value", "is", "greater")
  );
}

function readRelation(c: Cursor): PValue["relation"] {
  const token = peek(c);
  if (isSymbol(token, "<", "≤") || isWord(token, "under", "below")) {
    take(c, "operator");
    return "less";
  }
  if (isSymbol(token, ">", "≥") || isWord(token, "over", "above")) {
    take(c, "operator");
    return "more";
  }
  if (takeWords(c, ["less", "than"], "operator")) return "less";
  if (takeWords(c, ["more", "than"], "operator") || takeWords(c, ["greater", "than"], "operator")) return "more";
  if (isSymbol(token, "=", ":") || isWord(token, "is")) take(c, "operator");
  return "equal";
}

/** A p value with or without its `p`: `p = 0.01`, `P<0.05`, `p over 0.05`, `<0.001`. */
export function readP(c: Cursor): PValue | Failure {
  if (isWord(peek(c), "p", "p-value")) take(c, "estimate");
  if (isWord(peek(c), "value")) take(c, "estimate");
  const relation = readRelation(c);
  const token = peek(c);
  const numeral = token.numeral;
  if (numeral === undefined) {
    return fail("unreadable", faultSpan(c), "The number of the p value is expected here.", "p = 0.04");
  }
  take(c, "number");
  if (numeral.problem !== undefined) return failNumeral(numeral.problem, c, token);
  if (numeral.value > 1) return fail("out-of-range", token, "A p value lies between 0 and 1.", "p = 0.04");
  return { value: numeral.value, relation, written: numeral.written };
}

function readSpread(c: Cursor): RawFactor | Failure {
  const spelt = takeWords(c, ["standard", "error"], "estimate") || takeWords(c, ["standard", "deviation"], "estimate");
  for (let dots = spelt ? 0 : dotted(c, "e") || dotted(c, "d") ? 3 : 1; dots > 0; dots--) take(c, "estimate");
  if (!spelt && isSymbol(peek(c), ".")) take(c, "estimate");
  if (isSymbol(peek(c), "=", ":")) take(c, "operator");
  return readFactor(c);
}

/** `S.E.`, `s.d.` with dots between. */
const dotted = (c: Cursor, letter: string): boolean =>
  isWord(peek(c), "s") && isSymbol(peek(c, 1), ".") && isWord(peek(c, 2), letter);

function seAhead(c: Cursor): boolean {
  return isWord(peek(c), "se", "s-e") || dotted(c, "e") || (isWord(peek(c), "standard") && isWord(peek(c, 1), "error"));
}

function sdAhead(c: Cursor): boolean {
  return (
    isWord(peek(c), "sd", "s-d") || dotted(c, "d") || (isWord(peek(c), "standard") && isWord(peek(c, 1), "deviation"))
  );
}

/** `n = 45`, `n 45`. */
const nAhead = (c: Cursor): boolean =>
  isWord(peek(c), "n") && (peek(c, 1).kind === "number" || (isSymbol(peek(c, 1), "=") && peek(c, 2).kind === "number"));

function twice(c: Cursor, what: string): Failure {
  return fail("unreadable", faultSpan(c), `The ${what} is given twice.`, c.example);
}

/** One piece of evidence, or undefined when none is next. In brackets two bare numbers are an interval. */
function readPiece(c: Cursor, into: RawEvidence, bracketed: boolean): true | undefined | Failure {
  if (intervalAhead(c) || (bracketed && !seAhead(c) && !sdAhead(c) && !nAhead(c) && !pAhead(c))) {
    if (into.interval !== undefined) return twice(c, "interval");
    const interval = readInterval(c);
    if (isFailure(interval)) return interval;
    into.interval = interval;
    return true;
  }
  if (seAhead(c)) {
    if (into.se !== undefined) return twice(c, "standard error");
    const se = readSpread(c);
    if (isFailure(se)) return se;
    into.se = se;
    return true;
  }
  if (sdAhead(c)) {
    if (into.sd !== undefined) return twice(c, "standard deviation");
    const sd = readSpread(c);
    if (isFailure(sd)) return sd;
    into.sd = sd;
    return true;
  }
  if (nAhead(c)) {
    if (into.n !== undefined) return twice(c, "number of people");
    const n = readSpread(c);
    if (isFailure(n)) return n;
    into.n = n;
    return true;
  }
  if (!pAhead(c)) return undefined;
  if (into.p !== undefined) return twice(c, "p value");
  const first = c.at;
  const p = readP(c);
  if (isFailure(p)) return p;
  into.p = p;
  into.pSpan = spanFrom(c, first);
  return true;
}

function currencyWord(c: Cursor): boolean {
  return isWord(peek(c), "gbp", "usd", "eur");
}

/** Interval, standard error and p value, bracketed or after commas, as far as they go. */
export function readEvidence(c: Cursor, into: RawEvidence): true | undefined | Failure {
  const close = isSymbol(peek(c), "(") ? ")" : isSymbol(peek(c), "[") ? "]" : undefined;
  if (close !== undefined) {
    take(c, "operator");
    const known = intervalAhead(c) || seAhead(c) || sdAhead(c) || nAhead(c) || pAhead(c) || currencyWord(c);
    if (peek(c).kind === "word" && !known) {
      const message = "Brackets after a figure hold its interval, standard error or p value, and nothing else.";
      return fail("unreadable", faultSpan(c), message, c.example);
    }
    do {
      const piece = readPiece(c, into, true);
      if (isFailure(piece)) return piece;
    } while (takeSymbol(c, ",") || takeSymbol(c, ";"));
    return takeSymbol(c, close) ? true : unclosed(c, close);
  }
  const before = c.at;
  const comma = takeSymbol(c, ",") || takeSymbol(c, ";");
  const piece = readPiece(c, into, false);
  if (piece !== undefined || !comma) return piece;
  c.at = before;
  c.marks.pop();
  return undefined;
}
