/** Makes our immutable nodes, and finds the places that neither parser gives: where an empty value stands, where a flow collection ends. */
import { resolveScalar } from "./resolve-scalar.ts";
import type {
  AliasNode,
  Chunk,
  EntryNode,
  MappingNode,
  ScalarNode,
  ScalarStyle,
  SequenceNode,
  SyntaxNode,
} from "./types.ts";

/** What may be written before a node: `&anchor` and `!tag`. */
export interface Properties {
  readonly anchor?: string;
  readonly tag?: string;
}

export const NO_PROPERTIES: Properties = {};

export function properties(anchor: string | undefined, tag: string | undefined): Properties {
  if (anchor === undefined) return tag === undefined ? NO_PROPERTIES : { tag };
  return tag === undefined ? { anchor } : { anchor, tag };
}

export function makeScalar(
  chunk: Chunk,
  start: number,
  end: number,
  style: ScalarStyle,
  text: string,
  exact: boolean,
  props: Properties,
): ScalarNode {
  const source = exact && style === "plain" ? text : chunk.text.slice(start, end);
  const value = resolveScalar(text, style, props.tag);
  if (props === NO_PROPERTIES)
    return { kind: "scalar", chunk, start, end, hasAlias: false, hasFlow: false, style, source, text, value, exact };
  return {
    kind: "scalar",
    chunk,
    start,
    end,
    hasAlias: false,
    hasFlow: false,
    style,
    source,
    text,
    value,
    exact,
    ...props,
  };
}

export function makeEmpty(chunk: Chunk, at: number, props: Properties): ScalarNode {
  return makeScalar(chunk, at, at, "empty", "", true, props);
}

export function makeAlias(chunk: Chunk, start: number, end: number, name: string): AliasNode {
  return { kind: "alias", chunk, start, end, hasAlias: true, hasFlow: false, name };
}

export function makeEntry(chunk: Chunk, key: ScalarNode, value: SyntaxNode, end: number): EntryNode {
  const merge = key.text === "<<" && key.style === "plain";
  return {
    kind: "entry",
    chunk,
    start: key.start,
    end,
    hasAlias: merge || value.hasAlias,
    hasFlow: value.hasFlow,
    key,
    value,
    merge,
  };
}

export function makeMapping(
  chunk: Chunk,
  start: number,
  end: number,
  flow: boolean,
  entries: readonly EntryNode[],
  props: Properties,
): MappingNode {
  const hasAlias = entries.some((entry) => entry.hasAlias);
  const hasFlow = flow || entries.some((entry) => entry.hasFlow);
  if (props === NO_PROPERTIES) return { kind: "mapping", chunk, start, end, hasAlias, hasFlow, flow, entries };
  return { kind: "mapping", chunk, start, end, hasAlias, hasFlow, flow, entries, ...props };
}

export function makeSequence(
  chunk: Chunk,
  start: number,
  end: number,
  flow: boolean,
  items: readonly SyntaxNode[],
  props: Properties,
): SequenceNode {
  const hasAlias = items.some((item) => item.hasAlias);
  const hasFlow = flow || items.some((item) => item.hasFlow);
  if (props === NO_PROPERTIES) return { kind: "sequence", chunk, start, end, hasAlias, hasFlow, flow, items };
  return { kind: "sequence", chunk, start, end, hasAlias, hasFlow, flow, items, ...props };
}

/** Steps over blanks, line breaks and comments. */
export function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const ch = text.charCodeAt(at);
    if (ch === 32 || ch === 9 || ch === 10 || ch === 13) at += 1;
    else if (ch === 35) at = lineEnd(text, at);
    else break;
  }
  return at;
}

/** The end of the line that holds `from`, before its line break. */
export function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const ch = text.charCodeAt(at);
    if (ch === 10 || ch === 13) break;
    at += 1;
  }
  return at;
}

/** The offset just after the `:` that follows a key, or -1 when none does. */
export function afterColon(text: string, keyEnd: number): number {
  const at = skipSpace(text, keyEnd);
  return text.charCodeAt(at) === 58 ? at + 1 : -1;
}

/** The offset just after the `-` of the item that begins at or after `from`, or -1. */
export function afterDash(text: string, from: number): number {
  const at = skipSpace(text, from);
  return text.charCodeAt(at) === 45 ? at + 1 : -1;
}

/** The end of the anchor and tag written from `from`; `from` itself when there are none. */
export function afterProperties(text: string, from: number, props: Properties): number {
  let end = from;
  let wanted = (props.anchor === undefined ? 0 : 1) + (props.tag === undefined ? 0 : 1);
  while (wanted > 0) {
    let at = skipSpace(text, end);
    const ch = text.charCodeAt(at);
    if (ch !== 38 && ch !== 33) return end;
    while (at < text.length && !/[\s,[\]{}]/.test(text.charAt(at))) at += 1;
    end = at;
    wanted -= 1;
  }
  return end;
}

/** The end of a flow collection whose last child ends at `from`: after its closing bracket, or `from` when that is missing. */
export function afterBracket(text: string, from: number, close: number): number {
  let at = skipSpace(text, from);
  if (text.charCodeAt(at) === 44) at = skipSpace(text, at + 1);
  return text.charCodeAt(at) === close ? at + 1 : from;
}

/** The end of a block scalar: after its last line that holds anything, or after its header when none does. */
export function blockScalarEnd(text: string, start: number, end: number): number {
  let at = Math.min(end, text.length);
  while (at > start) {
    const ch = text.charCodeAt(at - 1);
    if (ch !== 32 && ch !== 9 && ch !== 10 && ch !== 13) break;
    at -= 1;
  }
  return at;
}
