import type { DocumentLink } from "vscode-languageserver";
import { documentLinks } from "../features/document-links.ts";
import { Places } from "./places.ts";
import type { Seen } from "./session.ts";

export function links(seen: Seen): DocumentLink[] {
  const places = new Places(seen);
  return documentLinks(seen.snapshot, seen.path).map(({ span, target, tooltip }) => ({
    range: places.range(seen.path, span),
    target,
    tooltip,
  }));
}
