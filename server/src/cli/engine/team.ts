import type { Worker } from "node:worker_threads";
import type { FilePath } from "../../workspace/types.ts";
import type { AheadFile } from "./ahead.ts";
import { queueOf } from "./queue.ts";
import {
  type CheckedShare,
  type Extracted,
  type Known,
  localShare,
  type Share,
  type ShareFile,
  type ShareOptions,
} from "./share.ts";
import { compileAsUsual } from "./short-run.ts";
import { workerFile, worthThreads } from "./thread.ts";

export interface TeamOptions extends ShareOptions {
  /** Undefined: as many as are worth it. */
  readonly threads: number | undefined;
  /** A thread that was begun before, if there is one: asked for when the first is needed. */
  readonly spare: () => Worker | undefined;
  /** Told how many files of a phase have been taken. */
  readonly done: (count: number) => void;
}

/** Threads that work on files together, this one among them. The others are there once there is work for them. */
export interface Team {
  /** Lets threads get ready for so many files. */
  expect(files: number): Promise<void>;
  extract(files: readonly ShareFile[], checked: boolean): Promise<readonly Extracted[]>;
  checkAhead(files: readonly ShareFile[], known: Known): Promise<readonly AheadFile[]>;
  check(files: readonly ShareFile[], known: Known): Promise<readonly CheckedShare[]>;
  end(): Promise<void>;
}

export function openTeam(options: TeamOptions): Team {
  const own = localShare(options, options.done);
  const others: Share[] = [];
  /** Who has the trees of a file. */
  const holders = new Map<FilePath, Share>();

  const expect = async (files: number): Promise<void> => {
    const threads = await threadsFor(files, options.threads);
    if (others.length + 1 >= threads) return;
    const { remoteShare } = await import("./remote.ts");
    const { root, asOf, hashes, whole } = options;
    while (others.length + 1 < threads) others.push(remoteShare({ root, asOf, hashes, whole }, options.spare()));
  };

  /** Threads on their way out. */
  const gone: Promise<void>[] = [];
  const dismiss = (): void => {
    for (const other of others.splice(0)) gone.push(other.end());
  };

  /** Everybody at one thing when it is much, else this thread alone. This one comes last, for it is busy until it is done. */
  const together = async <T>(files: number, work: (share: Share) => Promise<readonly T[]>): Promise<readonly T[]> => {
    await expect(files);
    const members = (await threadsFor(files, options.threads)) === 1 ? [own] : [...others, own];
    return (await Promise.all(members.map(work))).flat();
  };

  return {
    expect,
    extract(files, checked) {
      const queue = queueOf(files);
      return together(files.length, async (share) => {
        const extracted = await share.extract(queue, checked);
        for (const { path } of extracted) holders.set(path, share);
        return extracted;
      });
    },
    checkAhead(files, known) {
      const queue = queueOf(files);
      return together(files.length, (share) => share.checkAhead(queue, known));
    },
    async check(files, known) {
      await expect(files.length);
      // What comes last is seldom much: the others go while this thread does it.
      if ((await threadsFor(files.length, options.threads)) === 1) dismiss();
      const members = [...others, own];
      const parts = split(files, members, holders);
      return together(files.length, async (share) => {
        const part = parts.get(share) ?? [];
        return part.length === 0 ? [] : share.check(part, known);
      });
    },
    async end() {
      dismiss();
      await Promise.all(gone);
      if (gone.length > 0) compileAsUsual();
    },
  };
}

/** How many threads are worth it; what they need is loaded only then. */
async function threadsFor(files: number, asked: number | undefined): Promise<number> {
  if (files < 2 || asked === 1 || (asked === undefined && files < worthThreads)) return 1;
  if (workerFile() === undefined) return 1;
  return Math.min(asked ?? (await import("node:os")).availableParallelism(), files);
}

/** Who checks what: whoever has a file's trees, else whoever has least to do. */
function split(
  files: readonly ShareFile[],
  members: readonly Share[],
  holders: ReadonlyMap<FilePath, Share>,
): ReadonlyMap<Share, readonly ShareFile[]> {
  const loads = members.map((share) => ({ share, size: 0, files: [] as ShareFile[] }));
  const free: ShareFile[] = [];
  const give = (load: (typeof loads)[number], file: ShareFile): void => {
    load.files.push(file);
    load.size += file.entry.size + 1;
  };
  for (const file of files) {
    const holder = holders.get(file.entry.path);
    const load = loads.find((each) => each.share === holder);
    if (load === undefined) free.push(file);
    else give(load, file);
  }
  for (const file of free)
    give(
      loads.reduce((best, each) => (each.size < best.size ? each : best)),
      file,
    );
  return new Map(loads.map((load) => [load.share, load.files]));
}
