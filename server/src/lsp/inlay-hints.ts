import type { InlayHint, InlayHintParams } from "vscode-languageserver";
import type { Snapshot } from "./session.ts";

export function inlayHints(_snapshot: Snapshot, _request: InlayHintParams): InlayHint[] {
  return [];
}
