import type { ParsedFile, Span } from "../../syntax/types.ts";
import type { Suppression } from "./read.ts";

interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** Takes the whole comment away: its line when it stands alone, else the comment and the spaces before it. */
export function withoutComment(suppression: Suppression, parsed: ParsedFile): TextEdit {
  const { start, end } = parsed.spanOf(suppression.at);
  const { text } = parsed;
  if (!suppression.ownLine) {
    let from = start;
    while (from > 0 && (text[from - 1] === " " || text[from - 1] === "\t")) from -= 1;
    return { span: { start: from, end }, text: "" };
  }
  const line = parsed.positionAt(start).line;
  const from = parsed.offsetAt({ line, character: 0 });
  const next = parsed.offsetAt({ line: line + 1, character: 0 });
  return { span: { start: from, end: Math.max(next, end) }, text: "" };
}

/** Takes one code of several away, with the comma that joined it. */
export function withoutCode(
  suppression: Suppression,
  code: Suppression["codes"][number],
  parsed: ParsedFile,
): TextEdit {
  const nth = suppression.codes.indexOf(code);
  const next = suppression.codes[nth + 1];
  const before = suppression.codes[nth - 1];
  const own = parsed.spanOf(code.at);
  if (next !== undefined) return { span: { start: own.start, end: parsed.spanOf(next.at).start }, text: "" };
  if (before !== undefined) return { span: { start: parsed.spanOf(before.at).end, end: own.end }, text: "" };
  return { span: own, text: "" };
}
