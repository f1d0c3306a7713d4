/** What a simulation says of a portfolio: its totals with their intervals, how likely it is to stay within its budget, what moves it most. */
import type { SimulatedPortfolio } from "../../analysis/simulated-portfolio.ts";
import type { Figure } from "../../costing/figure.ts";
import type { FigureId } from "../../costing/figures.ts";
import type { InputReading } from "../../model/assess/uncertainty.ts";
import { fromPage } from "../from-page.ts";
import type { Section } from "../page.ts";
import type { ReportSection } from "../types.ts";
import { inputSection, intervalSection, sensitivitySection, summaryOf } from "../uncertainty.ts";
import { swingChart } from "../uncertainty-report.ts";

/** Totals that a reader asks about; every other figure has its interval in JSON and CSV. */
const totals: ReadonlySet<FigureId> = new Set([
  "portfolio_cost",
  "portfolio_shared",
  "portfolio_budget_left",
  "portfolio_pv_cost",
  "portfolio_pv_benefit",
  "portfolio_npv",
  "portfolio_bcr",
] as const);

const isTotal = ({ id }: Figure): boolean => totals.has(id);

const common =
  "A value that several interventions share (a unit cost, what an outcome is worth, a shared cost) is one draw for all of them.";

/** Sections of the page that the table and the Markdown draw. */
export function portfolioUncertaintySections(simulated: SimulatedPortfolio): readonly Section[] {
  const intervals = intervalSection(simulated, isTotal);
  return [
    simulated.simulation.drawn.length === 0 ? intervals : { ...intervals, notes: [...intervals.notes, common] },
    sensitivitySection(simulated),
    inputSection(simulated),
  ].filter((section) => section !== undefined);
}

/** The inputs with interventions by the title that people know them by. */
function named(
  { inputs, assessment }: SimulatedPortfolio,
  name: (intervention: string) => string,
): SimulatedPortfolio["inputs"] {
  const titled = (input: InputReading): InputReading => {
    const of = assessment.members.find(({ intervention }) => input.key.startsWith(`interventions.${intervention}.`));
    if (of === undefined || !input.label.startsWith(of.intervention)) return input;
    return { ...input, label: `${name(of.intervention)}${input.label.slice(of.intervention.length)}` };
  };
  return new Map([...inputs].map(([key, input]) => [key, titled(input)]));
}

/** The same as a section of the report. */
export function portfolioUncertaintyReport(
  made: SimulatedPortfolio,
  name: (intervention: string) => string,
): ReportSection {
  const simulated = { ...made, inputs: named(made, name) };
  const base = { id: "uncertainty", title: "How sure it is" };
  const summary = summaryOf(simulated);
  if (simulated.simulation.drawn.length === 0) return { ...base, paragraphs: summary, charts: [], tables: [] };
  const swings = sensitivitySection(simulated);
  const inputs = inputSection(simulated);
  return {
    ...base,
    paragraphs: [...summary, common],
    charts: swingChart(simulated),
    tables: [
      fromPage(intervalSection(simulated, isTotal), "Totals with their intervals"),
      ...(swings === undefined ? [] : [fromPage(swings, `${swings.title}. ${swings.notes.join(" ")}`)]),
      ...(inputs === undefined ? [] : [fromPage(inputs, inputs.title)]),
    ],
  };
}
