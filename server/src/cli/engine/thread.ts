import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Worker } from "node:worker_threads";

/** Below this many files a second thread costs more time than it saves. */
export const worthThreads = 300;

/** The worker's program: beside the bundle, or its source when the sources run; undefined when neither is there. */
export function workerFile(): URL | undefined {
  for (const name of ["./check-worker.js", "../worker.ts"]) {
    const url = new URL(name, import.meta.url);
    if (existsSync(fileURLToPath(url))) return url;
  }
  return undefined;
}

/**
 * A thread that gets ready while its work is still being gathered, which takes it as long as hundreds of files take. Undefined where one
 * would not help. It keeps no process alive until it is given work.
 */
export function spareThread(): Worker | undefined {
  // Asked for only here: few checks need either, and a small one is over in the time that they take to load.
  const threads = process.getBuiltinModule?.("node:worker_threads");
  const processors = process.getBuiltinModule?.("node:os")?.availableParallelism() ?? 1;
  const file = workerFile();
  if (threads === undefined || file === undefined || processors < 2) return undefined;
  const worker = new threads.Worker(file);
  worker.unref();
  return worker;
}
