import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { harmless, type Terminal } from "./terminal.ts";

/** Writes a report to its file, or to standard output when it has none. False, and said so, when it could not be written: the other reports go on. */
export function deliver(text: string, file: string | undefined, terminal: Terminal): boolean {
  if (file === undefined) {
    terminal.out(text);
    return true;
  }
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return true;
  } catch (error) {
    terminal.err(`wellspent: could not write ${harmless(file)}: ${writeProblem(error)}\n`);
    return false;
  }
}

const problems: Readonly<Record<string, string>> = {
  EACCES: "no permission",
  EPERM: "no permission",
  EROFS: "this disk is read-only",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of its path is a file, not a folder",
  EEXIST: "a part of its path is a file, not a folder",
  ENOSPC: "the disk is full",
};

/** Why something could not be written, in plain words. */
export function writeProblem(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return problems[code ?? ""] ?? message;
}
