/**
 * The tree of chunks behind a parsed file. A piece stands for a part of the text: one chunk of its own, or a chunk that leads in a
 * block of further pieces, or such a block alone. A piece knows its length, not its place, so it can be kept while text moves around it.
 */
import type { Content } from "./content.ts";
import type { BlockKind, Form } from "./split.ts";
import type { Chunk, EntryNode, SyntaxIssue, SyntaxNode } from "./types.ts";

export interface Piece {
  readonly form: Form;
  /** The chunk at its start: its own, or its first piece's. Positions of what it gives are relative to that chunk. */
  readonly chunk: Chunk;
  /** What its own chunk holds; undefined when all its text is in its block. */
  readonly own: Content | undefined;
  readonly body: Block | undefined;
  /** Length of its text, block included. */
  readonly length: number;
  /** What it gives to a mapping, and to a sequence or document. */
  readonly entries: readonly EntryNode[];
  readonly items: readonly SyntaxNode[];
  /** Where the first of these begins (for an item: its dash) and the last one ends. */
  readonly start: number;
  readonly end: number;
  /** Issues found in joining its parts, beyond those of its own chunk and its pieces. */
  readonly issues: readonly SyntaxIssue[];
}

export interface Block {
  readonly kind: BlockKind;
  readonly pieces: readonly Piece[];
  readonly length: number;
}

/** Every chunk at or below a piece with where it stands, in the order of the text. */
export function placeChunks(piece: Piece, at: number, table: Map<Chunk, number>): void {
  let next = at;
  if (piece.own !== undefined) {
    table.set(piece.chunk, at);
    next += piece.chunk.text.length;
  }
  if (piece.body === undefined) return;
  for (const below of piece.body.pieces) {
    placeChunks(below, next, table);
    next += below.length;
  }
}

/** Every piece at or below one, before those below it. */
export function eachPiece(piece: Piece, visit: (piece: Piece) => void): void {
  visit(piece);
  if (piece.body !== undefined) for (const below of piece.body.pieces) eachPiece(below, visit);
}

/** True when the text of the piece stands in `text` at `at`. */
export function standsAt(piece: Piece, text: string, at: number): boolean {
  let next = at;
  if (piece.own !== undefined) {
    if (!text.startsWith(piece.chunk.text, at)) return false;
    next += piece.chunk.text.length;
  }
  if (piece.body === undefined) return true;
  for (const below of piece.body.pieces) {
    if (!standsAt(below, text, next)) return false;
    next += below.length;
  }
  return true;
}

/** The text of a piece, put together from its chunks. */
export function textOf(piece: Piece): string {
  const own = piece.own === undefined ? "" : piece.chunk.text;
  return piece.body === undefined ? own : own + piece.body.pieces.map(textOf).join("");
}
