import type { Hover, HoverParams } from "vscode-languageserver";
import type { Snapshot } from "./session.ts";

export function hover(snapshot: Snapshot, request: HoverParams): Hover | null {
  const document = snapshot.document(request.textDocument.uri);
  if (!document) return null;
  return { contents: { kind: "plaintext", value: decodeURIComponent(document.uri.split("/").at(-1) ?? "") } };
}
