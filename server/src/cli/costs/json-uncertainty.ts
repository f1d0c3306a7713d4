import type { SimulatedSpec } from "../../analysis/simulated.ts";
import { figureKey } from "../../costing/figure.ts";
import type { SimulatedFigure } from "../../costing/simulation/figures.ts";
import type { Simulation } from "../../costing/simulation/simulate.ts";
import { type Simulated, summaryOf } from "../../report/uncertainty.ts";
import { distributionText, intervalText, simulatedNote } from "../../report/uncertainty-words.ts";
import { formatUnit } from "../../values/units.ts";
import type { Writer } from "./json-writer.ts";

/** JSON knows no infinity: an end without a number is null, and `note` says what it means. */
const number = (value: number | undefined): number | null =>
  value === undefined || !Number.isFinite(value) ? null : value;

/** The simulation of a spec for programs. Not rounded. */
export const uncertaintyJson = (simulated: SimulatedSpec, writer: Writer) => ({
  ...simulatedJson(simulated, writer),
  ...turningJson(simulated.simulation),
});

/** What is said of any simulation, that of a portfolio too. */
export function simulatedJson(simulated: Simulated, writer: Writer) {
  const { simulation, assessment, inputs } = simulated;
  const { settings } = simulation;
  return {
    draws: settings.draws,
    seed: settings.seed,
    level: settings.level,
    summary: summaryOf(simulated),
    known_parts_only: [...simulation.figures.keys()].some((key) => assessment.figures.get(key)?.complete === false),
    chance_benefits_exceed_costs: simulation.chanceOfGain ?? null,
    figures: Object.fromEntries(
      [...simulation.figures]
        .filter(([key]) => assessment.figures.has(key))
        .map(([key, figure]) => [key, figureJson(key, figure, simulated)]),
    ),
    inputs: [...inputs.values()]
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map((input) => ({
        path: input.key,
        label: input.label,
        written: input.text,
        value: input.value,
        unit: formatUnit(input.unit),
        distribution: input.distribution ?? null,
        ...(input.distribution === undefined ? {} : { shown: distributionText(input, input.distribution) }),
        ...(input.held === undefined ? {} : { held: input.held }),
        at: input.at === undefined ? null : writer.place(input.at),
      })),
    sensitivity: Object.fromEntries(
      [...simulation.sensitivity].map(([key, rows]) => [
        key,
        rows.map(({ key: path, low, high }) => ({
          path,
          low: { input: low.input, figure: number(low.figure) },
          high: { input: high.input, figure: number(high.figure) },
        })),
      ]),
    ),
  };
}

/** Where the answer of a spec turns, and what its outcomes cost draw by draw. */
function turningJson(simulation: Simulation) {
  return {
    switching: simulation.switching.map(({ key, central, value, range }) => ({
      path: key,
      written: central,
      value: value ?? null,
      searched: range,
    })),
    cost_effectiveness: [...simulation.effectiveness].map(([outcome, { curve, quarters, points, central }]) => ({
      outcome,
      central,
      quarters: {
        better_dearer: quarters.betterDearer,
        better_cheaper: quarters.betterCheaper,
        worse_dearer: quarters.worseDearer,
        worse_cheaper: quarters.worseCheaper,
      },
      acceptability: curve,
      points,
    })),
  };
}

function figureJson(key: string, drawn: SimulatedFigure, { assessment, simulation }: Simulated) {
  const figure = assessment.figures.get(key);
  const note = figure === undefined ? "" : simulatedNote(figure, drawn);
  return {
    value: drawn.central,
    mean: number(drawn.mean),
    median: number(drawn.median),
    interval: intervalJson(drawn, simulation.settings.level),
    shown: figure === undefined ? "" : intervalText(figure, drawn),
    without_figure: drawn.without,
    above_all: drawn.above,
    below_all: drawn.below,
    convergence:
      drawn.convergence === undefined
        ? null
        : { standard_error: drawn.convergence.error, half_drift: drawn.convergence.drift },
    ...(note === "" ? {} : { note }),
  };
}

/** The interval as it stands beside a figure; null where too many draws have none. */
const intervalJson = ({ low, high }: SimulatedFigure, level: number) =>
  low === undefined || high === undefined ? null : { low: number(low), high: number(high), level };

/** Intervals by the key of their figure. */
export const intervalsOf =
  ({ simulation }: Simulated) =>
  (id: string, of: string | undefined) => {
    const found = simulation.figures.get(figureKey(id as Parameters<typeof figureKey>[0], of));
    return found === undefined ? undefined : intervalJson(found, simulation.settings.level);
  };
