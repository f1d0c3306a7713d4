import type { Figure } from "../costing/figure.ts";
import type { Assessment } from "../model/assess/types.ts";
import { correctionText } from "./chain.ts";
import type { Row, Section } from "./page.ts";
import { left, right } from "./sections.ts";
import { missingText, shown } from "./words.ts";

const shownIds = ["pv_cost", "pv_benefit", "npv", "bcr"] as const;
const titles = ["present value of the cost", "of the benefit", "net", "ratio"];

/** What each correction does: the figures with all of them, and with each of them left out alone. */
export function correctionSection(assessment: Assessment): Section | undefined {
  const { corrections, figures, appraisal } = assessment;
  if (corrections.length === 0 || figures.get("bcr")?.value === undefined) return undefined;
  const row = (name: string, of: ReadonlyMap<string, Figure>): Row => ({
    cells: [name, ...shownIds.map((id) => cell(of.get(id))), missingOf(of)],
  });
  const already = appraisal.leaveOut.map(correctionText);
  const whole = row(
    already.length === 0 ? "with every correction" : `without ${already.join(", ")} (settings)`,
    figures,
  );
  // A correction that moves nothing, as discounting where all falls in year 0, is no news.
  const moved = corrections
    .map((correction) => row(`without ${correctionText(correction)}`, assessment.without(correction)))
    .filter(({ cells }) => cells.some((cell, at) => at > 0 && cell !== whole.cells[at]));
  if (moved.length === 0) return undefined;
  return {
    title: "What each correction does",
    columns: [left("worked out"), ...titles.map(right), left("")],
    rows: [whole, ...moved],
    notes: [],
  };
}

const cell = (figure: Figure | undefined): string => (figure === undefined ? "" : shown(figure));

const missingOf = (figures: ReadonlyMap<string, Figure>): string => {
  const figure = figures.get("bcr");
  return figure === undefined ? "" : missingText(figure);
};
