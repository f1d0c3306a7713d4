import type { Snapshot } from "../../analysis/types.ts";
import type { AreaAssessment, PortfolioAssessment, ReachRow } from "../../model/assess/index.ts";
import { reachOf, type Serving } from "../../model/assess/index.ts";
import { inYears } from "../../model/years.ts";
import type { FilePath } from "../../workspace/types.ts";

export interface ServingPortfolio {
  readonly id: string;
  readonly path: FilePath;
  readonly portfolio: PortfolioAssessment;
}

/** The portfolios that serve an area, in order of id. */
export function portfoliosOf(snapshot: Snapshot, area: string | undefined): readonly ServingPortfolio[] {
  if (area === undefined) return [];
  const paths = new Set(
    snapshot.index.uses("area", area).flatMap(({ by, path }) => (by.kind === "portfolio" ? [path] : [])),
  );
  return [...paths]
    .flatMap((path) => snapshot.portfolios(path).map((each) => ({ ...each, path })))
    .filter(({ spec }) => spec.reading?.area?.value === area)
    .map(({ spec, assessment, path }) => ({ id: spec.id ?? "", path, portfolio: assessment }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Who is reached by interventions that name the area themselves, at their own numbers, and stand in none of its portfolios. Empty: there are none. */
export function directReach(
  snapshot: Snapshot,
  area: AreaAssessment,
  serving: readonly ServingPortfolio[],
): readonly ReachRow[] {
  const id = area.area.area?.value;
  if (id === undefined) return [];
  const funded = new Set(serving.flatMap(({ portfolio }) => portfolio.members.map(({ intervention }) => intervention)));
  const paths = new Set(
    snapshot.index.uses("area", id).flatMap(({ by, path }) => (by.kind === "intervention" ? [path] : [])),
  );
  const direct = [...paths].sort().flatMap((path) =>
    snapshot.assessments(path).flatMap(({ spec, assessment }): Serving[] => {
      const reading = spec.kind === "intervention" ? spec.reading : undefined;
      const named = reading?.population?.area?.value ?? reading?.area?.value;
      if (reading === undefined || spec.id === undefined || named !== id || funded.has(spec.id)) return [];
      const years = inYears(reading.costs?.period?.value);
      return [{ intervention: spec.id, at: reading.$, spec: reading, assessment, years, clusters: [] }];
    }),
  );
  return direct.length === 0 ? [] : reachOf(area, direct);
}
