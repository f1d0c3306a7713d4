/** What the bundle of the command line gives to those who start it. */
export { run } from "./cli/run.ts";

/** Becomes a thread that does a share of the work. */
export const work = (): Promise<unknown> => import("./cli/worker.ts");
