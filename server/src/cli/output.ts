import { writeFileSync } from "node:fs";
import { exitCodes, UsageError } from "./exit-codes.ts";
import type { Terminal } from "./terminal.ts";

/** Writes a report to its file, or to standard output when it has none. */
export function deliver(text: string, file: string | undefined, terminal: Terminal): void {
  if (file === undefined) {
    terminal.out(text);
    return;
  }
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new UsageError(`Could not write ${file}: ${(error as Error).message}`, exitCodes.unreadable);
  }
}
