import { TextDocumentEdit, TextEdit, type WorkspaceEdit } from "vscode-languageserver";
import type { TextChange } from "../features/rename.ts";
import type { FilePath } from "../workspace/types.ts";
import { Places } from "./places.ts";
import type { Seen } from "./session.ts";

/** Changes of text as the editor applies them: of open files, only to the version that they were worked out from. */
export function workspaceEdit(
  seen: Pick<Seen, "snapshot" | "uriOf" | "versionOf" | "client">,
  changes: readonly TextChange[],
): WorkspaceEdit {
  const places = new Places(seen);
  const byFile = new Map<FilePath, TextEdit[]>();
  for (const { path, span, text } of changes) {
    const edit = TextEdit.replace(places.range(path, span), text);
    const edits = byFile.get(path);
    if (edits === undefined) byFile.set(path, [edit]);
    else edits.push(edit);
  }
  if (!seen.client.versionedEdits)
    return { changes: Object.fromEntries([...byFile].map(([path, edits]) => [seen.uriOf(path), edits])) };
  return {
    documentChanges: [...byFile].map(([path, edits]) =>
      TextDocumentEdit.create({ uri: seen.uriOf(path), version: seen.versionOf(path) }, edits),
    ),
  };
}
