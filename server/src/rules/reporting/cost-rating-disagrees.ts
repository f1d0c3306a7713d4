import type { Figure } from "../../costing/figure.ts";
import { type CostBand, type CostBands, costBands } from "../../data/index.ts";
import { formatFigure, singular } from "../../values/index.ts";
import type { DocumentRule } from "../types.ts";
import { said } from "../wording.ts";

/** A printed cost rating is another band than the costs of the spec fall in. */
export const costRatingDisagrees: DocumentRule = {
  code: "reporting/cost-rating-disagrees",
  severity: "warning",
  scope: "document",
  page: {
    title: "Printed cost rating that the costs do not bear out",
    what: "A published cost rating is another band of its standard than the cost per participant that the lines of the spec come to.",
    why: "A service that is called cheap and costs ten times as much is chosen for the wrong reason. Ratings may rest on other costs: materials alone, or group size at its largest.",
    fix: "Check what the rating counts. If the costs here are right, say in `notes:` why the two differ.",
    standard: "EIF cost ratings; EEF cost ratings",
    example: {
      file: "a.intervention.yaml",
      invalid:
        "intervention: a\npopulation:\n  unit: child\ncosts:\n  lines:\n    - item: Groups\n      amount: £1,934/child\nratings:\n  - standard: eif\n    cost: 2\n    source: EIF Guidebook, 2016\n",
      valid:
        "intervention: a\npopulation:\n  unit: child\ncosts:\n  lines:\n    - item: Groups\n      amount: £1,934/child\nratings:\n  - standard: eif\n    cost: 4\n    source: EIF Guidebook, 2016\n",
    },
  },
  check(context, report) {
    const { spec } = context;
    if (spec.kind !== "intervention" || !spec.reading?.ratings?.items.some(({ cost }) => cost !== undefined)) return;
    // Ratings count by the child or family: a cost per school says nothing on them.
    const unit = spec.reading.population?.unit?.value;
    if (unit !== undefined && collectives.includes(singular(unit.toLowerCase()))) return;
    const figures = context.assessment()?.ownFigures().figures;
    for (const { standard, cost } of spec.reading.ratings.items) {
      const table = tableOf(standard?.value);
      const printed = table?.bands.find(({ rating }) => String(rating) === cost?.value?.trim());
      const from =
        (table?.id === "eef" ? figures?.get("averaged_cost_per_starter") : undefined) ??
        figures?.get("cost_per_starter");
      if (cost === undefined || table === undefined || printed === undefined || !inWholePounds(from)) continue;
      const [low, high] = [from.low ?? from.value, from.high ?? from.value];
      // Prices rise, and a rating may be some years older: what is near a boundary contradicts nothing.
      const bands = [low * (1 - room), from.value, high * (1 + room)].map((value) => bandOf(table, value));
      const [, band] = bands;
      if (band === undefined || bands.includes(printed)) continue;
      report({
        at: cost.$,
        label: `the lines come to band ${band.rating}`,
        message: `The cost rating ${said(cost.text)} (${printed.printed}) is not what the lines of this spec come to: ${formatFigure({ value: from.value, unit: from.unit })} is band ${band.rating} (${band.printed}).`,
        help: "Check what the rating counts; if both are right, say in `notes:` why they differ.",
      });
    }
  },
};

const collectives: readonly string[] = [
  "group",
  "course",
  "class",
  "school",
  "team",
  "centre",
  "site",
  "area",
  "authority",
  "cluster",
];

/** Share by which prices of a few years may differ. */
const room = 0.25;

const bandOf = ({ bands }: CostBands, value: number): CostBand | undefined =>
  bands.find(({ below, upTo }) => (below === undefined || value < below) && (upTo === undefined || value <= upTo));

const tableOf = (standard: string | undefined): CostBands | undefined =>
  standard === "eif" ? costBands.eif : standard === "eef-padlocks" ? costBands.eef : undefined;

/** Known whole, in pounds: a part of the cost, or another currency, contradicts nothing. */
const inWholePounds = (figure: Figure | undefined): figure is Figure & { readonly value: number } =>
  figure?.value !== undefined &&
  figure.complete &&
  figure.unit.powers.some(([base, power]) => base === "GBP" && power === 1);
