import type { FileSummary } from "../../analysis/index.ts";
import type { FilePath } from "../../workspace/types.ts";
import type { RunOptions } from "./run.ts";
import { type CheckedShare, type Extracted, localShare, type Share, type ShareFile } from "./share.ts";

/** Below this many files a second thread costs more time than it saves. */
const worthThreads = 300;

/** Files of a project worked on together, on as many threads as are worth it, this one among them. */
export interface Team {
  extract(): Promise<readonly Extracted[]>;
  /** Checks those of the paths that the team holds. */
  check(summaries: readonly FileSummary[], paths: readonly FilePath[]): Promise<readonly CheckedShare[]>;
  end(): Promise<void>;
}

export async function openTeam(root: string, files: readonly ShareFile[], options: RunOptions): Promise<Team> {
  const threads = await threadsFor(files.length, options.threads);
  const [own = [], ...others] = split(files, threads);
  const common = { root, asOf: options.asOf, hashes: options.cache !== undefined };
  const members: ReturnType<typeof member>[] = [];
  // The others begin before this thread is busy with its own part.
  if (others.length > 0) {
    const { remoteShare } = await import("./remote.ts");
    for (const part of others) members.push(member(part, remoteShare({ ...common, files: part })));
  }
  const done = (): void => options.progress.step();
  members.push(member(own, localShare({ ...common, files: own }, done)));
  return {
    extract: async () => (await Promise.all(members.map((each) => each.share.extract()))).flat(),
    async check(summaries, paths) {
      const orders = members.map((each) => ({ ...each, paths: paths.filter((path) => each.holds.has(path)) }));
      const answers = orders
        .filter((each) => each.paths.length > 0)
        .map((each) => each.share.check(summaries, each.paths));
      return (await Promise.all(answers)).flat();
    },
    async end() {
      await Promise.all(members.map((each) => each.share.end()));
    },
  };
}

/** How many threads are worth it; what they need is loaded only then. */
async function threadsFor(files: number, asked: number | undefined): Promise<number> {
  if (files < 2 || asked === 1 || (asked === undefined && files < worthThreads)) return 1;
  const { canUseThreads } = await import("./remote.ts");
  if (!canUseThreads()) return 1;
  return Math.min(asked ?? (await import("node:os")).availableParallelism(), files);
}

const member = (files: readonly ShareFile[], share: Share) => ({
  share,
  holds: new Set(files.map((file) => file.entry.path)),
});

/** Parts of about equal size in bytes. */
function split(files: readonly ShareFile[], parts: number): ShareFile[][] {
  const loads = Array.from({ length: parts }, () => ({ size: 0, files: [] as ShareFile[] }));
  for (const file of files) {
    const lightest = loads.reduce((best, each) => (each.size < best.size ? each : best));
    lightest.files.push(file);
    lightest.size += file.entry.size + 1;
  }
  return loads.map((load) => load.files);
}
