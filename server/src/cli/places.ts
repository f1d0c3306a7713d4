import type { Finding } from "../rules/types.ts";
import type { ParsedFile } from "../syntax/types.ts";

/** Offsets in one file with line and column, both from 0, in one list: offset, line, column, offset... Small and plain: kept between runs. */
export type Places = readonly number[];

/** Where the offsets stand that findings name in their own file, so that a report need not read the file again. */
export function placesOf(findings: readonly Finding[], parsed: ParsedFile): Places {
  if (findings.length === 0) return none;
  const offsets = new Set<number>();
  for (const { path, span, related, fixes } of findings) {
    const spans = [span, ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.span))];
    for (const each of related) if (each.path === path) spans.push(each.span);
    for (const { start, end } of spans) offsets.add(start).add(end);
  }
  return [...offsets].flatMap((offset) => {
    const { line, character } = parsed.positionAt(offset);
    return [offset, line, character];
  });
}

const none: readonly never[] = [];
