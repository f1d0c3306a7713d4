import type { DocumentTree, EntryNode, MappingNode, SyntaxNode, ToPlain } from "./types.ts";

/** See `ToPlain`. A missing, cyclic or too large alias gives `null`: the parse has reported it. */
export const toPlain: ToPlain = (document, node) => plainOf(document, node);

function plainOf(document: DocumentTree, node: SyntaxNode): unknown {
  switch (node.kind) {
    case "scalar":
      return node.value;
    case "alias": {
      const target = document.resolve(node);
      return target === undefined ? null : plainOf(document, target);
    }
    case "sequence":
      return node.items.map((item) => plainOf(document, item));
    case "mapping":
      return plainMapping(document, node);
  }
}

function plainMapping(document: DocumentTree, node: MappingNode): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const entry of node.entries) if (!entry.merge) put(result, entry.key.text, plainOf(document, entry.value));
  // Merged keys never replace what stands already, so explicit keys win, and earlier sources win over later ones.
  for (const entry of node.entries) if (entry.merge) mergeInto(result, document, entry);
  return result;
}

function mergeInto(result: Record<string, unknown>, document: DocumentTree, entry: EntryNode): void {
  const sources = entry.value.kind === "sequence" ? entry.value.items : [entry.value];
  for (const source of sources) {
    const target = source.kind === "alias" ? document.resolve(source) : source;
    if (target?.kind !== "mapping") continue;
    const merged = plainMapping(document, target);
    for (const key of Object.keys(merged)) if (!Object.hasOwn(result, key)) put(result, key, merged[key]);
  }
}

function put(result: Record<string, unknown>, key: string, value: unknown): void {
  if (key === "__proto__")
    Object.defineProperty(result, key, { value, enumerable: true, configurable: true, writable: true });
  else result[key] = value;
}
