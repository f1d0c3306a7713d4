import type { SpecPath } from "../schema/lookup.ts";
import type { Row, Rows } from "./completion-rows.ts";

/** A mapping or a list that is open at a line: where its keys or dashes stand, and where it hangs in the document. */
export interface Level {
  readonly mode: "map" | "list";
  readonly column: number;
  readonly path: SpecPath;
}

export interface Levels {
  /** From the document inwards. */
  readonly levels: readonly Level[];
  /** Where the value of the line's own key hangs. */
  readonly inside: SpecPath;
  /** Column beyond which everything is the text of a block or of a value of several lines. */
  readonly text: number | undefined;
  /** Where the keys of the line's own mapping stand, when the line stands between its dash and them. */
  readonly meant?: number;
}

interface Frame {
  readonly mode: "map" | "list";
  readonly column: number;
  readonly via: string | undefined;
  readonly value: string;
}

/** The levels that are open at a row, by indentation alone: a line that is broken spoils only what is above it in its own branch. */
export function levelsAt(rows: Rows, row: Row): Levels {
  const frames: Frame[] = [];
  const push = (each: Row, below: number): void => {
    if (each.key !== undefined && each.column < below)
      frames.push({ mode: "map", column: each.column, via: each.key, value: each.value });
    for (const dash of [...each.dashes].reverse())
      if (dash < below) frames.push({ mode: "list", column: dash, via: undefined, value: "" });
  };
  frames.push({ mode: "map", column: row.column, via: row.key ?? "", value: "" });
  push({ ...row, key: undefined }, Number.POSITIVE_INFINITY);
  for (let line = row.line - 1; line >= 0; line--) {
    const outer = frames.at(-1) as Frame;
    if (outer.mode === "map" && outer.column === 0) break;
    const indent = rows.indent(line);
    if (indent < 0 || indent > outer.column) continue;
    if (outer.mode === "map" && indent === outer.column) continue;
    const above = rows.row(line);
    if (above.boundary) break;
    if (frames.length === 1 && above.key !== undefined && above.column > outer.column && above.dashes.length > 0)
      return { ...levelsAt(rows, { ...row, column: above.column, indent: above.column }), meant: above.column };
    if (outer.mode === "list" && above.dashes.includes(outer.column)) continue;
    if (outer.mode === "map" && above.column === outer.column) push({ ...above, key: undefined }, outer.column);
    else push(above, outer.mode === "map" ? outer.column : outer.column + 1);
  }
  return built(frames.reverse(), row);
}

function built(frames: readonly Frame[], row: Row): Levels {
  const levels: Level[] = [];
  let path: SpecPath = [];
  for (const frame of frames) {
    levels.push({ mode: frame.mode, column: frame.column, path });
    path = [...path, frame.via ?? 0];
    const own = frame.column === row.column && frame === frames.at(-1);
    if (!own && frame.mode === "map" && !opens(frame.value)) return { levels, inside: path, text: frame.column };
  }
  return { levels, inside: path, text: undefined };
}

/** Whether a key's value may stand on the lines below it: nothing is written, or only an anchor or a tag. */
export const opens = (value: string): boolean => value === "" || /^[&!]\S*(?:\s+[&!]\S*)*$/.test(value);

/** Keys of the mapping that a line belongs to, with what is written after each; the line itself left out. */
export function siblingsOf(rows: Rows, row: Row): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const { column } = row;
  const dash = row.dashes.at(-1);
  const note = (each: Row): void => {
    if (each.key !== undefined && each.column === column) found.set(each.key, each.value);
  };
  if (dash === undefined)
    for (let line = row.line - 1; line >= 0; line--) {
      const indent = rows.indent(line);
      if (indent < 0 || indent > column) continue;
      const above = rows.row(line);
      if (above.boundary) break;
      note(above);
      // At its own column a dash begins an item of an earlier key's list.
      if (above.indent < column) break;
    }
  for (let line = row.line + 1; line < rows.count; line++) {
    const indent = rows.indent(line);
    if (indent < 0 || indent > column) continue;
    const below = rows.row(line);
    if (below.boundary || indent < column) break;
    note(below);
  }
  return found;
}
