import { Document, type PlainMemory } from "./file.ts";
import type { DocumentTree, EntryNode, MappingNode, SequenceNode, SyntaxNode, ToPlain } from "./types.ts";

/** See `ToPlain`. A missing, cyclic or too large alias gives `null`: the parse has reported it. What is given may be shared: do not change it. */
export const toPlain: ToPlain = (document, node) => {
  const memory = document instanceof Document ? document.plain : { free: new Map(), linked: new Map() };
  return new Reader(document, memory).read(node);
};

class Reader {
  readonly #document: DocumentTree;
  readonly #memory: PlainMemory;

  constructor(document: DocumentTree, memory: PlainMemory) {
    this.#document = document;
    this.#memory = memory;
  }

  read(node: SyntaxNode): unknown {
    switch (node.kind) {
      case "scalar":
        return node.value;
      case "alias": {
        const target = this.#document.resolve(node);
        return target === undefined ? null : this.read(target);
      }
      default:
        return this.#collection(node);
    }
  }

  #collection(node: MappingNode | SequenceNode): unknown {
    const memory = node.hasAlias ? this.#memory.linked : this.#memory.free;
    const known = memory.get(node);
    if (known !== undefined) return known;
    const plain = node.kind === "mapping" ? this.#mapping(node) : node.items.map((item) => this.read(item));
    memory.set(node, plain);
    return plain;
  }

  #mapping(node: MappingNode): Record<string, unknown> {
    const result: Record<string, unknown> = {};
    for (const entry of node.entries) if (!entry.merge) put(result, entry.key.text, this.read(entry.value));
    // Merged keys never replace what stands already, so explicit keys win, and earlier sources win over later ones.
    for (const entry of node.entries) if (entry.merge) this.#mergeInto(result, entry);
    return result;
  }

  #mergeInto(result: Record<string, unknown>, { value }: EntryNode): void {
    for (const source of value.kind === "sequence" ? value.items : [value]) {
      const target = source.kind === "alias" ? this.#document.resolve(source) : source;
      if (target?.kind !== "mapping") continue;
      const merged = this.#collection(target) as Record<string, unknown>;
      for (const key of Object.keys(merged)) if (!Object.hasOwn(result, key)) put(result, key, merged[key]);
    }
  }
}

/** Sets a key as data, whatever its name. */
function put(result: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== "__proto__") result[key] = value;
  else Object.defineProperty(result, key, { value, enumerable: true, configurable: true, writable: true });
}
