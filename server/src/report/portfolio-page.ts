import type { SimulatedPortfolio } from "../analysis/simulated-portfolio.ts";
import type { AssessedPortfolio } from "../analysis/types.ts";
import { type Figure, figureKey } from "../costing/figure.ts";
import type { FigureId } from "../costing/figures.ts";
import type { PortfolioAssessment } from "../model/assess/portfolio-types.ts";
import { inYears } from "../model/years.ts";
import type { CostPage, Headline } from "./page.ts";
import { spendLineSection } from "./places/lines.ts";
import { eligibleSection, reachSection, universalSection } from "./places/need.ts";
import { portfolioUncertaintySections } from "./places/portfolio-uncertainty.ts";
import { stageSection } from "./places/stages.ts";
import { isValued, valuedOf, worthSection } from "./places/worth.ts";
import { nextSection, type Rate, stopSections } from "./portfolio-choices.ts";
import { leagueSections } from "./portfolio-leagues.ts";
import {
  clusterSection,
  memberSection,
  needLevelSection,
  sharedSection,
  strandSection,
  yearSection,
} from "./portfolio-sections.ts";
import { lackOf } from "./portfolio-words.ts";
import { partSection } from "./sections.ts";
import { listed, shown } from "./words.ts";

const headlineIds: readonly FigureId[] = [
  "portfolio_cost",
  "portfolio_shared",
  "portfolio_unallocated",
  "portfolio_budget",
];

/** What it is worth as a whole, shared costs once: shown where any of it is known. */
const returnIds: readonly FigureId[] = ["portfolio_npv", "portfolio_bcr"];

/** Whether anything of it is costed: of nothing there are no parts to show. */
export const isCosted = ({ figures }: PortfolioAssessment): boolean =>
  figures.get(figureKey("portfolio_cost"))?.value !== undefined;

export interface PortfolioOptions {
  /** What the evidence of each intervention would be rated. */
  readonly rate?: Rate;
  /** What interventions are called in sentences. */
  readonly name?: (intervention: string) => string;
  /** What its simulation says, where there was one. */
  readonly simulated?: SimulatedPortfolio | undefined;
}

/** The page of a portfolio: what is funded together, at which size, against which budget. `path` is shown as it is given. */
export function portfolioPage(
  { spec, assessment }: AssessedPortfolio,
  path: string,
  { rate, simulated, name = (id) => id }: PortfolioOptions = {},
): CostPage {
  const { reading } = spec;
  const { figures, members, priceYear } = assessment;
  return {
    title: reading?.title?.value ?? spec.id ?? "Without a title",
    id: spec.id ?? "",
    path,
    facts: [
      `portfolio of ${members.length === 1 ? "1 intervention" : `${members.length} interventions`}`,
      reading?.period === undefined ? "period not said" : `over ${reading.period.text}`,
      ...placeOf(assessment),
      ...(reading?.from?.value === undefined ? [] : [`from ${reading.from.value.label}`]),
      priceYear === undefined ? "prices as printed, of a year that is not known" : `prices of ${priceYear}`,
      perspectivesOf(assessment),
    ],
    headlines: [...headlineIds, "portfolio_budget_left" as const, ...(isValued(assessment) ? returnIds : [])].flatMap(
      (id) => headline(assessment, figures.get(figureKey(id))),
    ),
    sections: [
      memberSection(assessment),
      sharedSection(assessment),
      ...(isCosted(assessment)
        ? [
            yearSection(assessment, reading?.from?.value?.start),
            partSection(assessment, "portfolio_cost_by_payer", "Who pays", (figure) => lackOf(assessment, figure)),
            strandSection(assessment),
            needLevelSection(assessment),
            clusterSection(assessment, inYears(reading?.period?.value)),
            stageSection(assessment),
          ]
        : []),
      worthSection(assessment),
      reachSection(assessment.reach, "this portfolio"),
      eligibleSection(assessment),
      universalSection(assessment),
      spendLineSection(assessment),
      ...leagueSections(assessment, simulated?.interval),
      ...stopSections(assessment, rate),
      nextSection(assessment),
      ...(simulated === undefined ? [] : portfolioUncertaintySections(simulated)),
    ].filter((section) => section !== undefined),
    notes: notesOf(assessment, name),
  };
}

/** The place it serves; that an assumed one is no real place. */
const placeOf = ({ area }: PortfolioAssessment): string[] =>
  area === undefined
    ? []
    : [
        area.basis === "assumed"
          ? "for an assumed place, not a real one"
          : `for ${area.area.title?.value ?? area.area.area?.value}`,
      ];

/** Whose money is counted: the same for all, or a warning that it is not. */
function perspectivesOf({ members }: PortfolioAssessment): string {
  const all = new Set(members.flatMap(({ assessment }) => (assessment === undefined ? [] : [assessment.perspective])));
  if (all.size === 0) return "perspective not known";
  const [first] = all;
  return all.size === 1 ? `${first} perspective` : `perspectives differ: ${[...all].sort().join(", ")}`;
}

function headline(assessment: PortfolioAssessment, figure: Figure | undefined): Headline[] {
  if (figure === undefined || (figure.id === "portfolio_unallocated" && figure.value === 0 && figure.complete))
    return [];
  const note = returnIds.includes(figure.id) ? valuedOf(assessment) : lackOf(assessment, figure);
  return [{ label: figure.title, figure: shown(figure), note }];
}

/** What a reader of a total must know before using it. */
function notesOf({ members, problems }: PortfolioAssessment, name: (intervention: string) => string): string[] {
  const notes: string[] = [];
  const known = members.filter(({ assessment }) => assessment !== undefined);
  const own = known.filter(({ member }) => member.starts === undefined);
  if (own.length > 0)
    notes.push(
      `${
        own.length === known.length
          ? "The portfolio says for no intervention how many start: each stands"
          : `The portfolio does not say how many start in ${listed(own.map(({ intervention }) => name(intervention)))}: ${own.length === 1 ? "it stands" : "each stands"}`
      } at the number of its own spec, so the totals say what was costed there, not what would be bought here.`,
    );
  if (new Set(known.map(({ assessment }) => assessment?.perspective)).size > 1)
    notes.push(
      "The interventions are costed from different perspectives, so the total mixes what is counted; write one perspective in their specs before comparing them.",
    );
  const priced = problems.filter(({ reason }) => reason === "price-years-differ").length;
  if (priced > 0)
    notes.push(
      `${priced === 1 ? "1 intervention is" : `${priced} interventions are`} in other prices, shown and not added: prices of different years make no sum.`,
    );
  return notes;
}
