import { commands, FileSystemError, Uri, window, workspace } from "vscode";
import { DidChangeWatchedFilesNotification, FileChangeType } from "vscode-languageclient";
import type { Feature } from "./feature.ts";

/** Command: write a small project of published figures into a folder (one that is named, else asked for), to be written over, and open its first spec. */
export const newProject: Feature = ({ client, output }) =>
  commands.registerCommand("wellspent.newProject", async (into?: Uri) => {
    const folder = into instanceof Uri ? into : await chooseFolder();
    if (folder === undefined) return;
    try {
      if (!client.isRunning()) await client.start();
      const files = await client.sendRequest<Readonly<Record<string, string>>>("wellspent/starter", {});
      const present = await presentIn(folder, Object.keys(files));
      if (present.length > 0) {
        window.showWarningMessage(
          `Nothing was written: ${present.join(", ")} is there already. Choose an empty folder.`,
        );
        return;
      }
      const changes: { uri: string; type: FileChangeType }[] = [];
      for (const [path, text] of Object.entries(files)) {
        const uri = Uri.joinPath(folder, path);
        await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
        changes.push({ uri: client.code2ProtocolConverter.asUri(uri), type: FileChangeType.Created });
      }
      // The editor's own watch may miss a file that is written right after its folder.
      await client.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
      const first = Object.keys(files).find((path) => path.endsWith(".intervention.yaml"));
      if (first !== undefined) await window.showTextDocument(Uri.joinPath(folder, first));
    } catch (reason) {
      output.error(String(reason));
      window.showErrorMessage("The project could not be written. The output channel says why.");
    }
  });

/** The opened folder; of several, the one picked; without one, a folder from the disk. */
async function chooseFolder(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  const [only, second] = folders;
  if (second !== undefined) return (await window.showWorkspaceFolderPick())?.uri;
  if (only !== undefined) return only.uri;
  const picked = await window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    openLabel: "Start a project here",
  });
  return picked?.[0];
}

/** Those of some files that are there: nothing is ever written over. */
async function presentIn(folder: Uri, paths: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    paths.map(async (path) => {
      try {
        await workspace.fs.stat(Uri.joinPath(folder, path));
        return [path];
      } catch (reason) {
        if (reason instanceof FileSystemError && reason.code === "FileNotFound") return [];
        throw reason;
      }
    }),
  );
  return found.flat();
}
