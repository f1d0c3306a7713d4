/** Joins what chunks give into the collections that span them. Positions are relative to the chunk the collection begins in. */
import { makeEntry, makeMapping, makeSequence, NO_PROPERTIES, type Properties, properties } from "./build.ts";
import type { Content } from "./content.ts";
import { duplicateKeys } from "./duplicates.ts";
import type { Block, Piece } from "./pieces.ts";
import type { Form } from "./split.ts";
import type { Chunk, EntryNode, SyntaxIssue, SyntaxNode } from "./types.ts";

const NONE: readonly never[] = [];

/** Where the nodes of a block begin, in its first chunk that gives any, and end, from the block's own start. */
interface Extent {
  readonly chunk: Chunk;
  readonly start: number;
  /** From the start of the block to the start of that chunk. */
  readonly before: number;
  readonly end: number;
}

function extentOf(block: Block): Extent | undefined {
  let first: Omit<Extent, "end"> | undefined;
  let end = 0;
  let at = 0;
  for (const piece of block.pieces) {
    if (piece.entries.length > 0 || piece.items.length > 0) {
      first ??= { chunk: piece.chunk, start: piece.start, before: at };
      end = at + piece.end;
    }
    at += piece.length;
  }
  return first === undefined ? undefined : { ...first, end };
}

export function makeBlock(kind: Block["kind"], pieces: readonly Piece[]): Block {
  let length = 0;
  for (const piece of pieces) length += piece.length;
  return { kind, pieces, length };
}

/** The collection that a block is, and where it ends from the block's start; undefined when it holds no node. */
export function blockNode(
  block: Block,
  props: Properties,
  issues: SyntaxIssue[],
): { node: SyntaxNode; end: number } | undefined {
  const extent = extentOf(block);
  if (extent === undefined) return undefined;
  const { chunk, start, before, end } = extent;
  if (block.kind === "sequence") {
    const items = block.pieces.flatMap((piece) => piece.items);
    return { node: makeSequence(chunk, start, end - before, false, items, props), end };
  }
  const entries = block.pieces.flatMap((piece) => piece.entries);
  duplicateKeys(entries, issues, firstStray(block));
  return { node: makeMapping(chunk, start, end - before, false, entries, props), end };
}

/** How many entries stand before the first line that fits nowhere: what comes after may belong elsewhere, and be no duplicate. */
function firstStray({ pieces }: Block): number | undefined {
  const at = pieces.findIndex((piece) => piece.issues.some(({ kind }) => kind === "bad-indent"));
  if (at === -1) return undefined;
  return pieces.slice(0, at).reduce((sum, { entries }) => sum + entries.length, pieces[at]?.own?.entries.length ?? 0);
}

/** A piece that is one chunk. */
export function leafPiece(form: Form, chunk: Chunk, own: Content): Piece {
  const { entries, items, start, end } = own;
  return { form, chunk, own, body: undefined, length: chunk.text.length, entries, items, start, end, issues: NONE };
}

/** A piece whose own chunk ends in an open key or dash, and whose block is that one's value. */
export function openPiece(form: Form, chunk: Chunk, own: Content, body: Block): Piece {
  const issues: SyntaxIssue[] = [];
  const last = own.entries.at(-1);
  const open = (last === undefined ? own.items.at(-1) : last.value) as SyntaxNode;
  const stitched = blockNode(body, propertiesOf(open), issues);
  const lead = chunk.text.length;
  const length = lead + body.length;
  if (stitched === undefined) return { ...leafPiece(form, chunk, own), body, length };
  const end = lead + stitched.end;
  const { start } = own;
  if (last === undefined)
    return { form, chunk, own, body, length, entries: NONE, items: [stitched.node], start, end, issues };
  const entry = makeEntry(chunk, last.key, stitched.node, end);
  return {
    form,
    chunk,
    own,
    body,
    length,
    entries: [...own.entries.slice(0, -1), entry],
    items: NONE,
    start,
    end,
    issues,
  };
}

/** True when the chunk ends in a key or dash that is still open, as `openPiece` needs. */
export function isOpenEnded(own: Content): boolean {
  const last = own.entries.at(-1)?.value ?? own.items.at(-1);
  return last?.kind === "scalar" && last.style === "empty";
}

function propertiesOf(node: SyntaxNode): Properties {
  return node.anchor === undefined && node.tag === undefined ? NO_PROPERTIES : properties(node.anchor, node.tag);
}

/** An item whose entries are pieces, the first of them beside the dash. */
export function itemPiece(form: Form, body: Block, dash: number): Piece {
  const issues: SyntaxIssue[] = [];
  const stitched = blockNode(body, NO_PROPERTIES, issues);
  const items = stitched === undefined ? NONE : [stitched.node];
  const chunk = (body.pieces[0] as Piece).chunk;
  return {
    form,
    chunk,
    own: undefined,
    body,
    length: body.length,
    entries: NONE,
    items,
    start: dash,
    end: stitched?.end ?? dash,
    issues,
  };
}

/** Lines that fit nowhere, after what stands before them (if anything): their entries join those of the mapping around. */
export function strayPiece(form: Form, chunk: Chunk, own: Content | undefined, body: Block, issue: SyntaxIssue): Piece {
  const lead = own === undefined ? 0 : chunk.text.length;
  const extent = body.kind === "mapping" && (own === undefined || own.entries.length > 0) ? extentOf(body) : undefined;
  const strays: readonly EntryNode[] = extent === undefined ? NONE : body.pieces.flatMap((piece) => piece.entries);
  const entries = [...(own?.entries ?? NONE), ...strays];
  const end = extent === undefined ? (own?.end ?? 0) : lead + extent.end;
  const start = own?.start ?? (extent === undefined ? 0 : extent.before + extent.start);
  const length = lead + body.length;
  return { form, chunk, own, body, length, entries, items: own?.items ?? NONE, start, end, issues: [issue] };
}
