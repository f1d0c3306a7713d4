import type { Snapshot } from "../analysis/types.ts";
import type { Span } from "../syntax/types.ts";
import type { FilePath } from "../workspace/types.ts";
import { mentionAt, mentionsOf, sameName } from "./names.ts";

export interface Highlight {
  readonly span: Span;
  /** Written here for others to refer to. */
  readonly defines: boolean;
}

/** Where else in the file the name at an offset stands. */
export function highlights(snapshot: Snapshot, path: FilePath, offset: number): readonly Highlight[] {
  const here = mentionAt(snapshot, path, offset);
  if (here === undefined) return [];
  const seen = new Set<number>();
  return mentionsOf(snapshot, path)
    .filter(({ name, span }) => sameName(name, here.name) && !seen.has(span.start) && seen.add(span.start))
    .map(({ span, defines }) => ({ span, defines }))
    .sort((a, b) => a.span.start - b.span.start);
}
