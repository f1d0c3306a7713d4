import type { EntryNode, MappingNode, ParsedFile, SequenceNode, Span, SyntaxNode } from "../syntax/types.ts";

export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** The node at a path of keys and list positions; undefined across aliases, because no edit goes through one. */
export function nodeAt(root: SyntaxNode | undefined, path: readonly (string | number)[]): SyntaxNode | undefined {
  let node = root;
  for (const step of path) {
    if (typeof step === "number") node = node?.kind === "sequence" ? node.items[step] : undefined;
    else node = node?.kind === "mapping" ? entryOf(node, step)?.value : undefined;
  }
  return node;
}

export const mappingAt = (
  root: SyntaxNode | undefined,
  path: readonly (string | number)[],
): MappingNode | undefined => {
  const node = nodeAt(root, path);
  return node?.kind === "mapping" ? node : undefined;
};

export const entryOf = (mapping: MappingNode | undefined, key: string): EntryNode | undefined =>
  mapping?.entries.find((entry) => !entry.merge && entry.key.text === key);

/** The text of a plain or quoted value under a key. */
export function textOf(mapping: MappingNode | undefined, key: string): string | undefined {
  const value = entryOf(mapping, key)?.value;
  return value?.kind === "scalar" && value.text.trim() !== "" ? value.text.trim() : undefined;
}

/** Column of an entry's key. */
const columnOf = (parsed: ParsedFile, entry: EntryNode): number =>
  parsed.positionAt(parsed.spanOf(entry.key).start).character;

/** Writes lines after an entry, at its column and after any comment on its last line. Undefined inside braces. */
export function linesAfter(
  parsed: ParsedFile,
  mapping: MappingNode,
  entry: EntryNode,
  lines: readonly string[],
): Edit | undefined {
  if (mapping.flow) return undefined;
  const indentation = " ".repeat(columnOf(parsed, entry));
  const at = lineEnd(parsed, contentEnd(parsed, parsed.spanOf(entry)));
  return { span: { start: at, end: at }, text: lines.map((line) => `${parsed.eol}${indentation}${line}`).join("") };
}

/** Writes lines before the first entry of a mapping, at its column. Undefined inside braces. */
export function linesBefore(parsed: ParsedFile, mapping: MappingNode, lines: readonly string[]): Edit | undefined {
  const [first] = mapping.entries;
  if (mapping.flow || first === undefined) return undefined;
  const at = parsed.spanOf(first).start;
  const indentation = " ".repeat(columnOf(parsed, first));
  return { span: { start: at, end: at }, text: lines.map((line) => `${line}${parsed.eol}${indentation}`).join("") };
}

/** Writes an item after the last of a list, with the dash where the others have theirs. Undefined inside brackets. */
export function itemAfter(parsed: ParsedFile, list: SequenceNode, lines: readonly string[]): Edit | undefined {
  const last = list.items.at(-1);
  if (list.flow || last === undefined) return undefined;
  const { line } = parsed.positionAt(parsed.spanOf(last).start);
  const start = parsed.offsetAt({ line, character: 0 });
  const dash = /^(?:[\s-]*?)(?=- )/.exec(parsed.text.slice(start, parsed.spanOf(last).start))?.[0].length;
  if (dash === undefined) return undefined;
  const at = lineEnd(parsed, contentEnd(parsed, parsed.spanOf(last)));
  return { span: { start: at, end: at }, text: itemText(parsed.eol, dash, lines) };
}

/** An item of a list as text, each line begun by a line break. */
export const itemText = (eol: string, dash: number, lines: readonly string[]): string =>
  lines.map((line, index) => `${eol}${" ".repeat(dash)}${index === 0 ? "- " : "  "}${line}`).join("");

/** Writes at the end of a file, on a line of its own. */
export function atFileEnd(parsed: ParsedFile, lines: readonly string[]): Edit {
  const at = parsed.text.length;
  const open = parsed.text !== "" && !/[\r\n]$/.test(parsed.text);
  return {
    span: { start: at, end: at },
    text: `${open ? parsed.eol : ""}${lines.map((line) => `${line}${parsed.eol}`).join("")}`,
  };
}

/** End of a line, before its line break. */
export function lineEnd(parsed: ParsedFile, offset: number): number {
  let end = offset;
  while (end < parsed.text.length && parsed.text[end] !== "\n" && parsed.text[end] !== "\r") end++;
  return end;
}

/** A block's span may take in the line break after it. */
function contentEnd(parsed: ParsedFile, span: Span): number {
  let end = span.end;
  while (end > span.start && /\s/.test(parsed.text[end - 1] ?? "")) end--;
  return end;
}
