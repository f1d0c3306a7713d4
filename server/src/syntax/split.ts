/** Cuts the text by indentation. Sound wherever the text as a whole is well formed; where it is not sure it does not cut, for a larger chunk is always right. */
import { contentStart, firstContent, hasContent, type Lines } from "./indentation.ts";
import { canStartPlain, isBlank, isBlankOrEnd, isDash, isOpen, keyColon } from "./shape.ts";

/**
 * What a part of the text is: `entry` (`key: ...`), `item` (`- ...`), `dash-entry` (the first entry of an item, dash and all), `stray`
 * (lines whose indentation fits nothing around them), `whole` (the content of a document that is not cut), `filler` (comments, markers, directives), `document`.
 */
export type Form = "entry" | "item" | "dash-entry" | "stray" | "whole" | "filler" | "document";
export type BlockKind = "mapping" | "sequence";

/** Lines `from` to before `to`. */
export interface Part {
  readonly form: Form;
  readonly from: number;
  readonly to: number;
}

/** How a part is cut further: its first lines stay its own (none when `from` is the part's), the rest is a block. */
export interface Cut {
  readonly from: number;
  readonly kind: BlockKind;
  readonly parts: readonly Part[];
}

/** Cuts the lines of one block into its entries or items; lines that fit nowhere stay with what stands before them. */
export function cutBlock(lines: Lines, from: number, to: number, column: number, kind: BlockKind): Part[] {
  const form: Form = kind === "mapping" ? "entry" : "item";
  const parts: Part[] = [];
  let open = from;
  let openForm: Form = "stray";
  for (let line = from; line < to; line++) {
    if (lines.indents[line] !== column || !hasContent(lines, line) || !begins(lines, line, kind)) continue;
    if (line > open) parts.push({ form: openForm, from: open, to: line });
    open = line;
    openForm = form;
  }
  if (to > open) parts.push({ form: openForm, from: open, to });
  return parts;
}

function begins(lines: Lines, line: number, kind: BlockKind): boolean {
  const at = contentStart(lines, line);
  if (kind === "sequence") return isDash(lines.text, at);
  switch (lines.firsts[line]) {
    case 45: // - belongs to the key above
      return !isDash(lines.text, at);
    case 58: // : ends the `?` key above
      return !isBlankOrEnd(lines.text.charCodeAt(at + 1));
    case 93: // ] and } close what is open above
    case 125:
    case 9:
      return false;
    default:
      return true;
  }
}

/** How a part is cut, or undefined when it is one chunk. `broken`: the part is known to be ill formed, so more may be guessed. */
export function cutPart(lines: Lines, part: Part, broken: boolean): Cut | undefined {
  const at = contentStart(lines, part.from);
  switch (part.form) {
    case "entry":
      return cutOpen(lines, part, lines.indents[part.from] as number, keyColon(lines.text, at), broken);
    case "dash-entry": {
      const key = afterDashSpaces(lines.text, at);
      return cutOpen(lines, part, columnOf(lines, part.from, key), keyColon(lines.text, key), broken);
    }
    case "item":
      return cutItem(lines, part, at, broken);
    default:
      return undefined;
  }
}

function columnOf(lines: Lines, line: number, at: number): number {
  return at - (lines.starts[line] as number);
}

function afterDashSpaces(text: string, dash: number): number {
  let at = dash + 1;
  while (text.charCodeAt(at) === 32) at += 1;
  return at;
}

function cutOpen(lines: Lines, part: Part, column: number, colon: number, broken: boolean): Cut | undefined {
  if (colon === -1 || !isOpen(lines.text, colon + 1)) return undefined;
  return cutBelow(lines, part, column, true, broken);
}

/** The block that stands on the lines below an open key or dash. */
function cutBelow(lines: Lines, part: Part, column: number, dashMayAlign: boolean, broken: boolean): Cut | undefined {
  const from = firstContent(lines, part.from + 1, part.to);
  if (from === part.to) return undefined;
  const below = lines.indents[from] as number;
  const kind = blockKind(lines, from, part.to, broken);
  if (kind === undefined) return undefined;
  if (below < column || (below === column && !(dashMayAlign && kind === "sequence"))) return undefined;
  return { from, kind, parts: cutBlock(lines, from, part.to, below, kind) };
}

function cutItem(lines: Lines, part: Part, dash: number, broken: boolean): Cut | undefined {
  const { text } = lines;
  const key = afterDashSpaces(text, dash);
  if (isOpen(text, dash + 1)) return cutBelow(lines, part, lines.indents[part.from] as number, false, broken);
  if (!isBlank(text.charCodeAt(dash + 1))) return undefined;
  const column = columnOf(lines, part.from, key);
  // Text never runs on into a key at its own column, so what stands beside the dash is a key that lacks its colon.
  const lacksColon = (): boolean =>
    broken && canStartPlain(text, key) && hasKeyAt(lines, part.from + 1, part.to, column);
  if (keyColon(text, key) === -1 && !lacksColon()) return undefined;
  const rest = cutBlock(lines, part.from + 1, part.to, column, "mapping");
  // The lines before the second entry belong to the first one, which begins beside the dash.
  const own = rest[0]?.form === "stray" ? rest.shift() : undefined;
  const first: Part = { form: "dash-entry", from: part.from, to: own?.to ?? part.from + 1 };
  return { from: part.from, kind: "mapping", parts: [first, ...rest] };
}

/** What the block is that begins at line `from`, where that is sure. */
export function blockKind(lines: Lines, from: number, to: number, broken: boolean): BlockKind | undefined {
  const at = contentStart(lines, from);
  if (lines.firsts[from] === 9) return undefined;
  if (isDash(lines.text, at)) return "sequence";
  if (keyColon(lines.text, at) !== -1) return "mapping";
  // Plain text never runs on into a line that is a key, so the first line is a key that lacks its colon.
  const plain = broken || canStartPlain(lines.text, at);
  return plain && hasKeyAt(lines, from + 1, to, lines.indents[from] as number) ? "mapping" : undefined;
}

/** True when some line at this column is a key. */
export function hasKeyAt(lines: Lines, from: number, to: number, column: number): boolean {
  for (let line = from; line < to; line++)
    if (
      lines.indents[line] === column &&
      hasContent(lines, line) &&
      keyColon(lines.text, contentStart(lines, line)) !== -1
    )
      return true;
  return false;
}

/** The least indentation of the lines that have content; -1 when none has. */
export function leastIndent(lines: Lines, from: number, to: number): number {
  let least = -1;
  for (let line = from; line < to; line++) {
    const indent = lines.indents[line] as number;
    if ((least === -1 || indent < least) && hasContent(lines, line)) least = indent;
  }
  return least;
}

/** The first line after `part.from` that begins like a key or an item, in a part that is known to be ill formed; -1 when its value may rightly hold such lines. */
export function strayLine(lines: Lines, part: Part): number {
  const { text } = lines;
  let at = contentStart(lines, part.from);
  while (isDash(text, at)) at = afterDashSpaces(text, at);
  const colon = keyColon(text, at);
  if (colon !== -1) {
    at = colon + 1;
    while (isBlank(text.charCodeAt(at))) at += 1;
  }
  if (`"'[{|>`.includes(text.charAt(at))) return -1;
  for (let line = part.from + 1; line < part.to; line++) {
    if (!hasContent(lines, line)) continue;
    const start = contentStart(lines, line);
    if (isDash(text, start) || keyColon(text, start) !== -1) return line;
  }
  return -1;
}
