import { FileSystemError, FileType, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

const kinds = new Map([
  [FileType.File, "file"],
  [FileType.Directory, "folder"],
]);
const kindOf = (type: FileType): string => {
  if (type & FileType.SymbolicLink) return "link";
  return kinds.get(type) ?? "other";
};

type Missing = "vanished" | "unreadable";

/** Only what the person opened as a folder is handed to the server. */
const isOpened = (uri: Uri): boolean => workspace.getWorkspaceFolder(uri) !== undefined;

/** Answers a server that has no disk of its own: what a folder holds, and what is in a file. */
export function offerFiles(client: BaseLanguageClient): void {
  client.onRequest("wellspent/listFolder", async ({ uri }: { uri: string }) => {
    const folder = Uri.parse(uri);
    if (!isOpened(folder)) return null;
    try {
      const names = await workspace.fs.readDirectory(folder);
      return names.map(([name, type]) => [name, kindOf(type)]);
    } catch (_notThereOrNotForUs) {
      return null;
    }
  });
  client.onRequest<Uint8Array | Missing, void>("wellspent/readFile", async ({ uri }: { uri: string }) => {
    const file = Uri.parse(uri);
    if (!isOpened(file)) return "unreadable";
    try {
      return await workspace.fs.readFile(file);
    } catch (reason) {
      return reason instanceof FileSystemError && reason.code === "FileNotFound" ? "vanished" : "unreadable";
    }
  });
}
