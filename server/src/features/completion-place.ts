import type { Snapshot } from "../analysis/types.ts";
import { kindOf, kindOfFileName } from "../schema/kind-of.ts";
import { type SpecPath, shapeAt } from "../schema/lookup.ts";
import type { Kind, Shape } from "../schema/shape.ts";
import type { ParsedFile, Span } from "../syntax/types.ts";
import type { FilePath } from "../workspace/types.ts";
import { type Level, type Levels, levelsAt, opens, siblingsOf } from "./completion-levels.ts";
import { commentStart, type Row, type Rows, readRow, rowsOf } from "./completion-rows.ts";

interface PlaceBase {
  readonly kind: Kind | undefined;
  readonly eol: "\n" | "\r\n";
  /** What is typed so far, and what a completion stands instead of. On one line. */
  readonly typed: string;
  readonly replace: Span;
}

/** Where keys are asked for. */
export interface KeyPlace extends PlaceBase {
  readonly form: "key";
  readonly path: SpecPath;
  readonly shape: Shape<unknown> | undefined;
  /** Where the keys of the mapping stand. */
  readonly column: number;
  /** Written before the first key: a line break, indentation, a dash. */
  readonly lead: string;
  /** Keys that are there, with what follows them. */
  readonly siblings: ReadonlyMap<string, string>;
  /** The line has its colon already: only the name is replaced. */
  readonly named: boolean;
  /** What stands below already and would become the key's value. */
  readonly holds: "list" | "map" | undefined;
  /** Nothing is written yet of the item or document that the key would begin. */
  readonly first: boolean;
}

/** Where a value is asked for. */
export interface ValuePlace extends PlaceBase {
  readonly form: "value";
  readonly path: SpecPath;
  readonly shape: Shape<unknown> | undefined;
  /** Column of the key. */
  readonly column: number;
  readonly lead: string;
  /** Keys beside the value's own, for those that are read together. */
  readonly siblings: ReadonlyMap<string, string>;
  /** Other values of the same flow list. */
  readonly others: readonly string[];
  /** True inside `[…]`. */
  readonly flow: boolean;
  /** What follows the cursor in the word that it is in. */
  readonly word: Span;
  /** Spaces between the colon and the value. */
  readonly gap: number;
}

/** Where a comment is written. */
export interface CommentPlace extends PlaceBase {
  readonly form: "comment";
  /** The comment up to the cursor, with its `#`. */
  readonly text: string;
  readonly start: number;
  readonly line: number;
  readonly ownLine: boolean;
}

export type CompletionPlace = KeyPlace | ValuePlace | CommentPlace;

/** What is asked for at an offset; undefined inside text, where nothing is to be offered. */
export function completionPlace(snapshot: Snapshot, path: FilePath, offset: number): CompletionPlace | undefined {
  const parsed = snapshot.parsed(path);
  if (parsed === undefined) return undefined;
  const rows = rowsOf(parsed);
  const at = parsed.positionAt(offset);
  const lineStart = offset - at.character;
  const text = rows.text(at.line);
  const before = text.slice(0, at.character);
  const base = { kind: kindAt(parsed, path, offset), eol: parsed.eol };
  const hash = commentStart(before);
  if (hash !== undefined) {
    const typed = /\S*$/.exec(before)?.[0] ?? "";
    const ownLine = before.slice(0, hash).trim() === "";
    const replace = { start: offset - typed.length, end: offset };
    const comment = { text: before.slice(hash), start: lineStart + hash, line: at.line, ownLine };
    return { ...base, ...comment, form: "comment", typed, replace };
  }
  const row = readRow(text, at.line);
  if (row.boundary) return undefined;
  // A comment after the cursor would be pushed into what is written.
  if (row.blank && text.slice(at.character).trim() !== "") return undefined;
  if (row.blank) return blankPlace(rows, at.line, at.character, lineStart, base);
  if (at.character < row.column) return undefined;
  const { levels, inside, text: prose, meant } = levelsAt(rows, row);
  if (prose !== undefined || astray(rows, row, levels[0])) return undefined;
  const aligned = meant === undefined ? row : { ...row, column: meant, indent: meant };
  const siblings = siblingsOf(rows, aligned);
  const own = levels.at(-1)?.path ?? [];
  const common = { ...base, siblings };
  if (row.key !== undefined && at.character > row.colon) {
    const shape = base.kind === undefined ? undefined : shapeAt(base.kind, inside);
    return valuePlace({ ...common, path: inside, shape, column: row.column }, text, row.colon + 1, at.character, {
      lineStart,
      below: deeperBelow(rows, row),
    });
  }
  const shape = base.kind === undefined ? undefined : shapeAt(base.kind, own);
  const item = row.dashes.length > 0;
  if (item && row.key === undefined && shape?.scalar !== undefined)
    return valuePlace({ ...common, path: own, shape, column: row.dashes.at(-1) ?? 0 }, text, row.column, at.character, {
      lineStart,
      below: false,
    });
  const typed = text.slice(row.column, at.character);
  const rest = /^[\w/.-]*/.exec(text.slice(at.character))?.[0] ?? "";
  // `key` and then something that is no colon: text of a value, not a key.
  if (row.key === undefined && /\s/.test(row.content)) return undefined;
  const touching = item && row.content === "" && /-$/.test(before);
  const column = meant ?? (touching ? row.column + 1 : row.column);
  return {
    ...common,
    form: "key",
    path: own,
    shape,
    column,
    lead: meant === undefined ? (touching ? " " : "") : " ".repeat(meant),
    typed,
    replace: { start: lineStart + (meant === undefined ? row.column : 0), end: offset + rest.length },
    named: row.key !== undefined,
    holds: row.key === undefined ? holds(rows, aligned) : undefined,
    first: item && siblings.size === 0 && row.key === undefined,
  };
}

/** A key typed above lines that are deeper takes them in. */
function holds(rows: Rows, row: Row): "list" | "map" | undefined {
  const below = nextRow(rows, row.line);
  if (below === undefined) return undefined;
  if (below.dashes.length > 0 && row.dashes.length === 0 && below.indent >= row.column) return "list";
  return below.indent > row.column ? (below.dashes.length > 0 ? "list" : "map") : undefined;
}

/** Deeper than anything above it, and not followed by its like: whatever it became, the lines below would not fit. */
function astray(rows: Rows, row: Row, outermost: Level | undefined): boolean {
  const below = nextRow(rows, row.line);
  return outermost !== undefined && outermost.column > 0 && below !== undefined && below.indent < outermost.column;
}

function kindAt(parsed: ParsedFile, path: FilePath, offset: number): Kind | undefined {
  const document =
    parsed.documents.find((each) => {
      const { start, end } = parsed.spanOf(each.place);
      return offset >= start && offset <= end && each.root !== undefined;
    }) ?? (parsed.documents.length === 1 ? parsed.documents[0] : undefined);
  return (document === undefined ? undefined : kindOf(document, path).kind) ?? kindOfFileName(path);
}

interface ValueAt {
  readonly lineStart: number;
  /** Something stands below that belongs to the key. */
  readonly below: boolean;
}

type ValueBase = Pick<ValuePlace, "kind" | "eol" | "siblings" | "path" | "shape" | "column">;

function valuePlace(
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
  const word = cursor + (/^[^\s,#]*/.exec(rest)?.[0].length ?? 0);
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

/** Whether the lines below a key hold its value, or go on with it. */
function deeperBelow(rows: Rows, row: Row): boolean {
  const below = nextRow(rows, row.line);
  if (below === undefined) return false;
  return below.indent > row.column || (opens(row.value) && below.indent === row.column && below.dashes.length > 0);
}

function nextRow(rows: Rows, line: number): Row | undefined {
  for (let at = line + 1; at < rows.count; at++) if (rows.indent(at) >= 0) return boundless(rows.row(at));
  return undefined;
}

function previousRow(rows: Rows, line: number): Row | undefined {
  for (let at = line - 1; at >= 0; at--) if (rows.indent(at) >= 0) return boundless(rows.row(at));
  return undefined;
}

const boundless = (row: Row): Row | undefined => (row.boundary ? undefined : row);

/** On an empty line the column says what is meant: the innermost open level at or left of it. */
function blankPlace(
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
