/** What stopping each intervention of a portfolio frees and what it loses: arithmetic on the stated figures, in the order of the ranking. */
import { figureKey } from "../../../costing/figure.ts";
import { difference, sum, type Worked } from "../../../costing/worked.ts";
import type { MemberAssessment, PortfolioFrame, PortfolioLeague, RankBy, StopAssessment } from "../portfolio-types.ts";
import { leagueFor } from "./leagues.ts";

/** Everything that stops or stays with each intervention; the league says in which order, worst first, the rest apart. */
export function stoppingOf(
  members: readonly MemberAssessment[],
  by: RankBy,
  frame: PortfolioFrame,
): { readonly league: PortfolioLeague; readonly all: readonly StopAssessment[] } {
  const league = leagueFor(by, members, frame) ?? leagueFor("return", members, frame);
  return {
    league: league ?? { by: "return", league: { basis: [], ranked: [], apart: [], unranked: [] } },
    all: members.map((member) => stopped(member, frame)),
  };
}

function stopped(member: MemberAssessment, { money }: PortfolioFrame): StopAssessment {
  const { assessment, own, shares, spec } = member;
  const figure = (id: "comparator_cost" | "starts_total" | "fiscal_benefit"): Worked | undefined =>
    assessment?.figures.get(figureKey(id))?.worked;
  const instead = figure("comparator_cost");
  const fiscalBenefit = figure("fiscal_benefit");
  const claims = spec?.outcomes?.items ?? [];
  const cited = claims.map((claim) => (claim.evidence?.items ?? []).flatMap(({ value }) => value ?? []));
  return {
    member,
    frees: own,
    stays:
      shares.length === 0
        ? undefined
        : sum(
            "Shared costs that go on",
            shares.map(({ amount }) => amount),
            money,
          ),
    instead,
    starts: figure("starts_total"),
    fiscalBenefit,
    net:
      assessment?.perspective === "public-sector" && isSaid(member, instead)
        ? netOf(own, instead, fiscalBenefit)
        : undefined,
    outcomes: (assessment?.outcomes ?? []).map(({ title, result, noEffectShown }) => ({
      title,
      gained: result.gained,
      noEffectShown,
    })),
    claims: claims.length,
    claimsWithoutEvidence: cited.filter((each) => each.length === 0).length,
    studies: [...new Set(cited.flat())].sort(),
  };
}

/** Whether the spec says what would happen otherwise: at a cost, or at none besides what its lines hold. */
const isSaid = ({ spec }: MemberAssessment, instead: Worked | undefined): boolean =>
  instead !== undefined ||
  ["none", "already deducted", "in benefits"].includes(spec?.costs?.comparator?.cost?.word ?? "");

/** Money freed, less what usual services cost instead, less the fiscal benefits that are lost. */
function netOf(own: Worked, instead: Worked | undefined, fiscal: Worked | undefined): Worked | undefined {
  if (fiscal === undefined) return undefined;
  const label = "Left after usual services and fiscal benefits lost";
  const kept = instead === undefined || instead.none !== undefined ? own : difference(label, own, instead);
  return fiscal.none === undefined ? difference(label, kept, fiscal) : kept;
}
