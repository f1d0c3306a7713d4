import type { Figure } from "../../costing/figure.ts";
import type { ReferenceData, ValueForMoneyAssessment } from "./types.ts";

/** The category that the benefit-cost ratio falls in. Nothing where the ratio is not wholly known: half a ratio is in no category. */
export function valueForMoneyOf(
  figures: ReadonlyMap<string, Figure>,
  { valueForMoney }: Pick<ReferenceData, "valueForMoney">,
): ValueForMoneyAssessment | undefined {
  const from = figures.get("bcr");
  const { value } = from ?? {};
  if (from === undefined || value === undefined || !from.complete) return undefined;
  const band = valueForMoney.bands.findLast((each) => each.from === null || value >= each.from);
  if (band === undefined) return undefined;
  const { title, edition, provenance } = valueForMoney;
  return { title, edition, isQuoted: provenance !== "seen", category: band.label, printed: band.printed, from };
}
