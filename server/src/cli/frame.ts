import type { Span } from "../syntax/types.ts";
import type { Lines } from "./positions.ts";
import { type Colours, harmless } from "./terminal.ts";
import { displayWidth, widthOf } from "./width.ts";

/** A labelled range of a code frame. One is primary. */
export interface Mark {
  readonly span: Span;
  readonly label: string;
  readonly primary: boolean;
}

export interface FrameStyle {
  readonly colours: Colours;
  /** Columns that a line may take, gutter included. */
  readonly width: number;
  readonly paint: (text: string) => string;
}

/** Lines shown before and after a marked one. */
const around = 1;
/** A gap of this many lines between marks, or fewer, is shown rather than cut. */
const smallGap = 2;
const tabWidth = 4;

/** Draws the lines that hold the marks, each with what is underlined in it and why. All marks lie in one text. */
export function frame(lines: Lines, marks: readonly Mark[], style: FrameStyle): string[] {
  const placed = marks.map((mark) => ({ ...mark, ...lines.range(mark.span) }));
  const wanted = new Set<number>();
  for (const mark of placed)
    for (let line = mark.start.line - around; line <= mark.start.line + around; line += 1)
      if (line >= 1 && line <= lines.count && isWorthShowing(lines, line, mark.start.line)) wanted.add(line);
  const shown = [...wanted].sort((a, b) => a - b);
  const gutter = String(shown.at(-1) ?? 1).length;
  const bar = style.colours.dim("│");
  const out: string[] = [];
  let last: number | undefined;
  for (const number of shown) {
    if (last !== undefined && number - last > 1) {
      if (number - last <= smallGap) out.push(...row(last + 1, []));
      else out.push(style.colours.dim(`${" ".repeat(gutter + 1)}⋮`));
    }
    out.push(
      ...row(
        number,
        placed.filter((mark) => mark.start.line === number),
      ),
    );
    last = number;
  }
  return out;

  function row(number: number, here: readonly (typeof placed)[number][]): string[] {
    const { text, start } = lines.line(number);
    const spans = here.map((mark) => ({
      ...mark,
      from: mark.span.start - start,
      to: Math.max(mark.span.start - start, Math.min(mark.span.end - start, text.length)),
    }));
    const room = Math.max(30, style.width - gutter - 6);
    const cut = window(text, spans, room);
    const rows = [`${style.colours.dim(String(number).padStart(gutter))} ${bar} ${cut.text}`.trimEnd()];
    for (const mark of spans.sort((a, b) => Number(b.primary) - Number(a.primary) || a.from - b.from)) {
      const left = cut.column(mark.from);
      const under = Math.max(1, cut.column(mark.to) - left);
      const line = (mark.primary ? "^" : "-").repeat(under);
      const label = mark.label === "" ? "" : ` ${harmless(mark.label)}`;
      const paint = mark.primary ? style.paint : style.colours.blue;
      rows.push(`${" ".repeat(gutter)} ${bar} ${" ".repeat(left)}${paint(`${line}${label}`)}`);
    }
    return rows;
  }
}

/** An empty line tells nothing unless it is the one that is marked. */
const isWorthShowing = (lines: Lines, line: number, marked: number): boolean =>
  line === marked || lines.line(line).text.trim() !== "";

interface Cut {
  readonly text: string;
  /** Column at which the character at an offset of the whole line is drawn. */
  readonly column: (offset: number) => number;
}

/** A line as drawn: tabs spread, nothing that a terminal would obey, and cut around its marks when it is too long for the room. */
function window(line: string, marks: readonly { readonly from: number; readonly to: number }[], room: number): Cut {
  const from = Math.min(...marks.map((mark) => mark.from), line.length);
  const to = Math.max(...marks.map((mark) => mark.to), 0);
  let start = 0;
  let end = line.length;
  if (line.length > room && drawn(line.slice(0, room * 8)).width > room) {
    const spare = Math.max(0, room - Math.min(to - from, room));
    start = marks.length === 0 ? 0 : Math.max(0, Math.min(from - (spare >> 1), line.length - room));
    end = Math.min(line.length, start + room);
    if (splitsPair(line, start)) start += 1;
    if (splitsPair(line, end)) end -= 1;
  }
  const before = start > 0 ? "… " : "";
  const after = end < line.length ? " …" : "";
  const { text, columns } = drawn(line.slice(start, end));
  return {
    text: `${before}${text}${after}`,
    column: (offset) => before.length + (columns[Math.max(0, Math.min(offset, end) - start)] ?? 0),
  };
}

const splitsPair = (text: string, at: number): boolean =>
  at > 0 && /[\ud800-\udbff]/.test(text[at - 1] as string) && /[\udc00-\udfff]/.test(text[at] ?? "");

/** The characters as drawn, and for each offset the column where it starts. */
function drawn(text: string): { readonly text: string; readonly width: number; readonly columns: readonly number[] } {
  const columns: number[] = [];
  let out = "";
  let width = 0;
  for (const character of text) {
    const shown = character === "\t" ? " ".repeat(tabWidth - (width % tabWidth)) : harmless(character);
    for (let unit = 0; unit < character.length; unit += 1) columns.push(width);
    out += shown;
    width += shown === character ? widthOf(character) : displayWidth(shown);
  }
  columns.push(width);
  return { text: out, width, columns };
}
