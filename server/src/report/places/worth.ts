/** What a portfolio is worth as a whole: present values, net present value and ratio, shared costs once. */
import { figureKey } from "../../costing/figure.ts";
import type { FigureId } from "../../costing/figures.ts";
import type { PortfolioAssessment } from "../../model/assess/index.ts";
import type { Section } from "../page.ts";
import { lackOf } from "../portfolio-words.ts";
import { left, right } from "../sections.ts";
import { rangeText, shown } from "../words.ts";

const ids: readonly FigureId[] = ["portfolio_pv_benefit", "portfolio_pv_cost", "portfolio_npv", "portfolio_bcr"];

/** Whether any benefit of it can be added up. */
export const isValued = ({ figures }: Pick<PortfolioAssessment, "figures">): boolean =>
  figures.get(figureKey("portfolio_pv_benefit"))?.value !== undefined;

/** Undefined where no benefit of it is known in money. */
export function worthSection(assessment: PortfolioAssessment): Section | undefined {
  if (!isValued(assessment)) return undefined;
  const figures = ids.flatMap((id) => assessment.figures.get(figureKey(id)) ?? []);
  return {
    title: "What it is worth as a whole",
    columns: [left("figure"), right("value"), left("")],
    rows: figures.map((figure) => ({
      cells: [
        figure.title,
        shown(figure),
        [rangeText(figure), lackOf(assessment, figure)].filter((each) => each !== "").join("; "),
      ],
    })),
    notes: [
      "In year 0 of the portfolio, net of what usual services would have cost; each shared cost once, whole. What cannot be added is named, and counts for nothing here: neither as no cost nor as no benefit.",
    ],
  };
}

/** How many of the interventions the worth of the whole speaks of; nothing where it speaks of all of them. */
export function valuedOf({ figures, members }: PortfolioAssessment): string {
  const missing = figures.get(figureKey("portfolio_npv"))?.missing ?? [];
  if (missing.length === 0) return "";
  const without = members.filter(({ at }) => missing.some(({ ref }) => ref === at)).length;
  return without === 0
    ? "with parts not known"
    : `from the benefits of ${members.length - without} of ${members.length} interventions`;
}
