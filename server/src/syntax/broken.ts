import type { Chunk, ParsedFile, SyntaxIssueKind } from "./types.ts";

/** Faults after which the tree still says what the author wrote. */
const harmless: readonly SyntaxIssueKind[] = ["duplicate-key", "directive", "control-character", "missing-anchor"];

export const isHarmless = (kind: SyntaxIssueKind): boolean => harmless.includes(kind);

/** Chunks whose text is broken as YAML: what their tree says is a guess. */
export function brokenChunks(parsed: ParsedFile): ReadonlySet<Chunk> {
  const broken = new Set<Chunk>();
  for (const issue of parsed.issues) if (!isHarmless(issue.kind)) broken.add(issue.chunk);
  return broken;
}
