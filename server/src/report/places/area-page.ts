import type { AssessedArea, Snapshot } from "../../analysis/types.ts";
import type { PortfolioAssessment } from "../../model/assess/index.ts";
import type { FilePath } from "../../workspace/types.ts";
import type { CostPage, Section } from "../page.ts";
import { shown } from "../words.ts";
import { factorSection, perChildSection } from "./beside.ts";
import { budgetSection, needSection, populationSection } from "./clusters.ts";
import { areaSpendSection } from "./lines.ts";
import { reachSection } from "./need.ts";
import { areaRows, stageColumns, stageNotes } from "./stages.ts";

/** The page of an area: who lives there, with which needs, who of them is reached, what is spent. `path` is shown as it is given. */
export function areaPage(snapshot: Snapshot, { spec, assessment }: AssessedArea, path: string): CostPage {
  const { reading } = spec;
  const { figures, clusters, needs, basis } = assessment;
  const serving = portfoliosOf(snapshot, spec.id);
  const headline = (id: "area_devolved_budget"): CostPage["headlines"] => {
    const figure = figures.get(id);
    return figure === undefined ? [] : [{ label: figure.title, figure: shown(figure), note: "" }];
  };
  const own = assessment.places.find((place) => place.own);
  return {
    title: reading?.title?.value ?? spec.id ?? "Without a title",
    id: spec.id ?? "",
    path,
    facts: areaFacts(clusters.length, needs.length, basis),
    headlines: [
      ...(own === undefined
        ? []
        : [
            {
              label: own.year === undefined ? "Spend per child" : `Spend per child, ${own.year}`,
              figure: shown(own.perChild),
              note: own.perChild.value === undefined ? "" : own.how,
            },
          ]),
      ...headline("area_devolved_budget"),
    ],
    sections: [
      populationSection(assessment),
      needSection(assessment),
      ...serving.map(({ id, portfolio }) => reachSection(portfolio.reach, `the portfolio ${id}`)),
      budgetSection(assessment),
      areaSpendSection(assessment),
      stagesOf(assessment),
      perChildSection(assessment),
      factorSection(assessment),
    ].filter((section) => section !== undefined),
    notes: areaNotes(basis, serving.length),
  };
}

/** What is known of a place at a glance, and that an illustrative one is no real place. */
export const areaFacts = (clusters: number, needs: number, basis: string | undefined): string[] => [
  "area",
  ...(clusters === 0 ? [] : [clusters === 1 ? "1 cluster" : `${clusters} clusters`]),
  needs === 0 ? "no needs listed" : needs === 1 ? "1 need" : `${needs} needs`,
  ...(basis === "assumed" ? ["figures assumed: not a real place"] : basis === undefined ? [] : [`figures ${basis}`]),
];

export const areaNotes = (basis: string | undefined, portfolios: number): string[] => [
  ...(basis === "assumed"
    ? ["Every figure of this place is assumed, for illustration. Nothing here describes a real place."]
    : []),
  ...(portfolios === 0
    ? ["No portfolio of this project names this area, so who of those in need is reached is not known."]
    : []),
];

/** The portfolios that serve an area, in order of id. */
export function portfoliosOf(
  snapshot: Snapshot,
  area: string | undefined,
): readonly { readonly id: string; readonly path: FilePath; readonly portfolio: PortfolioAssessment }[] {
  if (area === undefined) return [];
  const paths = new Set(
    snapshot.index.uses("area", area).flatMap(({ by, path }) => (by.kind === "portfolio" ? [path] : [])),
  );
  return [...paths]
    .flatMap((path) => snapshot.portfolios(path).map((each) => ({ ...each, path })))
    .filter(({ spec }) => spec.reading?.area?.value === area)
    .map(({ spec, assessment, path }) => ({ id: spec.id ?? "", path, portfolio: assessment }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The column of a portfolio's spend on neither side: lines of the return on neither side are in none of the two sums. */
const neither = 3;

/** Early help against late intervention by section 251 line. */
export function stagesOf(assessment: AssessedArea["assessment"]): Section | undefined {
  const rows = areaRows(assessment);
  if (rows.length === 0) return undefined;
  return {
    title: "Early help and late intervention",
    columns: stageColumns.filter((_, at) => at !== neither),
    rows: rows.map(({ cells }) => ({ cells: cells.filter((_, at) => at !== neither) })),
    notes: stageNotes(false),
  };
}
