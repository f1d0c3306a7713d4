import type { TextDocumentIdentifier } from "vscode-languageserver";
import { type Status, statusOf } from "../features/status.ts";
import type { Seen } from "./session.ts";

export interface StatusParams {
  readonly textDocument: TextDocumentIdentifier;
}

/** What stands in the status of an open file; null for one that is no spec of ours. */
export const status = (seen: Seen | undefined): Status | null =>
  seen === undefined ? null : statusOf(seen.snapshot, seen.path);
