import { createHash } from "node:crypto";
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FileSummary } from "../../analysis/index.ts";
import type { Finding } from "../../rules/types.ts";
import type { CalendarDate } from "../../values/types.ts";
import type { FilePath } from "../../workspace/types.ts";
import { dateText } from "../as-of.ts";
import { makeFolder } from "../make-folder.ts";
import type { Places } from "../places.ts";
import { version } from "../version.ts";
import { decode, encode, type Shelf } from "./cache-format.ts";
import { cacheHome } from "./cache-home.ts";

/** What the last run knew of a file. */
export interface CacheEntry {
  readonly path: FilePath;
  readonly stamp: string;
  readonly hash: string;
  readonly summary: FileSummary;
  /** Undefined when it was not checked, or is no longer known to hold. */
  readonly checked:
    | {
        readonly findings: readonly Finding[];
        readonly places: Places;
        /** Questions put to the index. */
        readonly asked: readonly string[];
      }
    | undefined;
}

export interface CacheContent {
  /** When the run read its files, in milliseconds since 1970: a file changed since then, or just before, may not be trusted by its stamp. */
  readonly readAt: number;
  /** Whether summaries are whole (see `lighten`). */
  readonly whole: boolean;
  readonly entries: ReadonlyMap<FilePath, CacheEntry>;
}

/** What was written down, as it lies: what is there of a file in a later shelf is there instead. */
export interface CacheLoad extends CacheContent {
  readonly shelves: readonly Shelf[];
}

/**
 * Remembers the last run in the project's folder: a large file, and a small one with what has changed since. Whatever is wrong with
 * them, it is as if there were none.
 */
export interface Cache {
  load(): CacheLoad | undefined;
  /** `changed`: entries that differ from those loaded; undefined: all may. */
  save(content: CacheContent, changed: ReadonlySet<FilePath> | undefined): void;
}

interface Header {
  readonly engine: string;
  readonly asOf: string;
  readonly readAt: number;
  readonly whole: boolean;
  readonly digest: string;
  /** Of a small file: the digest of the large one it belongs to. */
  readonly base?: string;
}

/** Beyond this share of the project, what has changed is not worth a file of its own. */
const smallShare = 0.1;

/** `folder`: where it lies; by default in the project. `asOf`: findings of another day are not used again. */
export function openCache(root: string, folder: string | undefined, asOf: CalendarDate): Cache {
  const home = cacheHome(root, folder);
  const name = folder === undefined ? "check" : `check-${digestOf(Buffer.from(root)).slice(0, 12)}`;
  const files = { base: join(home, `${name}.all`), since: join(home, `${name}.since`) };
  const day = dateText(asOf);
  let base: { readonly digest: string; readonly since: ReadonlySet<FilePath> } | undefined;
  const read = (file: string): ReturnType<typeof readShelf> => {
    try {
      return readShelf(readFileSync(file), day);
    } catch {
      return undefined;
    }
  };
  return {
    load() {
      const whole = read(files.base);
      if (whole === undefined) return undefined;
      const late = read(files.since);
      const since = late?.header.base === whole.header.digest ? late : undefined;
      const shelves = since === undefined ? [whole.shelf] : [whole.shelf, since.shelf];
      base = { digest: whole.header.digest, since: new Set(since?.shelf.entries.map((entry) => entry.path)) };
      const entries = new Map<FilePath, CacheEntry>();
      for (const shelf of shelves) for (const entry of shelf.entries) entries.set(entry.path, entry);
      const { readAt, whole: isWhole } = (since ?? whole).header;
      return { readAt, whole: isWhole, entries, shelves };
    },
    save({ readAt, whole, entries }, changed) {
      const common = { engine: engineStamp(), asOf: day, readAt, whole };
      const late = changed === undefined ? undefined : new Set([...changed, ...(base?.since ?? [])]);
      try {
        makeFolder(home);
        // Keeps itself out of the repository, whatever that ignores.
        if (folder === undefined) writeFileSync(join(home, ".gitignore"), "*\n");
        if (base !== undefined && late !== undefined && late.size <= smallShare * entries.size) {
          const own = [...late].flatMap((path) => entries.get(path) ?? []);
          writeWhole(files.since, { ...common, base: base.digest }, encode(own));
        } else {
          writeWhole(files.base, common, encode(entries.values()));
          rmSync(files.since, { force: true });
        }
      } catch {
        // A folder that cannot be written to costs time at the next run, nothing else.
      }
    },
  };
}

function readShelf(bytes: Buffer, day: string): { header: Header; shelf: Shelf } | undefined {
  const end = bytes.indexOf(10);
  const header = JSON.parse(bytes.toString("latin1", 0, end)) as Header;
  const body = bytes.subarray(end + 1);
  if (header.engine !== engineStamp() || header.asOf !== day || header.digest !== digestOf(body)) return undefined;
  return { header, shelf: decode(body.toString("latin1")) };
}

/** A file that is whole or is not there: written beside its place, then moved to it. */
function writeWhole(file: string, header: Omit<Header, "digest">, body: string): void {
  const bytes = Buffer.from(body, "latin1");
  const draft = `${file}.${process.pid}`;
  try {
    writeFileSync(
      draft,
      Buffer.concat([Buffer.from(`${JSON.stringify({ ...header, digest: digestOf(bytes) })}\n`), bytes]),
    );
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

const digestOf = (bytes: Buffer): string => createHash("sha1").update(bytes).digest("base64url");

/** Names the engine and the reference data built into it: the version, and the size and time of the program itself. */
function engineStamp(): string {
  const program = statSync(fileURLToPath(import.meta.url));
  return `${version} ${program.size} ${program.mtimeMs}`;
}

/** Whether the program is a bundle: the sources may change in any of their files, so a cache of theirs is never trusted. */
export const isBundled = (): boolean => !import.meta.url.endsWith(".ts");
