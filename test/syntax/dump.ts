import type { AnyNode, DocumentTree, ParsedFile, Place, Span, SyntaxNode } from "../../server/src/syntax/index.ts";

/** A tree as plain data with absolute spans, so that two parses can be compared however they were cut. */
export function dumpNode(node: AnyNode, spanOf: (place: Place) => Span): unknown {
  const { start, end } = spanOf(node);
  const { hasAlias } = node;
  const base = { kind: node.kind, span: [start, end], hasAlias };
  const props = { anchor: node.anchor, tag: node.tag };
  switch (node.kind) {
    case "alias":
      return { ...base, name: node.name };
    case "scalar": {
      const { style, source, text, exact } = node;
      // NaN and -0 are told apart from their neighbours by name.
      const value =
        typeof node.value === "number" ? `number ${Object.is(node.value, -0) ? "-0" : node.value}` : node.value;
      return { ...base, ...props, style, source, text, value, exact };
    }
    case "entry":
      return { ...base, merge: node.merge, key: dumpNode(node.key, spanOf), value: dumpNode(node.value, spanOf) };
    case "mapping":
      return { ...base, ...props, flow: node.flow, entries: node.entries.map((entry) => dumpNode(entry, spanOf)) };
    case "sequence":
      return { ...base, ...props, flow: node.flow, items: node.items.map((item) => dumpNode(item, spanOf)) };
  }
}

export function dumpTrees(file: ParsedFile): unknown[] {
  return file.documents.map(({ root }) => (root === undefined ? undefined : dumpNode(root, file.spanOf)));
}

/** Everything a parse says. */
export function dumpFile(file: ParsedFile): unknown {
  return {
    trees: dumpTrees(file),
    issues: file.issues.map(({ kind, detail, related, ...place }) => ({
      kind,
      detail,
      span: file.spanOf(place),
      related: related && file.spanOf(related),
    })),
    comments: file.comments.map((comment) => ({
      span: file.spanOf(comment),
      text: comment.text,
      ownLine: comment.ownLine,
    })),
    documents: file.documents.map(({ index, place }) => ({ index, span: file.spanOf(place) })),
    links: file.documents.map((document) => dumpLinks(document, file)),
  };
}

function dumpLinks(document: DocumentTree, file: ParsedFile): unknown[] {
  const links: unknown[] = [];
  for (const node of nodesBelow(document.root)) {
    if (node.kind !== "alias") continue;
    const target = document.resolve(node);
    links.push([file.spanOf(node), target && file.spanOf(target)]);
  }
  return links;
}

export function* nodesBelow(node: AnyNode | undefined): Generator<AnyNode> {
  if (node === undefined) return;
  yield node;
  const children: readonly (AnyNode | SyntaxNode)[] =
    node.kind === "mapping"
      ? node.entries
      : node.kind === "sequence"
        ? node.items
        : node.kind === "entry"
          ? [node.key, node.value]
          : [];
  for (const child of children) yield* nodesBelow(child);
}
