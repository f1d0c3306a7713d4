/** What the eye finds wrong with a value, and small helpers of those who look. */
import { isBlank } from "./shape.ts";
import type { ScalarStyle, SyntaxIssueKind } from "./types.ts";

/** What is wrong, at offsets in the chunk, and the value that can be kept all the same. */
export interface Verdict {
  readonly kind: SyntaxIssueKind;
  readonly start: number;
  readonly end: number;
  readonly detail?: string;
  readonly related?: { readonly start: number; readonly end: number };
  readonly keep?: Kept;
}

/** A scalar read from one line of a broken value. */
export interface Kept {
  readonly style: ScalarStyle;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The end of a plain value on its line: before a comment and the space that leads to it. */
export function plainEnd(text: string, from: number): number {
  let end = from;
  for (let at = from; at < text.length; at++) {
    const ch = text.charCodeAt(at);
    if (ch === 10 || ch === 13 || (ch === 35 && at > from && isBlank(text.charCodeAt(at - 1)))) break;
    if (!isBlank(ch)) end = at + 1;
  }
  return end;
}

/** The line from `start` to `end` kept as plain text. */
export function keepLine(text: string, start: number, end: number): Kept {
  return { style: "plain", start, end, text: text.slice(start, end) };
}

/** Steps over spaces and tabs. */
export function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at += 1;
  return at;
}
