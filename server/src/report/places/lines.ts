import type { AreaAssessment, PortfolioAssessment, SpendAssessment } from "../../model/assess/index.ts";
import type { Row, Section } from "../page.ts";
import { lackOf } from "../portfolio-words.ts";
import { left, right } from "../sections.ts";
import { missingText, shown } from "../words.ts";

/** The portfolio's cost by line of the section 251 return, in an average year, beside what the area spends on the line. */
export function spendLineSection(assessment: PortfolioAssessment): Section | undefined {
  const found = assessment.spendLines();
  const { priceYear } = assessment;
  if (found.length === 0) return undefined;
  const prices = priceYear ?? "a year not known";
  return {
    title: "By line of the section 251 return",
    columns: [
      left("line"),
      left("name"),
      right("this portfolio"),
      right("in an average year"),
      right(`the area's net spend, ${prices} prices`),
      right("as returned"),
      left(""),
    ],
    rows: found.map(
      ({ line, cost, inAverageYear, spend, spendHere }): Row => ({
        cells: [
          line,
          spend?.title ?? "",
          shown(cost),
          shown(inAverageYear),
          spendHere === undefined ? "" : shown(spendHere),
          spend === undefined ? "" : `${shown(spend.net)}${spend.year === undefined ? "" : ` (${spend.year})`}`,
          lackOf(assessment, cost),
        ],
      }),
    ),
    notes: [
      `The portfolio in prices of ${prices}, whoever pays; the area's spend net of income, moved to the same prices by the deflator in force.`,
    ],
  };
}

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
