import { existsSync, readFileSync } from "node:fs";
import { logFile, resultFile, type SuiteName } from "./paths.ts";

export interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** Counts a suite's result file; a run that left none has failed once, because nothing is known to have passed. */
export function countTests(file: string): Count {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  return JSON.parse(readFileSync(file, "utf8"));
}

/** Prints what a suite logged and counts its tests. `outcome` is the editor's exit status, or why there is none. */
export function tell(suite: SuiteName, outcome: number | string): Count {
  const log = logFile(suite);
  process.stdout.write(existsSync(log) ? readFileSync(log, "utf8") : "");
  if (typeof outcome === "string") console.error(`The ${suite} tests did not end: ${outcome}.`);
  const { passed, failed } = countTests(resultFile(suite));
  // A suite that ends badly without a failed test, or in which none ran, has failed as a whole.
  return { passed, failed: outcome === 0 && passed > 0 ? failed : Math.max(1, failed) };
}

/** Several counts as one. */
export const total = (counts: readonly Count[]): Count => ({
  passed: counts.reduce((sum, { passed }) => sum + passed, 0),
  failed: counts.reduce((sum, { failed }) => sum + failed, 0),
});
