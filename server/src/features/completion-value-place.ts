import { opens } from "./completion-levels.ts";
import type { ValuePlace } from "./completion-place-types.ts";
import { commentStart, nextRow, type Row, type Rows } from "./completion-rows.ts";

export interface ValueAt {
  readonly lineStart: number;
  /** Something stands below that belongs to the key. */
  readonly below: boolean;
}

export type ValueBase = Pick<ValuePlace, "kind" | "eol" | "siblings" | "path" | "shape" | "column">;

/** The value at a cursor, `from` being where it may begin. Undefined in values that are left to the author. */
export function valuePlace(
  base: ValueBase,
  line: string,
  from: number,
  cursor: number,
  { lineStart, below }: ValueAt,
): ValuePlace | undefined {
  const written = line.slice(from, cursor);
  const start = from + (written.length - written.trimStart().length);
  const value = line.slice(start, cursor);
  const whole = line.slice(start, commentStart(line)).trim();
  const quote = quotedPlace(base, line, start, cursor, lineStart);
  if (quote !== undefined && !below) return quote;
  // Blocks, anchors, quotes and lists of several lines are left to the author.
  if (/^[|>*&!{"']/.test(whole) || (whole.startsWith("[") && !whole.includes("]") && value === "") || below)
    return undefined;
  const rest = line.slice(cursor);
  const lead = line[from - 1] === ":" && written === "" ? " " : "";
  const list = /^\[(.*)$/.exec(value);
  if (list !== null) {
    const item = base.shape?.list?.item;
    if (item === undefined || value.includes("]")) return undefined;
    const parts = (list[1] ?? "").split(",");
    const typed = (parts.pop() ?? "").trimStart();
    const end = cursor + (/^[^\s,\]#]*/.exec(rest)?.[0].length ?? 0);
    const others = [...parts, ...rest.replace(/\].*$/, "").split(",").slice(1)].map((each) => each.trim());
    const replace = { start: lineStart + cursor - typed.length, end: lineStart + end };
    return {
      ...base,
      shape: item,
      path: [...base.path, 0],
      form: "value",
      lead: "",
      typed,
      replace,
      others,
      flow: true,
      word: { start: lineStart + cursor, end: lineStart + end },
      gap: 0,
    };
  }
  const word = cursor + wordAt(line, cursor);
  const end = Math.max(cursor, line.slice(0, commentStart(line)).trimEnd().length);
  return {
    ...base,
    form: "value",
    lead,
    typed: value,
    replace: { start: lineStart + Math.min(start, cursor), end: lineStart + end },
    word: { start: lineStart + cursor, end: lineStart + word },
    others: [],
    flow: false,
    gap: start - from,
  };
}

/** A value between quotation marks: only what is inside them is replaced. */
function quotedPlace(
  base: ValueBase,
  line: string,
  start: number,
  cursor: number,
  lineStart: number,
): ValuePlace | undefined {
  const [, mark, typed] = /^(["'])([^"'\\]*)$/.exec(line.slice(start, cursor)) ?? [];
  const scalar = base.shape?.scalar;
  if (mark === undefined || typed === undefined || scalar === undefined) return undefined;
  const inside = /^[^"'\\]*/.exec(line.slice(cursor))?.[0].length ?? 0;
  const end = line[cursor + inside] === mark ? cursor + inside : cursor;
  return {
    ...base,
    shape: { scalar },
    form: "value",
    lead: "",
    typed,
    replace: { start: lineStart + start + 1, end: lineStart + end },
    word: { start: lineStart + cursor, end: lineStart + Math.min(end, cursor + wordAt(line, cursor)) },
    others: [],
    flow: true,
    gap: 0,
  };
}

/** Length of what follows a position in the word it is in. */
const wordAt = (line: string, at: number): number => /^[^\s,#]*/.exec(line.slice(at))?.[0].length ?? 0;

/** Whether the lines below a key hold its value, or go on with it. */
export function deeperBelow(rows: Rows, row: Row): boolean {
  const below = nextRow(rows, row.line);
  if (below === undefined) return false;
  return below.indent > row.column || (opens(row.value) && below.indent === row.column && below.dashes.length > 0);
}
