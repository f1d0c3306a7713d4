/** Grows the pieces of a text: keeps what stands from an earlier parse, cuts and parses the rest. */

import { NO_PROPERTIES } from "./build.ts";
import { commentsOf } from "./comments.ts";
import { type Content, readChunk } from "./content.ts";
import { diagnose } from "./diagnose.ts";
import type { DocumentLines } from "./documents.ts";
import { fillerContent } from "./filler.ts";
import { contentStart, firstContent, type Lines } from "./indentation.ts";
import { LEAF_LINES, MAX_SPLIT_DEPTH, WHOLE_LINES } from "./limits.ts";
import type { Block, Piece } from "./pieces.ts";
import { type Origin, pairParts, type Shared } from "./reuse.ts";
import {
  type BlockKind,
  blockKind,
  type Cut,
  cutBlock,
  cutPart,
  type Form,
  hasKeyAt,
  leastIndent,
  type Part,
  strayLine,
} from "./split.ts";
import { blockNode, isOpenEnded, itemPiece, leafPiece, makeBlock, openPiece, strayPiece } from "./stitch.ts";
import type { Chunk, SyntaxIssue } from "./types.ts";
import { plainEnd } from "./verdict.ts";

export class Grower {
  readonly #lines: Lines;
  /** Whether the careful parser may be asked. */
  readonly #careful: boolean;
  /** Whether this text is read once and never edited. */
  readonly #once: boolean;
  /** Whether chunks copy their text, so that one that outlives this parse does not keep the whole text in memory. */
  readonly #copies: boolean;

  readonly #shared: Shared | undefined;

  constructor(lines: Lines, careful: boolean, once: boolean, copies: boolean, shared: Shared | undefined) {
    this.#shared = shared;
    this.#lines = lines;
    this.#careful = careful;
    this.#once = once;
    this.#copies = copies;
  }

  /** `start`: where the pieces of the earlier text began. */
  documents(documents: readonly DocumentLines[], previous: readonly Piece[], start: number): Piece[] {
    const parts = documents.map(({ from, to }): Part => ({ form: "document", from, to }));
    const { kept, origin } = pairParts(this.#lines, parts, previous, start, this.#shared);
    return documents.map((document, at) => kept[at] ?? this.#document(document, origin[at]));
  }

  #document(document: DocumentLines, origin: Origin | undefined): Piece {
    const { from, body, tail, to } = document;
    const kind = document.beside || body === tail ? undefined : this.#documentKind(body, tail, false);
    const whole = kind === "mapping" ? this.#whole({ form: "whole", from: body, to: tail }) : undefined;
    if (whole !== undefined) {
      const pieces = [whole];
      if (body > from) pieces.unshift(this.#filler({ form: "filler", from, to: body }));
      if (to > tail) pieces.push(this.#filler({ form: "filler", from: tail, to }));
      return documentPiece(undefined, makeBlock("sequence", pieces));
    }
    let parts: Part[] = [];
    if (kind !== undefined) parts = cutBlock(this.#lines, body, tail, leastIndent(this.#lines, body, tail), kind);
    else if (tail > body) parts = [{ form: "whole", from: body, to: tail }];
    if (body > from || body === to) parts.unshift({ form: "filler", from, to: body });
    if (to > tail) parts.push({ form: "filler", from: tail, to });
    const block = this.#block(kind ?? "sequence", parts, 0, origin);
    return documentPiece(kind, block);
  }

  /** What the content of a document is, where that is sure; in a broken document, where it is likely. */
  #documentKind(body: number, tail: number, broken: boolean): BlockKind | undefined {
    const lines = this.#lines;
    const column = leastIndent(lines, body, tail);
    if (lines.indents[body] === column) return blockKind(lines, body, tail, broken);
    for (let line = body; line < tail; line++)
      if (lines.indents[line] === column && lines.firsts[line] !== 0 && lines.firsts[line] !== 35) {
        const kind = blockKind(lines, line, tail, false);
        // The first line is further in than the rest: only broken text is so, unless a scalar began there.
        return kind !== undefined && blockKind(lines, body, body + 1, false) !== undefined ? kind : undefined;
      }
    return undefined;
  }

  /** `origin`: the piece whose block this one grew from. */
  #block(kind: BlockKind, parts: readonly Part[], depth: number, origin: Origin | undefined): Block {
    const previous = origin?.piece.body;
    if (origin === undefined || previous === undefined || previous.kind !== kind)
      return makeBlock(
        kind,
        parts.map((part) => this.#piece(part, depth, undefined)),
      );
    const { piece, at: start } = origin;
    const body = piece.own === undefined ? start : start + piece.chunk.text.length;
    const paired = pairParts(this.#lines, parts, previous.pieces, body, this.#shared);
    return makeBlock(
      kind,
      parts.map((part, at) => paired.kept[at] ?? this.#piece(part, depth, paired.origin[at])),
    );
  }

  #piece(part: Part, depth: number, origin: Origin | undefined): Piece {
    if (part.form === "filler") return this.#filler(part);
    if (part.form === "stray") return this.#stray(part, depth, undefined, undefined);
    const mayCut = depth < MAX_SPLIT_DEPTH;
    if (mayCut && part.to - part.from > LEAF_LINES) {
      const whole = this.#whole(part);
      if (whole !== undefined) return whole;
      const cut = cutPart(this.#lines, part, false);
      const piece = cut === undefined ? undefined : this.#cut(part, cut, depth, origin);
      if (piece !== undefined) return piece;
    }
    const chunk = this.#chunk(part.from, part.to);
    const reading = readChunk(chunk, part.form, this.#careful, mayCut);
    if ("content" in reading) return leafPiece(part.form, chunk, reading.content);
    const { broken } = reading;
    const salvaged = mayCut && !broken.tooDeep ? this.#salvage(part, depth, origin) : undefined;
    if (salvaged !== undefined) return salvaged;
    const content = broken.unasked ? this.#readOrDiagnose(chunk, part.form) : diagnose(chunk, part.form, broken);
    return leafPiece(part.form, chunk, content);
  }

  /** A part that will not be edited and has nothing wrong with it, as one chunk; anything that is wrong is better alone in its chunk. */
  #whole(part: Part): Piece | undefined {
    if (!this.#once || part.to - part.from > WHOLE_LINES) return undefined;
    const chunk = this.#chunk(part.from, part.to);
    const reading = readChunk(chunk, part.form, false);
    if (!("content" in reading) || reading.content.issues.length > 0) return undefined;
    // What follows an alias on its line is not always refused; in a small chunk it is.
    const { entries, items } = reading.content;
    if (entries.some((entry) => entry.hasAlias) || items.some((item) => item.hasAlias)) return undefined;
    return leafPiece(part.form, chunk, reading.content);
  }

  /** Cuts a broken part more finely than a sound one, so that what is wrong is alone in its chunk. */
  #salvage(part: Part, depth: number, origin: Origin | undefined): Piece | undefined {
    const lines = this.#lines;
    if (firstContent(lines, part.from + 1, part.to) === part.to) return undefined;
    if (part.form === "whole") return this.#salvageWhole(part, depth, origin);
    const cut = cutPart(lines, part, true);
    const piece = cut === undefined ? undefined : this.#cut(part, cut, depth, origin);
    if (piece !== undefined) return piece;
    const line = strayLine(lines, part);
    if (line === -1) return undefined;
    const chunk = this.#chunk(part.from, line);
    const own = this.#readOrDiagnose(chunk, part.form);
    return (
      this.#afterLostColon(part, line, depth, chunk, own) ??
      this.#stray({ form: part.form, from: line, to: part.to }, depth, chunk, own)
    );
  }

  /** A key that lacks its colon, with the block below it, which is its value: what is wrong is the colon alone. */
  #afterLostColon(part: Part, line: number, depth: number, chunk: Chunk, own: Content): Piece | undefined {
    if (!own.issues.some(({ kind }) => kind === "missing-colon") || own.entries.length !== 1 || !isOpenEnded(own))
      return undefined;
    const kind = depth < MAX_SPLIT_DEPTH ? blockKind(this.#lines, line, part.to, true) : undefined;
    if (kind === undefined) return undefined;
    const parts = cutBlock(this.#lines, line, part.to, this.#lines.indents[line] as number, kind);
    return openPiece(part.form, chunk, own, this.#block(kind, parts, depth + 1, undefined));
  }

  #salvageWhole(part: Part, depth: number, origin: Origin | undefined): Piece | undefined {
    const column = leastIndent(this.#lines, part.from, part.to);
    if (!hasKeyAt(this.#lines, part.from, part.to, column)) return undefined;
    const parts = cutBlock(this.#lines, part.from, part.to, column, "mapping");
    const block = this.#block("mapping", parts, depth + 1, origin?.piece.own === undefined ? origin : undefined);
    return { ...documentPiece("mapping", block), form: "whole" };
  }

  #readOrDiagnose(chunk: Chunk, form: Form): Content {
    const reading = readChunk(chunk, form, this.#careful);
    return "content" in reading ? reading.content : diagnose(chunk, form, reading.broken);
  }

  /** A part cut into what leads in and a block; undefined when what leads in is not what it looked like. */
  #cut(part: Part, cut: Cut, depth: number, origin: Origin | undefined): Piece | undefined {
    const same = origin?.piece.form === part.form ? origin : undefined;
    if (cut.from === part.from) {
      const body = this.#block(cut.kind, cut.parts, depth + 1, same?.piece.own === undefined ? same : undefined);
      return itemPiece(part.form, body, this.#lines.indents[part.from] as number);
    }
    const lead = this.#lead(part, cut, same?.piece);
    if (lead === undefined) return undefined;
    return openPiece(part.form, lead.chunk, lead.own, this.#block(cut.kind, cut.parts, depth + 1, same));
  }

  #lead(part: Part, cut: Cut, same: Piece | undefined): { chunk: Chunk; own: Content } | undefined {
    const { text, starts } = this.#lines;
    if (
      same?.own !== undefined &&
      same.body !== undefined &&
      same.chunk.text === text.slice(starts[part.from], starts[cut.from])
    ) {
      // One that was diagnosed (it has issues) only looks open: it is read again.
      if (isOpenEnded(same.own) && same.own.issues.length === 0) return { chunk: same.chunk, own: same.own };
    }
    const chunk = this.#chunk(part.from, cut.from);
    const reading = readChunk(chunk, part.form, this.#careful);
    if (!("content" in reading) || !isOpenEnded(reading.content)) return undefined;
    return { chunk, own: reading.content };
  }

  /** Lines whose indentation fits nothing around them, after the chunk (if any) they were taken from. */
  #stray(part: Part, depth: number, chunk: Chunk | undefined, own: Content | undefined): Piece {
    const lines = this.#lines;
    const first = firstContent(lines, part.from, part.to);
    const kind = depth < MAX_SPLIT_DEPTH && first < part.to ? blockKind(lines, first, part.to, true) : undefined;
    const parts: Part[] =
      kind === undefined
        ? [{ form: "filler", from: part.from, to: part.to }]
        : cutBlock(lines, part.from, part.to, lines.indents[first] as number, kind).map((below) =>
            below.form === "stray" ? { ...below, form: "filler" } : below,
          );
    const body = this.#block(kind ?? "mapping", parts, depth + 1, undefined);
    const lead = (body.pieces[0] as Piece).chunk;
    return strayPiece(part.form, chunk ?? lead, own, body, this.#badIndent(lead, part, first));
  }

  #badIndent(chunk: Chunk, part: Part, line: number): SyntaxIssue {
    const { text, starts } = this.#lines;
    const from = starts[part.from] as number;
    const start = line < part.to ? contentStart(this.#lines, line) : from;
    return {
      kind: "bad-indent",
      chunk,
      start: start - from,
      end: Math.min(plainEnd(text, start) - from, chunk.text.length),
    };
  }

  #filler(part: Part): Piece {
    const chunk = this.#chunk(part.from, part.to);
    return leafPiece("filler", chunk, fillerContent(chunk, commentsOf(chunk, [])));
  }

  #chunk(from: number, to: number): Chunk {
    const { text, starts } = this.#lines;
    const slice = text.slice(starts[from], starts[to]);
    return { text: this.#copies ? ` ${slice}`.slice(1) : slice };
  }
}

/** A document, or the content of a broken one: its items are its root. */
function documentPiece(kind: BlockKind | undefined, body: Block): Piece {
  const issues: SyntaxIssue[] = [];
  const root = kind === undefined ? undefined : blockNode(body, NO_PROPERTIES, issues)?.node;
  const items = kind === undefined ? body.pieces.flatMap((piece) => piece.items) : root === undefined ? [] : [root];
  const chunk = (body.pieces[0] as Piece).chunk;
  return {
    form: "document",
    chunk,
    own: undefined,
    body,
    length: body.length,
    entries: [],
    items,
    start: 0,
    end: body.length,
    issues,
  };
}
