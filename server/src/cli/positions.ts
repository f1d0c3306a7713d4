import { lineStarts, positionIn } from "../syntax/lines.ts";
import type { Span } from "../syntax/types.ts";

/** Line and column from 1, the column in UTF-16 code units, as editors count; `offset` from 0, in the same units. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A text with the starts of its lines found once. */
export interface Lines {
  readonly text: string;
  readonly count: number;
  range(span: Span): Range;
  /** One line (from 1) without its line break, and where it starts. */
  line(number: number): { readonly text: string; readonly start: number };
}

export function linesOf(text: string): Lines {
  const starts = lineStarts(text);
  const position = (offset: number): Position => {
    const { line, character } = positionIn(starts, text.length, offset);
    return { line: line + 1, column: character + 1, offset };
  };
  return {
    text,
    count: starts.length,
    range: (span) => ({ start: position(span.start), end: position(span.end) }),
    line(number) {
      const start = starts[number - 1] ?? text.length;
      const end = starts[number] ?? text.length;
      return { text: text.slice(start, end).replace(/[\r\n]+$/, ""), start };
    },
  };
}

/** The lines of every file that a report points into, each found once. */
export function lineTable(read: (path: string) => string | undefined): (path: string) => Lines {
  const known = new Map<string, Lines>();
  return (path) => {
    const found = known.get(path) ?? linesOf(read(path) ?? "");
    known.set(path, found);
    return found;
  };
}
