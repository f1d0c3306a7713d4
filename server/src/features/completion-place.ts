import type { Snapshot } from "../analysis/types.ts";
import { kindOf, kindOfFileName } from "../schema/kind-of.ts";
import { shapeAt } from "../schema/lookup.ts";
import type { Kind } from "../schema/shape.ts";
import type { ParsedFile } from "../syntax/types.ts";
import type { FilePath } from "../workspace/types.ts";
import { blankPlace } from "./completion-blank-place.ts";
import { flowPlace } from "./completion-flow-place.ts";
import { insideCollection, insideText } from "./completion-inside.ts";
import { type Level, levelsAt, siblingsOf } from "./completion-levels.ts";
import type { CompletionPlace } from "./completion-place-types.ts";
import { commentStart, nextRow, type Row, type Rows, readRow, rowsOf } from "./completion-rows.ts";
import { deeperBelow, valuePlace } from "./completion-value-place.ts";

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
  if (insideText(parsed, lineStart, offset)) return undefined;
  const hash = commentStart(before);
  if (hash !== undefined) {
    const typed = /\S*$/.exec(before)?.[0] ?? "";
    const ownLine = before.slice(0, hash).trim() === "";
    const replace = { start: offset - typed.length, end: offset };
    const comment = { text: before.slice(hash), start: lineStart + hash, line: at.line, ownLine };
    return { ...base, ...comment, form: "comment", typed, replace };
  }
  const collected = insideCollection(snapshot, path, parsed, lineStart, offset, base);
  if (collected !== "outside") return collected;
  const row = readRow(text, at.line);
  // Keys that are written with `?` are left to the author.
  if (row.boundary || /^[?:](?:\s|$)/.test(row.content)) return undefined;
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
    const value = { ...common, path: inside, shape, column: row.column };
    const from = row.colon + 1;
    return (
      flowPlace(value, text, from, at.character, lineStart) ??
      valuePlace(value, text, from, at.character, { lineStart, below: deeperBelow(rows, row) })
    );
  }
  const shape = base.kind === undefined ? undefined : shapeAt(base.kind, own);
  const item = row.dashes.length > 0;
  if (item && row.content.startsWith("{"))
    return flowPlace({ ...common, path: own, shape, column: row.column }, text, row.column, at.character, lineStart);
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
