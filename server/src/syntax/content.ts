/** Parses one chunk: by the fast parser, or by the careful one where the fast one refuses. */
import { lineEnd } from "./build.ts";
import { commentsOf } from "./comments.ts";
import { duplicatesBelow } from "./duplicates.ts";
import { parseFast, type Refusal } from "./fast.ts";
import { type FullParse, parseFull } from "./full.ts";
import { MAX_CAREFUL_CHUNK, MAX_DEPTH } from "./limits.ts";
import { isPlainlyBroken } from "./opening.ts";
import type { Form } from "./split.ts";
import type { Chunk, CommentNode, EntryNode, SyntaxIssue, SyntaxNode } from "./types.ts";

/** What was read from one chunk. Immutable. */
export interface Content {
  /** What the chunk gives to the mapping it stands in. */
  readonly entries: readonly EntryNode[];
  /** What the chunk gives to the sequence, or the document, it stands in. */
  readonly items: readonly SyntaxNode[];
  /** Where its first node begins (for an item: its dash) and its last node ends, in the chunk. */
  readonly start: number;
  readonly end: number;
  readonly issues: readonly SyntaxIssue[];
  readonly comments: readonly CommentNode[];
}

/** A chunk that neither parser reads cleanly. */
export interface Broken {
  readonly refusal: Refusal;
  /** What the careful parser could make of it; undefined when it was not asked, or gave up. */
  readonly full: FullParse | undefined;
  readonly tooDeep: boolean;
  /** The careful parser was not asked yet, because the chunk will be cut more finely if it can be. */
  readonly unasked?: boolean;
}

export type Reading = { readonly content: Content } | { readonly broken: Broken };

const NOTHING: readonly never[] = [];
const CONTROL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]+|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Line breaks as both parsers know them: a lone carriage return becomes a line feed, so that every offset stays. */
export function plainBreaks(text: string): string {
  return text.includes("\r") ? text.replace(/\r(?!\n)/g, "\n") : text;
}

/** What js-yaml says of a line that is no entry, as any line is while its key is typed: no parser of YAML takes it. */
export const MISSED_COLON: ReadonlySet<string> = new Set([
  "expected ':' after a mapping key",
  "can not read a block mapping entry; a multiline key may not be an implicit key",
]);

/** `mayCut`: a chunk of several lines that is surely broken is given back as such at once, `unasked`. */
export function readChunk(chunk: Chunk, form: Form, careful: boolean, mayCut = false): Reading {
  const input = plainBreaks(chunk.text);
  const fast = parseFast(chunk, input);
  if ("root" in fast) {
    const content = contentOf(chunk, form, fast.root, NOTHING);
    if (content !== undefined) return { content };
    // A word without a colon: the careful parser would say the same.
    if (fast.root?.kind === "scalar" && fast.root.style === "plain" && form === "entry")
      return { broken: { refusal: { reason: undefined, at: 0 }, full: undefined, tooDeep: false } };
  }
  const refusal: Refusal = "refused" in fast ? fast.refused : { reason: undefined, at: 0 };
  if (mayCut && careful && MISSED_COLON.has(refusal.reason ?? ""))
    return { broken: { refusal, full: undefined, tooDeep: false, unasked: true } };
  const tooDeep = isTooDeep(input, refusal);
  if (tooDeep || !careful || input.length > MAX_CAREFUL_CHUNK || isPlainlyBroken(input, form))
    return { broken: { refusal, full: undefined, tooDeep } };
  const full = tryFull(chunk, input);
  if (full === undefined) return { broken: { refusal, full, tooDeep: true } };
  if (full.errors.length === 0) {
    const content = contentOf(chunk, form, full.root, ownIssues(chunk, full));
    if (content !== undefined) return { content };
  }
  return { broken: { refusal, full, tooDeep: false } };
}

/** The careful parser recurses, so text that is too deep for the stack ends in an exception; that is data here. */
function tryFull(chunk: Chunk, input: string): FullParse | undefined {
  try {
    return parseFull(chunk, input);
  } catch {
    return undefined;
  }
}

function ownIssues(chunk: Chunk, full: FullParse): SyntaxIssue[] {
  const issues: SyntaxIssue[] = full.complexKeys.map(({ start, end, source }) => ({
    kind: "complex-key",
    chunk,
    start,
    end: Math.min(end, lineEnd(chunk.text, start)),
    detail: source,
  }));
  issues.push(...controlCharacters(chunk));
  return issues;
}

/** One issue for each run of characters that may not stand in a text file; at most a few for a chunk. */
export function controlCharacters(chunk: Chunk): SyntaxIssue[] {
  const issues: SyntaxIssue[] = [];
  for (const match of chunk.text.matchAll(CONTROL)) {
    const code = match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    issues.push({
      kind: "control-character",
      chunk,
      start: match.index,
      end: match.index + match[0].length,
      detail: `U+${code}`,
    });
    if (issues.length === 3) break;
  }
  return issues;
}

/** Reads what a root gives in this form; undefined when the root is not of this form. */
export function contentOf(
  chunk: Chunk,
  form: Form,
  root: SyntaxNode | undefined,
  found: readonly SyntaxIssue[],
): Content | undefined {
  const given = givenBy(form, root);
  if (given === undefined) return undefined;
  const { entries, items, start, end } = given;
  const issues: SyntaxIssue[] = [...found];
  for (const entry of entries) duplicatesBelow(entry, issues);
  for (const item of items) duplicatesBelow(item, issues);
  const comments = commentsOf(chunk, entries.length > 0 ? entries : items);
  return { entries, items, start, end, issues: issues.length === 0 ? NOTHING : issues, comments };
}

type Given = Pick<Content, "entries" | "items" | "start" | "end">;

function givenBy(form: Form, root: SyntaxNode | undefined): Given | undefined {
  if (form === "whole") {
    const items = root === undefined ? NOTHING : [root];
    return { entries: NOTHING, items, start: root?.start ?? 0, end: root?.end ?? 0 };
  }
  if (root === undefined || root.kind === "scalar" || root.kind === "alias" || root.flow) return undefined;
  if (root.anchor !== undefined || root.tag !== undefined) return undefined;
  if (form === "entry")
    return root.kind === "mapping"
      ? { entries: root.entries, items: NOTHING, start: root.start, end: root.end }
      : undefined;
  if (root.kind !== "sequence" || root.items.length !== 1) return undefined;
  const item = root.items[0] as SyntaxNode;
  if (form === "item") return { entries: NOTHING, items: root.items, start: root.start, end: root.end };
  if (
    form !== "dash-entry" ||
    item.kind !== "mapping" ||
    item.flow ||
    item.anchor !== undefined ||
    item.tag !== undefined
  )
    return undefined;
  return { entries: item.entries, items: NOTHING, start: item.start, end: item.end };
}

/** A guess that errs only where text holds hundreds of brackets or dashes: the careful parser's time and stack grow with depth. */
function isTooDeep(text: string, refusal: Refusal): boolean {
  if (refusal.reason?.startsWith("nesting exceeded")) return true;
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at++) {
    const ch = text.charCodeAt(at);
    if (ch === 91 || ch === 123) deepest = Math.max(deepest, ++depth);
    else if ((ch === 93 || ch === 125) && depth > 0) depth -= 1;
  }
  return deepest > MAX_DEPTH || DASHES.test(text);
}

const DASHES = /(?:[-?] +){200}/;
