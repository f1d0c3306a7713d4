import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { quantile } from "./measure.ts";
import { Rpc } from "./rpc.ts";

export interface Latency {
  readonly median: number;
  readonly p95: number;
}

interface Server {
  readonly rpc: Rpc;
  /** Sends one edit and resolves when the diagnostics of that version are there. */
  edit(version: number, change: object): Promise<void>;
}

/** Starts a server on a folder and opens a document. Resolves with the time from start to its first diagnostics. */
async function open(
  start: () => Rpc,
  pull: boolean,
  folder: string,
  path: string,
  text: string,
): Promise<{ readonly server: Server; readonly first: number }> {
  const from = performance.now();
  const rpc = start();
  const uri = pathToFileURL(path).href;
  const root = pathToFileURL(folder).href;
  await rpc.request("initialize", {
    processId: process.pid,
    rootUri: root,
    workspaceFolders: [{ uri: root, name: "bench" }],
    capabilities: {
      textDocument: { diagnostic: {}, publishDiagnostics: {} },
      workspace: { configuration: true, workspaceFolders: true },
    },
  });
  rpc.notify("initialized", {});
  const published = pull
    ? undefined
    : rpc.next("textDocument/publishDiagnostics", (params: { uri: string }) => params.uri === uri);
  rpc.notify("textDocument/didOpen", {
    textDocument: { uri, languageId: pull ? "wellspent" : "yaml", version: 1, text },
  });
  if (pull) await rpc.request("textDocument/diagnostic", { textDocument: { uri } });
  else await published;
  const first = performance.now() - from;
  return {
    first,
    server: {
      rpc,
      async edit(version, change) {
        const done = pull
          ? undefined
          : rpc.next(
              "textDocument/publishDiagnostics",
              (params: { uri: string; version?: number }) => params.uri === uri,
            );
        rpc.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [change] });
        if (pull) await rpc.request("textDocument/diagnostic", { textDocument: { uri } });
        else await done;
      },
    },
  };
}

/** Types a title letter by letter in the middle of a document and waits for the diagnostics of each key. */
async function type(server: Server, text: string, keys: number): Promise<Latency> {
  const lines = text.split("\n");
  const line = lines.findIndex((each, index) => index > lines.length / 2 && each.includes("- item:"));
  const times: number[] = [];
  for (let key = 0; key < keys; key++) {
    const at = { line, character: (lines[line]?.length ?? 0) + key };
    const from = performance.now();
    await server.edit(key + 2, { range: { start: at, end: at }, text: "abcdefghij"[key % 10] });
    times.push(performance.now() - from);
  }
  const warm = times.slice(Math.floor(keys / 5));
  return { median: quantile(warm, 0.5), p95: quantile(warm, 0.95) };
}

export interface Typed extends Latency {
  readonly first: number;
}

export async function ours(root: string, folder: string, path: string, text: string, keys: number): Promise<Typed> {
  const { server, first } = await open(
    () => new Rpc(process.execPath, [join(root, "dist/server.cjs"), "--stdio"]),
    true,
    folder,
    path,
    text,
  );
  try {
    return { first, ...(await type(server, text, keys)) };
  } finally {
    server.rpc.stop();
  }
}

/** yaml-language-server with its own delay taken away (it waits 200 ms after each key), checking our published schema: structure only. */
export async function peer(root: string, folder: string, path: string, text: string, keys: number): Promise<Typed> {
  const binary = join(root, "test/bench/node_modules/yaml-language-server/bin/yaml-language-server");
  const withSchema = `# yaml-language-server: $schema=${pathToFileURL(join(root, "schemas/intervention.schema.json")).href}\n${text}`;
  const { server, first } = await open(
    () =>
      new Rpc(process.execPath, [
        "--import",
        pathToFileURL(join(root, "test/bench/no-delay.mjs")).href,
        binary,
        "--stdio",
      ]),
    false,
    folder,
    path,
    withSchema,
  );
  try {
    return { first, ...(await type(server, withSchema, keys)) };
  } finally {
    server.rpc.stop();
  }
}
