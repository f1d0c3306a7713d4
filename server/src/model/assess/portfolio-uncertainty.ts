/** How sure each value is that a portfolio rests on, and which of its figures are simulated (schemas/FORMAT.md, "Uncertainty"). Read when asked for, never while typing. */
import { figureKey } from "../../costing/figure.ts";
import type { SimulatedRoot } from "../../costing/simulation/simulate.ts";
import type { Portfolio } from "../../schema/kinds/portfolio.ts";
import type { ReadNode } from "../../schema/shape.ts";
import type { IntervalOf, MemberAssessment, PortfolioAssessment, RankBy } from "./portfolio-types.ts";
import type { FoundUnitCost } from "./prices.ts";
import { fieldsAt } from "./uncertain-fields.ts";
import { inputReader, type Uncertainty, usedBy } from "./uncertainty.ts";

const ratios = { return: "return", "net benefit": undefined, "cost per outcome": "price" } as const;

/**
 * What a simulation of a portfolio needs: its own figures, and those of its league tables. A value of an intervention goes by
 * `interventions.<id>.<path>`, so that two interventions are drawn apart; a unit cost or an outcome that several use is one draw for all.
 */
export function portfolioUncertainty(
  portfolio: Portfolio,
  assessment: PortfolioAssessment,
  unitCost: (id: string) => FoundUnitCost | undefined,
): Uncertainty {
  const { members, figures, appraisal } = assessment;
  const { draws, seed, level } = appraisal.uncertainty;
  const wanted = distributionsOf(assessment);
  const { inputs, inputOf } = inputReader(fieldsAt(documentsOf(portfolio, members)), new Map(wanted), unitCost);
  const own: SimulatedRoot[] = [...figures].flatMap(([key, { id, worked }]) =>
    worked.value === undefined
      ? []
      : [{ key, worked, ...(id === "portfolio_bcr" ? { ratio: "return" as const } : {}) }],
  );
  const net = figures.get(figureKey("portfolio_npv"))?.value === undefined ? undefined : "portfolio_npv";
  return {
    inputs,
    settings: { draws, seed, level },
    case: {
      roots: [...own, ...leagueRoots(assessment)],
      claims: [],
      threshold: () => undefined,
      net,
      switches: false,
      sensitive: [net ?? "portfolio_cost"],
      inputOf,
    },
    unusedPaths: () => wanted.map(([path]) => path).filter((path) => !usedBy(path, inputs)),
  };
}

/** The portfolio, its interventions and the outcomes that they claim, each once, with what their paths begin with. */
function documentsOf(portfolio: Portfolio, members: readonly MemberAssessment[]) {
  const documents = new Map<string, { prefix: string; label: string; root: ReadNode }>();
  for (const { intervention, spec, assessment } of members) {
    const prefix = `interventions.${intervention}`;
    if (spec !== undefined) documents.set(prefix, { prefix, label: intervention, root: spec });
    for (const { definition, outcome } of assessment?.outcomes ?? [])
      if (definition !== undefined)
        documents.set(`outcome.${outcome}`, { prefix: `outcome.${outcome}`, label: outcome, root: definition });
  }
  return [{ prefix: "", label: "", root: portfolio as ReadNode }, ...documents.values()];
}

/** Distributions that the portfolio sets, and those of its interventions' own specs, by the paths that they have here. */
function distributionsOf({ members, appraisal }: PortfolioAssessment): readonly (readonly [string, string])[] {
  const ours = new Map<string, string>(appraisal.uncertainty.distributions);
  const all = new Map<string, string>();
  for (const { intervention, assessment } of members)
    for (const [path, name] of assessment?.appraisal.uncertainty.distributions ?? [])
      if (!ours.has(path)) all.set(isShared(path) ? path : `interventions.${intervention}.${path}`, name);
  return [...all, ...ours];
}

/** Definitions that stand outside an intervention's own spec. */
const isShared = (path: string): boolean => path.startsWith("unit_costs.") || path.startsWith("outcome.");

function leagueRoots(assessment: PortfolioAssessment): readonly SimulatedRoot[] {
  const roots: SimulatedRoot[] = [];
  const gather: IntervalOf = (member, by, figure, claim) => {
    const ratio = ratios[by];
    if (figure.value !== undefined)
      roots.push({
        key: leagueKey(assessment, member, by, claim),
        worked: figure,
        ...(ratio === undefined ? {} : { ratio }),
      });
    return figure;
  };
  assessment.leagues(gather);
  return roots;
}

/** The key of a league figure among the simulated ones; told apart by place in the portfolio, for one listed twice. */
export const leagueKey = (
  { members }: PortfolioAssessment,
  member: MemberAssessment,
  by: RankBy,
  claim: string | undefined,
): string => `league/${by}/${members.indexOf(member)}/${claim ?? ""}`;
