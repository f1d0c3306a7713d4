/** A simulation in words: intervals with ends that may have no number, distributions with their parameters. */
import type { Figure } from "../costing/figure.ts";
import { FIGURES, type FigureId } from "../costing/figures.ts";
import type { Distribution } from "../costing/simulation/distributions.ts";
import type { SimulatedFigure } from "../costing/simulation/figures.ts";
import type { InputReading } from "../model/assess/uncertainty.ts";
import { formatFigure, formatNumber, formatPercent, NOT_KNOWN } from "../values/format.ts";
import { isDimensionless } from "../values/units.ts";
import { shown } from "./words.ts";

/** What a draw without a number says, by figure: at the upper end, at the lower end. */
const BEYOND: Readonly<Partial<Record<FigureId, readonly [above: string, below: string]>>> = {
  cost_per_outcome: ["no outcome gained", "gained at no cost"],
  bcr: ["no cost", ""],
  portfolio_bcr: ["no cost", ""],
  public_value_return: ["no cost", ""],
  fiscal_return: ["no cost", ""],
  payback: ["never", ""],
};

type Named = Pick<Figure, "id" | "unit">;

/** One number of a figure as everywhere else; a difference in chances in percentage points. */
export function valueText({ id, unit }: Named, value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return NOT_KNOWN;
  const [above, below] = BEYOND[id] ?? ["no limit", "no limit"];
  if (value === Number.POSITIVE_INFINITY) return above;
  if (value === Number.NEGATIVE_INFINITY) return below;
  if (id === "outcome_difference" && isDimensionless(unit)) return `${formatNumber(significant(value * 100))} points`;
  return shown({ id, unit, value: FIGURES[id].unit === "ratio" ? value : significant(value) });
}

/** Three digits: draws settle no more. */
const significant = (value: number): number => Number(value.toPrecision(3));

/** `£1,200 to £3,400`, or why there is no interval. */
export function intervalText(figure: Named, { low, high, without }: SimulatedFigure): string {
  if (low === undefined || high === undefined) return `none: ${chanceText(without)} of the draws have no figure`;
  if (low === high) return valueText(figure, low);
  const text = `${valueText(figure, low)} to ${valueText(figure, high)}`;
  const unit = /^(.*\d)(\D+)$/.exec(valueText(figure, high))?.[2];
  // The unit stands once, after the upper end.
  return unit !== undefined && valueText(figure, low).endsWith(unit)
    ? `${valueText(figure, low).slice(0, -unit.length)} to ${valueText(figure, high)}`
    : text;
}

/** A chance of draws: `83%`; nearly none and nearly all are not said to be none and all. */
export function chanceText(share: number): string {
  if (share > 0 && share < 0.005) return "under 1%";
  if (share < 1 && share > 0.995) return "over 99%";
  return formatPercent(share, { places: 0 });
}

/** What to note beside an interval: draws beyond every number, and parts that are not known. */
export function simulatedNote({ id, complete }: Figure, simulated: SimulatedFigure): string {
  const [above, below] = BEYOND[id] ?? ["", ""];
  return [
    complete ? "" : "known parts only",
    simulated.above > 0 && above !== "" ? `${above} in ${chanceText(simulated.above)}` : "",
    simulated.below > 0 && below !== "" ? `${below} in ${chanceText(simulated.below)}` : "",
    simulated.without > 0 ? `no figure in ${chanceText(simulated.without)}` : "",
  ]
    .filter((each) => each !== "")
    .join("; ");
}

/** A value of an input, in its own unit. */
export const inputText = (
  { unit, share, points }: Pick<InputReading, "unit" | "share" | "points">,
  value: number,
): string => (points ? `${formatNumber(value * 100)} points` : formatFigure({ value, unit }, { percent: share }));

/** `triangular, £1,000 to £1,400, likeliest £1,200`; `beta (44, 64), 95% between 32% and 50%`. */
export function distributionText(input: InputReading, distribution: Distribution): string {
  const ends = input.ends ?? { low: input.value, high: input.value };
  const between = `95% between ${inputText(input, ends.low)} and ${inputText(input, ends.high)}`;
  switch (distribution.name) {
    case "triangular":
      return `triangular, ${inputText(input, ends.low)} to ${inputText(input, ends.high)}, likeliest ${inputText(input, distribution.mode)}`;
    case "uniform":
      return `uniform, ${inputText(input, ends.low)} to ${inputText(input, ends.high)}`;
    case "beta":
      return `beta (${formatNumber(distribution.a)}, ${formatNumber(distribution.b)}), ${between}`;
    default:
      return `${distribution.name}, middle ${inputText(input, distribution.middle)}, ${between}`;
  }
}
