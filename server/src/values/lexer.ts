import { isDigit, isPoint, type Numeral, notANumber, readNumeral } from "./numerals.ts";
import type { TextSpan } from "./types.ts";

export type TokenKind = "number" | "word" | "currency" | "percent" | "symbol" | "end";

/**
 * One lexeme. `text` is normalised: words in lower case with plain hyphens, symbols in one spelling (`-` for the true minus,
 * `–` for every longer dash, `x` for times, `/` for both slashes), currencies as codes.
 */
export interface Token extends TextSpan {
  readonly kind: TokenKind;
  readonly text: string;
  /** As written, for words whose capitals matter. */
  readonly raw: string;
  /** Whether a space stands before it. */
  readonly spaced: boolean;
  readonly numeral?: Numeral;
}

const CURRENCY: ReadonlyMap<string, string> = new Map([
  ["£", "GBP"],
  ["￡", "GBP"],
  ["$", "USD"],
  ["€", "EUR"],
]);

const SYMBOL: ReadonlyMap<string, string> = new Map([
  ["−", "-"],
  ["‐", "-"],
  ["‑", "-"],
  ["–", "–"],
  ["—", "–"],
  ["‒", "–"],
  ["×", "x"],
  ["*", "x"],
  ["∕", "/"],
  ["⁄", "/"],
  ["≈", "~"],
  ["≃", "~"],
]);

const SPACE = /[\s\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]/u;
const LETTER = /\p{L}|\p{M}/u;

/** Words after which a digit starts a number of its own: `d0.38`, `p0.05`. */
const BEFORE_NUMBER: ReadonlySet<string> = new Set([
  "d",
  "g",
  "b",
  "p",
  "or",
  "rr",
  "hr",
  "rd",
  "md",
  "se",
  "ci",
  "c",
  "h",
  "fy",
  "gbp",
  "usd",
  "eur",
]);

const NOT_FINITE: ReadonlySet<string> = new Set(["nan", "inf", "infinity"]);

function isLetter(char: string | undefined): boolean {
  return char !== undefined && char !== "" && LETTER.test(char);
}

function isHyphen(char: string | undefined): boolean {
  return char === "-" || char === "‐" || char === "‑";
}

function isApostrophe(char: string | undefined): boolean {
  return char === "'" || char === "’";
}

function wordEnd(text: string, start: number): number {
  let end = start;
  for (;;) {
    const char = text[end];
    if (end > start && (char === "x" || char === "X") && isDigit(text[end + 1])) return end;
    if (isLetter(char)) end++;
    else if (isDigit(char)) {
      if (end - start <= 3 && BEFORE_NUMBER.has(text.slice(start, end).toLowerCase())) return end;
      end++;
    } else if ((isHyphen(char) || isApostrophe(char)) && isLetter(text[end + 1])) end++;
    else if (isApostrophe(char) && text[end - 1] === "s") end++;
    else if (char === "_" && (isLetter(text[end + 1]) || isDigit(text[end + 1]))) end++;
    else return end;
  }
}

/** A lone `x` multiplies; `x-ray` and `xylophone` are words. */
function isTimes(text: string, at: number): boolean {
  if (text[at] !== "x" && text[at] !== "X") return false;
  const next = text[at + 1];
  return !isLetter(next) && !(isHyphen(next) && isLetter(text[at + 2]));
}

function symbolAt(text: string, at: number): { text: string; length: number } {
  if (text.startsWith("+/-", at)) return { text: "±", length: 3 };
  if (text.startsWith("<=", at)) return { text: "≤", length: 2 };
  if (text.startsWith(">=", at)) return { text: "≥", length: 2 };
  const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return { text: SYMBOL.get(char) ?? char, length: char.length };
}

type Lexeme = Omit<Token, "spaced" | "start" | "raw">;

function wordAt(text: string, at: number): Lexeme {
  const end = wordEnd(text, at);
  const word = text.slice(at, end).toLowerCase().replace(/[‐‑_]/g, "-").replace(/’/g, "'");
  if (word === "percent" || word === "pct") return { kind: "percent", text: "%", end };
  if (word === "us" && text[end] === "$") return { kind: "currency", text: "USD", end: end + 1 };
  if (word === "per") {
    let next = end;
    while (next < text.length && SPACE.test(text[next] ?? "")) next++;
    const nextEnd = wordEnd(text, next);
    if (text.slice(next, nextEnd).toLowerCase() === "cent") return { kind: "percent", text: "%", end: nextEnd };
  }
  if (NOT_FINITE.has(word)) return notFinite(at, end);
  return { kind: "word", text: word, end };
}

function notFinite(at: number, end: number): Lexeme {
  const written = { finest: 0, lastNonZero: 0, decimals: false };
  const numeral: Numeral = { end, literal: "0", value: 0, written, problem: notANumber(at, end - at) };
  return { kind: "number", text: "", end, numeral };
}

/** The dot of `c.85%`, `approx.85%` ends the word before it; 0.85% is not meant. */
function endsWord(text: string, at: number): boolean {
  return isLetter(text[at - 1]) && /(?:^|[^a-z])(?:c|ca|circa|approx)$/i.test(text.slice(Math.max(0, at - 7), at));
}

function lexemeAt(text: string, at: number): Lexeme {
  const char = text[at] ?? "";
  if (isDigit(char) || (isPoint(char) && isDigit(text[at + 1]) && !endsWord(text, at))) {
    const numeral = readNumeral(text, at);
    return { kind: "number", text: text.slice(at, numeral.end), end: numeral.end, numeral };
  }
  if (isPoint(char) && NOT_FINITE.has(text.slice(at + 1, at + 4).toLowerCase())) return notFinite(at, at + 4);
  if (char === "∞") return notFinite(at, at + 1);
  const currency = CURRENCY.get(char);
  if (currency !== undefined) return { kind: "currency", text: currency, end: at + 1 };
  if (char === "%" || char === "％") return { kind: "percent", text: "%", end: at + 1 };
  if (isTimes(text, at)) return { kind: "symbol", text: "x", end: at + 1 };
  if (isLetter(char)) return wordAt(text, at);
  const symbol = symbolAt(text, at);
  return { kind: "symbol", text: symbol.text, end: at + symbol.length };
}

/** Cuts a text into lexemes; the last is always `end`. Never fails; time linear in the length of the text. */
export function lex(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    const before = at;
    while (at < text.length && SPACE.test(text[at] ?? "")) at++;
    const spaced = at > before;
    if (at >= text.length) {
      tokens.push({ kind: "end", text: "", raw: "", start: text.length, end: text.length, spaced });
      return tokens;
    }
    const lexeme = lexemeAt(text, at);
    tokens.push({ ...lexeme, start: at, raw: text.slice(at, lexeme.end), spaced });
    at = lexeme.end;
  }
}
