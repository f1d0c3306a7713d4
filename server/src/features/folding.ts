import type { Snapshot } from "../analysis/types.ts";
import type { AnyNode, ParsedFile } from "../syntax/types.ts";
import type { FilePath } from "../workspace/types.ts";

/** Lines that fold away under their first, from 0. */
export interface Fold {
  readonly from: number;
  readonly to: number;
  readonly kind: "block" | "comment" | "document";
}

/** What can be folded: blocks, items, texts of several lines, runs of comments, and documents where a file has several. */
export function folding(snapshot: Snapshot, path: FilePath): readonly Fold[] {
  const parsed = snapshot.parsed(path);
  if (parsed === undefined) return [];
  const byStart = new Map<number, Fold>();
  const put = (fold: Fold): void => {
    const known = byStart.get(fold.from);
    if (fold.to > fold.from && (known === undefined || known.to < fold.to)) byStart.set(fold.from, fold);
  };
  const roots = parsed.documents.flatMap(({ root }) => (root === undefined ? [] : [root]));
  for (const root of roots) {
    if (roots.length > 1) put({ ...linesOf(parsed, root), kind: "document" });
    const waiting: AnyNode[] = below(root);
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      put({ ...linesOf(parsed, node), kind: "block" });
      waiting.push(...below(node));
    }
  }
  for (const run of commentRuns(parsed)) put({ ...run, kind: "comment" });
  return [...byStart.values()].sort((a, b) => a.from - b.from);
}

/** What is worth folding inside a node: entries and items, not their values, which fold on the same line. */
function below(node: AnyNode): AnyNode[] {
  switch (node.kind) {
    case "mapping":
      return [...node.entries];
    case "sequence":
      return [...node.items];
    case "entry":
      return below(node.value);
    default:
      return [];
  }
}

function linesOf(parsed: ParsedFile, node: AnyNode): { readonly from: number; readonly to: number } {
  const span = parsed.spanOf(node);
  let end = span.end;
  // A block of text may hold the blank lines that follow it; they stay in view.
  while (end > span.start && /\s/.test(parsed.text[end - 1] ?? "")) end--;
  return { from: parsed.positionAt(span.start).line, to: parsed.positionAt(end).line };
}

function commentRuns(parsed: ParsedFile): readonly { readonly from: number; readonly to: number }[] {
  const lines = parsed.comments
    .filter(({ ownLine }) => ownLine)
    .map((comment) => parsed.positionAt(parsed.spanOf(comment).start).line)
    .sort((a, b) => a - b);
  const runs: { from: number; to: number }[] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last !== undefined && line === last.to + 1) last.to = line;
    else runs.push({ from: line, to: line });
  }
  return runs;
}
