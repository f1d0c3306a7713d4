/** The careful parser: `yaml`'s, which recovers from what is broken and says what it met. Gives our nodes. */
import {
  Composer,
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Pair,
  Parser,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import {
  afterBracket,
  afterColon,
  afterDash,
  afterProperties,
  blockScalarEnd,
  makeAlias,
  makeEmpty,
  makeEntry,
  makeMapping,
  makeScalar,
  makeSequence,
  NO_PROPERTIES,
  type Properties,
  properties,
  skipSpace,
} from "./build.ts";
import type { Chunk, EntryNode, ScalarNode, ScalarStyle, SyntaxNode } from "./types.ts";

/** What the parser said was wrong, at offsets in the chunk. */
export interface RawError {
  readonly code: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

export interface FullParse {
  readonly root: SyntaxNode | undefined;
  readonly errors: readonly RawError[];
  /** Keys that are no scalars; they stand in the tree as their source text. */
  readonly complexKeys: readonly ScalarNode[];
}

const STYLES: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: "plain",
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double",
  BLOCK_LITERAL: "literal",
  BLOCK_FOLDED: "folded",
};

/** Parses one chunk that holds at most one document. `input` is the chunk's text, or a copy of equal length with line breaks made plain. Throws only what `yaml` throws on exhaustion; the caller catches it. */
export function parseFull(chunk: Chunk, input: string): FullParse {
  const composer = new Composer({
    version: "1.2",
    schema: "failsafe",
    uniqueKeys: false,
    keepSourceTokens: true,
    stringKeys: false,
  });
  const documents = [...composer.compose(new Parser().parse(input), false, input.length)] as Document.Parsed[];
  const first = documents[0];
  if (first === undefined) return { root: undefined, errors: [], complexKeys: [] };
  const errors: RawError[] = [];
  for (const document of documents)
    for (const error of document.errors)
      if (error.code !== "TAG_RESOLVE_FAILED")
        errors.push({ code: error.code, message: error.message, start: error.pos[0], end: error.pos[1] });
  const reader = new Reader(chunk, input);
  const contents = first.contents as unknown;
  const empty = isScalar(contents) && (contents as Scalar).source === "" && (contents as Scalar).type === "PLAIN";
  if (contents === null || contents === undefined) return { root: undefined, errors, complexKeys: [] };
  if (empty && !(contents as Scalar).anchor && !(contents as Scalar).tag)
    return { root: undefined, errors, complexKeys: [] };
  const root = reader.node(contents, first.directives.docStart ? skipSpace(input, 0) + 3 : 0);
  return { root, errors, complexKeys: reader.complexKeys };
}

interface Ranged {
  readonly range?: readonly [number, number, number] | null | undefined;
  readonly anchor?: string | undefined;
  readonly tag?: string | undefined;
  readonly srcToken?: unknown;
}

class Reader {
  readonly complexKeys: ScalarNode[] = [];
  readonly #chunk: Chunk;
  readonly #text: string;

  constructor(chunk: Chunk, text: string) {
    this.#chunk = chunk;
    this.#text = text;
  }

  /** `emptyAt` is where the node stands if it turns out to be empty. */
  node(node: unknown, emptyAt: number): SyntaxNode {
    if (isMap(node)) return this.#mapping(node);
    if (isSeq(node)) return this.#sequence(node);
    if (isAlias(node)) {
      const [start, end] = rangeOf(node as Ranged);
      return makeAlias(this.#chunk, start, end, node.source);
    }
    if (isScalar(node)) return this.#scalar(node, emptyAt);
    return makeEmpty(this.#chunk, emptyAt, properties(undefined, undefined));
  }

  #scalar(node: Scalar, emptyAt: number): ScalarNode {
    const props = propsOf(node as Ranged);
    const [start, rawEnd] = rangeOf(node as Ranged);
    const style = STYLES[node.type ?? "PLAIN"] ?? "plain";
    if (style === "plain" && (node.source ?? "") === "")
      return makeEmpty(this.#chunk, afterProperties(this.#text, emptyAt, props), props);
    const text = node.source ?? String(node.value);
    if (style === "literal" || style === "folded")
      return makeScalar(this.#chunk, start, blockScalarEnd(this.#text, start, rawEnd), style, text, false, props);
    const inner = style === "plain" ? 0 : 1;
    const exact = this.#text.slice(start + inner, rawEnd - inner) === text && !/[\r\n]/.test(text);
    return makeScalar(this.#chunk, start, rawEnd, style, text, exact, props);
  }

  #mapping(node: YAMLMap): SyntaxNode {
    const flow = node.flow === true;
    const [start, rawEnd] = rangeOf(node as Ranged);
    const entries: EntryNode[] = [];
    let from = flow && this.#text.charCodeAt(start) === 123 ? start + 1 : start;
    for (const pair of node.items) {
      if (!isPair(pair)) continue;
      const entry = this.#entry(pair as Pair, from);
      from = entry.end;
      entries.push(entry);
    }
    if (flow) {
      const braces = this.#text.charCodeAt(start) === 123;
      const end = braces ? Math.max(afterBracket(this.#text, from, 125), from) : from;
      return makeMapping(this.#chunk, start, end, true, entries, propsOf(node as Ranged));
    }
    const first = entries[0]?.start ?? start;
    const end = entries.length > 0 ? from : rawEnd;
    return makeMapping(this.#chunk, first, end, false, entries, propsOf(node as Ranged));
  }

  #entry(pair: Pair, from: number): EntryNode {
    const key = this.#key(pair.key, from);
    const colon = afterColon(this.#text, key.end);
    const value = this.node(pair.value, colon === -1 ? key.end : colon);
    return makeEntry(this.#chunk, key, value, Math.max(value.end, key.end));
  }

  #key(key: unknown, from: number): ScalarNode {
    const node = this.node(key, from);
    if (node.kind === "scalar") return node;
    const source = this.#chunk.text.slice(node.start, node.end);
    const exact = !/[\r\n]/.test(source);
    const kept = makeScalar(this.#chunk, node.start, node.end, "plain", source, exact, NO_PROPERTIES);
    this.complexKeys.push(kept);
    return kept;
  }

  #sequence(node: YAMLSeq): SyntaxNode {
    const flow = node.flow === true;
    const [start] = rangeOf(node as Ranged);
    const items: SyntaxNode[] = [];
    let from = flow ? start + 1 : start;
    for (const item of node.items) {
      const dash = flow ? -1 : afterDash(this.#text, from);
      const child = this.node(item, dash === -1 ? from : dash);
      from = Math.max(from, child.end);
      items.push(child);
    }
    const end = flow ? afterBracket(this.#text, from, 93) : from;
    return makeSequence(this.#chunk, start, end, flow, items, propsOf(node as Ranged));
  }
}

function rangeOf(node: Ranged): readonly [number, number] {
  return node.range ? [node.range[0], node.range[1]] : [0, 0];
}

function propsOf(node: Ranged): Properties {
  return properties(node.anchor, node.tag);
}
