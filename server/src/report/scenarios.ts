import { type Figure, figureKey } from "../costing/figure.ts";
import { FIGURES, type FigureId } from "../costing/figures.ts";
import type { Assessment, ScenarioAssessment, StatedCheck } from "../model/assess/types.ts";
import { figureName } from "./figure-name.ts";
import { uncapped } from "./from-page.ts";
import type { Row, Section } from "./page.ts";
import { left, right, textAt } from "./sections.ts";
import { shown } from "./words.ts";

/** Figures that are set side by side, in the order of the argument. */
const compared: readonly FigureId[] = [
  "starts_total",
  "cost_total",
  "cost_per_starter",
  "annualised_cost_per_starter",
  "cost_per_completer",
  "pv_cost",
  "pv_benefit",
  "npv",
  "bcr",
  "fiscal_return",
  "payback",
];
/** Of these a reader asks even where no scenario moves them. */
const always: ReadonlySet<FigureId> = new Set(["cost_per_starter", "npv", "bcr"]);

/** The spec and its scenarios side by side: alternatives, never added. Only figures that some scenario moves, and the chief ones. */
export function scenarioSection(assessment: Assessment): Section | undefined {
  const { scenarios } = assessment;
  if (scenarios.length === 0) return undefined;
  const all = [assessment, ...scenarios.map((each) => each.assessment)];
  const ids = compared.filter((id) => isWorthAColumn(id, all));
  const row = (name: string, sets: string, of: Assessment | undefined, note: string): Row => ({
    cells: [name, sets, ...ids.map((id) => cellOf(of?.figures.get(figureKey(id)))), note],
    faded: of === undefined,
  });
  return {
    title: "Scenarios, each worked out alone",
    columns: [
      left("scenario"),
      left("sets"),
      ...ids.map((id) => right(uncapped(figureName({ id, title: FIGURES[id].title }, assessment)))),
      left(""),
    ],
    rows: [
      row("as the spec says", "", assessment, ""),
      ...scenarios.map((each) => row(each.name, setsOf(each), each.assessment, noteOf(each))),
    ],
    notes: [],
  };
}

function isWorthAColumn(id: FigureId, all: readonly (Assessment | undefined)[]): boolean {
  const cells = all.flatMap((each) => (each === undefined ? [] : [each.figures.get(figureKey(id))]));
  if (always.has(id)) return cells.some((figure) => figure !== undefined);
  return cells.some((figure) => figure?.value !== undefined) && new Set(cells.map(cellOf)).size > 1;
}

/** With something missing it is the known part, and says so. */
function cellOf(figure: Figure | undefined): string {
  if (figure === undefined) return "not known";
  return figure.complete || figure.value === undefined ? shown(figure) : `${shown(figure)} (in part)`;
}

const setsOf = ({ scenario }: ScenarioAssessment): string =>
  (scenario.set?.entries ?? []).map(({ key, value }) => `${key}: ${textAt(value.$)}`).join(", ");

function noteOf({ problems, assessment }: ScenarioAssessment): string {
  const lost = problems.map((problem) =>
    problem.reason === "path-unknown" ? `there is no ${problem.path}` : `${problem.path} cannot be read`,
  );
  if (lost.length > 0) return `not worked out: ${lost.join(", ")}`;
  const checks = assessment?.stated ?? [];
  const rest = checks.length - printedAtMost;
  return [...checks.slice(0, printedAtMost).map(printedText), ...(rest > 0 ? [`and ${rest} more`] : [])].join("; ");
}

/** Figures printed for a scenario that are named; beyond, their number. */
const printedAtMost = 3;

function printedText(check: StatedCheck): string {
  const { verdict, figure } = check;
  const said =
    verdict.kind === "disagrees"
      ? `differs by ${shown({ value: Math.abs(verdict.gap), unit: figure?.unit ?? { powers: [] } })}`
      : {
          agrees: "agrees",
          incomplete: "worked out in part only",
          "not known": "not known here",
          "not checked": "kept as stated",
        }[verdict.kind];
  return `${check.headline} is printed as ${textAt(check.at)}, ${said}`;
}
