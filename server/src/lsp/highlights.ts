import { type DocumentHighlight, DocumentHighlightKind, type DocumentHighlightParams } from "vscode-languageserver";
import { highlights as highlightsAt } from "../features/highlights.ts";
import { Places } from "./places.ts";
import type { Seen } from "./session.ts";

export function highlights(seen: Seen, request: DocumentHighlightParams): DocumentHighlight[] {
  const places = new Places(seen);
  return highlightsAt(seen.snapshot, seen.path, seen.offsetAt(request.position)).map(({ span, defines }) => ({
    range: places.range(seen.path, span),
    kind: defines ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}
