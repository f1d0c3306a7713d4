/** Figures before and after: of a variation beside its spec, of a project now beside an earlier commit. */
import type { Figure } from "../costing/figure.ts";
import { FIGURES, type FigureId } from "../costing/figures.ts";
import { formatNumber, formatPercent } from "../values/format.ts";
import { equalUnits } from "../values/units.ts";
import { type Claiming, figureName } from "./figure-name.ts";
import { shown } from "./words.ts";

/** What a reader asks about first, in the order of the argument: whom it reaches, what it costs, what it returns. */
export const comparedHeadlines: readonly FigureId[] = [
  "starts_total",
  "completes_total",
  "reach",
  "cost_total",
  "cost_total_budget",
  "cost_total_corrected",
  "cost_per_year",
  "cost_per_starter",
  "cost_per_completer",
  "annualised_cost_per_starter",
  "averaged_cost_per_starter",
  "cost_per_year_per_eligible",
  "comparator_cost",
  "incremental_cost",
  "incremental_cost_per_starter",
  "pv_cost",
  "equivalent_annual_cost",
  "outcomes_expected",
  "cost_per_outcome",
  "gross_benefit",
  "fiscal_benefit",
  "cashable_benefit",
  "pv_benefit",
  "net_benefit",
  "net_benefit_per_starter",
  "npv",
  "bcr",
  "bcr_uncorrected",
  "public_value_return",
  "fiscal_return",
  "payback",
  "portfolio_served",
  "portfolio_reach",
  "portfolio_unmet_need",
  "portfolio_cost",
  "portfolio_shared",
  "portfolio_unallocated",
  "portfolio_budget",
  "portfolio_budget_left",
  "portfolio_pv_cost",
  "portfolio_pv_benefit",
  "portfolio_npv",
  "portfolio_bcr",
  "area_population",
  "area_with_need",
  "area_devolved_budget",
  "area_cluster_budget",
  "area_spend",
  "area_spend_per_child",
];

/** How one figure differs. `other-basis`: in other units or other prices, so that no difference is taken. */
export type Difference = "same" | "changed" | "now known" | "no longer known" | "new" | "gone" | "other-basis";

export interface ComparedFigure {
  /** `cost_total`, `cost_per_outcome/child-enters-care`. */
  readonly key: string;
  readonly title: string;
  readonly before: Figure | undefined;
  readonly after: Figure | undefined;
  readonly difference: Difference;
  /** After less before, where both are known in the same units and prices, both whole or both in part. */
  readonly change: number | undefined;
  /** The change as a share of what was before; undefined where that was zero. */
  readonly relative: number | undefined;
}

type Figures = ReadonlyMap<string, Figure>;
type Compared = Claiming & { readonly figures: Figures };

/** The headlines of two sets of figures, in order; those in neither are left out. */
export function compareFigures(before: Compared, after: Compared): readonly ComparedFigure[] {
  const claiming = {
    outcomes: [...(after.outcomes ?? []), ...(before.outcomes ?? [])],
    figures: new Map([...before.figures, ...after.figures]),
  };
  return comparedHeadlines.flatMap((id) => {
    const keys = new Set([...keysOf(before.figures, id), ...keysOf(after.figures, id)]);
    return [...keys].map((key) => compared(key, before.figures.get(key), after.figures.get(key), claiming));
  });
}

const keysOf = (figures: Figures, id: FigureId): readonly string[] =>
  [...figures].filter(([, figure]) => figure.id === id).map(([key]) => key);

function compared(
  key: string,
  before: Figure | undefined,
  after: Figure | undefined,
  claiming: Claiming,
): ComparedFigure {
  const one = after ?? before;
  const title = one === undefined ? key : figureName(byYear(one), claiming);
  const difference = differenceOf(before, after);
  const change = before === undefined || after === undefined ? undefined : changeOf(difference, before, after);
  const relative =
    change === undefined || before?.value === undefined || before.value === 0
      ? undefined
      : change / Math.abs(before.value);
  return { key, title, before, after, difference, change, relative };
}

/** Years of a portfolio are counted from 0 in figures, and from 1 wherever they are shown. */
const byYear = (figure: Figure): Figure =>
  figure.id === "portfolio_budget_left" ? { ...figure, of: `year ${Number(figure.of) + 1}` } : figure;

/** A part less a whole is no change: what was left out would count as nothing. */
function changeOf(difference: Difference, before: Figure, after: Figure): number | undefined {
  if (before.value === undefined || after.value === undefined || before.complete !== after.complete) return undefined;
  return difference === "changed" ? after.value - before.value : difference === "same" ? 0 : undefined;
}

function differenceOf(before: Figure | undefined, after: Figure | undefined): Difference {
  if (before === undefined) return "new";
  if (after === undefined) return "gone";
  if (before.value === undefined && after.value === undefined) return before.none === after.none ? "same" : "changed";
  if (before.value === undefined) return "now known";
  if (after.value === undefined) return "no longer known";
  if (!equalUnits(before.unit, after.unit) || before.priceYear !== after.priceYear) return "other-basis";
  const apart = Math.abs(after.value - before.value);
  const alike = apart <= 1e-12 * Math.max(Math.abs(after.value), Math.abs(before.value));
  return alike && before.complete === after.complete && before.none === after.none ? "same" : "changed";
}

/** A figure as shown in a comparison: in part where something is missing from it. */
export function sideText(figure: Figure | undefined): string {
  if (figure === undefined) return "–";
  const text = shown(figure);
  return figure.complete || figure.value === undefined ? text : `${text} (in part)`;
}

/** The change in words: `+£12,000 (+4%)`, `now known`, `in prices of another year`. */
export function changeText({ difference, change, relative, before, after }: ComparedFigure): string {
  switch (difference) {
    case "same":
      return "";
    case "other-basis":
      return before?.priceYear === after?.priceYear ? "in other units" : "in prices of another year";
    case "changed": {
      if (before?.complete !== after?.complete) return after?.complete === true ? "now complete" : "no longer complete";
      if (change === undefined || after === undefined) return "for another reason";
      const { low: _low, high: _high, none: _none, ...plain } = after;
      const sign = change > 0 ? "+" : "-";
      // Of shares the difference is in percentage points; a percentage of a percentage would be misread.
      if (FIGURES[after.id].unit === "share")
        return `${sign}${formatNumber(Number(Math.abs(change * 100).toPrecision(3)))} percentage points${after.complete ? "" : " in the known part"}`;
      const share = relative === undefined ? "" : ` (${sign}${formatPercent(Math.abs(relative))})`;
      const part = after.complete ? "" : " in the known part";
      return `${sign}${shown({ ...plain, value: Math.abs(change) })}${share}${part}`;
    }
    default:
      return difference;
  }
}
