import type { Range } from "vscode-languageserver";
import type { ParsedFile, Span } from "../syntax/types.ts";

/** A span of offsets as the protocol's range (UTF-16, lines from 0). */
export const rangeOf = (parsed: ParsedFile, span: Span): Range => ({
  start: parsed.positionAt(span.start),
  end: parsed.positionAt(span.end),
});
