import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import {
  CancellationTokenSource,
  createConnection,
  createProtocolConnection,
  DidChangeWorkspaceFoldersNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  InitializedNotification,
  InitializeRequest,
  StreamMessageReader,
  StreamMessageWriter,
  WorkspaceDiagnosticRequest,
  WorkspaceSymbolRequest,
} from "vscode-languageserver/node";
import { serve } from "../../server/src/lsp/connection.ts";
import { memoryFileSystem } from "../../server/src/workspace/memory.ts";
import type { FileSystem } from "../../server/src/workspace/types.ts";
import { TestServer } from "./server.ts";

const capabilities = { workspace: { workspaceFolders: true } };

/** Two councils with the same ids, each a folder of the workspace. */
async function inTwo(run: (server: TestServer, uri: (path: string) => string) => Promise<void>): Promise<void> {
  const root = await realpath(await mkdtemp(join(tmpdir(), "wellspent-")));
  for (const town of ["north", "south"]) {
    await mkdir(join(root, town));
    await writeFile(join(root, town, "wellspent.yaml"), "root: true\n");
    await writeFile(join(root, town, "a.intervention.yaml"), "intervention: a\noutcomes:\n  - outcome: better\n");
  }
  await writeFile(join(root, "north", "better.outcome.yaml"), "outcome: better\n");
  const uri = (path: string): string => pathToFileURL(join(root, path)).href;
  const server = await TestServer.start(uri("north"), capabilities);
  try {
    await run(server, uri);
    expect(await server.stop()).toBe(0);
  } finally {
    await rm(root, { recursive: true });
  }
}

const change = (server: TestServer, added: readonly string[], removed: readonly string[]): Promise<void> => {
  const folders = (uris: readonly string[]) => uris.map((uri) => ({ uri, name: "town" }));
  return server.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
    event: { added: folders(added), removed: folders(removed) },
  });
};

async function definedIn(server: TestServer): Promise<readonly string[]> {
  const found = (await server.connection.sendRequest(WorkspaceSymbolRequest.type, { query: "" })) ?? [];
  return found.map(({ location }) => location.uri.split("/").slice(-2).join("/")).sort();
}

const north = ["north/a.intervention.yaml", "north/better.outcome.yaml"];

test("each folder is a project of its own; one that is taken out of the workspace is let go with its findings", () =>
  inTwo(async (server, uri) => {
    const unfound = new Map<string, readonly unknown[]>();
    const source = new CancellationTokenSource();
    server.connection.onProgress(WorkspaceDiagnosticRequest.partialResult, "stream", ({ items }) => {
      for (const item of items)
        if (item.kind === "full")
          unfound.set(
            item.uri.split("/").slice(-2).join("/"),
            item.items.map(({ code }) => code).filter((code) => code === "reference/not-found"),
          );
    });
    const held = server.connection.sendRequest(
      WorkspaceDiagnosticRequest.type,
      { previousResultIds: [], partialResultToken: "stream" },
      source.token,
    );
    await change(server, [uri("south")], []);
    await expect.poll(() => definedIn(server)).toEqual([...north, "south/a.intervention.yaml"]);
    // What one folder defines does not stand for the other.
    await expect.poll(() => unfound.get("south/a.intervention.yaml")).toEqual(["reference/not-found"]);
    expect(unfound.get("north/a.intervention.yaml")).toEqual([]);

    await change(server, [], [uri("south")]);
    await expect.poll(() => definedIn(server)).toEqual(north);
    await expect.poll(() => unfound.get("south/a.intervention.yaml")).toEqual([]);
    source.cancel();
    await held.catch(() => undefined);
  }));

test("a project of which a document is open stays until that is closed", () =>
  inTwo(async (server, uri) => {
    await change(server, [uri("south")], []);
    await server.open(uri("south/a.intervention.yaml"), "intervention: mine\n");
    await expect.poll(() => definedIn(server)).toEqual([...north, "south/a.intervention.yaml"]);
    await change(server, [], [uri("south")]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await definedIn(server)).toEqual([...north, "south/a.intervention.yaml"]);
    await server.connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: { uri: uri("south/a.intervention.yaml") },
    });
    await expect.poll(() => definedIn(server)).toEqual(north);
  }));

test("the memory of a folder that is taken out is free again", async () => {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  const [up, down] = [new PassThrough(), new PassThrough()];
  const projects = new Map<string, WeakRef<FileSystem>>();
  serve(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), {
    today: () => ({ kind: "date", year: 2026, month: 11, day: 22 }),
    findRoot: async (uri) => uri.split("/").slice(0, 4).join("/"),
    openFolder(root) {
      const files = memoryFileSystem({ "s.study.yaml": "study: s\n" });
      projects.set(root, new WeakRef(files));
      return files;
    },
  });
  const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  client.listen();
  const workspaceFolders = ["north", "south"].map((name) => ({ uri: `file:///${name}`, name }));
  await client.sendRequest(InitializeRequest.type, { processId: null, rootUri: null, capabilities, workspaceFolders });
  await client.sendNotification(InitializedNotification.type, {});
  const textDocument = { uri: "file:///south/t.study.yaml", languageId: "wellspent", version: 1, text: "study: t\n" };
  await client.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  const found = async () => (await client.sendRequest(WorkspaceSymbolRequest.type, { query: "" }))?.length;
  await expect.poll(found).toBe(3);
  await client.sendNotification(DidCloseTextDocumentNotification.type, { textDocument });
  await client.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
    event: { added: [], removed: workspaceFolders.slice(1) },
  });
  await expect.poll(found).toBe(1);
  await expect
    .poll(() => {
      collect();
      return [...projects].map(([root, files]) => [root, files.deref() !== undefined]);
    })
    .toEqual([
      ["file:///north", true],
      ["file:///south", false],
    ]);
  client.dispose();
});
