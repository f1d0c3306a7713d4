import { figureKey } from "../costing/figure.ts";
import type { Worked } from "../costing/worked.ts";
import type { MemberAssessment, PortfolioAssessment, PortfolioProblem } from "../model/assess/portfolio-types.ts";
import { formatNumber, formatPercent } from "../values/format.ts";
import { lackBeside, missingBeside } from "./beside.ts";
import type { Section } from "./page.ts";
import { headlineReturn, lackOf, needsOf } from "./portfolio-words.ts";
import { left, partiesText, partSection, right } from "./sections.ts";
import { shown } from "./words.ts";

/** What is funded: when, for how many, at what cost of its own and with its shares. */
export function memberSection(assessment: PortfolioAssessment, brief = false): Section | undefined {
  const { members, shared, figures, problems } = assessment;
  if (members.length === 0) return undefined;
  const total = figures.get(figureKey("portfolio_cost"));
  const withShares = shared.length > 0;
  const extra = (cell: string): string[] => (withShares ? [cell] : []);
  // Beside the league tables, which have the returns, a reader wants the money.
  const full = (...cells: string[]): string[] => (brief ? [] : cells);
  return {
    title: "Interventions",
    columns: [
      left("intervention"),
      left("years"),
      right("starts"),
      right("own cost"),
      ...(withShares ? [...(brief ? [] : [left("shares")]), right(brief ? "with shared costs" : "with shares")] : []),
      right("own cost per participant"),
      ...full(...(withShares ? [headline, "return, own cost alone"] : ["benefit-cost ratio"])).map(right),
      left(""),
    ],
    rows: [
      ...members.map((member) => ({
        cells: [
          member.intervention,
          yearsText(member),
          headlineOf(member, "starts_total"),
          ownCost(member),
          ...full(...extra(member.shares.map(({ id, share }) => `${id} ${formatPercent(share)}`).join(", "))),
          ...extra(member.cost.value === undefined ? "not costed" : shown(member.cost)),
          headlineOf(member, "cost_per_starter"),
          ...full(...extra(returnText(headlineReturn(assessment, member))), headlineOf(member, "bcr")),
          memberNote(member, problems),
        ],
        faded: member.own.value === undefined,
      })),
      ...(total === undefined
        ? []
        : [
            {
              cells: brief
                ? ["Total", "", "", ...extra(""), shown(total), "", ""]
                : ["Total", "", "", ...extra(""), ...extra(""), shown(total), "", ...extra(""), "", totalNote(figures)],
              total: true,
            },
          ]),
    ],
    notes: brief
      ? totalNote(figures) === ""
        ? []
        : [`In the total stands also ${totalNote(figures).replace(/^with /, "")}.`]
      : withShares
        ? [
            "The headline is the benefit-cost ratio with the shared costs that each carries, which is what is ranked; that of its own cost alone stands beside it.",
          ]
        : [],
  };
}

const headline = "headline return, with shares";

const returnText = (worked: Worked | undefined): string =>
  worked === undefined ? "" : shown({ ...worked, id: "bcr" });

/** Of an intervention in other prices its own figure, which is not added. */
const ownCost = ({ own, assessment }: MemberAssessment): string => {
  const shownAs = own.value === undefined ? assessment?.figures.get(figureKey("cost_total")) : own;
  return shownAs?.value === undefined ? "not costed" : shown(shownAs);
};

/** The shared costs are in the total whole, carried or not. */
function totalNote(figures: PortfolioAssessment["figures"]): string {
  const left = figures.get(figureKey("portfolio_unallocated"));
  return left?.value === undefined || left.value === 0 ? "" : `with ${shown(left)} that no intervention carries`;
}

function yearsText({ years, firstYear }: MemberAssessment): string {
  if (years === undefined) return "not known";
  const length = years === 1 ? "1 year" : `${formatNumber(years)} years`;
  return firstYear === 0 ? length : `${length} from year ${firstYear + 1}`;
}

function headlineOf({ assessment }: MemberAssessment, id: "starts_total" | "cost_per_starter" | "bcr"): string {
  const figure = assessment?.figures.get(figureKey(id));
  return figure === undefined ? "" : shown(figure);
}

function memberNote({ assessment, own, member }: MemberAssessment, problems: readonly PortfolioProblem[]): string {
  const about = problems.filter(({ at }) => at === (member.intervention ?? member).$ || at === member.starts?.$);
  const said = about.flatMap((problem) => {
    if (problem.reason === "intervention-missing") return ["no such intervention in this project"];
    if (problem.reason === "starts-differ")
      return [
        `costed for ${formatNumber(problem.own)}: ${problem.fixedLines === 1 ? "1 fixed line does" : `${problem.fixedLines} fixed lines do`} not follow`,
      ];
    if (problem.reason === "price-years-differ")
      return [`in prices of ${problem.priceYear ?? "a year not known"}, not added`];
    return [];
  });
  if (own.missing.some(({ reason }) => reason === "currency-differs"))
    said.push(`in ${assessment?.currency}, not added`);
  if (said.length > 0 || assessment === undefined) return said.join("; ");
  return own.value === undefined ? needsOf(own.missing) : missingBeside(own);
}

/** Each shared cost, whole, once; what the interventions carry of it and what is left. */
export function sharedSection(
  { shared }: PortfolioAssessment,
  nameOfParty: (party: string) => string = (party) => party,
): Section | undefined {
  if (shared.length === 0) return undefined;
  return {
    title: "Shared costs, each counted once",
    columns: [left("cost"), right("total"), right("carried"), right("not allocated"), left("paid by"), left("")],
    rows: shared.map(({ item, total, allocated, unallocated, payers }) => ({
      cells: [
        item,
        total.value === undefined ? "not costed" : shown(total),
        formatPercent(allocated),
        shown(unallocated),
        partiesText(payers, nameOfParty),
        lackBeside(total),
      ],
    })),
    notes: [],
  };
}

/** Cash by year of the portfolio, with what is left of a yearly budget. */
export function yearSection(assessment: PortfolioAssessment, from: number | undefined): Section | undefined {
  const { figures } = assessment;
  const years = [...figures.values()].filter(({ id }) => id === "portfolio_cost_by_year");
  if (years.length === 0) return undefined;
  const left_ = (of: string) => figures.get(figureKey("portfolio_budget_left", of));
  const withBudget = years.some(({ of = "" }) => left_(of) !== undefined);
  return {
    title: "By year",
    columns: [left("year"), right("cost"), ...(withBudget ? [right("budget left")] : []), left("")],
    rows: years.map((figure) => {
      const budget = left_(figure.of ?? "");
      return {
        cells: [
          yearLabel(Number(figure.of), from),
          shown(figure),
          ...(withBudget ? [budget === undefined ? "" : shown(budget)] : []),
          lackOf(assessment, figure),
        ],
      };
    }),
    notes: [],
  };
}

/** `year 1`, and its financial year where the portfolio says when it begins. */
function yearLabel(year: number, from: number | undefined): string {
  if (from === undefined) return `year ${year + 1}`;
  const start = from + year;
  return `year ${year + 1}, ${start}-${String((start + 1) % 100).padStart(2, "0")}`;
}

/** Spend by sort of service, where any intervention says its own. */
export const strandSection = (assessment: PortfolioAssessment): Section | undefined =>
  assessment.members.some(({ strand }) => strand !== undefined)
    ? partSection(assessment, "portfolio_cost_by_strand", "By strand of service", (figure) =>
        lackOf(assessment, figure),
      )
    : undefined;

/** Spend by level of need, where any intervention says its own. */
export const needLevelSection = (assessment: PortfolioAssessment): Section | undefined =>
  assessment.members.some(({ needLevel }) => needLevel !== undefined)
    ? partSection(assessment, "portfolio_cost_by_need_level", "By level of need", (figure) =>
        lackOf(assessment, figure),
      )
    : undefined;

/** Spend by cluster of the area, where the portfolio says where participants start, beside the budget that the cluster has. */
export function clusterSection(assessment: PortfolioAssessment, years?: number): Section | undefined {
  const section = partSection(assessment, "portfolio_cost_by_cluster", "By cluster", (figure) =>
    lackOf(assessment, figure),
  );
  const clusters = assessment.area?.clusters ?? [];
  const budgetOf = (id: string): Worked | undefined => {
    const found = clusters.find(({ cluster }) => cluster === id);
    return found?.budget ?? found?.devolved;
  };
  if (section === undefined || years === undefined || clusters.every(({ cluster }) => budgetOf(cluster) === undefined))
    return section;
  return {
    ...section,
    columns: [left("cluster"), right("total"), right("in an average year"), right("budget of the cluster"), left("")],
    rows: section.rows.map((row) => {
      const [id = "", shownTotal = "", note = ""] = row.cells;
      const figure = assessment.figures.get(figureKey("portfolio_cost_by_cluster", id));
      const budget = budgetOf(id);
      const yearly =
        figure?.value === undefined ? "not known" : shown({ value: figure.value / years, unit: figure.unit });
      return { ...row, cells: [id, shownTotal, yearly, budget === undefined ? "" : shown(budget), note] };
    }),
    notes: ["A cluster's budget may pay for more than this portfolio."],
  };
}
