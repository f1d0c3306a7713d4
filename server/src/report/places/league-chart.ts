import type { PortfolioLeague } from "../../model/assess/index.ts";
import type { ForestChart, ForestRow } from "../charts/types.ts";
import { rangeText, shown } from "../words.ts";

/**
 * What is ranked, with its intervals, against the line at which it breaks even: a return of 1, a net benefit of 0. None for the cost of an
 * outcome, which has no such line, and none where fewer than two are ranked or a ratio has no place on its scale.
 */
export function leagueChart(
  { by, league }: PortfolioLeague,
  nameOf: (intervention: string) => string,
): readonly ForestChart[] {
  if (by === "cost per outcome" || league.ranked.length < 2) return [];
  const ratio = by === "return";
  const rows = league.ranked.map(({ entrant, rank }): ForestRow => {
    const { value = 0, low = value, high = value } = entrant.figure;
    const figure = { ...entrant.figure, ...(ratio ? ({ id: "bcr" } as const) : {}) };
    const range = Number.isFinite(low) && Number.isFinite(high) ? rangeText(figure) : "";
    return {
      label: `${rank}. ${nameOf(entrant.intervention)}`,
      shown: `${shown(figure)}${range === "" ? "" : ` (${range})`}`,
      value,
      low: Math.min(low, high),
      high: Math.max(low, high),
      mark: { kind: "study", weight: 0.4 },
    };
  });
  const drawable = rows.every(({ low, high }) => Number.isFinite(low) && Number.isFinite(high) && (!ratio || low > 0));
  if (!drawable) return [];
  const title = ratio
    ? "Benefit-cost ratio of what can be compared, best first; at 1 benefits equal costs"
    : "Net present value of what can be compared, best first; at 0 benefits equal costs";
  return [
    {
      kind: "forest",
      id: `league-${by.replaceAll(" ", "-")}`,
      title,
      description: rows.map(({ label, shown: figure }) => `${label} ${figure}`).join("; "),
      ratio,
      axisName: ratio ? "benefits as a multiple of cost" : "net present value",
      better: "right",
      rows,
    },
  ];
}
