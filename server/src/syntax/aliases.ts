/** Gives each alias of a document its node: the nearest earlier anchor of its name. */
import { MAX_EXPANDED_NODES } from "./limits.ts";
import type { AliasNode, AnyNode, SyntaxIssue, SyntaxIssueKind, SyntaxNode } from "./types.ts";

export type Target = Exclude<SyntaxNode, AliasNode>;

export interface Links {
  readonly targets: ReadonlyMap<AliasNode, Target>;
  readonly issues: readonly SyntaxIssue[];
}

const NO_LINKS: Links = { targets: new Map(), issues: [] };

/** Linear in the size of the document, and nothing at all when it holds no alias. */
export function linkAliases(root: SyntaxNode | undefined): Links {
  if (root === undefined || !root.hasAlias) return NO_LINKS;
  const linker = new Linker();
  linker.walk(root);
  return linker;
}

class Linker implements Links {
  readonly targets = new Map<AliasNode, Target>();
  readonly issues: SyntaxIssue[] = [];
  readonly #anchors = new Map<string, Target>();
  readonly #open = new Set<AnyNode>();
  readonly #sizes = new Map<AnyNode, number>();
  #expanded = 0;

  walk(node: AnyNode): void {
    switch (node.kind) {
      case "alias":
        this.#link(node);
        return;
      case "entry":
        this.walk(node.key);
        this.walk(node.value);
        return;
      default:
        if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    }
    if (node.kind === "scalar") return;
    if (node.anchor !== undefined) this.#open.add(node);
    for (const child of node.kind === "mapping" ? node.entries : node.items) this.walk(child);
    if (node.anchor !== undefined) this.#open.delete(node);
  }

  #link(alias: AliasNode): void {
    const target = this.#anchors.get(alias.name);
    if (target === undefined) this.#report("missing-anchor", alias);
    else if (this.#open.has(target)) this.#report("alias-cycle", alias);
    else if (this.#expanded <= MAX_EXPANDED_NODES) {
      this.#expanded += this.#sizeOf(target);
      if (this.#expanded > MAX_EXPANDED_NODES) this.#report("too-many-aliases", alias);
      else this.targets.set(alias, target);
    }
  }

  #report(kind: SyntaxIssueKind, { chunk, start, end, name }: AliasNode): void {
    this.issues.push({ kind, chunk, start, end, detail: name });
  }

  /** The number of nodes that a node stands for once its aliases are followed. */
  #sizeOf(node: AnyNode): number {
    if (node.kind === "scalar") return 1;
    const known = this.#sizes.get(node);
    if (known !== undefined) return known;
    let size = 1;
    if (node.kind === "alias") {
      const target = this.targets.get(node);
      size = target === undefined ? 1 : this.#sizeOf(target);
    } else if (node.kind === "entry") size += this.#sizeOf(node.value);
    else for (const child of node.kind === "mapping" ? node.entries : node.items) size += this.#sizeOf(child);
    this.#sizes.set(node, size);
    return size;
  }
}
