import { type FoldingRange, FoldingRangeKind } from "vscode-languageserver";
import { folding as foldsOf } from "../features/folding.ts";
import type { Seen } from "./session.ts";

/** An editor may take only so many ranges; the longest are kept. */
export function folding(seen: Seen): FoldingRange[] {
  const most = seen.client.folds;
  const folds = foldsOf(seen.snapshot, seen.path);
  const kept =
    most === undefined || folds.length <= most
      ? folds
      : folds.toSorted((a, b) => b.to - b.from - (a.to - a.from)).slice(0, most);
  return kept.map(({ from, to, kind }) => ({
    startLine: from,
    endLine: to,
    ...(kind === "comment" ? { kind: FoldingRangeKind.Comment } : {}),
  }));
}
