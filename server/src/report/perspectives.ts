import type { Figure } from "../costing/figure.ts";
import type { FigureId } from "../costing/figures.ts";
import type { Perspective } from "../costing/parties.ts";
import type { Assessment } from "../model/assess/types.ts";
import type { CostPage, Section } from "./page.ts";
import { left, right } from "./sections.ts";
import { missingText, shown } from "./words.ts";

export const perspectives: readonly Perspective[] = ["local-authority", "public-sector", "society"];

const compared: readonly (readonly [id: FigureId, title: string])[] = [
  ["cost_total", "cost"],
  ["gross_benefit", "benefit"],
  ["pv_cost", "cost, present value"],
  ["pv_benefit", "benefit, present value"],
  ["npv", "net present value"],
  ["bcr", "benefit-cost ratio"],
];

/** Of a portfolio. */
const comparedTotals: typeof compared = [
  ["portfolio_cost", "cost"],
  ["portfolio_pv_cost", "cost, present value"],
  ["portfolio_pv_benefit", "benefit, present value"],
  ["portfolio_npv", "net present value"],
  ["portfolio_bcr", "benefit-cost ratio"],
];

/** One spec as the council, the public sector and everyone would count it: readings of the same facts, never added. */
export function perspectiveSection(
  assessment: Pick<Assessment, "figures" | "under">,
  asked: readonly Perspective[] = perspectives,
): Section | undefined {
  const all = asked.map((perspective) => ({ perspective, figures: assessment.under(perspective) }));
  const ids = [...compared, ...comparedTotals].filter(([id]) => all.some(({ figures }) => figures.has(id)));
  if (ids.length === 0) return undefined;
  return {
    title: "As others count it",
    columns: [left("perspective"), ...ids.map(([, title]) => right(title)), left("")],
    rows: all.map(({ perspective, figures }) => ({
      cells: [
        figures === assessment.figures ? `${perspective} (this page)` : perspective,
        ...ids.map(([id]) => cell(figures.get(id))),
        lacks(ids.flatMap(([id]) => figures.get(id) ?? [])),
      ],
    })),
    notes: [],
  };
}

/** A page with the perspectives that were asked for beside its own. */
export function withPerspectives(
  page: CostPage,
  assessment: Pick<Assessment, "figures" | "under">,
  asked: readonly Perspective[] | undefined,
): CostPage {
  const section = asked === undefined ? undefined : perspectiveSection(assessment, asked);
  return section === undefined ? page : { ...page, sections: [section, ...page.sections] };
}

const cell = (figure: Figure | undefined): string => (figure === undefined ? "" : shown(figure));

/** What the figures of a row lack, each thing once. */
const lacks = (figures: readonly Figure[]): string => {
  const [last] = figures.filter(({ missing }) => missing.length > 0).slice(-1);
  return last === undefined ? "" : missingText(last);
};
