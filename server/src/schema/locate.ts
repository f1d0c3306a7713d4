import type {
  AliasNode,
  DocumentTree,
  EntryNode,
  MappingNode,
  Place,
  ScalarNode,
  SyntaxNode,
} from "../syntax/types.ts";

/** A node found by its path, and how it was reached. */
export interface Located {
  /** Never an alias, unless it leads nowhere. */
  readonly node: SyntaxNode;
  /** The key in front of it, if it is the value of one. */
  readonly key?: ScalarNode;
  /** The first alias or merge on the way: where the author used what stands elsewhere. */
  readonly use?: Place;
}

/** The key or value exactly; through an alias or merge, the use, with what it stands for beside it. */
export function placed(place: Place, use: Place | undefined): { readonly place: Place; readonly related?: Place } {
  return use === undefined ? { place } : { place: use, related: place };
}

/** Follows an alias to what it stands for. */
export function followed(document: DocumentTree, from: Located): Located {
  if (from.node.kind !== "alias") return from;
  const target = document.resolve(from.node);
  return { ...from, node: target ?? from.node, use: from.use ?? from.node };
}

/** One step down from a node, by key or list position; aliases are followed. Undefined where there is nothing. */
export function stepDown(document: DocumentTree, from: Located, step: string): Located | undefined {
  const at = followed(document, from);
  const next = stepTo(document, at, step);
  return next === undefined ? undefined : followed(document, next);
}

function stepTo(document: DocumentTree, at: Located, step: string): Located | undefined {
  if (at.node.kind === "mapping") return find(document, at.node, step, at.use);
  if (at.node.kind !== "sequence") return undefined;
  const item = at.node.items[Number(step)];
  return item === undefined ? undefined : { node: item, ...used(at.use) };
}

const used = (use: Place | undefined): { readonly use?: Place } => (use === undefined ? {} : { use });

/** The value of a key: what is written in the mapping wins, the last of doubled keys first, then what its merges bring. */
function find(
  document: DocumentTree,
  mapping: MappingNode,
  key: string,
  use: Place | undefined,
  seen: ReadonlySet<SyntaxNode> = new Set(),
): Located | undefined {
  if (seen.has(mapping)) return undefined;
  const written = mapping.entries.findLast((entry) => !entry.merge && entry.key.text === key);
  if (written !== undefined) return { node: written.value, key: written.key, ...used(use) };
  for (const { mapping: source, use: place } of mergesOf(document, mapping)) {
    const found = find(document, source, key, use ?? place, new Set([...seen, mapping]));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The mappings that `<<` brings in, the first winning, each with the place that names it. */
function mergesOf(document: DocumentTree, mapping: MappingNode): readonly { mapping: MappingNode; use: Place }[] {
  return mapping.entries
    .filter((entry) => entry.merge)
    .flatMap((entry) => (entry.value.kind === "sequence" ? entry.value.items : [entry.value]))
    .flatMap((source) => {
      const target = source.kind === "alias" ? document.resolve(source as AliasNode) : source;
      return target?.kind === "mapping" ? [{ mapping: target, use: source }] : [];
    });
}

/** An entry of a mapping, merges resolved. */
export interface FoundEntry {
  readonly entry: EntryNode;
  readonly use?: Place;
}

/** Every entry of a mapping in the order of the text, then what its merges bring and it does not itself say. */
export function entriesOf(document: DocumentTree, mapping: MappingNode): readonly FoundEntry[] {
  const own: FoundEntry[] = mapping.entries.filter((entry) => !entry.merge).map((entry) => ({ entry }));
  if (own.length === mapping.entries.length) return own;
  const keys = new Set(own.map(({ entry }) => entry.key.text));
  const visit = (source: MappingNode, use: Place, seen: ReadonlySet<SyntaxNode>) => {
    if (seen.has(source)) return;
    for (const entry of source.entries) {
      if (entry.merge || keys.has(entry.key.text)) continue;
      keys.add(entry.key.text);
      own.push({ entry, use });
    }
    for (const inner of mergesOf(document, source)) visit(inner.mapping, use, new Set([...seen, source]));
  };
  for (const merge of mergesOf(document, mapping)) visit(merge.mapping, merge.use, new Set([mapping]));
  return own;
}
