import { Worker } from "node:worker_threads";
import type { FileSummary } from "../../analysis/index.ts";
import { type Parcel, unpack } from "./parcel.ts";
import type { Queue } from "./queue.ts";
import type { CheckedShare, Extracted, Share, ShareFile, ShareOptions } from "./share.ts";
import { workerFile } from "./thread.ts";

/** What a thread is told to do. */
export type Order =
  | { readonly phase: "begin"; readonly options: ShareOptions }
  | { readonly phase: "extract"; readonly queue: Queue; readonly checked: boolean }
  | { readonly phase: "checkAhead"; readonly queue: Queue; readonly summaries: readonly FileSummary[] }
  | { readonly phase: "check"; readonly files: readonly ShareFile[]; readonly summaries: readonly FileSummary[] };

/** What a thread answers: parts of it as they are ready, and then what ends it. */
export type Answer = { readonly part: Parcel } | { readonly whole: unknown };

/** A share worked on by a thread of its own, `spare` where one is ready. It answers each order in turn. */
export function remoteShare(options: ShareOptions, spare?: Worker): Share {
  const worker = spare ?? newThread();
  worker.ref();
  const answers: unknown[] = [];
  let parts: Parcel[] = [];
  let failure: Error | undefined;
  let wake: () => void = () => undefined;
  worker.on("message", (answer: Answer) => {
    if ("part" in answer) {
      parts.push(answer.part);
      return;
    }
    answers.push(answer.whole);
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
  worker.postMessage({ phase: "begin", options } satisfies Order);
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
    async checkAhead(queue, known) {
      const last = await ask<Parcel>({ phase: "checkAhead", queue, summaries: known.summaries() });
      const all = [...parts, last];
      parts = [];
      return all.flatMap(unpack);
    },
    check: (files, known) => ask<readonly CheckedShare[]>({ phase: "check", files, summaries: known.summaries() }),
    async end() {
      await worker.terminate();
    },
  };
}

function newThread(): Worker {
  const file = workerFile();
  if (file === undefined) throw new Error("no program for a worker");
  return new Worker(file);
}
