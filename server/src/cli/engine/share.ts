import {
  type CheckedFile,
  type Checker,
  createChecker,
  createExtractor,
  type FileSummary,
  type FileText,
  keysOf,
  type OpenFile,
  type ProjectIndex,
} from "../../analysis/index.ts";
import type { CalendarDate } from "../../values/types.ts";
import { type DiskEntry, listedReader } from "../../workspace/disk.ts";
import type { FileContent, FilePath } from "../../workspace/types.ts";
import { placesOf } from "../places.ts";
import type { AheadFile } from "./ahead.ts";
import type { CacheEntry } from "./cache.ts";
import { type Queue, taken } from "./queue.ts";

/** A file to work on: on disk, or text that stands in for it, or a problem that the walk already met. */
export interface ShareFile {
  readonly entry: DiskEntry;
  readonly content?: FileContent;
}

/** What a file says to the rest of the project. Plain data: it crosses threads. */
export interface Extracted {
  readonly path: FilePath;
  readonly summary: FileSummary;
  /** Of the content, so that a file that was only touched is known again; when asked for. */
  readonly hash: string | undefined;
  /** Set when there was no text to read. */
  readonly problem?: Extract<FileContent, { kind: "problem" }>;
}

export interface CheckedShare {
  readonly path: FilePath;
  readonly checked: NonNullable<CacheEntry["checked"]>;
}

/** Summaries of a project, all of it or what is known so far, and the checker they make. */
export interface Known {
  summaries(): readonly FileSummary[];
  checker(): Checker;
}

/** `index` is made once, when somebody asks. */
export function knownFrom(index: () => ProjectIndex, asOf: CalendarDate): Known {
  let made: ProjectIndex | undefined;
  let checker: Checker | undefined;
  const indexed = (): ProjectIndex => {
    made ??= index();
    return made;
  };
  return {
    summaries: () => [...indexed().summaries.values()],
    checker() {
      checker ??= createChecker(indexed(), asOf);
      return checker;
    },
  };
}

/** Takes what is found as it is found. */
export interface HandOver {
  /** Files at once. */
  readonly turn: number;
  take(files: readonly AheadFile[]): void;
}

/** The part of the work that one thread does. */
export interface Share {
  /** What files say to others. Trees of those that will be `checked` are kept. */
  extract(queue: Queue, checked: boolean): Promise<readonly Extracted[]>;
  /** What files say to others, and what is found in them as far as `known` goes; no tree is kept. What is handed over is not answered. */
  checkAhead(queue: Queue, known: Known, hand?: HandOver): Promise<readonly AheadFile[]>;
  /** What is found in files when the whole project is known. */
  check(files: readonly ShareFile[], known: Known): Promise<readonly CheckedShare[]>;
  /** Frees the thread, if it has one. */
  end(): Promise<void>;
}

export interface ShareOptions {
  readonly root: string;
  readonly asOf: CalendarDate;
  /** Whether the contents are named by their hash, which only a cache needs. */
  readonly hashes: boolean;
  /** Whether what interventions say is wanted (see `createExtractor`). */
  readonly whole: boolean;
}

/** Text, in UTF-16 units, whose trees are kept between the phases; beyond it they are made again, to bound memory. */
const mostKept = 12 * 1024 * 1024;

/** A share worked on in this thread. `done` is told how many files of a phase have been taken. */
export function localShare(options: ShareOptions, done: (count: number) => void = () => undefined): Share {
  const kept = new Map<FilePath, OpenFile>();
  const readEntry = listedReader(options.root);
  const textOf = ({ entry, content }: ShareFile): FileText => ({
    path: entry.path,
    content: content ?? readEntry(entry),
  });
  const extract = createExtractor(options.whole);
  let size = 0;
  const named = async (): Promise<(open: OpenFile) => Extracted> => {
    const hash = options.hashes ? await contentHash() : undefined;
    return ({ path, content, summary }) => ({
      path,
      summary,
      hash: hash?.(content),
      ...(content.kind === "problem" ? { problem: content } : {}),
    });
  };
  return {
    async extract(queue, checked) {
      const name = await named();
      const extracted: Extracted[] = [];
      for (const file of taken(queue, done)) {
        const [open] = extract([textOf(file)]) as [OpenFile];
        if (checked && open.content.kind === "text") size += open.content.text.length;
        if (checked && size <= mostKept) kept.set(open.path, open);
        extracted.push(name(open));
      }
      return extracted;
    },
    async checkAhead(queue, known, hand) {
      const name = await named();
      const checker = known.checker();
      const found: AheadFile[] = [];
      for (const files of inBatches(taken(queue, done))) {
        const opened = extract(files.map(textOf));
        const results = checker.checkAhead(opened);
        opened.forEach((open, at) => {
          found.push({ ...name(open), checked: foundIn(open, results[at] as CheckedFile), names: namesIn(open) });
        });
        if (hand !== undefined && found.length >= hand.turn) hand.take(found.splice(0));
      }
      return found;
    },
    async check(files, known) {
      const checker = known.checker();
      return files.map((file, at): CheckedShare => {
        const { path } = file.entry;
        const open = kept.get(path) ?? (extract([textOf(file)]) as [OpenFile])[0];
        kept.delete(path);
        done(at);
        return { path, checked: foundIn(open, checker.check(open)) };
      });
    },
    async end() {},
  };
}

/**
 * Files are worked on a few together, step by step, for a processor holds the code of one step at a time: all of it, file after file, takes
 * a fifth longer. More than this, in files and in bytes, and their trees outlive the young memory of the heap, which costs more.
 */
const together = { files: 8, bytes: 24 * 1024 };

function* inBatches(files: Iterable<ShareFile>): Generator<readonly ShareFile[]> {
  let batch: ShareFile[] = [];
  let bytes = 0;
  for (const file of files) {
    if (batch.length > 0 && (batch.length === together.files || bytes + file.entry.size > together.bytes)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(file);
    bytes += file.entry.size;
  }
  if (batch.length > 0) yield batch;
}

const foundIn = ({ parsed }: OpenFile, { findings, reads }: CheckedFile): CheckedShare["checked"] => ({
  findings,
  places: placesOf(findings, parsed),
  asked: [...reads.keys()],
});

const namesIn =
  ({ summary }: OpenFile): AheadFile["names"] =>
  (what) =>
    keysOf(what === "defined" ? summary.definitions : summary.uses);

/** Names a content. Node's cryptography takes a while to wake, so it is loaded when it is needed. */
export async function contentHash(): Promise<(content: FileContent) => string> {
  const { createHash } = await import("node:crypto");
  return (content) =>
    createHash("sha1")
      .update(content.kind === "text" ? content.text : `\0${JSON.stringify(content)}`)
      .digest("base64url");
}
