import { mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileSystemWatcher,
  RegistrationRequest,
  WorkspaceSymbolRequest,
} from "vscode-languageserver/node";
import { type Folder, inFolder } from "./folder.ts";

const tell = ({ server, uri }: Folder, path: string, type: FileChangeType): Promise<void> =>
  server.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri: uri(path), type }] });

/** Files that define something, as the server knows the project. */
const known = async ({ server, path }: Folder): Promise<readonly string[]> => {
  const found = (await server.connection.sendRequest(WorkspaceSymbolRequest.type, { query: "" })) ?? [];
  return found.map(({ location }) => path(location.uri)).sort();
};

// Seen in VS Code on Linux: of a project written into an empty folder, the file in the last of the new folders was not told.
test("a file that an editor did not tell of is found with one that it did tell of", () =>
  inFolder({ "a.outcome.yaml": "outcome: a\n" }, {}, async (folder) => {
    await expect.poll(() => known(folder)).toEqual(["a.outcome.yaml"]);
    const root = fileURLToPath(dirname(folder.uri("x")));
    for (const name of ["new", "newer"]) await mkdir(join(root, name));
    await folder.write("new/b.outcome.yaml", "outcome: b\n");
    await folder.write("newer/c.outcome.yaml", "outcome: c\n");
    await tell(folder, "new/b.outcome.yaml", FileChangeType.Created);
    await expect.poll(() => known(folder)).toEqual(["a.outcome.yaml", "new/b.outcome.yaml", "newer/c.outcome.yaml"]);
  }));

test("a folder comes and goes with its files, though an editor tells of the folder only", () => {
  const watched: FileSystemWatcher[] = [];
  return inFolder(
    { "a.outcome.yaml": "outcome: a\n" },
    { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
    async (folder) => {
      await expect.poll(() => known(folder)).toEqual(["a.outcome.yaml"]);
      expect(watched).toContainEqual({ globPattern: "**", kind: 5 });
      const root = fileURLToPath(dirname(folder.uri("x")));
      await mkdir(join(root, "old", "older"), { recursive: true });
      await folder.write("old/older/b.outcome.yaml", "outcome: b\n");
      await folder.write("old.outcome.yaml", "outcome: old\n");
      await tell(folder, "old/older/b.outcome.yaml", FileChangeType.Created);
      await expect.poll(async () => (await known(folder)).length).toBe(3);
      await rm(join(root, "old"), { recursive: true });
      await tell(folder, "old", FileChangeType.Deleted);
      await expect.poll(() => known(folder)).toEqual(["a.outcome.yaml", "old.outcome.yaml"]);
      // Moved in whole: again an editor tells of the folder only.
      await mkdir(join(root, "new", "newer"), { recursive: true });
      await folder.write("new/newer/c.outcome.yaml", "outcome: c\n");
      await tell(folder, "new", FileChangeType.Created);
      await expect
        .poll(() => known(folder))
        .toEqual(["a.outcome.yaml", "new/newer/c.outcome.yaml", "old.outcome.yaml"]);
    },
    (connection) =>
      connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
        for (const { registerOptions } of registrations) watched.push(...(registerOptions?.watchers ?? []));
      }),
  );
});
