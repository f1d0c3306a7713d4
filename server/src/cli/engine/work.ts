import type { FileSummary } from "../../analysis/index.ts";
import type { FilePath } from "../../workspace/types.ts";
import type { Project } from "../project.ts";
import type { RunOptions } from "./run.ts";
import type { CheckedShare, Extracted, ShareFile } from "./share.ts";
import { openTeam, type Team } from "./shares.ts";

/** The two phases of one run, with the teams that do them. */
export interface Work {
  extract(files: readonly ShareFile[]): Promise<ReadonlyMap<FilePath, Extracted>>;
  check(summaries: readonly FileSummary[], files: readonly ShareFile[]): Promise<readonly CheckedShare[]>;
  end(): Promise<void>;
}

export function openWork(project: Project, options: RunOptions): Work {
  const teams: Team[] = [];
  const held = new Set<FilePath>();
  const extract = async (files: readonly ShareFile[]): Promise<ReadonlyMap<FilePath, Extracted>> => {
    if (files.length === 0) return new Map();
    options.progress.begin(`Reading ${project.show("")}`, files.length);
    const team = await openTeam(project.root, files, options);
    teams.push(team);
    for (const file of files) held.add(file.entry.path);
    return new Map((await team.extract()).map((each) => [each.path, each]));
  };
  return {
    extract,
    async check(summaries, files) {
      // Files that did not change, but rest on something that did, have not been read yet.
      await extract(files.filter((file) => !held.has(file.entry.path)));
      options.progress.begin(`Checking ${project.show("")}`, files.length);
      const paths = files.map((file) => file.entry.path);
      return (await Promise.all(teams.map((team) => team.check(summaries, paths)))).flat();
    },
    async end() {
      await Promise.all(teams.map((team) => team.end()));
      options.progress.end();
    },
  };
}
