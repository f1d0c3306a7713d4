import type { RenameFilesParams, WorkspaceEdit } from "vscode-languageserver";
import { fileRename } from "../features/file-rename.ts";
import type { SeenProject } from "./session.ts";
import { workspaceEdit } from "./workspace-edit.ts";

/** What must change when files move; null when nothing does, which is nearly always. */
export function renameFiles(projects: readonly SeenProject[], request: RenameFilesParams): WorkspaceEdit | null {
  const edits = projects.flatMap((project) => {
    const moves = request.files.flatMap(({ oldUri, newUri }) => {
      const [from, to] = [project.pathOf(oldUri), project.pathOf(newUri)];
      return from === undefined || to === undefined ? [] : [{ from, to }];
    });
    const changes = fileRename(project.snapshot, moves);
    return changes.length === 0 ? [] : [workspaceEdit(project, changes)];
  });
  const [first] = edits;
  if (first === undefined) return null;
  return first.documentChanges === undefined
    ? { changes: Object.assign({}, ...edits.map((edit) => edit.changes)) }
    : { documentChanges: edits.flatMap((edit) => edit.documentChanges ?? []) };
}
