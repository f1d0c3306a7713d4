import type { AssessedPortfolio } from "../analysis/types.ts";
import { type Figure, figureKey } from "../costing/figure.ts";
import type { FigureId } from "../costing/figures.ts";
import type { MemberAssessment, PortfolioAssessment } from "../model/assess/portfolio-types.ts";
import { formatNumber, formatPercent } from "../values/format.ts";
import { bare, lackBeside } from "./beside.ts";
import type { CostPage, Headline, Section } from "./page.ts";
import { left, partiesText, partSection, right } from "./sections.ts";
import { listed, noteOf, shown } from "./words.ts";

const headlineIds: readonly FigureId[] = [
  "portfolio_cost",
  "portfolio_shared",
  "portfolio_unallocated",
  "portfolio_budget",
];

/** The page of a portfolio: what is funded together, at which size, against which budget. `path` is shown as it is given. */
export function portfolioPage({ spec, assessment }: AssessedPortfolio, path: string): CostPage {
  const { reading } = spec;
  const { figures, priceYear, members } = assessment;
  return {
    title: reading?.title?.value ?? spec.id ?? "Without a title",
    id: spec.id ?? "",
    path,
    facts: [
      `portfolio of ${members.length === 1 ? "1 intervention" : `${members.length} interventions`}`,
      ...(reading?.period === undefined ? ["period not said"] : [`over ${reading.period.text}`]),
      ...(reading?.from?.value === undefined ? [] : [`from ${reading.from.value.label}`]),
      priceYear === undefined ? "prices as printed, of a year that is not known" : `prices of ${priceYear}`,
      ...perspectivesOf(members),
    ],
    headlines: [...headlineIds.flatMap((id) => headline(assessment, figures.get(figureKey(id)))), ...left_(assessment)],
    sections: [
      memberSection(assessment),
      sharedSection(assessment),
      yearSection(assessment, reading?.from?.value?.start),
      partSection(assessment, "portfolio_cost_by_payer", "Who pays"),
      partSection(assessment, "portfolio_cost_by_strand", "By strand of service"),
    ].filter((section) => section !== undefined),
    notes: notesOf(assessment),
  };
}
