import type { AssessedArea, AssessedPortfolio, AssessedSpec, Snapshot } from "../analysis/types.ts";
import type { FilePath } from "../workspace/types.ts";
import { reportOf } from "./model.ts";
import { areaReport } from "./places/area-report.ts";
import { portfolioReport } from "./places/portfolio-report.ts";
import type { Report } from "./types.ts";

type Assessed = AssessedSpec | AssessedPortfolio | AssessedArea;

/**
 * The report of the intervention, portfolio or area that holds an offset; in the space after one, of that one. Undefined in a file
 * without any.
 */
export function reportAt(snapshot: Snapshot, path: FilePath, offset: number): Report | undefined {
  const parsed = snapshot.parsed(path);
  if (parsed === undefined) return undefined;
  const startOf = ({ spec }: Assessed): number =>
    spec.document.root === undefined ? Number.POSITIVE_INFINITY : parsed.spanOf(spec.document.root).start;
  const all = [
    ...snapshot
      .assessments(path)
      .filter(({ spec }) => spec.kind === "intervention")
      .map((each) => ({ start: startOf(each), report: () => reportOf(snapshot, path, each) })),
    ...snapshot
      .portfolios(path)
      .map((each) => ({ start: startOf(each), report: () => portfolioReport(snapshot, path, each) })),
    ...snapshot.areas(path).map((each) => ({ start: startOf(each), report: () => areaReport(snapshot, path, each) })),
  ].sort((a, b) => a.start - b.start);
  const chosen = all.filter(({ start }) => start <= offset).at(-1) ?? all[0];
  return chosen?.report();
}
