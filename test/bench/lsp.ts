import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { quantile } from "./measure.ts";
import { Rpc } from "./rpc.ts";

export interface Latency {
  readonly median: number;
  readonly p95: number;
}

export interface Typed extends Latency {
  /** Of a new cost line, key by key: broken at every third key or so, as what is typed is. */
  readonly line: Latency;
  /** What was asked right after a key: the median until its answer. */
  readonly asked: Readonly<Record<string, number>>;
  /** Resident memory at the end, in MB; undefined where the system does not say. */
  readonly memory: number | undefined;
}

export interface Setting {
  /** Of Wellspent's repository. */
  readonly root: string;
  readonly folder: string;
  readonly path: string;
  readonly text: string;
  readonly keys: number;
}

type Place = { readonly line: number; readonly character: number };

/** A document open in a server: how to edit it and how its diagnostics come. */
export interface Opened {
  readonly rpc: Rpc;
  readonly uri: string;
  edit(change: object): void;
  /** How many diagnostics the present text has: asked for, or awaited. Begun before the edit, for a server that sends them unasked. */
  diagnostics(after: () => void): Promise<number>;
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

export async function initialize(rpc: Rpc, folder: string): Promise<void> {
  const uri = pathToFileURL(folder).href;
  await rpc.request("initialize", {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: "bench" }],
    capabilities: {
      textDocument: { diagnostic: {}, publishDiagnostics: {}, completion: {}, hover: {}, inlayHint: {}, codeLens: {} },
      workspace: { configuration: true, workspaceFolders: true },
    },
  });
  rpc.notify("initialized", {});
}

/** Opens a document in Wellspent's server, whose diagnostics are asked for. */
export function openOurs(rpc: Rpc, path: string, text: string): Opened {
  const uri = pathToFileURL(path).href;
  let version = 1;
  rpc.notify("textDocument/didOpen", { textDocument: { uri, languageId: "wellspent", version, text } });
  return {
    rpc,
    uri,
    edit: (change) =>
      rpc.notify("textDocument/didChange", { textDocument: { uri, version: ++version }, contentChanges: [change] }),
    async diagnostics(after) {
      after();
      const answer = await rpc.request("textDocument/diagnostic", { textDocument: { uri } });
      return (answer as { readonly items?: readonly unknown[] }).items?.length ?? 0;
    },
  };
}

/** Opens a document in a server that publishes its diagnostics. They carry no version: none may be on its way when an edit is sent. */
function openPeer(rpc: Rpc, path: string, text: string): Opened {
  const uri = pathToFileURL(path).href;
  let version = 1;
  return {
    rpc,
    uri,
    edit: (change) =>
      rpc.notify("textDocument/didChange", { textDocument: { uri, version: ++version }, contentChanges: [change] }),
    async diagnostics(after) {
      let count = 0;
      const published = rpc.next(
        "textDocument/publishDiagnostics",
        (params: { uri: string; diagnostics: readonly unknown[] }) => {
          count = params.diagnostics.length;
          return params.uri === uri;
        },
      );
      if (version === 1)
        rpc.notify("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version, text } });
      after();
      await published;
      return count;
    },
  };
}

const typo = "strandd";

/** Both must find a misspelt key and see it put right: a server that does not check would be fast indeed. */
async function seesTypo(opened: Opened, text: string, settled: number): Promise<void> {
  const line = text.split("\n").findIndex((each) => each.startsWith("strand:"));
  const at = { line, character: 0 };
  const clean = await opened.diagnostics(() => undefined).catch(() => 0);
  await pause(settled);
  const wrong = await opened.diagnostics(() =>
    opened.edit({ range: { start: at, end: { line, character: "strand".length } }, text: typo }),
  );
  await pause(settled);
  const right = await opened.diagnostics(() =>
    opened.edit({ range: { start: at, end: { line, character: typo.length } }, text: "strand" }),
  );
  await pause(settled);
  if (wrong <= right) throw new Error(`a misspelt key was not found: ${clean}, ${wrong}, ${right} diagnostics`);
}

/** Types a name letter by letter in the middle of a document; after each key waits for its diagnostics, and asks what else is asked. */
export async function type(
  opened: Opened,
  text: string,
  keys: number,
  questions: Readonly<Record<string, (at: Place) => object>>,
): Promise<Typed> {
  const lines = text.split("\n");
  const line = lines.findIndex((each, index) => index > lines.length / 2 && each.includes("- item:"));
  const length = lines[line]?.length ?? 0;
  const times: number[] = [];
  const asked = new Map<string, number[]>();
  const press = (key: number): Place => {
    const at = { line, character: length + key };
    opened.edit({ range: { start: at, end: at }, text: "abcdefghij"[key % 10] });
    return at;
  };
  let key = 0;
  for (; key < keys; key++) {
    const from = performance.now();
    await opened.diagnostics(() => press(key));
    times.push(performance.now() - from);
    // Nothing may be on its way when the next key is pressed, for either server.
    await pause(5);
  }
  for (const [method, params] of Object.entries(questions)) {
    const own: number[] = [];
    for (let turn = 0; turn < keys / 2; turn++, key++) {
      const from = performance.now();
      const at = press(key);
      await opened.rpc.request(method, { textDocument: { uri: opened.uri }, ...params(at) });
      own.push(performance.now() - from);
      await opened.diagnostics(() => press(++key));
      await pause(5);
    }
    asked.set(method, own);
  }
  return {
    ...latency(times),
    line: await typeLine(opened, text),
    asked: Object.fromEntries([...asked].map(([method, each]) => [method, quantile(each, 0.5)])),
    memory: residentMemory(opened.rpc.process.pid),
  };
}

const position = (at: Place) => ({ position: { line: at.line, character: at.character + 1 } });
const screen = (at: Place) => ({
  range: { start: { line: at.line - 30, character: 0 }, end: { line: at.line + 30, character: 0 } },
});

const costLine = `
    - item: Room hire for parents' groups
      timing: recurring
      resource: premises
      who_pays: local-authority
      quantity: 2 hours/visit x 8 visits/family
      unit_cost: £31/hour
      basis: published`;

/** Writes a cost line behind the last one; the editor indents after Enter. After each key waits for its diagnostics. */
async function typeLine(opened: Opened, text: string): Promise<Latency> {
  const lines = text.split("\n");
  let line = lines.findLastIndex((each) => each.includes("basis: published"));
  let character = lines[line]?.length ?? 0;
  const times: number[] = [];
  for (const [key] of costLine.matchAll(/\n +(?:- )?|./g)) {
    const at = { line, character };
    const from = performance.now();
    await opened.diagnostics(() => opened.edit({ range: { start: at, end: at }, text: key }));
    times.push(performance.now() - from);
    if (key.startsWith("\n")) line += 1;
    character = key.startsWith("\n") ? key.length - 1 : character + key.length;
    await pause(5);
  }
  return latency(times);
}

/** The first fifth is left out: code is still being compiled. */
function latency(times: readonly number[]): Latency {
  const warm = times.slice(Math.floor(times.length / 5));
  return { median: quantile(warm, 0.5), p95: quantile(warm, 0.95) };
}

/** Wellspent: everything it checks and works out. */
export async function ours({ root, folder, path, text, keys }: Setting): Promise<Typed> {
  const rpc = startOurs(root);
  try {
    await initialize(rpc, folder);
    const opened = openOurs(rpc, path, text);
    await opened.diagnostics(() => undefined);
    await pause(500);
    await seesTypo(opened, text, 0);
    return await type(opened, text, keys, {
      "textDocument/inlayHint": screen,
      "textDocument/hover": position,
      "textDocument/completion": position,
      "textDocument/codeLens": () => ({}),
    });
  } finally {
    rpc.stop();
  }
}

const nodeFlags = ["--max-semi-space-size=8", "--heap-growing-percent=30", "--no-allocation-site-pretenuring"];

/** As the extension starts it (`client/src/connect/node.ts`). `compiled`: where Node keeps what it compiled, in place of where it does. */
export const startOurs = (root: string, compiled?: string): Rpc =>
  new Rpc(
    process.execPath,
    [...nodeFlags, join(root, "dist/server.cjs"), "--stdio"],
    compiled === undefined ? process.env : { ...process.env, NODE_COMPILE_CACHE: compiled },
  );

/** From the start of the process to the first diagnostics of the open document. The server then stays for a while. */
export async function firstOurs({ root, folder, path, text }: Setting, compiled?: string, stays = 0): Promise<number> {
  const from = performance.now();
  const rpc = startOurs(root, compiled);
  try {
    await initialize(rpc, folder);
    await openOurs(rpc, path, text).diagnostics(() => undefined);
    const took = performance.now() - from;
    await pause(stays);
    return took;
  } finally {
    rpc.stop();
  }
}

/** The same of yaml-language-server. */
export async function firstPeer({ root, folder, path, text }: Setting): Promise<number> {
  const from = performance.now();
  const rpc = startPeer(root);
  try {
    await initialize(rpc, folder);
    await openPeer(rpc, path, withSchema(root, text)).diagnostics(() => undefined);
    return performance.now() - from;
  } finally {
    rpc.stop();
  }
}

/** Its wait of 200 ms after each key is taken away (`no-delay.mjs`). */
const startPeer = (root: string): Rpc =>
  new Rpc(process.execPath, [
    "--import",
    pathToFileURL(join(root, "test/bench/no-delay.mjs")).href,
    join(root, "test/bench/node_modules/yaml-language-server/bin/yaml-language-server"),
    "--stdio",
  ]);

const withSchema = (root: string, text: string): string =>
  `# yaml-language-server: $schema=${pathToFileURL(join(root, "schemas/intervention.schema.json")).href}\n${text}`;

/** yaml-language-server with its own delay taken away (it waits 200 ms after each key), checking our published schema: structure only. */
export async function peer({ root, folder, path, text, keys }: Setting): Promise<Typed> {
  const written = withSchema(root, text);
  const rpc = startPeer(root);
  try {
    await initialize(rpc, folder);
    const opened = openPeer(rpc, path, written);
    await opened.diagnostics(() => undefined);
    // It publishes twice when a document opens.
    await pause(1500);
    await seesTypo({ ...opened, diagnostics: quiet(opened) }, written, 500);
    return await type(opened, written, keys, { "textDocument/completion": position });
  } finally {
    rpc.stop();
  }
}

/** The first look of `seesTypo` comes when nothing more will be published: there is no edit to wait for. */
function quiet(opened: Opened): Opened["diagnostics"] {
  let looked = false;
  return (after) => {
    if (looked) return opened.diagnostics(after);
    looked = true;
    return Promise.resolve(0);
  };
}

/** Types a burst of keys with nothing in between, again and again: from the last key until its diagnostics, the median. */
export async function burst(
  server: "ours" | "peer",
  { root, folder, path, text }: Setting,
  turns: number,
): Promise<number> {
  const rpc = server === "ours" ? startOurs(root) : startPeer(root);
  try {
    await initialize(rpc, folder);
    const written = server === "ours" ? text : withSchema(root, text);
    const opened = server === "ours" ? openOurs(rpc, path, text) : openPeer(rpc, path, written);
    await opened.diagnostics(() => undefined);
    await pause(1500);
    const lines = written.split("\n");
    const line = lines.findIndex((each, index) => index > lines.length / 2 && each.includes("- item:"));
    let character = lines[line]?.length ?? 0;
    const times: number[] = [];
    for (let turn = 0; turn < turns; turn++) {
      let last = 0;
      const done = opened.diagnostics(() => {
        for (let key = 0; key < 20; key++, character++) {
          const at = { line, character };
          last = performance.now();
          opened.edit({ range: { start: at, end: at }, text: "abcdefghij"[key % 10] });
        }
      });
      await done;
      times.push(performance.now() - last);
      // The peer may publish for each of the keys: nothing may be on its way when the next burst begins.
      await pause(server === "ours" ? 5 : 1500);
    }
    // The first are left out, as of single keys: the code is still being compiled.
    return quantile(times.slice(Math.floor(turns / 5)), 0.5);
  } finally {
    rpc.stop();
  }
}

/** Of a process, in MB, where `/proc` tells. */
export function residentMemory(pid: number | undefined): number | undefined {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}
