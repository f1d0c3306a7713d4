import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CheckedFile, FileSummary } from "../../analysis/index.ts";
import type { CalendarDate } from "../../values/types.ts";
import type { FilePath } from "../../workspace/types.ts";
import { dateText } from "../as-of.ts";
import { version } from "../version.ts";

/** What an earlier run knew of a file. */
export interface CacheEntry {
  readonly path: FilePath;
  readonly stamp: string;
  readonly hash: string;
  readonly summary: FileSummary;
  /** What was found; undefined when the file was not checked, or on another day. */
  readonly checked: CheckedFile | undefined;
}

export interface CacheContent {
  /** When the run before read its files, in milliseconds since 1970: a file changed since then, or just before, may not be trusted by its stamp. */
  readonly readAt: number;
  /** Whether summaries are whole (see `lighten`). */
  readonly whole: boolean;
  readonly entries: ReadonlyMap<FilePath, CacheEntry>;
}

/** One file in the project's folder that remembers the last run. Whatever is wrong with it, it is as if there were none. */
export interface Cache {
  load(): CacheContent | undefined;
  save(content: Omit<CacheContent, "entries">, entries: Iterable<CacheEntry>): void;
}

type Line = readonly [
  path: string,
  stamp: string,
  hash: string,
  summary: FileSummary,
  checked: readonly [Omit<CheckedFile, "reads">, readonly string[]] | 0,
];

interface Header {
  readonly engine: string;
  readonly asOf: string;
  readonly readAt: number;
  readonly whole: boolean;
  readonly digest: string;
}

export const cacheFolder = ".wellspent-cache";

/** `folder`: where it lies; by default in the project. `asOf`: findings of another day are not used again. */
export function openCache(root: string, folder: string | undefined, asOf: CalendarDate): Cache {
  const home = folder ?? join(root, cacheFolder);
  const file = join(home, folder === undefined ? "check.jsonl" : `check-${digestOf(root).slice(0, 12)}.jsonl`);
  const day = dateText(asOf);
  return {
    load() {
      try {
        return readCache(readFileSync(file, "utf8"), day);
      } catch {
        return undefined;
      }
    },
    save(content, entries) {
      const lines: string[] = [];
      for (const { path, stamp, hash, summary, checked } of entries) {
        const kept = checked && ([{ ...checked, reads: undefined }, [...checked.reads].flat()] as const);
        lines.push(JSON.stringify([path, stamp, hash, summary, kept ?? 0] satisfies Line));
      }
      const body = lines.join("\n");
      const header: Header = { engine: engineStamp(), asOf: day, ...content, digest: digestOf(body) };
      const draft = `${file}.${process.pid}`;
      try {
        mkdirSync(home, { recursive: true });
        // Keeps itself out of the repository, whatever that ignores.
        if (folder === undefined) writeFileSync(join(home, ".gitignore"), "*\n");
        writeFileSync(draft, `${JSON.stringify(header)}\n${body}`);
        renameSync(draft, file);
      } catch {
        // A folder that cannot be written to costs time at the next run, nothing else.
        discard(draft);
      }
    },
  };
}

function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // It was never written.
  }
}

function readCache(text: string, day: string): CacheContent | undefined {
  const end = text.indexOf("\n");
  const header = JSON.parse(text.slice(0, end)) as Header;
  const body = text.slice(end + 1);
  if (header.engine !== engineStamp() || header.digest !== digestOf(body)) return undefined;
  const entries = new Map<FilePath, CacheEntry>();
  const sameDay = header.asOf === day;
  for (const line of body === "" ? [] : (JSON.parse(`[${body.replaceAll("\n", ",")}]`) as Line[])) {
    const [path, stamp, hash, summary, kept] = line;
    const checked = kept === 0 || !sameDay ? undefined : { ...kept[0], reads: pairs(kept[1]) };
    entries.set(path, { path, stamp, hash, summary, checked });
  }
  return { readAt: header.readAt, whole: header.whole, entries };
}

function pairs(flat: readonly string[]): Map<string, string> {
  const map = new Map<string, string>();
  for (let at = 0; at + 1 < flat.length; at += 2) map.set(flat[at] as string, flat[at + 1] as string);
  return map;
}

const digestOf = (text: string): string => createHash("sha1").update(text).digest("base64url");

/** Names the engine and the reference data built into it: the version, and the size and time of the program itself. */
function engineStamp(): string {
  const program = statSync(fileURLToPath(import.meta.url));
  return `${version} ${program.size} ${program.mtimeMs}`;
}

/** Whether the program is a bundle: the sources may change in any of their files, so a cache of theirs is never trusted. */
export const isBundled = (): boolean => !import.meta.url.endsWith(".ts");
