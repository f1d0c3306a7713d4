/** Cuts a file into documents at its `---` and `...` lines. */
import { contentStart, firstContent, type Lines } from "./indentation.ts";
import { isBlank, isBlankOrEnd, isOpen } from "./shape.ts";

/** Line numbers, each up to before the next: what leads in, the body, what closes. */
export interface DocumentLines {
  readonly from: number;
  readonly body: number;
  readonly tail: number;
  readonly to: number;
  /** True when this is a document, and not only comments that stand after the last one. */
  readonly real: boolean;
  /** True when content begins beside the `---`. */
  readonly beside: boolean;
}

export function cutDocuments(lines: Lines): DocumentLines[] {
  const found: DocumentLines[] = [];
  let line = 0;
  while (line < lines.count) {
    const next = cutDocument(lines, line, found.length === 0);
    found.push(next);
    line = next.to;
  }
  if (!found.some((document) => document.real)) {
    const end = lines.count;
    return [{ from: 0, body: end, tail: end, to: end, real: true, beside: false }];
  }
  return found;
}

function cutDocument(lines: Lines, from: number, first: boolean): DocumentLines {
  let body = from;
  let marked = false;
  let beside = false;
  for (; body < lines.count; body++) {
    const start = firstContent(lines, body, lines.count);
    body = start;
    if (start === lines.count) break;
    if (isMarker(lines, start, 45)) {
      beside = !isMarkerAlone(lines, start);
      marked = true;
      body = beside ? start : firstContent(lines, start + 1, lines.count);
      break;
    }
    if (isMarker(lines, start, 46))
      return { from, body: start, tail: start, to: start + 1, real: false, beside: false };
    if (lines.firsts[start] !== 37 || lines.indents[start] !== 0) break;
  }
  let tail = beside ? body + 1 : body;
  while (tail < lines.count && !isMarker(lines, tail, 45) && !isMarker(lines, tail, 46)) tail += 1;
  // A directive leads in the next document when a `...` stood before it, so nothing is lost by ending there only.
  const to = tail < lines.count && isMarker(lines, tail, 46) ? tail + 1 : tail;
  const real = marked || body < tail || (first && to === lines.count);
  return { from, body, tail, to, real, beside };
}

/** True for a line that is `---` (45) or `...` (46), alone or before a space. */
function isMarker(lines: Lines, line: number, sign: number): boolean {
  if (lines.firsts[line] !== sign || lines.indents[line] !== 0) return false;
  const at = contentStart(lines, line);
  const { text } = lines;
  return text.charCodeAt(at + 1) === sign && text.charCodeAt(at + 2) === sign && isBlankOrEnd(text.charCodeAt(at + 3));
}

function isMarkerAlone(lines: Lines, line: number): boolean {
  const { text } = lines;
  const after = contentStart(lines, line) + 3;
  let at = after;
  while (isBlank(text.charCodeAt(at))) at += 1;
  return text.charCodeAt(at) !== 38 && isOpen(text, after);
}
