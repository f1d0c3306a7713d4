import { writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { makeFolder } from "./make-folder.ts";
import type { Output } from "./reporters/index.ts";
import type { Notice } from "./result.ts";
import { type Colours, harmless, plain, type Terminal } from "./terminal.ts";
import { writeProblem } from "./write-problem.ts";

/** Writes a report to its file, or to standard output when it has none. False, and said so, when it could not be written: the other reports go on. */
export function deliver(text: string, file: string | undefined, terminal: Terminal): boolean {
  if (file === undefined) {
    terminal.out(text);
    return true;
  }
  try {
    makeFolder(dirname(file));
    writeFileSync(file, text);
    return true;
  } catch (error) {
    terminal.err(`wellspent: could not write ${harmless(file)}: ${writeProblem(error)}\n`);
    return false;
  }
}

/** How a report is to look where it goes. */
export interface OutputStyle {
  readonly colours: Colours;
  readonly width: number;
  readonly toFile: boolean;
}

/** Draws and delivers each report that was asked for. False when one could not be written. */
export async function deliverAll(
  outputs: readonly Output[],
  terminal: Terminal,
  draw: (format: string, style: OutputStyle) => string | Promise<string>,
): Promise<boolean> {
  let delivered = true;
  for (const { format, file } of outputs) {
    const toFile = file !== undefined;
    const text = await draw(format, { colours: toFile ? plain : terminal.colours, width: terminal.width, toFile });
    delivered = deliver(text, file, terminal) && delivered;
  }
  return delivered;
}

/** Tells what stood in the way, beside the reports. */
export function tellNotices(notices: readonly Notice[], terminal: Terminal): void {
  for (const { path, message } of notices) terminal.err(`note ${path === undefined ? "" : `${path}: `}${message}\n`);
}
