import { type SpecPath, shapeAt } from "../schema/lookup.ts";
import { type Level, type Levels, levelsAt, opens, siblingsOf } from "./completion-levels.ts";
import type { CompletionPlace, PlaceBase } from "./completion-place-types.ts";
import { nextRow, previousRow, type Row, type Rows, readRow } from "./completion-rows.ts";

/** On an empty line the column says what is meant: the innermost open level at or left of it. */
export function blankPlace(
  rows: Rows,
  line: number,
  character: number,
  lineStart: number,
  base: Pick<PlaceBase, "kind" | "eol">,
): CompletionPlace | undefined {
  const found = blankLevel(rows, line, character);
  if (found === undefined) return undefined;
  const { mode, column, path, fresh } = found;
  const shape = base.kind === undefined ? undefined : shapeAt(base.kind, path);
  const indentation = " ".repeat(column);
  const replace = { start: lineStart, end: lineStart + character };
  const common = { ...base, typed: "", replace, siblings: new Map<string, string>() };
  // Below `lines:` a list begins, below `costs:` a mapping; what is open already says so itself.
  const list = mode === "list" || (fresh && shape?.list !== undefined && shape.object === undefined);
  if (list) {
    const item = shape?.list?.item;
    if (item === undefined) return undefined;
    const lead = `${indentation}- `;
    const inner = { ...common, path: [...path, 0], shape: item, lead };
    return item.object === undefined
      ? { ...inner, form: "value", column, others: [], flow: false, gap: 0, word: replace }
      : { ...inner, form: "key", column: column + 2, named: false, holds: undefined, first: true };
  }
  const row: Row = { ...readRow(indentation, line), column, indent: column };
  const siblings = siblingsOf(rows, row);
  return {
    ...common,
    form: "key",
    path,
    shape,
    column,
    lead: indentation,
    siblings,
    named: false,
    holds: undefined,
    first: fresh,
  };
}

interface BlankLevel {
  readonly mode: "map" | "list";
  readonly column: number;
  readonly path: SpecPath;
  /** Nothing stands in it yet. */
  readonly fresh: boolean;
}

function blankLevel(rows: Rows, line: number, character: number): BlankLevel | undefined {
  const above = previousRow(rows, line);
  if (above === undefined) return { mode: "map", column: 0, path: [], fresh: nextRow(rows, line) === undefined };
  const { levels, inside, text }: Levels = levelsAt(rows, above);
  if (text !== undefined && character > text) return undefined;
  const below = nextRow(rows, line);
  if (above.key !== undefined && opens(above.value)) {
    const taken = below !== undefined && below.indent > above.column;
    const mode = taken && below.dashes.length > 0 ? "list" : "map";
    if (taken || character > above.column)
      return { mode, column: taken ? below.indent : character, path: inside, fresh: !taken };
  }
  if (above.key !== undefined && character > above.column && /^[|>]/.test(above.value)) return undefined;
  // An item that is only a dash begins its mapping where the cursor stands.
  const known = above.key === undefined && above.content !== "" ? levels.slice(0, -1) : levels;
  const level = chosen(known, character, below);
  return level === undefined ? undefined : { ...level, fresh: false };
}

/** The innermost level at or left of the cursor that does not cut off what stands below. */
function chosen(levels: readonly Level[], character: number, below: Row | undefined): Level | undefined {
  const dashed = (below?.dashes.length ?? 0) > 0;
  const possible = levels.filter(
    (each, nth) =>
      each.column >= (below?.indent ?? 0) &&
      // Where keys and dashes share a column, what stands below decides.
      (dashed && each.column === below?.indent ? each.mode === "list" : each.column !== levels[nth - 1]?.column),
  );
  return possible.filter((each) => each.column <= character).at(-1) ?? possible[0];
}
