import { lineStarts, positionIn } from "../syntax/lines.ts";
import type { Span } from "../syntax/types.ts";
import type { Places } from "./places.ts";
import type { CheckedFile } from "./result.ts";

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

/** The lines of the files that findings of one file point into: those of its own without reading it, as far as that goes. */
export function linesIn(
  result: { text(file: CheckedFile, path: string): string | undefined },
  file: CheckedFile,
): (path: string) => Lines {
  const table = lineTable((path) => result.text(file, path));
  const { places, findings } = file;
  const own = findings[0]?.path;
  if (places === undefined || own === undefined) return table;
  const placed = new PlacedLines(places, () => table(own));
  return (path) => (path === own ? placed : table(path));
}

/** Lines of a text that is read only for what is not known of it. */
class PlacedLines implements Lines {
  readonly #places: Places;
  readonly #read: () => Lines;

  constructor(places: Places, read: () => Lines) {
    this.#places = places;
    this.#read = read;
  }

  get text(): string {
    return this.#read().text;
  }

  get count(): number {
    return this.#read().count;
  }

  range(span: Span): Range {
    const start = this.#at(span.start);
    const end = this.#at(span.end);
    return start === undefined || end === undefined ? this.#read().range(span) : { start, end };
  }

  line(number: number): { readonly text: string; readonly start: number } {
    return this.#read().line(number);
  }

  /** A file has few findings: a look along the list costs less than a table. */
  #at(offset: number): Position | undefined {
    const places = this.#places;
    for (let at = 0; at < places.length; at += 3)
      if (places[at] === offset)
        return { line: (places[at + 1] as number) + 1, column: (places[at + 2] as number) + 1, offset };
    return undefined;
  }
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
