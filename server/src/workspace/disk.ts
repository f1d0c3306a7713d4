import {
  closeSync,
  constants,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { resolve } from "node:path";
import { decode } from "./decode.ts";
import { type DiskEntry, type DiskListing, isInside, reasonOf, walk } from "./disk-walk.ts";
import { type FileContent, type FilePath, type FileSystem, largestFile } from "./types.ts";

export { findRoot } from "./disk-root.ts";
export type { DiskEntry, DiskListing } from "./disk-walk.ts";

/** A listed name may have become a link since; it is then not followed. Windows has no such flag. */
const noFollow = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0);
/** How long a walk may hold the thread before it lets others go first, in milliseconds. */
const turn = 10;

/**
 * The files of a project on disk, walked in one go: for the command line. `root` is a real path (`findRoot`). `reach` is told before each
 * folder how many files have been found.
 */
export function listDisk(root: string, reach: (files: number) => void = () => undefined): DiskListing {
  const steps = walk(root);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    reach(step.value);
  }
}

/** Reads a file that the walk listed. */
export function readListed(root: string, entry: Pick<DiskEntry, "path" | "size" | "real">): FileContent {
  if (entry.size > largestFile) return tooLarge(entry.size);
  return readBytes(entry.real ?? `${root}/${entry.path}`);
}

/** Files that are larger, in bytes, are read by `readListed`. */
const mostAtOnce = 256 * 1024;

/** A reader of many listed files: the bytes of each lie where those of the last one lay, which takes a third less time. */
export function listedReader(root: string): (entry: Pick<DiskEntry, "path" | "size" | "real">) => FileContent {
  const bytes = Buffer.allocUnsafeSlow(mostAtOnce);
  return (entry) => {
    if (entry.size >= mostAtOnce) return readListed(root, entry);
    let file: number;
    try {
      file = openSync(entry.real ?? `${root}/${entry.path}`, noFollow);
    } catch (error) {
      return problemOf(error);
    }
    try {
      const length = readSync(file, bytes, 0, mostAtOnce, 0);
      // It may have changed since it was listed, and a file far away may come in pieces.
      if (length < entry.size || length === mostAtOnce) return readListed(root, entry);
      const text = bytes.toString("utf8", 0, length);
      return isPlainly(text) ? { kind: "text", text } : decode(bytes.subarray(0, length));
    } catch (error) {
      return problemOf(error);
    } finally {
      closeSync(file);
    }
  };
}

/** A project on disk behind the interface that the editor and tests share. Reads nothing outside `root`, a real path. */
export function diskFileSystem(root: string): FileSystem {
  return {
    async list() {
      const steps = walk(root);
      for (let since = performance.now(); ; ) {
        const step = steps.next();
        if (step.done) return step.value;
        if (performance.now() - since < turn) continue;
        await new Promise((go) => setImmediate(go));
        since = performance.now();
      }
    },
    read: async (path) => readInside(root, path),
  };
}

function readInside(root: string, path: FilePath): FileContent {
  if (!isInside(root, resolve(root, path))) return { kind: "problem", problem: "outside-project" };
  try {
    const real = realpathSync(resolve(root, path));
    if (!isInside(root, real)) return { kind: "problem", problem: "outside-project" };
    const stat = statSync(real);
    if (!stat.isFile()) return { kind: "problem", problem: "not-a-file" };
    return stat.size > largestFile ? tooLarge(stat.size) : readBytes(real);
  } catch (error) {
    return problemOf(error);
  }
}

function readBytes(real: string): FileContent {
  try {
    const text = readFileSync(real, { encoding: "utf8", flag: noFollow });
    if (isPlainly(text)) return { kind: "text", text };
    const file = openSync(real, noFollow);
    try {
      return decode(readFileSync(file));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return problemOf(error);
  }
}

/**
 * Whether what Node read as UTF-8 is sure to be the file's text: nothing was put in the place of what it could not read, and there is no
 * mark to take away. Quicker than the bytes, which are looked at when it is not.
 */
const isPlainly = (text: string): boolean =>
  text.length <= largestFile / 3 && !text.includes("\ufffd") && !text.includes("\0") && text.charCodeAt(0) !== 0xfeff;

const tooLarge = (size: number): FileContent => ({
  kind: "problem",
  problem: "too-large",
  detail: `${Math.ceil(size / 1024 / 1024)} MB`,
});

function problemOf(error: unknown): FileContent {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOENT" || code === "ENOTDIR") return { kind: "problem", problem: "vanished" };
  if (code === "EISDIR") return { kind: "problem", problem: "not-a-file" };
  return { kind: "problem", problem: "unreadable", detail: reasonOf(error) };
}

/**
 * Writes a listed file anew, keeping its byte order mark, through a file beside it so that a power cut loses nothing. False when its text
 * is no longer `before`; throws as the file system does.
 */
export function writeListed(
  root: string,
  entry: Pick<DiskEntry, "path" | "size" | "real">,
  before: string,
  after: string,
): boolean {
  const real = entry.real ?? `${root}/${entry.path}`;
  const bytes = readFileSync(real);
  const now = decode(bytes);
  if (now.kind !== "text" || now.text !== before) return false;
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const beside = `${real}.wellspent-${process.pid}`;
  writeFileSync(beside, `${marked ? "\uFEFF" : ""}${after}`, { mode: statSync(real).mode, flag: "wx" });
  renameSync(beside, real);
  return true;
}
