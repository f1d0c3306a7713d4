import type { Snapshot } from "../analysis/types.ts";
import { type Figure, figureKey } from "../costing/figure.ts";
import type { FigureId } from "../costing/figures.ts";
import type { MemberAssessment, PortfolioAssessment } from "../model/assess/index.ts";
import { whyNot } from "../report/portfolio-leagues.ts";
import { lackOf } from "../report/portfolio-words.ts";
import { chanceText, intervalText } from "../report/uncertainty-words.ts";
import { shown } from "../report/words.ts";
import { formatNumber, formatPercent } from "../values/index.ts";
import type { FilePath } from "../workspace/types.ts";
import type { At } from "./at.ts";
import { escapeMarkdown } from "./escape.ts";
import { sheet } from "./figure-sheet.ts";

/** What stands at a place of a portfolio: an intervention's cost and rank, a shared cost, a candidate, the whole with its groups. */
export function portfolioSheet(snapshot: Snapshot, path: FilePath, here: At): string | undefined {
  const assessment = snapshot.portfolios(path).find(({ spec }) => spec === here.spec)?.assessment;
  if (assessment === undefined) return undefined;
  const [first, second] = here.path;
  if (first === "interventions" && typeof second === "number") {
    const member = assessment.members[second];
    return member === undefined ? undefined : memberSheet(assessment, member, here);
  }
  if (first === "shared" && typeof second === "number") {
    const shared = assessment.shared[second];
    return shared === undefined
      ? undefined
      : parts(
          sheet(shared.total, assessment.priceYear, "over the period"),
          `Carried by interventions: **${formatPercent(shared.allocated)}**`,
        );
  }
  if (first === "candidates" && typeof second === "number") return candidateSheet(assessment, second);
  if (!here.onKey || here.path.length !== 1) return undefined;
  if (first === "portfolio" || first === "interventions")
    return parts(
      table(assessment, [
        "portfolio_cost",
        "portfolio_shared",
        "portfolio_unallocated",
        "portfolio_budget",
        "portfolio_pv_benefit",
        "portfolio_pv_cost",
        "portfolio_npv",
        "portfolio_bcr",
      ]) ?? "",
      drawnText(snapshot, assessment) ?? "",
    );
  return first === "budget" ? table(assessment, ["portfolio_budget", "portfolio_budget_left"]) : undefined;
}

function memberSheet(assessment: PortfolioAssessment, member: MemberAssessment, here: At): string | undefined {
  if (member.assessment === undefined) return undefined;
  const cluster = here.path[2] === "clusters" && typeof here.path[3] === "string" ? here.path[3] : undefined;
  const starts = member.clusters.find((each) => each.cluster === cluster);
  if (starts !== undefined)
    return parts(
      sheet(starts.starts, undefined, "over its years"),
      starts.share.value === undefined ? "" : `Share of all who start: **${formatPercent(starts.share.value)}**`,
    );
  const shares = member.shares.map(({ id, share, amount }) => `${id} ${formatPercent(share)}: ${shown(amount)}`);
  return parts(
    sheet(member.own, assessment.priceYear, "over its years in the portfolio", member.assessment.cite),
    shares.length === 0
      ? ""
      : `With its shares of shared costs: **${escapeMarkdown(shown(member.cost))}** (${escapeMarkdown(shares.join("; "))})`,
    ...assessment.leagues().flatMap((each) => rankText(each, member)),
    ownReturn(member),
  );
}

/** The ratio without its shares of the shared costs, where it has any: the ranked one, with them, is the headline. */
function ownReturn({ shares, assessment }: MemberAssessment): string {
  const own = assessment?.figures.get(figureKey("bcr"));
  return shares.length === 0 || own?.value === undefined
    ? ""
    : `Its benefit-cost ratio on its own cost alone, without its shares of the shared costs: ${escapeMarkdown(shown(own))}; the headline is the one with them, which is ranked.`;
}

/** Where an intervention stands in a league table, or why it does not. */
function rankText(
  { by, outcome, league }: ReturnType<PortfolioAssessment["leagues"]>[number],
  { intervention }: MemberAssessment,
): readonly string[] {
  const of = escapeMarkdown(outcome === undefined ? by : `${by}, ${outcome.title}`);
  const ranked = league.ranked.find(({ entrant }) => entrant.intervention === intervention);
  if (ranked !== undefined)
    return [
      `By ${of}: **${ranked.rank} of ${league.ranked.length}**, ${escapeMarkdown(shown({ ...ranked.entrant.figure, ...(by === "return" ? ({ id: "bcr" } as const) : {}) }))}`,
    ];
  const apart = league.apart.find(({ entrant }) => entrant.intervention === intervention);
  if (apart !== undefined)
    return [
      `By ${of}: not comparable (${escapeMarkdown(apart.differs.map(({ name, own }) => `${name} ${own}`).join(", "))})`,
    ];
  const open = league.unranked.find((each) => each.intervention === intervention);
  return open === undefined ? [] : [`By ${of}: ${escapeMarkdown(whyNot(open))}`];
}

function candidateSheet(assessment: PortfolioAssessment, index: number): string | undefined {
  const next = assessment.next();
  const candidate = next?.candidates[index];
  if (next === undefined || candidate?.assessment === undefined) return undefined;
  const step = next.steps.find((each) => each.candidate === candidate);
  const fits =
    step === undefined
      ? "It cannot be ranked among the candidates."
      : step.fits === undefined
        ? "Whether it fits in the budget is not known."
        : step.fits
          ? `It fits, ${step.rank} in rank: ${shown(step.left ?? candidate.own)} is then left.`
          : "It does not fit in what is left of the budget.";
  return parts(
    sheet(candidate.own, assessment.priceYear, "over its years in the portfolio", candidate.assessment.cite),
    escapeMarkdown(fits),
  );
}

/** How sure the whole is, where it has been drawn already: a hover draws nothing. */
function drawnText({ portfolioSimulations }: Snapshot, assessment: PortfolioAssessment): string | undefined {
  const simulated = portfolioSimulations.get(assessment);
  if (simulated === undefined) return undefined;
  const { chanceOfGain, settings, figures } = simulated.simulation;
  const said = (["portfolio_npv", "portfolio_bcr"] as const).flatMap((id) => {
    const [figure, drawn] = [assessment.figures.get(id), figures.get(id)];
    return figure === undefined || drawn === undefined ? [] : [`${figure.title} ${intervalText(figure, drawn)}`];
  });
  if (said.length === 0) return undefined;
  const chance = chanceOfGain === undefined ? "" : `; benefits exceed costs in ${chanceText(chanceOfGain)}`;
  return escapeMarkdown(
    `${formatNumber(settings.level)}% of ${formatNumber(settings.draws)} draws: ${said.join("; ")}${chance}`,
  );
}

/** Figures as a table, those of each year below each other. */
function table(assessment: PortfolioAssessment, ids: readonly FigureId[]): string | undefined {
  const figures = ids.flatMap((id): Figure[] => {
    const whole = assessment.figures.get(figureKey(id));
    return whole === undefined ? [...assessment.figures.values()].filter((figure) => figure.id === id) : [whole];
  });
  if (figures.length === 0) return undefined;
  const prices = assessment.priceYear === undefined ? "prices as printed" : `${assessment.priceYear} prices`;
  return [
    `| ${prices} | | |`,
    "| --- | ---: | --- |",
    ...figures.map(
      (figure) =>
        `| ${escapeMarkdown(figure.of === undefined ? figure.title : `${figure.title}, year ${Number(figure.of) + 1}`)} | **${escapeMarkdown(shown(figure))}** | ${escapeMarkdown(lackOf(assessment, figure))} |`,
    ),
  ].join("\n");
}

/** Parts of a hover, one below the other. */
const parts = (...all: readonly string[]): string => all.filter((part) => part !== "").join("\n\n");
