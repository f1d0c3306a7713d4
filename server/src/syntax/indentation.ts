/** The lines of a text as the splitter sees them: where each begins, how far it is indented, what its first sign is. */
import { lineStarts } from "./lines.ts";

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
  for (let line = 0; line < count; line++) {
    const start = starts[line] as number;
    let at = start;
    let ch = text.charCodeAt(at);
    while (ch === 32) ch = text.charCodeAt(++at);
    indents[line] = at - start;
    // A NUL is content, though of no kind that begins anything.
    firsts[line] = ch === 9 ? afterTab(text, at) : ch === 10 || ch === 13 || Number.isNaN(ch) ? 0 : ch || 1;
  }
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
