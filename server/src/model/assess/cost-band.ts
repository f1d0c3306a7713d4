import type { Figure } from "../../costing/figure.ts";
import type { AssessContext, CostBandAssessment } from "./types.ts";

/** The band that the cost falls in, under the standard in the settings: indicative only. Nothing where the cost is not wholly known, not in pounds, or in part outside the perspective: a band is of what a participant costs, whoever pays. */
export function costBandOf(
  figures: ReadonlyMap<string, Figure>,
  context: AssessContext,
): CostBandAssessment | undefined {
  const table = context.data.costBands(context.costBand);
  const from =
    (table?.id.startsWith("eef") ? figures.get("averaged_cost_per_starter") : undefined) ??
    figures.get("cost_per_starter");
  if (table === undefined || from?.value === undefined || !from.complete) return undefined;
  const outside = figures.get("cost_outside");
  if (outside !== undefined && outside.value !== 0) return undefined;
  if (!from.unit.powers.some(([base, power]) => base === "GBP" && power === 1)) return undefined;
  const { value } = from;
  const band = table.bands.find(
    ({ below, upTo }) => (below === undefined || value < below) && (upTo === undefined || value <= upTo),
  );
  if (band === undefined) return undefined;
  return {
    standard: table.id,
    title: table.title,
    edition: table.edition,
    rating: band.rating,
    label: band.label,
    printed: band.printed,
    from,
  };
}
