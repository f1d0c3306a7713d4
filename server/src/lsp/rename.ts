import type {
  PrepareRenameParams,
  PrepareRenameResult,
  RenameParams,
  ResponseError,
  WorkspaceEdit,
} from "vscode-languageserver";
import { prepareRename as prepare, rename as renameAt } from "../features/rename.ts";
import { refused } from "./answer.ts";
import { Places } from "./places.ts";
import type { Seen } from "./session.ts";
import { workspaceEdit } from "./workspace-edit.ts";

export function prepareRename(seen: Seen, request: PrepareRenameParams): PrepareRenameResult | ResponseError<never> {
  const prepared = prepare(seen.snapshot, seen.path, seen.offsetAt(request.position));
  if (!prepared.ok) return refused(prepared.why);
  return { range: new Places(seen).range(seen.path, prepared.span), placeholder: prepared.text };
}

export function rename(seen: Seen, request: RenameParams): WorkspaceEdit | ResponseError<never> {
  const renamed = renameAt(seen.snapshot, seen.path, seen.offsetAt(request.position), request.newName);
  return renamed.ok ? workspaceEdit(seen, renamed.changes) : refused(renamed.why);
}
