import type { AliasNode, DocumentTree, ParsedFile, Span, SyntaxNode } from "../syntax/types.ts";
import type { FilePath } from "../workspace/types.ts";
import type { Mention } from "./names.ts";

/** Anchors (`&prices`) and the aliases that stand for them (`*prices`). Each alias means the nearest anchor before it. */
export function anchorMentions(parsed: ParsedFile, path: FilePath, document?: number): readonly Mention[] {
  if (!parsed.text.includes("&")) return [];
  return parsed.documents
    .filter(({ index }) => document === undefined || index === document)
    .flatMap((each) => inDocument(parsed, path, each));
}

function inDocument(parsed: ParsedFile, path: FilePath, document: DocumentTree): readonly Mention[] {
  const anchored: Exclude<SyntaxNode, AliasNode>[] = [];
  const aliases: AliasNode[] = [];
  visit(document.root, (node) => {
    if (node.kind === "alias") aliases.push(node);
    else if (node.anchor !== undefined) anchored.push(node);
  });
  const within = { path, document: document.index };
  const put = (span: Span, id: string, defines: boolean): Mention => ({
    name: { kind: "anchor", id, within },
    span: { start: span.start + 1, end: span.end },
    whole: span,
    defines,
    exact: true,
  });
  return [
    ...anchored.flatMap((node) => {
      const span = anchorSpan(parsed, node);
      return span === undefined ? [] : [put(span, node.anchor ?? "", true)];
    }),
    ...aliases.map((alias) => put(parsed.spanOf(alias), alias.name, false)),
  ];
}

/** Where `&name` stands: before the node that it names, with nothing but space, a tag or comments between. */
export function anchorSpan(parsed: ParsedFile, node: SyntaxNode): Span | undefined {
  const written = `&${node.anchor ?? ""}`;
  const start = parsed.text.lastIndexOf(written, parsed.spanOf(node).start);
  return start < 0 ? undefined : { start, end: start + written.length };
}

/** Visits nodes from the top down, in the order of the text. */
function visit(root: SyntaxNode | undefined, see: (node: SyntaxNode) => void): void {
  const waiting = root === undefined ? [] : [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    see(node);
    const below = node.kind === "mapping" ? node.entries.map(({ value }) => value) : undefined;
    for (const child of (below ?? (node.kind === "sequence" ? node.items : [])).toReversed()) waiting.push(child);
  }
}
