import type { Finding } from "../rules/types.ts";
import type { Span } from "../syntax/types.ts";

/** A change of text at a span. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/**
 * The edits of every certain fix of a file. A finding with two certain fixes leaves the choice to a person; where two touch, the first
 * stands and the other waits for the next time. Suppressed findings are left alone.
 */
export function certainEdits(findings: readonly Finding[]): readonly TextEdit[] {
  const taken: TextEdit[] = [];
  for (const finding of findings) {
    if (finding.suppressed !== undefined) continue;
    const certain = finding.fixes.filter((fix) => fix.certain);
    const [fix] = certain;
    if (fix === undefined || certain.length > 1) continue;
    if (fix.edits.every((edit) => taken.every((other) => apart(edit, other)))) taken.push(...fix.edits);
  }
  return taken;
}

const apart = (a: TextEdit, b: TextEdit): boolean => a.span.end < b.span.start || b.span.end < a.span.start;

/** The text with edits that do not touch each other made. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let changed = text;
  for (const { span, text: by } of [...edits].sort((a, b) => b.span.start - a.span.start))
    changed = changed.slice(0, span.start) + by + changed.slice(span.end);
  return changed;
}
