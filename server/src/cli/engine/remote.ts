import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { FileSummary } from "../../analysis/index.ts";
import type { Queue } from "./queue.ts";
import type { CheckedShare, Extracted, Share, ShareFile, ShareOptions } from "./share.ts";

/** What a thread is told to do. */
export type Order =
  | { readonly phase: "extract"; readonly queue: Queue; readonly checked: boolean }
  | { readonly phase: "checkAhead"; readonly queue: Queue; readonly summaries: readonly FileSummary[] }
  | { readonly phase: "check"; readonly files: readonly ShareFile[]; readonly summaries: readonly FileSummary[] };

/** The worker's program: beside the bundle, or its source when the sources run; undefined when neither is there. */
function workerFile(): URL | undefined {
  for (const name of ["./check-worker.js", "../worker.ts"]) {
    const url = new URL(name, import.meta.url);
    if (existsSync(fileURLToPath(url))) return url;
  }
  return undefined;
}

export const canUseThreads = (): boolean => workerFile() !== undefined;

/** A share worked on by a thread of its own, which gets ready at once. It answers each order in turn. */
export function remoteShare(options: ShareOptions): Share {
  const file = workerFile();
  if (file === undefined) throw new Error("no program for a worker");
  const worker = new Worker(file, { workerData: options });
  const answers: unknown[] = [];
  let failure: Error | undefined;
  let wake: () => void = () => undefined;
  worker.on("message", (answer: unknown) => {
    answers.push(answer);
    wake();
  });
  worker.on("error", (error) => {
    failure = error instanceof Error ? error : new Error(String(error));
    wake();
  });
  worker.on("exit", () => {
    failure ??= new Error("a worker stopped before its work was done");
    wake();
  });
  const ask = async <T>(order: Order): Promise<T> => {
    worker.postMessage(order);
    while (answers.length === 0) {
      if (failure !== undefined) throw failure;
      await new Promise<void>((go) => {
        wake = go;
      });
    }
    return answers.shift() as T;
  };
  return {
    extract: (queue, checked) => ask<readonly Extracted[]>({ phase: "extract", queue, checked }),
    checkAhead: (queue, known) =>
      ask<readonly (Extracted & CheckedShare)[]>({ phase: "checkAhead", queue, summaries: known.summaries() }),
    check: (files, known) => ask<readonly CheckedShare[]>({ phase: "check", files, summaries: known.summaries() }),
    async end() {
      await worker.terminate();
    },
  };
}
