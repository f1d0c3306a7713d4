import type { Snapshot } from "../../analysis/types.ts";
import { outcomeRows, studyRows, unitCostRows } from "./definitions.ts";
import { interventionRows } from "./interventions.ts";
import { areaRows, portfolioRows } from "./places.ts";
import type { OverviewRow } from "./types.ts";

export { gapGroups, gapRows, gapsOf } from "./gaps.ts";
export type { OverviewIcon, OverviewRow } from "./types.ts";

/** The headings of a project's overview. */
export function overviewRows(snapshot: Snapshot): readonly OverviewRow[] {
  const { index } = snapshot;
  const heading = (key: OverviewRow["key"] & OverviewRow["icon"], label: string, count: number | undefined) => ({
    key,
    label,
    description: count === undefined ? "" : String(count),
    spoken: count === undefined ? label : `${label}: ${count}`,
    icon: key,
    expandable: count !== 0,
  });
  return [
    heading("interventions", "Interventions", index.ids("intervention").length),
    ...(["portfolio", "area"] as const).flatMap((kind) => {
      const count = index.ids(kind).length;
      if (count === 0) return [];
      return [kind === "portfolio" ? heading("portfolios", "Portfolios", count) : heading("areas", "Areas", count)];
    }),
    heading("outcomes", "Outcomes", index.ids("outcome").length),
    heading("studies", "Studies", index.ids("study").length),
    heading("unit-costs", "Unit costs", index.ids("unit-cost").length),
    heading("gaps", "Gaps", undefined),
  ];
}

/** What lies under a heading other than the gaps; empty for a key that is none. */
export function rowsUnder(snapshot: Snapshot, key: string): readonly OverviewRow[] {
  switch (key) {
    case "interventions":
      return interventionRows(snapshot);
    case "portfolios":
      return portfolioRows(snapshot);
    case "areas":
      return areaRows(snapshot);
    case "outcomes":
      return outcomeRows(snapshot);
    case "studies":
      return studyRows(snapshot);
    case "unit-costs":
      return unitCostRows(snapshot);
    default:
      return [];
  }
}
