/** What an editor may ask when, and one that knows of no workspaces. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import {
  createProtocolConnection,
  ErrorCodes,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  WorkspaceSymbolRequest,
} from "vscode-languageserver/node";

const MAIN = fileURLToPath(new URL("../../server/src/main.node.ts", import.meta.url));

test("nothing is answered before the beginning and after the end; one folder may be named without a workspace", async () => {
  const child = spawn(process.execPath, [MAIN, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  const rootUri = pathToFileURL(fileURLToPath(new URL("../../examples", import.meta.url))).href;
  const symbols = () => connection.sendRequest(WorkspaceSymbolRequest.type, { query: "fdac" });
  await expect(symbols()).rejects.toMatchObject({ code: ErrorCodes.ServerNotInitialized });
  await connection.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri,
    capabilities: {},
    workspaceFolders: null,
  });
  await connection.sendNotification(InitializedNotification.type, {});
  // The folder is read although none of its files is open.
  await expect.poll(async () => (await symbols())?.map(({ name }) => name).join()).toContain("fdac-london");
  await connection.sendRequest(ShutdownRequest.type);
  await expect(symbols()).rejects.toMatchObject({ code: ErrorCodes.InvalidRequest });
  const exited = once(child, "exit");
  await connection.sendNotification(ExitNotification.type);
  expect((await exited)[0]).toBe(0);
  connection.dispose();
});
