import type { Snapshot } from "../analysis/index.ts";
import type { ProjectDifference } from "../report/differences.ts";
import type { Finding } from "../rules/types.ts";
import type { Commit } from "./git.ts";
import { lineTable } from "./positions.ts";
import type { Project } from "./project.ts";

/** One project beside an earlier commit of it. */
export interface ComparedProject {
  readonly project: Project;
  readonly commit: Commit;
  readonly before: Snapshot;
  readonly after: Snapshot;
  readonly difference: ProjectDifference;
}

/** The line (from 1) on which a finding begins: of one that is gone, in the earlier state. */
export function lineOf({ before, after, difference }: ComparedProject): (finding: Finding) => number {
  const gone = new Set(difference.findings.gone);
  const [old, now] = [before, after].map((snapshot) => lineTable((path) => snapshot.text(path)));
  return (finding) => (gone.has(finding) ? old : now)?.(finding.path).range(finding.span).start.line ?? 1;
}
