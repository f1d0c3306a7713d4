import type { AssessedArea, Snapshot } from "../../analysis/types.ts";
import type { CostPage, Section } from "../page.ts";
import { shown } from "../words.ts";
import { factorSection, perChildSection } from "./beside.ts";
import { budgetSection, needSection, populationSection } from "./clusters.ts";
import { areaSpendSection } from "./lines.ts";
import { reachSection } from "./need.ts";
import { directReach, portfoliosOf } from "./serving.ts";
import { areaRows, stageColumns, stageNotes } from "./stages.ts";

/** The page of an area: who lives there, with which needs, who of them is reached, what is spent. `path` is shown as it is given. */
export function areaPage(snapshot: Snapshot, { spec, assessment }: AssessedArea, path: string): CostPage {
  const { reading } = spec;
  const { figures, clusters, needs, basis } = assessment;
  const serving = portfoliosOf(snapshot, spec.id);
  const direct = directReach(snapshot, assessment, serving);
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
      reachSection(direct, "interventions that name this area and stand in no portfolio of it"),
      budgetSection(assessment),
      areaSpendSection(assessment),
      stagesOf(assessment),
      perChildSection(assessment),
      factorSection(assessment),
    ].filter((section) => section !== undefined),
    notes: areaNotes(basis, serving.length + direct.length),
  };
}

/** What is known of a place at a glance, and that an illustrative one is no real place. */
const areaFacts = (clusters: number, needs: number, basis: string | undefined): string[] => [
  "area",
  ...(clusters === 0 ? [] : [clusters === 1 ? "1 cluster" : `${clusters} clusters`]),
  needs === 0 ? "no needs listed" : needs === 1 ? "1 need" : `${needs} needs`,
  ...(basis === "assumed" ? ["figures assumed: not a real place"] : basis === undefined ? [] : [`figures ${basis}`]),
];

const areaNotes = (basis: string | undefined, portfolios: number): string[] => [
  ...(basis === "assumed"
    ? ["Every figure of this place is assumed, for illustration. Nothing here describes a real place."]
    : []),
  ...(portfolios === 0
    ? [
        "No portfolio and no intervention of this project names this area, so who of those in need is reached is not known.",
      ]
    : []),
];

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
