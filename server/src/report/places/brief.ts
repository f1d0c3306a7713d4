/** A portfolio in a few sentences, for a reader who has a minute: each says a figure that stands in a table below. */
import { figureKey } from "../../costing/figure.ts";
import type { PortfolioAssessment } from "../../model/assess/index.ts";
import { sentence } from "../from-page.ts";
import type { ReportSection } from "../types.ts";
import { shown } from "../words.ts";
import { reachText } from "./need.ts";
import { isValued, valuedOf } from "./worth.ts";

type Name = (intervention: string) => string;

/** `years`: over how many it runs, as written. `chance`: of benefits above costs, in words, where it was simulated. */
export function briefSection(
  assessment: PortfolioAssessment,
  name: Name,
  { years, chance }: { readonly years: string | undefined; readonly chance: string | undefined },
): ReportSection | undefined {
  const paragraphs = [
    costText(assessment, years),
    worthText(assessment, chance),
    rankText(assessment, name),
    stagesText(assessment),
    reachedText(assessment),
  ].filter((each) => each !== undefined);
  return paragraphs.length === 0 ? undefined : { id: "brief", title: "In brief", paragraphs, charts: [], tables: [] };
}

function costText({ figures, members }: PortfolioAssessment, years: string | undefined): string | undefined {
  const cost = figures.get(figureKey("portfolio_cost"));
  if (cost?.value === undefined) return undefined;
  const count = members.length === 1 ? "One intervention costs" : `${members.length} interventions cost`;
  const left = [...figures.values()].filter(({ id, value }) => id === "portfolio_budget_left" && value !== undefined);
  const [least] = [...left].sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
  const when = least?.of === undefined ? "" : ` in the tightest year (year ${Number(least.of) + 1})`;
  const budget =
    least?.value === undefined
      ? ""
      : least.value < 0
        ? ` That is ${shown({ ...least, value: -least.value })} over the budget${when}.`
        : ` ${shown(least)} of the budget is left${when}.`;
  const part = cost.complete ? "" : ", without what is not costed or cannot be added";
  return `${count} ${shown(cost)}${years === undefined ? "" : ` over ${years}`}${part}.${budget}`;
}

function worthText(assessment: PortfolioAssessment, chance: string | undefined): string | undefined {
  if (!isValued(assessment)) return undefined;
  const { figures } = assessment;
  const [ratio, net] = [figures.get(figureKey("portfolio_bcr")), figures.get(figureKey("portfolio_npv"))];
  if (net?.value === undefined) return undefined;
  const of = valuedOf(assessment);
  const each =
    ratio?.value === undefined
      ? ""
      : `Its benefits are ${shown({ ...ratio, none: undefined })} times its cost, in present values${of === "" ? "" : `, ${of}`}. `;
  const sure = chance === undefined ? "" : ` Benefits exceed costs in ${chance} of the draws.`;
  return `${each}The net present value is ${shown(net)}.${sure}`;
}

function rankText(assessment: PortfolioAssessment, name: Name): string | undefined {
  const league = assessment.leagues().find(({ by }) => by === "return")?.league;
  if (league === undefined || league.ranked.length < 2) return undefined;
  const said = ({ entrant }: (typeof league.ranked)[number]): string =>
    `${name(entrant.intervention)} (${shown({ ...entrant.figure, id: "bcr" })})`;
  const [first, last] = [league.ranked[0], league.ranked.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const others = league.apart.length + league.unranked.length;
  const rest =
    others === 0 ? "" : ` ${others} cannot be ranked, which says nothing against ${others === 1 ? "it" : "them"}.`;
  return `Of the ${league.ranked.length} that can be compared, ${said(first)} has the highest return and ${said(last)} the lowest.${rest}`;
}

function stagesText({ figures }: PortfolioAssessment): string | undefined {
  const of = (stage: string) => figures.get(figureKey("portfolio_cost_by_stage", `strand, ${stage}`));
  const [early, late] = [of("early help"), of("late intervention")];
  if (early?.value === undefined && late?.value === undefined) return undefined;
  const said = (figure: typeof early): string => (figure?.value === undefined ? "nothing" : shown(figure));
  return `${sentence(said(early))} of it is early help and ${said(late)} late intervention, by strand of service.`;
}

/** Needs that are named; the table has them all. */
const mostNamed = 4;

function reachedText({ reach }: PortfolioAssessment): string | undefined {
  const whole = reach.filter(({ cluster, reach: share }) => cluster === undefined && share.value !== undefined);
  if (whole.length === 0) return undefined;
  const said = whole.slice(0, mostNamed).map((row) => `${row.title}, ${reachText(row)}`);
  const rest = whole.length - said.length;
  return `Of those with each need it reaches in a year: ${said.join("; ")}${rest === 0 ? "" : `; and ${rest} more below`}.`;
}
