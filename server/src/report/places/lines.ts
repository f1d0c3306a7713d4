import type { Figure } from "../../costing/figure.ts";
import type { AreaAssessment, PortfolioAssessment, SpendAssessment } from "../../model/assess/index.ts";
import { formatFigure } from "../../values/format.ts";
import type { Row, Section } from "../page.ts";
import { lackOf } from "../portfolio-words.ts";
import { left, right } from "../sections.ts";
import { missingText, shown } from "../words.ts";

/** The portfolio's cost by line of the section 251 return, in an average year, beside what the area spends on the line. */
export function spendLineSection(assessment: PortfolioAssessment, years: number | undefined): Section | undefined {
  const { figures, area, priceYear } = assessment;
  const found = [...figures.values()].filter(({ id }) => id === "portfolio_cost_by_spend_line");
  if (found.length === 0) return undefined;
  return {
    title: "By line of the section 251 return",
    columns: [
      left("line"),
      left("name"),
      right("this portfolio"),
      right("in an average year"),
      right("the area's net spend"),
      left("year"),
      left(""),
    ],
    rows: found.map((figure): Row => {
      const line = area?.spend.find((each) => each.line === figure.of);
      return {
        cells: [
          figure.of ?? "",
          line?.title ?? "",
          shown(figure),
          averageOf(figure, years),
          line === undefined ? "" : shown(line.net),
          line?.year ?? "",
          lackOf(assessment, figure),
        ],
      };
    }),
    notes: [
      `The portfolio in prices of ${priceYear ?? "a year not known"}, whoever pays; the area's spend as returned, net of income, in the prices of its year.`,
    ],
  };
}

const averageOf = (figure: Figure, years: number | undefined): string =>
  figure.value === undefined || years === undefined || years === 0
    ? "not known"
    : formatFigure({ value: figure.value / years, unit: figure.unit });

/** Spend by line: gross, income and net, sums of other lines marked. */
export function areaSpendSection({ spend }: AreaAssessment): Section | undefined {
  if (spend.length === 0) return undefined;
  const years = new Set(spend.map(({ year }) => year));
  const oneYear = years.size === 1 && spend[0]?.year !== undefined;
  return {
    title: oneYear ? `Spend by section 251 line, ${spend[0]?.year}` : "Spend by section 251 line",
    columns: [
      left("line"),
      left("name"),
      ...(oneYear ? [] : [left("year")]),
      right("gross"),
      right("income"),
      right("net"),
      left("stage"),
      left(""),
    ],
    rows: spend.map((line) => ({
      cells: [
        line.line,
        line.title,
        ...(oneYear ? [] : [line.year ?? "not said"]),
        line.gross === undefined ? "" : shown(line.gross),
        line.income === undefined ? "" : shown(line.income),
        shown(line.net),
        line.stage === undefined ? "" : line.stage === "early" ? "early help" : "late intervention",
        lineNote(line),
      ],
      total: line.isTotal,
    })),
    notes: [],
  };
}

function lineNote({ net, gross, income }: SpendAssessment): string {
  if (net.value === undefined) return missingText(net);
  return gross === undefined || income === undefined ? "net as printed" : "";
}
