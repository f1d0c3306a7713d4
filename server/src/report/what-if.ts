import type { Figure } from "../costing/figure.ts";
import type { Change } from "../model/variation.ts";
import { type ComparedFigure, changeText, compareFigures, sideText } from "./compare.ts";
import type { CostPage, Section } from "./page.ts";
import { left, right } from "./sections.ts";

interface WithFigures {
  readonly figures: ReadonlyMap<string, Figure>;
}

/** The page of a spec with something changed: what it comes to as written, with the change, and the difference. */
export function whatIfPage(
  page: CostPage,
  changes: readonly Change[],
  before: WithFigures,
  after: WithFigures,
): CostPage {
  const compared = compareFigures(before.figures, after.figures);
  return {
    ...page,
    headlines: [],
    sections: [comparedSection(`What if ${changes.map(changeName).join(" and ")}`, compared)],
    notes: ["No file is changed. What the publication prints, and scenarios, speak of the spec as written."],
  };
}

/** `costs.period is 5 years`. */
const changeName = ({ path, value }: Change): string => `${path} is ${value === "" ? "left empty" : value}`;

/** Figures that differ, as a table; how many do not, as a note. */
export function comparedSection(title: string, compared: readonly ComparedFigure[]): Section {
  const moved = compared.filter(({ difference }) => difference !== "same");
  const same = compared.length - moved.length;
  return {
    title,
    open: true,
    columns: [left("figure"), right("before"), right("after"), left("change")],
    rows: moved.map((each) => ({
      cells: [each.title, sideText(each.before), sideText(each.after), changeText(each)],
    })),
    notes: moved.length === 0 ? ["No headline figure changes."] : same === 0 ? [] : [sameText(same)],
  };
}

const sameText = (count: number): string =>
  count === 1 ? "1 other headline stays as it was." : `${count} other headlines stay as they were.`;
