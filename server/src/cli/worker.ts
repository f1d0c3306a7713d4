import { parentPort, workerData } from "node:worker_threads";
import type { Answer, CheckOrder } from "./engine/remote.ts";
import { localShare, type ShareOptions } from "./engine/share.ts";

/** The program of a thread that works on a share: extracts at once, then checks when told all summaries. */
const share = localShare(workerData as ShareOptions);
const answer = (message: Answer): void => parentPort?.postMessage(message);

parentPort?.once("message", async ({ summaries, paths }: CheckOrder) => {
  answer({ phase: "checked", files: await share.check(summaries, paths) });
});
answer({ phase: "extracted", files: await share.extract() });
