import { lex, type Token } from "../lexer.ts";
import type { TextSpan } from "../types.ts";

/** What a stretch of a value is, for highlighting. */
export type TokenClass = "money" | "number" | "unit" | "percent" | "year" | "estimate" | "word" | "operator";

export interface Mark extends TextSpan {
  readonly class: TokenClass;
}

/** A place in a text being read. Lives for one reading only. */
export interface Cursor {
  readonly text: string;
  readonly tokens: readonly Token[];
  at: number;
  readonly marks: Mark[];
  /** A value in the same form that would be read, for messages. */
  readonly example: string;
}

/** A cursor at the start of a text. */
export function cursor(text: string, example: string): Cursor {
  return { text, tokens: lex(text), at: 0, marks: [], example };
}

const END: Token = { kind: "end", text: "", raw: "", start: 0, end: 0, spaced: false };

/** The token `ahead` places on; the end of the text for ever after it. */
export function peek(c: Cursor, ahead = 0): Token {
  return c.tokens[c.at + ahead] ?? c.tokens[c.tokens.length - 1] ?? END;
}

/** Takes the next token and marks what it is; stays at the end. */
export function take(c: Cursor, cls: TokenClass): Token {
  const token = peek(c);
  if (token.kind !== "end") {
    c.at++;
    c.marks.push({ start: token.start, end: token.end, class: cls });
  }
  return token;
}

/** Whether a token is one of these symbols, in their one spelling. */
export function isSymbol(token: Token, ...symbols: readonly string[]): boolean {
  return token.kind === "symbol" && symbols.includes(token.text);
}

/** Whether a token is one of these words, in lower case. */
export function isWord(token: Token, ...words: readonly string[]): boolean {
  return token.kind === "word" && words.includes(token.text);
}

/** Whether the next tokens are these words, in order. */
function wordsAhead(c: Cursor, words: readonly string[], from = 0): boolean {
  return words.every((word, i) => isWord(peek(c, from + i), word));
}

/** Takes these words if they are next. */
export function takeWords(c: Cursor, words: readonly string[], cls: TokenClass): boolean {
  if (!wordsAhead(c, words)) return false;
  for (let i = 0; i < words.length; i++) take(c, cls);
  return true;
}

/** Takes this symbol if it is next. */
export function takeSymbol(c: Cursor, symbol: string): boolean {
  if (!isSymbol(peek(c), symbol)) return false;
  take(c, "operator");
  return true;
}

/** Whether nothing is left. */
export function atEnd(c: Cursor): boolean {
  return peek(c).kind === "end";
}

/** From a token number to just before the cursor. */
export function spanFrom(c: Cursor, first: number): TextSpan {
  const start = c.tokens[first]?.start ?? c.text.length;
  const end = c.at > first ? (c.tokens[c.at - 1]?.end ?? start) : start;
  return { start, end };
}

/** The token at fault, or the last character when the text stops too early. */
export function faultSpan(c: Cursor, ahead = 0): TextSpan {
  const token = peek(c, ahead);
  if (token.kind !== "end") return { start: token.start, end: token.end };
  const end = c.text.length;
  return { start: Math.max(0, end - 1), end };
}
