/** The figures of a portfolio: its cost, whole and by group, and its budget. */
import { type Figure, figure, figureKey } from "../../../costing/figure.ts";
import type { FigureId } from "../../../costing/figures.ts";
import { deliveryProfile } from "../../../costing/volumes.ts";
import { difference, given, product, sum, unknown, type Worked } from "../../../costing/worked.ts";
import type { Portfolio } from "../../../schema/kinds/portfolio.ts";
import { byCluster, byFact, byPayer, bySpendLine, byStage, type Groups, notKnown } from "../portfolio-totals.ts";
import type { MemberAssessment, PortfolioFrame, SharedAssessment } from "../portfolio-types.ts";
import { ceiling, lackOf, quantityOf } from "../values.ts";
import type { ReachRow } from "./reach.ts";
import { returnFigures } from "./returns.ts";

type Put = (id: FigureId, worked: Worked, of?: string) => void;

/** Works out every figure of a portfolio from its members and shared costs. */
export function portfolioFigures(
  portfolio: Portfolio,
  members: readonly MemberAssessment[],
  shared: readonly SharedAssessment[],
  reach: readonly ReachRow[],
  frame: PortfolioFrame,
): ReadonlyMap<string, Figure> {
  const { priceYear, money } = frame;
  const figures = new Map<string, Figure>();
  const put: Put = (id, worked, of) => {
    figures.set(figureKey(id, of), figure(id, worked, priceYear, of));
  };
  const counted = shared.flatMap((one) => (one.counted === undefined ? [] : [one.counted]));
  // An intervention's cost holds its shares; the portfolio takes its own lines alone and each shared cost whole.
  const total = sum("Cost of the portfolio", [...members.map(({ own }) => own), ...counted], money);
  put("portfolio_cost", total);
  if (shared.length > 0) {
    put("portfolio_shared", sum("Shared costs", counted, money));
    const left = shared.map((one) => one.unallocated);
    put("portfolio_unallocated", sum("Shared costs not allocated", left, money));
  }
  const groups = (id: FigureId, found: Groups, before = ""): void => {
    for (const [of, cost] of found) put(id, cost, `${before}${of}`);
  };
  groups("portfolio_cost_by_payer", byPayer(members, shared, money));
  groups("portfolio_cost_by_strand", byFact("strand", members, shared, money));
  groups("portfolio_cost_by_need_level", byFact("needLevel", members, shared, money));
  groups("portfolio_cost_by_stage", byStage("strand", members, shared, money), "strand, ");
  groups("portfolio_cost_by_stage", byStage("needLevel", members, shared, money), "level of need, ");
  if (members.some(({ clusters }) => clusters.length > 0))
    groups("portfolio_cost_by_cluster", byCluster(members, shared, money));
  const lines = bySpendLine(members, shared, frame, money);
  if ([...lines.keys()].some((line) => line !== notKnown)) groups("portfolio_cost_by_spend_line", lines);
  for (const row of reach) {
    const of = row.cluster === undefined ? row.need : `${row.need}, ${row.cluster.id}`;
    put("portfolio_served", row.served, of);
    put("portfolio_reach", row.reach, of);
    put("portfolio_unmet_need", row.unmet, of);
  }
  putYears(portfolio, members, counted, frame, total, put);
  returnFigures(members, counted, frame, put);
  return figures;
}

function putYears(
  portfolio: Portfolio,
  members: readonly MemberAssessment[],
  counted: readonly Worked[],
  { period, money }: PortfolioFrame,
  total: Worked,
  put: Put,
): void {
  const years = period.value === undefined ? 0 : Math.min(100, Math.ceil(period.value));
  const delivery = deliveryProfile(period);
  const budget =
    portfolio.budget?.value === undefined
      ? undefined
      : quantityOf("Budget", ceiling(portfolio.budget.value), portfolio.budget);
  if (portfolio.budget !== undefined)
    put(
      "portfolio_budget",
      budget ?? unknown("Budget", lackOf(portfolio.budget, "the budget of the portfolio"), { unit: money.unit }),
    );
  const yearly = budget?.unit.powers.some(([base, power]) => base === "year" && power === -1) === true;
  for (let year = 0; year < years; year++) {
    const share = delivery[year]?.share ?? 0;
    const parts = members.flatMap((member) => memberYear(member, year));
    const shares = counted.map((one) =>
      product(one.label, [one, given(`Share in year ${year}`, share)], { unit: one.unit }),
    );
    const cost = sum(`Cost in year ${year}`, [...parts, ...shares], money);
    put("portfolio_cost_by_year", cost, String(year));
    if (budget !== undefined && yearly)
      put(
        "portfolio_budget_left",
        difference(`Budget left in year ${year}`, { ...budget, unit: money.unit }, cost),
        String(year),
      );
  }
  if (budget !== undefined && !yearly) put("portfolio_budget_left", difference("Budget left", budget, total));
}

/** An intervention's cash in a year of the portfolio; what is missing from it stays missing. */
export function memberYear(member: MemberAssessment, year: number): readonly Worked[] {
  const { own, firstYear, years } = member;
  const runs = years === undefined || (year >= firstYear && year < firstYear + years);
  if (!runs) return [];
  if (own.value === undefined) return [own];
  const found = member.assessment?.figures.get(figureKey("cost_by_year", String(year - member.firstYear)))?.worked;
  if (found !== undefined) return [{ ...found, label: member.intervention }];
  const what = `when ${member.intervention} is paid`;
  return [unknown(member.intervention, { reason: "no-path-in-time", what, ref: member.at }, { unit: own.unit })];
}
