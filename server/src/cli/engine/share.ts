import {
  type CheckedFile,
  createChecker,
  createExtractor,
  type FileSummary,
  type OpenFile,
} from "../../analysis/index.ts";
import type { CalendarDate } from "../../values/types.ts";
import { type DiskEntry, readListed } from "../../workspace/disk.ts";
import type { FileContent, FilePath } from "../../workspace/types.ts";

/** A file of a share: on disk, or text that stands in for it, or a problem that the walk already met. */
export interface ShareFile {
  readonly entry: DiskEntry;
  readonly content?: FileContent;
}

/** First answer of a share. Plain data: it crosses threads. */
export interface Extracted {
  readonly path: FilePath;
  readonly summary: FileSummary;
  /** Of the content, so that a file that was only touched is known again; when asked for. */
  readonly hash: string | undefined;
  /** Set when there was no text to read. */
  readonly problem?: Extract<FileContent, { kind: "problem" }>;
}

/** Second answer of a share. */
export interface CheckedShare {
  readonly path: FilePath;
  readonly checked: CheckedFile;
}

/** Some of the files of a project, worked on by one thread in two phases: extract, then check once all summaries are known. */
export interface Share {
  extract(): Promise<readonly Extracted[]>;
  check(summaries: readonly FileSummary[], paths: readonly FilePath[]): Promise<readonly CheckedShare[]>;
  /** Frees the thread, if it has one. */
  end(): Promise<void>;
}

export interface ShareOptions {
  readonly root: string;
  readonly asOf: CalendarDate;
  readonly files: readonly ShareFile[];
  /** Whether the contents are named by their hash, which only a cache needs. */
  readonly hashes: boolean;
}

/** Text, in UTF-16 units, whose trees are kept between the phases; beyond it they are made again, to bound memory. */
const mostKept = 12 * 1024 * 1024;

/** A share worked on in this thread. `done` is told after each file. */
export function localShare(options: ShareOptions, done: () => void = () => undefined): Share {
  const kept = new Map<FilePath, OpenFile>();
  const contents = new Map<FilePath, FileContent>();
  const byPath = new Map(options.files.map((file) => [file.entry.path, file]));
  const read = ({ entry, content }: ShareFile): FileContent => content ?? readListed(options.root, entry);
  const extract = createExtractor();
  let size = 0;
  return {
    async extract() {
      const hash = options.hashes ? await contentHash() : undefined;
      return options.files.map((file): Extracted => {
        const content = read(file);
        const { path } = file.entry;
        const open = extract(path, content);
        if (content.kind === "text") size += content.text.length;
        if (size <= mostKept) kept.set(path, open);
        else contents.set(path, content);
        done();
        return {
          path,
          summary: open.summary,
          hash: hash?.(content),
          ...(content.kind === "problem" ? { problem: content } : {}),
        };
      });
    },
    async check(summaries, paths) {
      const checker = createChecker(summaries, options.asOf);
      return paths.flatMap((path): CheckedShare[] => {
        const file = byPath.get(path);
        if (file === undefined) return [];
        const open = kept.get(path) ?? extract(path, contents.get(path) ?? read(file));
        kept.delete(path);
        const checked = checker.check(open);
        done();
        return [{ path, checked }];
      });
    },
    async end() {},
  };
}

/** Names a content. Node's cryptography takes a while to wake, so it is loaded when it is needed. */
export async function contentHash(): Promise<(content: FileContent) => string> {
  const { createHash } = await import("node:crypto");
  return (content) =>
    createHash("sha1")
      .update(content.kind === "text" ? content.text : `\0${JSON.stringify(content)}`)
      .digest("base64url");
}
