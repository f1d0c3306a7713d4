/** Comments are read from the gaps between scalars: a `#` inside a scalar is text. */
import { lineEnd } from "./build.ts";
import { isBlank } from "./shape.ts";
import type { AnyNode, Chunk, CommentNode } from "./types.ts";

const NONE: readonly CommentNode[] = [];

/** The comments of one chunk, given the nodes that were made from it. */
export function commentsOf(chunk: Chunk, roots: readonly AnyNode[]): readonly CommentNode[] {
  const text = chunk.text;
  let at = text.indexOf("#");
  if (at === -1) return NONE;
  const spans: number[] = [];
  for (const root of roots) scalarSpans(root, spans);
  const comments: CommentNode[] = [];
  let span = 0;
  while (at !== -1) {
    while (span < spans.length && (spans[span + 1] as number) <= at) span += 2;
    if (span < spans.length && (spans[span] as number) <= at) {
      at = text.indexOf("#", spans[span + 1]);
      continue;
    }
    if (!beginsComment(text, at)) {
      at = text.indexOf("#", at + 1);
      continue;
    }
    const end = lineEnd(text, at);
    comments.push({ chunk, start: at, end, text: text.slice(at, end), ownLine: isAlone(text, at) });
    at = text.indexOf("#", end);
  }
  return comments;
}

function beginsComment(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return at === 0 || isBlank(before) || before === 10 || before === 13;
}

function isAlone(text: string, from: number): boolean {
  let at = from - 1;
  while (at >= 0 && isBlank(text.charCodeAt(at))) at -= 1;
  return at < 0 || text.charCodeAt(at) === 10 || text.charCodeAt(at) === 13;
}

function scalarSpans(node: AnyNode, spans: number[]): void {
  switch (node.kind) {
    case "mapping":
      for (const entry of node.entries) scalarSpans(entry, spans);
      return;
    case "sequence":
      for (const item of node.items) scalarSpans(item, spans);
      return;
    case "entry":
      scalarSpans(node.key, spans);
      scalarSpans(node.value, spans);
      return;
    case "scalar": {
      // The header line of a block scalar may end in a comment.
      const block = node.style === "literal" || node.style === "folded";
      const start = block ? Math.min(lineEnd(node.chunk.text, node.start), node.end) : node.start;
      if (node.end > start) spans.push(start, node.end);
      return;
    }
    default:
      return;
  }
}
