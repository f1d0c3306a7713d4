import type { AnyNode, DocumentTree, Place, Span, SyntaxNode } from "./types.ts";

/** The chain of nodes from `root` down to the innermost one that holds the offset; a node holds its end too, so that a caret right after a word is inside it. */
export function pathInto(root: SyntaxNode, offset: number, spanOf: (place: Place) => Span): AnyNode[] {
  const nodes: AnyNode[] = [];
  let node: AnyNode | undefined = holds(spanOf(root), offset) ? root : undefined;
  while (node !== undefined) {
    nodes.push(node);
    node = lastHolding(childrenOf(node), offset, spanOf);
  }
  return nodes;
}

/** The document that holds an offset, given where each begins. */
export function documentAt(
  documents: readonly DocumentTree[],
  offset: number,
  spanOf: (place: Place) => Span,
): DocumentTree | undefined {
  let low = 0;
  let high = documents.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (spanOf((documents[middle] as DocumentTree).place).start <= offset) low = middle + 1;
    else high = middle - 1;
  }
  return documents[Math.max(high, 0)];
}

function childrenOf(node: AnyNode): readonly AnyNode[] {
  switch (node.kind) {
    case "mapping":
      return node.entries;
    case "sequence":
      return node.items;
    case "entry":
      return [node.key, node.value];
    default:
      return [];
  }
}

/** Children stand in the order of the text, so the last one that begins at or before the offset is the only candidate but the one before it. */
function lastHolding(
  children: readonly AnyNode[],
  offset: number,
  spanOf: (place: Place) => Span,
): AnyNode | undefined {
  let low = 0;
  let high = children.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (spanOf(children[middle] as AnyNode).start <= offset) low = middle + 1;
    else high = middle - 1;
  }
  const found = children[high];
  return found !== undefined && holds(spanOf(found), offset) ? found : undefined;
}

function holds(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
