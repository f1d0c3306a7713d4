import type { Worked } from "../../costing/worked.ts";
import type {
  LeagueEntry,
  NextAssessment,
  PortfolioAssessment,
  PortfolioLeague,
} from "../../model/assess/portfolio-types.ts";
import { headlineReturn } from "../../report/portfolio-words.ts";
import type { CostedPortfolio } from "../commands/cost.ts";
import { reachJson } from "./json-reach.ts";
import { intervalsOf, simulatedJson } from "./json-uncertainty.ts";
import { partiesJson, type Writer } from "./json-writer.ts";

/** A portfolio for programs: its members at its starts and years, its shared costs once, and the figures over them. */
export function portfolioJson(
  { spec, assessment, path, project, simulated, perspectives }: CostedPortfolio,
  writer: Writer,
) {
  const { reading } = spec;
  const { priceYear } = assessment;
  const optional = (id: string, worked: Worked | undefined) =>
    worked === undefined ? null : writer.amount(id, worked, undefined);
  return {
    path: project.show(path),
    kind: spec.kind,
    id: spec.id ?? null,
    title: reading?.title?.value ?? null,
    area: reading?.area?.value ?? null,
    from: reading?.from?.value?.label ?? null,
    period: reading?.period?.text ?? null,
    price_year: priceYear ?? null,
    perspective: assessment.perspective,
    rank_by: assessment.rankBy,
    figures: writer.figures(assessment.figures, simulated && intervalsOf(simulated)),
    members: assessment.members.map((member) => ({
      intervention: member.intervention,
      at: writer.place(member.at),
      strand: member.strand ?? null,
      need_level: member.needLevel ?? null,
      first_year: member.firstYear,
      years: member.years ?? null,
      perspective: member.assessment?.perspective ?? null,
      price_year: member.assessment?.priceYear ?? null,
      own_cost: writer.amount("member_own_cost", member.own, priceYear),
      shares: member.shares.map(({ id, share, amount }) => ({
        shared_cost: id,
        share,
        amount: writer.amount("member_share", amount, priceYear),
      })),
      cost: writer.amount("member_cost", member.cost, priceYear),
      clusters: member.clusters.map(({ cluster, starts, share }) => ({
        cluster,
        starts: writer.amount("cluster_starts", starts, undefined),
        share: writer.amount("cluster_share", share, undefined),
      })),
      headline_return: optional("bcr", headlineReturn(assessment, member)),
      own_return: optional("bcr", member.assessment?.figures.get("bcr")?.worked),
      figures: member.assessment === undefined ? null : writer.figures(member.assessment.figures),
    })),
    shared: assessment.shared.map((shared) => ({
      id: shared.id,
      item: shared.item,
      at: writer.place(shared.at),
      payers: partiesJson(shared.payers),
      total: writer.amount("shared_total", shared.total, priceYear),
      counted: shared.counted === undefined ? null : writer.amount("shared_counted", shared.counted, priceYear),
      allocated: shared.allocated,
      unallocated: writer.amount("shared_unallocated", shared.unallocated, priceYear),
    })),
    reach: assessment.reach.map((row) => reachJson(row, writer)),
    leagues: assessment.leagues(simulated?.interval).map((league) => leagueJson(league, writer, priceYear)),
    stopping: stoppingJson(assessment, writer),
    next: nextJson(assessment.next(), writer, priceYear),
    problems: assessment.problems.map(({ reason, at }) => ({ reason, at: writer.place(at) })),
    ...(perspectives === undefined
      ? {}
      : {
          perspectives: Object.fromEntries(perspectives.map((each) => [each, writer.figures(assessment.under(each))])),
        }),
    ...(simulated === undefined ? {} : { uncertainty: simulatedJson(simulated, writer) }),
  };
}

const figureIds = { return: "bcr", "net benefit": "npv", "cost per outcome": "cost_per_outcome" } as const;

function leagueJson({ by, outcome, league }: PortfolioLeague, writer: Writer, priceYear: string | undefined) {
  const row = (entry: LeagueEntry, more: object) => ({
    intervention: entry.intervention,
    at: writer.place(entry.at),
    figure: writer.amount(figureIds[by], entry.figure, by === "return" ? undefined : priceYear),
    rank: null,
    overlaps_above: null,
    ...more,
  });
  return {
    by,
    outcome: outcome?.id ?? null,
    basis: Object.fromEntries(league.basis),
    ranked: league.ranked.map(({ entrant, rank, overlaps }) =>
      row(entrant, { rank, overlaps_above: overlaps ?? null }),
    ),
    not_comparable: league.apart.map(({ entrant, differs }) => ({
      ...row(entrant, {}),
      differs: differs.map(({ name, own, others }) => ({ in: name, own, others })),
    })),
    not_ranked: league.unranked.map((entrant) => row(entrant, {})),
  };
}

function stoppingJson(assessment: PortfolioAssessment, writer: Writer) {
  const { league, all } = assessment.stopping();
  const { priceYear } = assessment;
  const ranked = [...league.league.ranked].reverse().map(({ entrant }) => entrant.member);
  return all.map((stop) => {
    const order = ranked.indexOf(stop.member);
    const optional = (id: string, worked: typeof stop.net) =>
      worked === undefined ? null : writer.amount(id, worked, priceYear);
    return {
      intervention: stop.member.intervention,
      order: order < 0 || ranked.length < 2 ? null : order + 1,
      frees: writer.amount("stop_frees", stop.frees, priceYear),
      shared_costs_that_stay: optional("stop_stays", stop.stays),
      usual_services_instead: optional("comparator_cost", stop.instead),
      fiscal_benefit_lost: optional("fiscal_benefit", stop.fiscalBenefit),
      left_over: optional("stop_left_over", stop.net),
      no_longer_served: stop.starts === undefined ? null : writer.amount("starts_total", stop.starts, undefined),
      outcomes_lost: stop.outcomes.map(({ title, gained, noEffectShown }) => ({
        title,
        gained: writer.amount("outcomes_gained", gained, undefined),
        no_effect_shown: noEffectShown,
      })),
      studies: [...stop.studies],
      claims: stop.claims,
      claims_without_evidence: stop.claimsWithoutEvidence,
    };
  });
}

function nextJson(next: NextAssessment | undefined, writer: Writer, priceYear: string | undefined) {
  if (next === undefined) return null;
  return {
    by: next.by,
    outcome: next.league?.outcome?.id ?? null,
    budget_left: next.left === undefined ? null : writer.amount("budget_left", next.left, priceYear),
    candidates: next.candidates.map((candidate) => {
      const step = next.steps.find((each) => each.candidate === candidate);
      return {
        intervention: candidate.intervention,
        at: writer.place(candidate.at),
        rank: step?.rank ?? null,
        fits: step?.fits ?? null,
        adds: writer.amount("member_own_cost", candidate.own, priceYear),
        budget_then_left: step?.left === undefined ? null : writer.amount("budget_left", step.left, priceYear),
        figures: candidate.assessment === undefined ? null : writer.figures(candidate.assessment.figures),
      };
    }),
  };
}
