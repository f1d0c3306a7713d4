/** Conflict markers that a merge left behind. The text is parsed as if only "our" side stood there; every offset stays. */
import type { Span } from "./types.ts";

export interface Masked {
  readonly text: string;
  /** The opening marker of each conflict (or a marker that stands alone). */
  readonly conflicts: readonly Span[];
}

const MARKER = /^(?:<{7}|\|{7}|={7}|>{7})(?:[ \t].*)?$/gm;

export function maskConflicts(text: string): Masked {
  if (!text.includes("<<<<<<<") && !text.includes(">>>>>>>")) return { text, conflicts: [] };
  const conflicts: Span[] = [];
  const kept: string[] = [];
  let from = 0;
  let theirs = -1;
  let open = false;
  for (const found of text.matchAll(MARKER)) {
    const start = found.index;
    const end = start + found[0].length;
    const sign = found[0].charAt(0);
    // Rows of = or | mean nothing outside a conflict.
    if (!open && (sign === "=" || sign === "|")) continue;
    if (sign === "<" || (sign === ">" && !open)) conflicts.push({ start, end });
    const hideFrom = theirs === -1 ? start : theirs;
    kept.push(text.slice(from, hideFrom), blank(text.slice(hideFrom, end)));
    from = end;
    theirs = sign === "=" || sign === "|" ? end : -1;
    open = sign !== ">";
  }
  kept.push(text.slice(from));
  return { text: kept.join(""), conflicts };
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, " ");
}
