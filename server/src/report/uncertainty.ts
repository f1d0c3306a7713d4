/** What a simulation says of one spec, as sections of the page that the table and the Markdown draw. */
import type { SimulatedSpec } from "../analysis/simulated.ts";
import { type Figure, figureKey } from "../costing/figure.ts";
import type { SimulatedFigure } from "../costing/simulation/figures.ts";
import type { OneWay } from "../costing/simulation/sensitivity.ts";
import type { Simulation } from "../costing/simulation/simulate.ts";
import type { InputReading } from "../model/assess/uncertainty.ts";
import { formatNumber } from "../values/format.ts";
import { type Claiming, figureName, outcomeName } from "./figure-name.ts";
import { uncapped } from "./from-page.ts";
import type { CostPage, Section } from "./page.ts";
import { left, right } from "./sections.ts";
import {
  chanceText,
  distributionText,
  inputText,
  intervalText,
  simulatedNote,
  valueText,
} from "./uncertainty-words.ts";
import { listed, shown } from "./words.ts";

/** Rows of a ranking that anybody reads. */
export const mostRanked = 10;
/** Move of an interval's end between the halves of the draws, as a share of its width, from which more draws are asked for. */
const settled = 0.05;

/** What was simulated: a spec, or a portfolio. */
export interface Simulated {
  readonly simulation: Simulation;
  readonly inputs: ReadonlyMap<string, InputReading>;
  readonly assessment: Claiming & { readonly figures: ReadonlyMap<string, Figure> };
  readonly unusedPaths: readonly string[];
}

/** A page with what its simulation says after its own sections. */
export function withUncertainty(page: CostPage, simulated: SimulatedSpec | undefined): CostPage {
  if (simulated === undefined) return page;
  return { ...page, sections: [...page.sections, ...uncertaintySections(simulated)] };
}

export function uncertaintySections(simulated: SimulatedSpec): readonly Section[] {
  return [
    intervalSection(simulated),
    sensitivitySection(simulated),
    switchingSection(simulated),
    ...effectivenessSections(simulated),
    inputSection(simulated),
  ].filter((section) => section !== undefined);
}

/** Figures with their interval, in the order of the argument. */
export function figuresOf({ simulation, assessment }: Simulated): readonly (readonly [Figure, SimulatedFigure])[] {
  return [...assessment.figures.values()].flatMap((figure) => {
    const found = simulation.figures.get(figureKey(figure.id, figure.of));
    return found === undefined ? [] : [[figure, found] as const];
  });
}

/** The figure at the written values; a difference in chances in points, as its interval. */
const workedOut = (figure: Figure): string =>
  figure.id === "outcome_difference" ? valueText(figure, figure.value) : shown(figure);

/** `wanted`: whether a figure is listed; left out, every one is. A figure that only repeats one above is named in a note. */
export function intervalSection(simulated: Simulated, wanted: (figure: Figure) => boolean = () => true): Section {
  const { settings } = simulated.simulation;
  const shownOnce = new Set<string>();
  const repeated: string[] = [];
  const rows = figuresOf(simulated).flatMap(([figure, drawn]) => {
    if (!wanted(figure)) return [];
    const cells = [
      workedOut(figure),
      intervalText(figure, drawn),
      valueText(figure, drawn.median),
      simulatedNote(figure, drawn),
    ];
    const key = cells.join("|");
    if (shownOnce.has(key)) {
      repeated.push(figureName(figure, simulated.assessment));
      return [];
    }
    shownOnce.add(key);
    return [{ cells: [figureName(figure, simulated.assessment), ...cells] }];
  });
  return {
    title: "Uncertainty",
    columns: [
      left("figure"),
      right("worked out"),
      right(`${formatNumber(settings.level)}% of ${formatNumber(settings.draws)} draws`),
      right("median"),
      left(""),
    ],
    rows,
    notes: [
      ...(repeated.length === 0 ? [] : [`The same as a figure above: ${repeated.join(", ")}.`]),
      ...summaryOf(simulated),
    ],
  };
}

/** The simulation in sentences: what it says of the whole, how far it can be trusted, what it leaves out. */
export function summaryOf(simulated: Simulated): readonly string[] {
  const { simulation, assessment } = simulated;
  const { drawn, settings, chanceOfGain } = simulation;
  if (drawn.length === 0)
    return [
      `Nothing to simulate: no value that the figures rest on has an interval, a range, a standard error or counts. ${heldText(simulated)}`,
    ];
  const npv = netOf(assessment);
  const draws = formatNumber(settings.draws);
  return [
    ...(chanceOfGain === undefined
      ? []
      : [
          `Benefits exceed costs in ${chanceText(chanceOfGain)} of ${draws} draws${npv?.complete === false ? ", of the known parts only" : ""}.`,
        ]),
    `${drawn.length === 1 ? "One value is" : `${drawn.length} values are`} drawn, each on its own and the same wherever it is used; seed ${settings.seed}. ${heldText(simulated)}`,
    ...settledText(simulated),
  ];
}

/** The figure that says whether benefits exceed costs. */
const netOf = ({ figures }: Simulated["assessment"]): Figure | undefined =>
  figures.get(figureKey("npv")) ?? figures.get(figureKey("portfolio_npv"));

function heldText({ simulation, inputs }: Simulated): string {
  const { held } = simulation;
  if (held.length === 0) return "No written value is held fixed.";
  const said = [...inputs.values()].filter((input) => input.held !== undefined).map(({ label }) => label);
  const some = said.length === 0 ? "" : ` (although uncertain: ${listed(said)})`;
  return `${held.length === 1 ? "1 written value is" : `${held.length} written values are`} held as written${some}: the intervals leave out how unsure they are.`;
}

/** Whether there were draws enough, of the figure that leads. */
function settledText(simulated: Simulated): readonly string[] {
  const all = figuresOf(simulated);
  const [figure, leading] = all.find(([{ id }]) => id === "npv" || id === "portfolio_npv") ?? all.at(-1) ?? [];
  const convergence = leading?.convergence;
  if (figure === undefined || convergence === undefined) return [];
  const { draws } = simulated.simulation.settings;
  const drift = Math.max(...all.map(([, { convergence: own }]) => own?.drift ?? 0));
  const mean = `The mean of the ${uncapped(figureName(figure, simulated.assessment))} is right to within ${valueText(figure, 2 * convergence.error)} (two standard errors)`;
  const halves = `the ends of the intervals differ between the halves of the draws by ${mostText(chanceText(drift))} of their width`;
  return [
    drift <= settled
      ? `${mean}, and ${halves}: ${formatNumber(draws)} draws are enough.`
      : `${mean}, but ${halves}: more draws would settle them.`,
  ];
}

/** `at most 3%`, `under 1%`. */
const mostText = (share: string): string => (share.startsWith("under") ? share : `at most ${share}`);

/** The figure whose sensitivity leads: net present value, else a cost per outcome, else the cost per starter. */
export function leadingSensitivity({
  simulation,
  assessment,
}: Simulated): { readonly figure: Figure; readonly rows: readonly OneWay[] } | undefined {
  const keys = [...simulation.sensitivity.keys()];
  const order = (key: string): number => (key === "npv" ? 0 : key.startsWith("cost_per_outcome") ? 1 : 2);
  for (const key of keys.sort((a, b) => order(a) - order(b))) {
    const figure = assessment.figures.get(key);
    const rows = simulation.sensitivity.get(key) ?? [];
    if (figure !== undefined && rows.length > 0) return { figure, rows };
  }
  return undefined;
}

export const labelOf = ({ inputs }: Simulated, key: string): string => inputs.get(key)?.label ?? key;

export function inputValue({ inputs }: Simulated, key: string, value: number): string {
  const input = inputs.get(key);
  return input === undefined ? formatNumber(value) : inputText(input, value);
}

export function sensitivitySection(simulated: Simulated): Section | undefined {
  const found = leadingSensitivity(simulated);
  if (found === undefined) return undefined;
  const { figure, rows } = found;
  return {
    title: `What moves it most: ${uncapped(figureName(figure, simulated.assessment))}, ${shown(figure)}`,
    columns: [left("input"), right("from"), right("to"), right("figure then"), right("and then")],
    rows: rows.slice(0, mostRanked).map(({ key, low, high }) => ({
      cells: [
        labelOf(simulated, key),
        inputValue(simulated, key, low.input),
        inputValue(simulated, key, high.input),
        valueText(figure, low.figure),
        valueText(figure, high.figure),
      ],
    })),
    notes: ["Each input alone at the ends of its interval, the others as written."],
  };
}

export function switchingSection(simulated: SimulatedSpec): Section | undefined {
  const all = simulated.simulation.switching;
  if (all.length === 0) return undefined;
  const complete = simulated.assessment.figures.get(figureKey("npv"))?.complete !== false;
  const turns = all.filter(({ value }) => value !== undefined);
  return {
    title: "Where the answer turns: a net present value of £0",
    columns: [left("input"), right("as written"), right("turns at")],
    rows: turns.slice(0, mostRanked).map(({ key, central, value = central }) => ({
      cells: [labelOf(simulated, key), inputValue(simulated, key, central), inputValue(simulated, key, value)],
    })),
    notes: [
      ...nowhereNotes(simulated, turns.length),
      `Each input alone, the others as written: an uncertain one within its distribution, another between half and double.${complete ? "" : " Of the known parts only."}`,
    ],
  };
}

/** Inputs that never turn the answer, in one sentence. */
function nowhereNotes(simulated: SimulatedSpec, turning: number): string[] {
  const never = simulated.simulation.switching.flatMap(({ key, value }) =>
    value === undefined ? [labelOf(simulated, key)] : [],
  );
  return [
    ...(turning > mostRanked ? [`${turning - mostRanked} more turn it further away from what is written.`] : []),
    ...(never.length === 0
      ? []
      : [`${turning === 0 ? "Nothing turns it" : "Not turned by the rest"}: ${listed(never)}.`]),
  ];
}

/** `whole`: every step of the price of an outcome; else every second, and the price that is set. */
export function effectivenessSections(simulated: SimulatedSpec, whole = false): readonly Section[] {
  return [...simulated.simulation.effectiveness].map(([claim, { curve, quarters }]) => ({
    title: `Chance of being worth it: ${outcomeName(claim, simulated.assessment)}`,
    columns: [right("for each outcome"), right("chance")],
    rows: curve
      .filter(
        ({ threshold }, at) => whole || at % 2 === 0 || threshold === simulated.assessment.appraisal.threshold?.value,
      )
      .map(({ threshold, chance }) => ({ cells: [thresholdText(simulated, threshold), chanceText(chance)] })),
    notes: [quartersText(quarters)],
  }));
}

const thresholdText = ({ assessment }: SimulatedSpec, threshold: number): string =>
  shown({ value: threshold, unit: { powers: [[assessment.currency, 1]] } });

function quartersText(quarters: {
  readonly betterDearer: number;
  readonly betterCheaper: number;
  readonly worseDearer: number;
  readonly worseCheaper: number;
}): string {
  const part = (share: number, words: string): string[] => (share === 0 ? [] : [`${words} in ${chanceText(share)}`]);
  const all = [
    ...part(quarters.betterDearer, "better and dearer"),
    ...part(quarters.betterCheaper, "better and no dearer"),
    ...part(quarters.worseDearer, "no better and dearer"),
    ...part(quarters.worseCheaper, "no better and no dearer"),
  ].join(", ");
  return `Against its comparator it is ${all} of the draws.`;
}

export function inputSection(simulated: Simulated): Section | undefined {
  const { drawn } = simulated.simulation;
  if (drawn.length === 0) return undefined;
  return {
    title: "How uncertain values are drawn",
    columns: [left("input"), left("as written"), left("distribution")],
    rows: drawn.flatMap((key) => {
      const input = simulated.inputs.get(key);
      return input?.distribution === undefined
        ? []
        : [{ cells: [input.label, input.text, distributionText(input, input.distribution)] }];
    }),
    notes: [
      "Another can be chosen under `appraisal.uncertainty.distributions`, by the path of the value.",
      ...(simulated.unusedPaths.length === 0
        ? []
        : [`No uncertain value stands at ${listed(simulated.unusedPaths)}, so what is set there does nothing.`]),
    ],
  };
}
