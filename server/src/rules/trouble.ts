import type { Chunk, DocumentTree, ParsedFile, Place, SyntaxIssueKind } from "../syntax/types.ts";

/** Faults after which the tree still says what the author wrote. */
const harmless: readonly SyntaxIssueKind[] = ["duplicate-key", "directive", "control-character", "missing-anchor"];

/** Chunks whose text is broken as YAML: what their tree says is a guess, so only the syntax finding is shown there. */
export function brokenChunks(parsed: ParsedFile): ReadonlySet<Chunk> {
  const broken = new Set<Chunk>();
  for (const issue of parsed.issues) if (!harmless.includes(issue.kind)) broken.add(issue.chunk);
  return broken;
}

/** True when any text of a document is broken as YAML, so that what seems to be missing may be there. */
export function isBroken(parsed: ParsedFile, document: DocumentTree): boolean {
  if (parsed.issues.length === 0) return false;
  const start = parsed.spanOf(document.place).start;
  const next = parsed.documents[document.index + 1];
  const end = next === undefined ? parsed.text.length + 1 : parsed.spanOf(next.place).start;
  return parsed.issues.some((issue) => {
    if (harmless.includes(issue.kind)) return false;
    const at = parsed.spanOf(issue).start;
    return at >= start && at < end;
  });
}

/** The very beginning of a file, for what concerns it whole. */
export function beginning(parsed: ParsedFile): Place {
  const first = parsed.documents[0]?.place;
  return first === undefined
    ? { chunk: { text: "" }, start: 0, end: 0 }
    : { chunk: first.chunk, start: first.start, end: first.start };
}

/** A place cut to its first line, so that no finding underlines half a document. */
export function firstLine(place: Place): Place {
  const text = place.chunk.text.slice(place.start, place.end);
  const end = /[\r\n]/.exec(text)?.index;
  return end === undefined ? place : { chunk: place.chunk, start: place.start, end: place.start + end };
}
