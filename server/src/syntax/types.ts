/**
 * What the syntax room hands to everyone above it: nodes that never change, whose positions are relative to the chunk
 * they were parsed in. A chunk keeps its identity (and so do its nodes) for as long as its text stands in the file, so
 * anything worked out from a node may be remembered under the node itself. Offsets are UTF-16 code units.
 */

/** `start` inclusive, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * A piece of the file that is parsed alone. Opaque to everyone but the syntax room; where it stands in the file is
 * known only to the `ParsedFile` that holds it.
 */
export interface Chunk {
  readonly text: string;
}

/** A span inside one chunk. Every node is a place; so is any smaller span within a scalar. */
export interface Place extends Span {
  readonly chunk: Chunk;
}

export type ScalarStyle = "plain" | "single" | "double" | "literal" | "folded" | "empty";
export type ScalarValue = string | number | boolean | null;

interface NodeBase extends Place {
  readonly anchor?: string;
  /** The full name of the tag (`tag:yaml.org,2002:str` for `!!str`, `!own` for `!own`). */
  readonly tag?: string;
  /** True when this node or anything below it is an alias or a merge: what it means depends on the rest of the document. */
  readonly hasAlias: boolean;
  /** True when this node or anything below it is written in brackets or braces. */
  readonly hasFlow: boolean;
}

export interface ScalarNode extends NodeBase {
  readonly kind: "scalar";
  readonly style: ScalarStyle;
  /** The characters as the author wrote them, quotes included. */
  readonly source: string;
  /** The content after unquoting, unescaping and folding. `""` when the value is left empty. */
  readonly text: string;
  /** What YAML 1.2 (core schema) makes of it; a quoted or block scalar is always a string. Figures are read from `text`, never from a number here. */
  readonly value: ScalarValue;
  /** True when `text` lies in the file character for character (one line, plain or quoted without escapes), so a place inside it is exact. */
  readonly exact: boolean;
}

export interface AliasNode extends NodeBase {
  readonly kind: "alias";
  readonly name: string;
}

export interface MappingNode extends NodeBase {
  readonly kind: "mapping";
  readonly flow: boolean;
  readonly entries: readonly EntryNode[];
}

/** One `key: value`. The span runs from the key to the end of the value. The value is never missing: an empty one is a scalar of style `empty`. */
export interface EntryNode extends NodeBase {
  readonly kind: "entry";
  /** A key that is not a scalar is kept as a scalar of its source text; the parser has reported it. */
  readonly key: ScalarNode;
  readonly value: SyntaxNode;
  /** True for `<<`. */
  readonly merge: boolean;
}

export interface SequenceNode extends NodeBase {
  readonly kind: "sequence";
  readonly flow: boolean;
  readonly items: readonly SyntaxNode[];
}

export type SyntaxNode = ScalarNode | AliasNode | MappingNode | SequenceNode;
export type AnyNode = SyntaxNode | EntryNode;

export interface CommentNode extends Place {
  /** With its `#`. */
  readonly text: string;
  /** True when nothing but space stands before it on its line. */
  readonly ownLine: boolean;
}

/** What can be wrong with the text as YAML. The wording that a person sees is made by the rules, from these facts. */
export type SyntaxIssueKind =
  | "conflict-marker" // <<<<<<< ======= >>>>>>> : one for each conflict
  | "tab-indent"
  | "bad-indent"
  | "unclosed-quote"
  | "unclosed-bracket"
  | "missing-colon" // a line that is neither key nor item
  | "colon-in-plain" // `title: Effects: a study` unquoted
  | "bad-start" // a plain value may not begin with > % * & @ ` here
  | "duplicate-key"
  | "missing-anchor" // *name with no &name before it
  | "alias-cycle"
  | "too-many-aliases" // expanded size beyond the bound
  | "too-deep"
  | "complex-key"
  | "bad-escape"
  | "control-character"
  | "directive" // a % line that we do not follow
  | "yaml"; // anything else: `detail` carries what the parser said, in plain words

export interface SyntaxIssue extends Place {
  readonly kind: SyntaxIssueKind;
  /** Facts for the message: the key, the anchor, the character. */
  readonly detail?: string;
  /** A second place that explains the first (the earlier duplicate, the opening quote). */
  readonly related?: Place;
}

/** One `---` document. */
export interface DocumentTree {
  readonly index: number;
  /** Undefined when the document holds nothing but comments and space. */
  readonly root: SyntaxNode | undefined;
  /** A place that spans the document (its first chunk; for pointing at "this document"). */
  readonly place: Place;
  /** The node an alias stands for: the nearest earlier anchor of that name in this document. Undefined if missing, cyclic, or beyond the bound on what aliases may stand for, so that whoever follows it is safe. */
  resolve(alias: AliasNode): Exclude<SyntaxNode, AliasNode> | undefined;
}

/** The parse of one file at one moment. Immutable. */
export interface ParsedFile {
  readonly text: string;
  readonly documents: readonly DocumentTree[];
  readonly issues: readonly SyntaxIssue[];
  readonly comments: readonly CommentNode[];
  /** `\r\n` when most lines end so. */
  readonly eol: "\n" | "\r\n";
  /** Where a place stands in this file now. Throws only for a place of another file (a bug). */
  spanOf(place: Place): Span;
  /** Line and column, both from 0, column in UTF-16 units; `\n`, `\r\n` and a lone `\r` end a line. */
  /** The offsets at which lines start; the first is 0. */
  readonly lineStarts: readonly number[];
  positionAt(offset: number): { readonly line: number; readonly character: number };
  offsetAt(position: { readonly line: number; readonly character: number }): number;
  /** The document that holds the offset, and the chain of nodes from its root down to the innermost one that holds it (a node holds its end too); the chain is empty in the space between. */
  pathAt(offset: number): { readonly document: DocumentTree; readonly nodes: readonly AnyNode[] } | undefined;
}

/**
 * `parse(text, previous)`: `previous` lends the chunks (and nodes) whose text still stands. `once`: nobody will edit this text, so its
 * chunks may be large, which is quicker and says the same. Never throws.
 */
export type Parse = (text: string, previous?: ParsedFile, once?: boolean) => ParsedFile;

/** The plain JavaScript value of a node, aliases and merges resolved; for the schema validators. Bounded; remembered by node where no alias is inside. */
export type ToPlain = (document: DocumentTree, node: SyntaxNode) => unknown;
