import { isHarmless } from "../syntax/broken.ts";
import type { DocumentTree, ParsedFile, Place } from "../syntax/types.ts";

/** True when any text of a document is broken as YAML, so that what seems to be missing may be there. */
export function isBroken(parsed: ParsedFile, document: DocumentTree): boolean {
  if (parsed.issues.length === 0) return false;
  const start = parsed.spanOf(document.place).start;
  const next = parsed.documents[document.index + 1];
  const end = next === undefined ? parsed.text.length + 1 : parsed.spanOf(next.place).start;
  return parsed.issues.some((issue) => {
    if (isHarmless(issue.kind)) return false;
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
