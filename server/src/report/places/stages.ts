import { type Figure, figureKey } from "../../costing/figure.ts";
import { type AreaAssessment, type PortfolioAssessment, placeReference } from "../../model/assess/index.ts";
import type { Row, Section } from "../page.ts";
import { lackOf } from "../portfolio-words.ts";
import { left, right } from "../sections.ts";
import { missingText, shown } from "../words.ts";

const { earlyAndLate } = placeReference;

/** Early help against late intervention: what is funded here by strand and by level of need, and what the area spends by section 251 line. */
export function stageSection(assessment: PortfolioAssessment): Section | undefined {
  const { members, figures, area } = assessment;
  const by = (before: string): readonly Figure[] =>
    [...figures.values()].filter(({ id, of }) => id === "portfolio_cost_by_stage" && of?.startsWith(before) === true);
  const rows: Row[] = [];
  const put = (title: string, found: readonly Figure[], before: string): void => {
    for (const figure of found)
      rows.push({ cells: [title, (figure.of ?? "").slice(before.length), shown(figure), lackOf(assessment, figure)] });
  };
  if (members.some(({ strand }) => strand !== undefined)) put("This portfolio, by strand", by("strand, "), "strand, ");
  if (members.some(({ needLevel }) => needLevel !== undefined))
    put("This portfolio, by level of need", by("level of need, "), "level of need, ");
  rows.push(...areaRows(area));
  if (rows.length === 0) return undefined;
  return {
    title: "Early help and late intervention",
    columns: [left(""), left("stage"), right("spend"), left("")],
    rows,
    notes: stageNotes(area !== undefined && areaRows(area).length > 0),
  };
}

/** What an area spends on either side, net, in the prices of its year. */
export function areaRows(area: AreaAssessment | undefined): readonly Row[] {
  return ["early help", "late intervention"].flatMap((stage) => {
    const figure = area?.figures.get(figureKey("area_spend_by_stage", stage));
    if (figure === undefined) return [];
    const year = figure.priceYear === undefined ? "" : `, ${figure.priceYear}`;
    return [{ cells: [`The area's section 251 lines${year}`, stage, shown(figure), missingText(figure)] }];
  });
}

export const stageNotes = (withLines: boolean): readonly string[] => [
  ...(withLines
    ? [
        "Section 251 lines: net spend of the whole council in a year, in the prices of that year; not to be added to a portfolio's cost over its years.",
      ]
    : []),
  `Placed after ${earlyAndLate.source.split(":")[0]}. Strands and levels of need are placed by Wellspent after the same idea; services at the edge of care, and those of several strands, stand apart.`,
];
