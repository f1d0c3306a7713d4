import { writeFileSync } from "node:fs";
import { initialize, openOurs, pause, type Setting, startOurs, type } from "./lsp.ts";
import { quantile } from "./measure.ts";
import type { Rpc } from "./rpc.ts";

export interface Large {
  /** Keystroke to diagnostics of one spec, the median, once the whole project is read. */
  readonly key: number;
  /** Resident memory then, in MB; undefined where the system does not say. */
  readonly memory: number | undefined;
}

/** The library with a unit that meets nothing: every spec that uses it, nearly all of them, then has a finding to be told of. */
const wrong = (text: string): string => text.replace("/hour", "/wombat");
const nearlyAll = (files: number): number => Math.floor(files * 0.9);

/** Types in one spec of a project of `files` specs that has been read and checked whole. */
export async function inProject(
  { root, folder, path, text, keys }: Setting,
  library: Text,
  files: number,
): Promise<Large> {
  writeFileSync(library.path, wrong(library.text));
  const rpc = startOurs(root);
  try {
    await initialize(rpc, folder);
    const told = listen(rpc);
    await told.since(performance.now(), nearlyAll(files));
    const opened = openOurs(rpc, path, text);
    await opened.diagnostics(() => undefined);
    const { median, memory } = await type(opened, text, keys, {});
    return { key: median, memory };
  } finally {
    rpc.stop();
  }
}

export interface Edited {
  /** Until the specs that are open are checked again, the median. */
  readonly open: number;
  /** Until every spec that says something else now has been told of. */
  readonly all: number;
  /** The longest that another request had to wait meanwhile. */
  readonly block: number;
}

interface Text {
  readonly path: string;
  readonly text: string;
}

/** Edits a unit cost that nearly every one of `files` specs uses, while some are open. */
export async function unitCostEdit(
  root: string,
  folder: string,
  library: Text,
  open: readonly Text[],
  files: number,
  turns: number,
): Promise<Edited> {
  writeFileSync(library.path, wrong(library.text));
  const rpc = startOurs(root);
  try {
    await initialize(rpc, folder);
    const told = listen(rpc);
    await told.since(performance.now(), nearlyAll(files));
    const costs = openOurs(rpc, library.path, wrong(library.text));
    const specs = open.map(({ path, text }) => openOurs(rpc, path, text));
    for (const spec of specs) await spec.diagnostics(() => undefined);
    const times: number[] = [];
    for (let turn = 0; turn < turns; turn++) {
      const began = performance.now();
      costs.edit({ text: wrong(library.text).replace("£38", `£${40 + turn}`) });
      await Promise.all(specs.map((spec) => spec.diagnostics(() => undefined)));
      times.push(performance.now() - began);
      await pause(5);
    }
    await pause(2000);
    told.forget();
    const began = performance.now();
    const waiting = longestWait(rpc, costs.uri);
    costs.edit({ text: library.text });
    const all = await told.since(began, nearlyAll(files));
    return { open: quantile(times, 0.5), all, block: await waiting() };
  } finally {
    rpc.stop();
  }
}

/** Streams the diagnostics of the whole project, as an editor does. `since`: from a moment until so many files have been told of, and no more come. */
function listen(rpc: Rpc): { forget(): void; since(from: number, files: number): Promise<number> } {
  let told = new Set<string>();
  let last = 0;
  rpc.listen("$/progress", (params) => {
    const { token, value } = params as { token?: string; value?: { items?: readonly { readonly uri: string }[] } };
    if (token !== "whole") return;
    last = performance.now();
    for (const { uri } of value?.items ?? []) told.add(uri);
  });
  rpc.request("workspace/diagnostic", { previousResultIds: [], partialResultToken: "whole" }).catch(() => undefined);
  return {
    forget() {
      told = new Set();
    },
    async since(from, files) {
      const end = performance.now() + 300_000;
      while (told.size < files || performance.now() - last < 1000) {
        if (performance.now() > end) throw new Error(`only ${told.size} of ${files} files were told of`);
        await pause(20);
      }
      told = new Set();
      return last - from;
    },
  };
}

/** Asks for something that costs nothing again and again; called, it stops and gives the longest wait in milliseconds. */
function longestWait(rpc: Rpc, uri: string): () => Promise<number> {
  let stopped = false;
  let longest = 0;
  const asking = (async () => {
    while (!stopped) {
      const from = performance.now();
      await rpc.request("textDocument/selectionRange", { textDocument: { uri }, positions: [] });
      longest = Math.max(longest, performance.now() - from);
      await pause(2);
    }
  })();
  return async () => {
    stopped = true;
    await asking;
    return longest;
  };
}
