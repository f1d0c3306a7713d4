/** The lines of a text as the splitter sees them: where each begins, how far it is indented, what its first sign is. */
import { lastAtOrBelow, lineStarts } from "./lines.ts";
import type { Shared } from "./reuse.ts";

export interface Lines {
  readonly text: string;
  readonly count: number;
  /** Where each line begins; a byte order mark is not part of the first line. One more at the end: the length of the text. */
  readonly starts: readonly number[];
  /** Where each line begins as positions are counted: a byte order mark is the first line's, and there is no more at the end. */
  readonly positions: readonly number[];
  /** The number of spaces before the first sign. */
  readonly indents: readonly number[];
  /** The code of the first sign; 0 for a line of nothing but space, 35 for a comment, 9 for one whose indentation holds a tab. */
  readonly firsts: readonly number[];
}

export function readLines(text: string): Lines {
  const positions = lineStarts(text);
  const starts = positions.slice();
  if (text.charCodeAt(0) === 0xfeff) starts[0] = 1;
  const count = starts.length;
  const indents: number[] = new Array(count);
  const firsts: number[] = new Array(count);
  starts.push(text.length);
  for (let line = 0; line < count; line++) readLine(text, line, starts[line] as number, indents, firsts);
  return { text, count, starts, positions, indents, firsts };
}

function readLine(text: string, line: number, start: number, indents: number[], firsts: number[]): void {
  let at = start;
  let ch = text.charCodeAt(at);
  while (ch === 32) ch = text.charCodeAt(++at);
  indents[line] = at - start;
  // A NUL is content, though of no kind that begins anything.
  firsts[line] = ch === 9 ? afterTab(text, at) : ch === 10 || ch === 13 || Number.isNaN(ch) ? 0 : ch || 1;
}

/** The same where an edit left lines of an earlier text as they were at either end: those between are read. */
export function readLinesAgain(text: string, before: Lines, { front, back, shift }: Shared): Lines {
  // A line begins by the sign before it and, after a lone carriage return, by its own first sign: both have to be shared.
  const first = lastAtOrBelow(before.positions, front - 2);
  const after = lastAtOrBelow(before.positions, back - shift) + 1;
  // The mark at the beginning of a text is no part of its first line.
  if (first < 1 || after >= before.count) return readLines(text);
  const from = before.positions[first] as number;
  const to = (before.positions[after] as number) + shift;
  const between = lineStarts(text.slice(from, to));
  // The last of them is the first line after: what is between ends in a line break.
  const added = between.length - 1;
  const moved = first + added - after;
  const count = before.count + moved;
  const positions: number[] = new Array(count);
  const starts: number[] = new Array(count + 1);
  const indents: number[] = new Array(count);
  const firsts: number[] = new Array(count);
  for (let line = 0; line < count; line++) {
    if (line >= first && line < first + added) {
      positions[line] = from + (between[line - first] as number);
      readLine(text, line, positions[line] as number, indents, firsts);
    } else {
      const old = line < first ? line : line - moved;
      positions[line] = (before.positions[old] as number) + (line < first ? 0 : shift);
      indents[line] = before.indents[old] as number;
      firsts[line] = before.firsts[old] as number;
    }
    starts[line] = positions[line] as number;
  }
  starts[0] = before.starts[0] as number;
  starts[count] = text.length;
  return { text, count, starts, positions, indents, firsts };
}

function afterTab(text: string, from: number): number {
  let at = from;
  let ch = 9;
  while (ch === 9 || ch === 32) ch = text.charCodeAt(++at);
  if (ch === 10 || ch === 13 || Number.isNaN(ch)) return 0;
  return ch === 35 ? 35 : 9;
}

/** True when the line holds more than space and a comment. */
export function hasContent(lines: Lines, line: number): boolean {
  const first = lines.firsts[line] as number;
  return first !== 0 && first !== 35;
}

/** The first line from `from` to before `to` that has content, or `to`. */
export function firstContent(lines: Lines, from: number, to: number): number {
  let line = from;
  while (line < to && !hasContent(lines, line)) line += 1;
  return line;
}

/** Where the first sign of a line stands. */
export function contentStart(lines: Lines, line: number): number {
  return (lines.starts[line] as number) + (lines.indents[line] as number);
}
