import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { FileSummary } from "../../analysis/index.ts";
import type { FilePath } from "../../workspace/types.ts";
import type { CheckedShare, Extracted, Share, ShareOptions } from "./share.ts";

/** What a thread is told after it has begun: the second phase. */
export interface CheckOrder {
  readonly summaries: readonly FileSummary[];
  readonly paths: readonly FilePath[];
}

export type Answer =
  | { readonly phase: "extracted"; readonly files: readonly Extracted[] }
  | { readonly phase: "checked"; readonly files: readonly CheckedShare[] };

/** The worker's program: beside the bundle, or its source when the sources run; undefined when neither is there. */
function workerFile(): URL | undefined {
  for (const name of ["./check-worker.js", "../check-worker.js", "../worker.ts"]) {
    const url = new URL(name, import.meta.url);
    if (existsSync(fileURLToPath(url))) return url;
  }
  return undefined;
}

export const canUseThreads = (): boolean => workerFile() !== undefined;

/** A share worked on by a thread of its own, which begins at once. */
export function remoteShare(options: ShareOptions): Share {
  const file = workerFile();
  if (file === undefined) throw new Error("no program for a worker");
  const worker = new Worker(file, { workerData: options });
  const answers: Answer[] = [];
  let failure: Error | undefined;
  let wake: () => void = () => undefined;
  worker.on("message", (answer: Answer) => {
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
  const next = async (): Promise<Answer> => {
    while (answers.length === 0) {
      if (failure !== undefined) throw failure;
      await new Promise<void>((go) => {
        wake = go;
      });
    }
    return answers.shift() as Answer;
  };
  const outOfTurn = (answer: Answer): never => {
    throw new Error(`a worker answered "${answer.phase}" out of turn`);
  };
  return {
    async extract() {
      const answer = await next();
      return answer.phase === "extracted" ? answer.files : outOfTurn(answer);
    },
    async check(summaries, paths) {
      worker.postMessage({ summaries, paths } satisfies CheckOrder);
      const answer = await next();
      return answer.phase === "checked" ? answer.files : outOfTurn(answer);
    },
    async end() {
      await worker.terminate();
    },
  };
}
