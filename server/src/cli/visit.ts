import type { Snapshot } from "../analysis/index.ts";
import type { CalendarDate } from "../values/types.ts";
import type { FilePath } from "../workspace/types.ts";
import { openProgress } from "./progress.ts";
import { openProjects, type Project } from "./project.ts";
import type { Notice } from "./result.ts";
import { snapshotOf } from "./snapshot.ts";
import type { Terminal } from "./terminal.ts";

/** A file asked about, in its project as it stands on disk. */
export interface Home {
  readonly path: FilePath;
  readonly project: Project;
  readonly snapshot: Snapshot;
}

/** Goes through every file that the paths ask about, each project read whole before. `open`: as `snapshotOf` takes it; `stdin`: text that stands in for a file. */
export async function visitFiles(
  paths: readonly string[],
  {
    asOf,
    terminal,
    open = false,
    stdin,
  }: {
    readonly asOf: CalendarDate;
    readonly terminal: Terminal;
    readonly open?: boolean;
    readonly stdin?: Parameters<typeof openProjects>[1];
  },
  visit: (home: Home) => void | Promise<void>,
): Promise<{ readonly files: number; readonly notices: Notice[] }> {
  const { projects, notices: opened } = openProjects(paths, stdin);
  const notices: Notice[] = [...opened];
  let files = 0;
  for (const project of projects) {
    const progress = openProgress(terminal);
    const snapshot = snapshotOf(project, asOf, notices, progress, { open });
    progress.begin(`Working out ${project.show("")}`, project.chosen.size);
    for (const path of snapshot.files) {
      if (!project.chosen.has(path)) continue;
      files += 1;
      await visit({ path, project, snapshot });
      progress.step();
    }
    progress.end();
  }
  return { files, notices };
}
