import { commands, FileSystemError, Uri, window, workspace } from "vscode";
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
      for (const [path, text] of Object.entries(files))
        await workspace.fs.writeFile(Uri.joinPath(folder, path), new TextEncoder().encode(text));
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
