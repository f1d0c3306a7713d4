import type { Snapshot } from "../analysis/types.ts";
import { figureKey } from "../costing/figure.ts";
import type { AreaAssessment, PortfolioAssessment } from "../model/assess/index.ts";
import type { Spec } from "../model/spec.ts";
import { isValued, valuedOf } from "../report/places/worth.ts";
import { lackOf } from "../report/portfolio-words.ts";
import { forEachOne, shown } from "../report/words.ts";
import { currencyOf, unit } from "../values/units.ts";
import type { FilePath } from "../workspace/types.ts";

/** What stands above a portfolio or an area: what it costs against its budget, how much of it can be ranked, spend per child. */
export function placeLens(snapshot: Snapshot, path: FilePath, spec: Spec, topic: "cost" | "return"): string {
  const portfolio = snapshot.portfolios(path).find((each) => each.spec === spec)?.assessment;
  if (portfolio !== undefined) return topic === "cost" ? costText(portfolio) : rankText(portfolio);
  const area = snapshot.areas(path).find((each) => each.spec === spec)?.assessment;
  return area === undefined ? `${topic} not known` : spendText(area);
}

function costText(assessment: PortfolioAssessment): string {
  const total = assessment.figures.get(figureKey("portfolio_cost"));
  if (total === undefined) return "cost not known";
  const lacks = lackOf(assessment, total);
  const left = tightest(assessment);
  return [
    total.value === undefined ? "cost not known" : shown(total),
    ...(assessment.priceYear === undefined ? [] : [`${assessment.priceYear} prices`]),
    ...(left === undefined ? [] : [left]),
    ...(lacks === "" ? [] : [lacks]),
  ].join(" · ");
}

/** What is left of the budget: of a yearly one in the tightest year. */
export function tightest({ figures }: PortfolioAssessment): string | undefined {
  const left = [...figures.values()].filter(({ id, value }) => id === "portfolio_budget_left" && value !== undefined);
  const [least] = [...left].sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
  if (least?.value === undefined) return undefined;
  const when = least.of === undefined ? "" : ` in year ${Number(least.of) + 1}`;
  return least.value < 0
    ? `${shown({ ...least, value: -least.value })} over the budget${when}`
    : `${shown(least)} of the budget left${when}`;
}

function rankText(assessment: PortfolioAssessment): string {
  const { league, by } = assessment.stopping().league;
  const [first] = league.ranked;
  const others = league.apart.length + league.unranked.length;
  const whole = returnOfWhole(assessment);
  if (first === undefined) return [...whole, `none of ${others} can be ranked`].join(" · ");
  const { intervention } = first.entrant;
  return [
    ...whole,
    league.ranked.length === 1
      ? `only ${intervention} can be ranked`
      : `${intervention} first of ${league.ranked.length} by ${by}`,
    ...(others === 0 ? [] : [`${others} cannot be ranked`]),
  ].join(" · ");
}

/** The ratio of the portfolio as a whole, and whose benefits are in it. */
function returnOfWhole(assessment: PortfolioAssessment): readonly string[] {
  const ratio = assessment.figures.get(figureKey("portfolio_bcr"));
  if (ratio?.value === undefined || !isValued(assessment)) return [];
  const of = valuedOf(assessment);
  const currency = currencyOf(assessment.figures.get(figureKey("portfolio_cost"))?.unit ?? ratio.unit);
  const back =
    currency === undefined
      ? `${shown(ratio)} benefit-cost ratio`
      : forEachOne(ratio.value, unit([currency, 1])).join(" for each ");
  return [`${back}${of === "" ? "" : ` ${of}`}`];
}

function spendText({ places, devolved, clusters }: AreaAssessment): string {
  const own = places.find((place) => place.own);
  if (own !== undefined)
    return `${own.perChild.value === undefined ? "spend per child not known" : `spends ${shown(own.perChild)}`}${own.year === undefined ? "" : ` in ${own.year}`}`;
  if (devolved?.budget.value !== undefined) return `${shown(devolved.budget)} devolved to ${clusters.length} clusters`;
  return "spend per child not known";
}
