import { maskConflicts } from "./conflicts.ts";
import { cutDocuments } from "./documents.ts";
import { Document, File } from "./file.ts";
import { Grower } from "./grow.ts";
import { readLines, readLinesAgain } from "./indentation.ts";
import { MAX_CAREFUL_LENGTH } from "./limits.ts";
import { type Shared, sharedEnds } from "./reuse.ts";
import type { Parse } from "./types.ts";

/** See `Parse`. */
export const parse: Parse = (text, previous, once = false) => {
  const before = previous instanceof File ? previous : undefined;
  if (before?.text === text) return before;
  const careful = text.length <= MAX_CAREFUL_LENGTH;
  const kept = before?.careful === careful ? before : undefined;
  const { text: masked, conflicts } = maskConflicts(text);
  const shared = kept === undefined || masked !== text ? undefined : sharedWith(kept, text);
  const lines =
    kept === undefined || shared === undefined ? readLines(masked) : readLinesAgain(masked, kept.lines, shared);
  const cuts = cutDocuments(lines);
  const pieces = new Grower(lines, careful, once, kept !== undefined, shared).documents(
    cuts,
    kept?.pieces ?? [],
    kept?.start ?? 0,
  );
  const documents: Document[] = [];
  pieces.forEach((piece, at) => {
    if (!cuts[at]?.real) return;
    const same = kept?.documents[documents.length];
    documents.push(same?.piece === piece ? same : new Document(documents.length, piece, same));
  });
  return new File({
    text,
    pieces,
    documents,
    lines,
    conflicts,
    careful,
  });
};

/** Undefined where the earlier text was not parsed as it stood. */
function sharedWith(kept: File, text: string): Shared | undefined {
  if (kept.hasConflicts) return undefined;
  const { front, back } = sharedEnds(kept.text, text);
  return {
    front,
    back: text.length - back,
    shift: text.length - kept.text.length,
  };
}
