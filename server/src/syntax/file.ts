import { type Links, linkAliases } from "./aliases.ts";
import { Attached } from "./attached.ts";
import type { Lines } from "./indentation.ts";
import { lastAtOrBelow, lineEnding, offsetIn, positionIn } from "./lines.ts";
import { documentAt, pathInto } from "./path.ts";
import { eachPiece, type Piece, placeChunks } from "./pieces.ts";
import type {
  AliasNode,
  AnyNode,
  Chunk,
  CommentNode,
  DocumentTree,
  ParsedFile,
  Place,
  Span,
  SyntaxIssue,
  SyntaxNode,
} from "./types.ts";

/** Plain values worked out before: those of nodes without aliases hold in every parse the nodes live through, the rest in one document only. */
export interface PlainMemory {
  /** With the nodes once a document has grown from another: until then they go when it goes, and a map is the cheaper of the two. */
  readonly free: Attached<SyntaxNode, unknown> | Map<SyntaxNode, unknown>;
  readonly linked: Map<SyntaxNode, unknown>;
}

/** One document and what the next parse needs to keep it. */
export class Document implements DocumentTree {
  readonly index: number;
  readonly piece: Piece;
  readonly root: SyntaxNode | undefined;
  readonly place: Place;
  readonly links: Links;
  readonly plain: PlainMemory;

  /** `earlier`: the document this one grew from, whose plain values of unchanged nodes still hold. */
  constructor(index: number, piece: Piece, earlier: Document | undefined) {
    this.index = index;
    this.piece = piece;
    this.root = piece.items[0];
    this.place = { chunk: piece.chunk, start: 0, end: piece.length };
    this.links = linkAliases(this.root);
    const free = earlier?.plain.free;
    this.plain = { free: free instanceof Map ? attached(free) : (free ?? new Map()), linked: new Map() };
  }

  resolve(alias: AliasNode): Exclude<SyntaxNode, AliasNode> | undefined {
    return this.links.targets.get(alias);
  }
}

function attached(known: Map<SyntaxNode, unknown>): Attached<SyntaxNode, unknown> {
  const free = new Attached<SyntaxNode, unknown>("plain value");
  for (const [node, plain] of known) free.set(node, plain);
  return free;
}

/** What a parse hands to its file. */
export interface FileParts {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly documents: readonly Document[];
  readonly lines: Lines;
  readonly conflicts: readonly Span[];
  readonly careful: boolean;
}

/** Tables are made when first asked for. */
export class File implements ParsedFile {
  readonly text: string;
  readonly documents: readonly Document[];
  readonly pieces: readonly Piece[];
  readonly careful: boolean;
  /** Lends the next parse what it read of the lines. */
  readonly lines: Lines;
  readonly lineStarts: readonly number[];
  /** Where the first piece begins: after a byte order mark. */
  readonly start: number;
  readonly #conflicts: readonly Span[];
  #table: Map<Chunk, number> | undefined;
  #issues: readonly SyntaxIssue[] | undefined;
  #comments: readonly CommentNode[] | undefined;
  #eol: "\n" | "\r\n" | undefined;

  constructor(parts: FileParts) {
    this.text = parts.text;
    this.documents = parts.documents;
    this.pieces = parts.pieces;
    this.careful = parts.careful;
    this.lines = parts.lines;
    this.lineStarts = parts.lines.positions;
    this.start = parts.lines.starts[0] as number;
    this.#conflicts = parts.conflicts;
  }

  get eol(): "\n" | "\r\n" {
    this.#eol ??= lineEnding(this.text);
    return this.#eol;
  }

  get comments(): readonly CommentNode[] {
    if (this.#comments === undefined) {
      const comments: CommentNode[] = [];
      for (const top of this.pieces)
        eachPiece(top, (piece) => {
          for (const comment of piece.own?.comments ?? []) comments.push(comment);
        });
      this.#comments = comments;
    }
    return this.#comments;
  }

  get issues(): readonly SyntaxIssue[] {
    this.#issues ??= this.#gatherIssues();
    return this.#issues;
  }

  #gatherIssues(): readonly SyntaxIssue[] {
    const issues: SyntaxIssue[] = this.#conflicts.length === 0 ? [] : this.#conflictIssues();
    for (const top of this.pieces)
      eachPiece(top, (piece) => {
        for (const issue of piece.own?.issues ?? []) issues.push(issue);
        for (const issue of piece.issues) issues.push(issue);
      });
    for (const document of this.documents) for (const issue of document.links.issues) issues.push(issue);
    if (issues.length < 2) return issues;
    const placed = issues.map((issue) => ({ issue, start: this.spanOf(issue).start }));
    return placed.sort((one, other) => one.start - other.start).map(({ issue }) => issue);
  }

  #conflictIssues(): SyntaxIssue[] {
    const table = [...this.#chunks()];
    const starts = table.map(([, from]) => from);
    return this.#conflicts.map(({ start, end }) => {
      const [chunk, from] = table[Math.max(0, lastAtOrBelow(starts, start))] as [Chunk, number];
      return { kind: "conflict-marker", chunk, start: start - from, end: end - from };
    });
  }

  #chunks(): Map<Chunk, number> {
    if (this.#table === undefined) {
      this.#table = new Map();
      let at = this.start;
      for (const piece of this.pieces) {
        placeChunks(piece, at, this.#table);
        at += piece.length;
      }
    }
    return this.#table;
  }

  /** True when what was parsed is not the text as it stands, but what was made of it around the marks of a merge. */
  get hasConflicts(): boolean {
    return this.#conflicts.length > 0;
  }

  spanOf = (place: Place): Span => {
    const at = this.#chunks().get(place.chunk);
    if (at === undefined) throw new Error("spanOf: this place is of another file");
    return { start: at + place.start, end: at + place.end };
  };

  positionAt(offset: number): { line: number; character: number } {
    return positionIn(this.lineStarts, this.text.length, offset);
  }

  offsetAt({ line, character }: { line: number; character: number }): number {
    return offsetIn(this.lineStarts, this.text, line, character);
  }

  pathAt(offset: number): { document: DocumentTree; nodes: readonly AnyNode[] } | undefined {
    const document = documentAt(this.documents, offset, this.spanOf);
    if (document === undefined) return undefined;
    return { document, nodes: document.root === undefined ? [] : pathInto(document.root, offset, this.spanOf) };
  }
}
