import { cutNumbers } from "../syntax/torn.ts";
import type { Chunk, DocumentTree, EntryNode, ScalarNode, Span, SyntaxNode } from "../syntax/types.ts";
import type { FilePath } from "../workspace/types.ts";

/** The content of a node without its text: scalars as written (null when empty), aliases and merges resolved. Plain JSON. */
export type Detached = string | null | readonly Detached[] | { readonly [key: string]: Detached };

/** Expanded size beyond which a meaning is cut off; the parser has reported the aliases by then. */
const most = 100_000;

/** Stands where something is written that cannot be read as one value: no value is a list, so it is read as a value that is not known. */
const unreadable: Detached = [];

/** What a node says, without comments, formatting, anchors and aliases. */
export function detach(document: DocumentTree, node: SyntaxNode): Detached {
  let left = most;
  const visit = (current: SyntaxNode, depth: number): Detached => {
    if (left-- <= 0 || depth > 200) return null;
    switch (current.kind) {
      case "alias": {
        const target = document.resolve(current);
        return target === undefined ? unreadable : visit(target, depth + 1);
      }
      case "scalar":
        return current.style === "empty" || (current.style === "plain" && current.value === null) ? null : current.text;
      case "sequence": {
        const cut = cutNumbers(current);
        return current.items.map((item) => (cut?.has(item) ? unreadable : visit(item, depth + 1)));
      }
      case "mapping": {
        const result: Record<string, Detached> = {};
        const cut = cutNumbers(current);
        for (const entry of current.entries)
          if (!entry.merge && !Object.hasOwn(result, entry.key.text))
            set(result, entry.key.text, cut?.has(entry.value) ? unreadable : visit(entry.value, depth + 1));
        for (const entry of current.entries) {
          if (!entry.merge) continue;
          for (const source of entry.value.kind === "sequence" ? entry.value.items : [entry.value]) {
            const merged = visit(source, depth + 1);
            if (merged === null || typeof merged !== "object" || Array.isArray(merged)) continue;
            for (const [key, value] of Object.entries(merged)) if (!Object.hasOwn(result, key)) set(result, key, value);
          }
        }
        return result;
      }
    }
  };
  return visit(node, 0);
}

/** `__proto__` is a key like any other. */
function set(target: Record<string, Detached>, key: string, value: Detached): void {
  if (key === "__proto__")
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  else target[key] = value;
}

/** A chunk that stands for a definition in another file; places in it point there. */
export interface ForeignChunk extends Chunk {
  readonly foreign: { readonly path: FilePath; readonly span: Span };
}

export const isForeign = (chunk: Chunk): chunk is ForeignChunk => "foreign" in chunk;

/** Nodes for a detached meaning, so that what another file defines is read by the same reader as everything else. Every place is the definition's. */
export function attach(meaning: Detached, foreign: { readonly path: FilePath; readonly span: Span }): SyntaxNode {
  const chunk: ForeignChunk = { text: "", foreign };
  const place = { chunk, start: 0, end: 0, hasAlias: false, hasFlow: false };
  const scalar = (text: string | null): ScalarNode => ({
    ...place,
    kind: "scalar",
    style: text === null ? "empty" : "double",
    source: text ?? "",
    text: text ?? "",
    value: text,
    exact: false,
  });
  const build = (value: Detached): SyntaxNode => {
    if (value === null || typeof value === "string") return scalar(value);
    if (Array.isArray(value)) return { ...place, kind: "sequence", flow: false, items: value.map(build) };
    const entries = Object.entries(value).map(
      ([key, inner]): EntryNode => ({ ...place, kind: "entry", key: scalar(key), value: build(inner), merge: false }),
    );
    return { ...place, kind: "mapping", flow: false, entries };
  };
  return build(meaning);
}
