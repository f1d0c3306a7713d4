import { type TextDocument, type TextEditor, window } from "vscode";

/** Whether a document is one of our specs. */
export const isOurs = (document: TextDocument | undefined): document is TextDocument =>
  document?.languageId === "wellspent";

/** The spec that the person is in. */
export function ourEditor(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  return isOurs(editor?.document) ? editor : undefined;
}
