import type { AssessedArea, AssessedPortfolio, AssessedSpec, Snapshot } from "../analysis/types.ts";
import { settingsNames } from "../workspace/names.ts";
import type { FilePath } from "../workspace/types.ts";
import { reportOf } from "./model.ts";
import { areaReport } from "./places/area-report.ts";
import { portfolioReport } from "./places/portfolio-report.ts";
import { projectReport } from "./project-report.ts";
import type { Report } from "./types.ts";

/**
 * The report of the intervention, portfolio or area that holds an offset; in the space after one, of that one; in the settings, of the
 * project. Undefined in a file without any. `offer`: whether somebody can press a button in it.
 */
export function reportAt(snapshot: Snapshot, path: FilePath, offset: number, offer = false): Report | undefined {
  const chosen = chosenAt(snapshot, path, offset);
  switch (chosen?.kind) {
    case "intervention":
      return reportOf(snapshot, path, chosen.assessed, { offer });
    case "portfolio":
      return portfolioReport(snapshot, path, chosen.assessed, { offer });
    case "area":
      return areaReport(snapshot, path, chosen.assessed);
    default:
      return isSettings(path) && snapshot.text(path) !== undefined ? projectReport(snapshot, path) : undefined;
  }
}

const isSettings = (path: FilePath): boolean => settingsNames.includes(path.slice(path.lastIndexOf("/") + 1));

export type Chosen =
  | { readonly kind: "intervention"; readonly assessed: AssessedSpec }
  | { readonly kind: "portfolio"; readonly assessed: AssessedPortfolio }
  | { readonly kind: "area"; readonly assessed: AssessedArea };

/** What the report for an offset is of. */
export function chosenAt(snapshot: Snapshot, path: FilePath, offset: number): Chosen | undefined {
  const parsed = snapshot.parsed(path);
  if (parsed === undefined) return undefined;
  const startOf = ({ assessed: { spec } }: Chosen): number =>
    spec.document.root === undefined ? Number.POSITIVE_INFINITY : parsed.spanOf(spec.document.root).start;
  const all: readonly Chosen[] = [
    ...snapshot
      .assessments(path)
      .filter(({ spec }) => spec.kind === "intervention")
      .map((assessed) => ({ kind: "intervention" as const, assessed })),
    ...snapshot.portfolios(path).map((assessed) => ({ kind: "portfolio" as const, assessed })),
    ...snapshot.areas(path).map((assessed) => ({ kind: "area" as const, assessed })),
  ];
  const sorted = [...all].sort((a, b) => startOf(a) - startOf(b));
  return sorted.filter((each) => startOf(each) <= offset).at(-1) ?? sorted[0];
}
