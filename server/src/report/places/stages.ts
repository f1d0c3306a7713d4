import { type Figure, figureKey } from "../../costing/figure.ts";
import { sum } from "../../costing/worked.ts";
import { type AreaAssessment, type PortfolioAssessment, placeReference } from "../../model/assess/index.ts";
import type { Row, Section } from "../page.ts";
import { lackOf } from "../portfolio-words.ts";
import { left, right } from "../sections.ts";
import { missingText, shown } from "../words.ts";

const { earlyAndLate } = placeReference;

/** Early help against late intervention: what is funded here by strand and by level of need, and what the area spends by section 251 line. */
export function stageSection(assessment: PortfolioAssessment): Section | undefined {
  const { members, figures, area } = assessment;
  const ours = (title: string, before: string): Row => {
    const found = new Map(
      [...figures.values()]
        .filter(({ id, of }) => id === "portfolio_cost_by_stage" && of?.startsWith(before) === true)
        .map((figure) => [(figure.of ?? "").slice(before.length), figure]),
    );
    const all = [...found.values()];
    const rest = sum(
      "Neither",
      all.filter(({ of = "" }) => !isStage(of.slice(before.length))).map(({ worked }) => worked),
    );
    const lacks = new Set(all.map((figure) => lackOf(assessment, figure)).filter((lack) => lack !== ""));
    return {
      cells: [
        title,
        ...stages.map((stage) => cellOf(found.get(stage))),
        rest.operands.length === 0 ? "" : shown(rest),
        [...lacks].join("; "),
      ],
    };
  };
  const rows = [
    ...(members.some(({ strand }) => strand !== undefined) ? [ours("This portfolio, by strand", "strand, ")] : []),
    ...(members.some(({ needLevel }) => needLevel !== undefined)
      ? [ours("This portfolio, by level of need", "level of need, ")]
      : []),
    ...areaRows(area),
  ];
  if (rows.length === 0) return undefined;
  return {
    title: "Early help and late intervention",
    columns: stageColumns,
    rows,
    notes: stageNotes(areaRows(area).length > 0),
  };
}

const stages = ["early help", "late intervention"] as const;
const isStage = (text: string): boolean => stages.some((stage) => stage === text);
const cellOf = (figure: Figure | undefined): string => (figure === undefined ? "nothing" : shown(figure));

export const stageColumns = [
  left(""),
  right("early help"),
  right("late intervention"),
  right("neither, shared or not said"),
  left(""),
];

/** What an area spends on either side, net, in the prices of its year. */
export function areaRows(area: AreaAssessment | undefined): readonly Row[] {
  const found = stages.map((stage) => area?.figures.get(figureKey("area_spend_by_stage", stage)));
  const [first] = found.filter((figure) => figure !== undefined);
  if (first === undefined) return [];
  const year = first.priceYear === undefined ? "" : `, ${first.priceYear}`;
  const lacks = new Set(
    found.map((figure) => (figure === undefined ? "" : missingText(figure))).filter((lack) => lack !== ""),
  );
  return [{ cells: [`The area's section 251 lines${year}`, ...found.map(cellOf), "", [...lacks].join("; ")] }];
}

export const stageNotes = (withLines: boolean): readonly string[] => [
  ...(withLines
    ? [
        "Section 251 lines: net spend of the whole council in a year, in the prices of that year; not to be added to a portfolio's cost over its years.",
      ]
    : []),
  `Placed after ${earlyAndLate.source.split(":")[0]}. Strands and levels of need are placed by Wellspent after the same idea; services at the edge of care, and those of several strands, stand apart.`,
];
