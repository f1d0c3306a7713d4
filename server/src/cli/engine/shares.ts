import type { FileSummary } from "../../analysis/index.ts";
import type { FilePath } from "../../workspace/types.ts";
import { canUseThreads, remoteShare } from "./remote.ts";
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

export function openTeam(root: string, files: readonly ShareFile[], options: RunOptions): Team {
  const wanted = options.threads ?? (files.length < worthThreads ? 1 : options.cores);
  const threads = canUseThreads() ? Math.max(1, Math.min(wanted, files.length)) : 1;
  const parts = split(files, threads);
  // The others begin before this thread is busy with its own part.
  const members = parts.slice(1).map((part) => member(part, remoteShare({ root, asOf: options.asOf, files: part })));
  const own = parts[0] ?? [];
  members.push(
    member(
      own,
      localShare({ root, asOf: options.asOf, files: own }, () => options.progress.step()),
    ),
  );
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
