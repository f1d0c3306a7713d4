import type { Figure } from "../costing/figure.ts";
import type { Change } from "../model/variation.ts";
import { formatNumber } from "../values/format.ts";
import { type ComparedFigure, changeText, comparedHeadlines, compareFigures, sideText } from "./compare.ts";
import { type Claiming, figureName } from "./figure-name.ts";
import type { CostPage, Section } from "./page.ts";
import { left, right } from "./sections.ts";
import { figuresOf, type Simulated } from "./uncertainty.ts";
import { chanceText, intervalText } from "./uncertainty-words.ts";

/** One of the two states: its figures, and how sure they are where that was asked for. */
interface State {
  readonly assessment: Claiming & { readonly figures: ReadonlyMap<string, Figure> };
  readonly simulated?: Simulated | undefined;
}

/** The page of a spec with something changed: what it comes to as written, with the change, and the difference. */
export function whatIfPage(page: CostPage, changes: readonly Change[], before: State, after: State): CostPage {
  const compared = compareFigures(before.assessment, after.assessment);
  const sure = intervalSection(before.simulated, after.simulated);
  return {
    ...page,
    headlines: [],
    sections: [
      comparedSection(`What if ${changes.map(changeName).join(" and ")}`, compared),
      ...(sure === undefined ? [] : [sure]),
    ],
    notes: ["No file is changed. What the publication prints, and scenarios, speak of the spec as written."],
  };
}

/** The intervals of the headlines before and after, by the same draws of what is the same. */
function intervalSection(before: Simulated | undefined, after: Simulated | undefined): Section | undefined {
  if (before === undefined || after === undefined) return undefined;
  const [old, now] = [figuresOf(before), figuresOf(after)];
  const rows = comparedHeadlines.flatMap((id) => {
    const nameOf = (figure: Figure): string => figureName(figure, after.assessment);
    const names = new Set([...old, ...now].flatMap(([figure]) => (figure.id === id ? [nameOf(figure)] : [])));
    return [...names].map((name) => {
      const [was, is] = [old, now].map((all) => all.find(([figure]) => figure.id === id && nameOf(figure) === name));
      return { cells: [name, ...[was, is].map((each) => (each === undefined ? "–" : intervalText(...each)))] };
    });
  });
  const level = `${formatNumber(after.simulation.settings.level)}% of ${formatNumber(after.simulation.settings.draws)} draws`;
  return rows.length === 0
    ? undefined
    : {
        title: `How sure: ${level}`,
        open: true,
        columns: [left("figure"), right("before"), right("after")],
        rows,
        notes: chanceNotes(before, after),
      };
}

function chanceNotes(before: Simulated, after: Simulated): string[] {
  const [was, is] = [before.simulation.chanceOfGain, after.simulation.chanceOfGain];
  return was === undefined || is === undefined
    ? []
    : [
        `Benefits exceed costs in ${chanceText(was)} of the draws as written, and in ${chanceText(is)} with the change.`,
      ];
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
