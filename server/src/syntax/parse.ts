import { parseFull } from "./full.ts";
import { documentAt, pathInto } from "./path.ts";
import { lineEnding, lineStarts, offsetIn, positionIn } from "./positions.ts";
import type {
  AliasNode,
  AnyNode,
  Chunk,
  DocumentTree,
  Parse,
  ParsedFile,
  Place,
  Span,
  SyntaxIssue,
  SyntaxNode,
} from "./types.ts";

export const parse: Parse = (text) => {
  const starts = lineStarts(text);
  const cuts = [text.charCodeAt(0) === 0xfeff ? 1 : 0];
  for (const start of starts)
    if (start > (cuts[0] ?? 0) && /^---(?:[ \t\r\n]|$)/.test(text.slice(start, start + 4))) cuts.push(start);
  const chunks: Chunk[] = [];
  const table = new Map<Chunk, number>();
  const issues: SyntaxIssue[] = [];
  const documents: DocumentTree[] = [];
  cuts.forEach((from, at) => {
    const chunk: Chunk = { text: text.slice(from, cuts[at + 1] ?? text.length) };
    chunks.push(chunk);
    table.set(chunk, from);
    const full = parseFull(chunk, chunk.text);
    for (const error of full.errors)
      issues.push({ kind: "yaml", chunk, start: error.start, end: error.end, detail: error.message });
    if (full.root === undefined && at === 0 && cuts.length > 1) return;
    documents.push(documentOf(documents.length, chunk, full.root));
  });
  const spanOf = (place: Place): Span => {
    const at = table.get(place.chunk);
    if (at === undefined) throw new Error("spanOf: a place of another file");
    return { start: at + place.start, end: at + place.end };
  };
  const file: ParsedFile = {
    text,
    documents,
    issues,
    comments: [],
    eol: lineEnding(text),
    spanOf,
    positionAt: (offset) => positionIn(starts, text.length, offset),
    offsetAt: ({ line, character }) => offsetIn(starts, text, line, character),
    pathAt: (offset) => {
      const document = documentAt(documents, offset, spanOf);
      if (document === undefined) return undefined;
      return { document, nodes: document.root === undefined ? [] : pathInto(document.root, offset, spanOf) };
    },
  };
  return file;
};

function documentOf(index: number, chunk: Chunk, root: SyntaxNode | undefined): DocumentTree {
  const anchors = new Map<string, Exclude<SyntaxNode, AliasNode>>();
  const targets = new Map<AliasNode, Exclude<SyntaxNode, AliasNode>>();
  const walk = (node: AnyNode): void => {
    if (node.kind === "alias") {
      const target = anchors.get(node.name);
      if (target !== undefined && !(target.start <= node.start && node.end <= target.end)) targets.set(node, target);
      return;
    }
    if (node.kind !== "entry" && node.anchor !== undefined) anchors.set(node.anchor, node);
    if (node.kind === "mapping") node.entries.forEach(walk);
    if (node.kind === "sequence") node.items.forEach(walk);
    if (node.kind === "entry") {
      walk(node.key);
      walk(node.value);
    }
  };
  if (root !== undefined) walk(root);
  return {
    index,
    root,
    place: { chunk, start: 0, end: chunk.text.length },
    resolve: (alias) => targets.get(alias),
  };
}
