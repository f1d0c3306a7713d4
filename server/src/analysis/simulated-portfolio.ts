/** A portfolio simulated, its totals and its league tables from the same draws: asked for by the command line and the report, never while typing. */
import { type Simulation, type SimulationSettings, simulation } from "../costing/simulation/simulate.ts";
import type { IntervalOf, PortfolioAssessment } from "../model/assess/index.ts";
import { leagueKey, portfolioUncertainty } from "../model/assess/portfolio-uncertainty.ts";
import type { InputReading } from "../model/assess/uncertainty.ts";
import type { AssessedPortfolio, Snapshot } from "./types.ts";

export interface SimulatedPortfolio {
  readonly simulation: Simulation;
  /** The inputs that the figures rest on, by key. */
  readonly inputs: ReadonlyMap<string, InputReading>;
  readonly assessment: PortfolioAssessment;
  /** Paths under `appraisal.uncertainty.distributions` at which nothing uncertain stands. */
  readonly unusedPaths: readonly string[];
  /** Gives the figures of its league tables the intervals of the draws; one that rests on nothing uncertain as it is. */
  readonly interval: IntervalOf;
}

/** Simulates a portfolio whole; undefined where it cannot be read. `over` takes the place of its own settings. */
export function simulatedPortfolio(
  snapshot: Snapshot,
  assessed: AssessedPortfolio,
  over: Partial<SimulationSettings> = {},
): SimulatedPortfolio | undefined {
  const running = simulatingPortfolio(snapshot, assessed, over);
  for (;;) {
    const { done, value } = running.next();
    if (done === true) return value;
  }
}

/** The same, yielding now and then, for a caller that may be told to stop. */
export function* simulatingPortfolio(
  snapshot: Snapshot,
  { spec, assessment, replaced }: AssessedPortfolio,
  over: Partial<SimulationSettings> = {},
): Generator<void, SimulatedPortfolio | undefined> {
  if (spec.reading === undefined) return undefined;
  const found = portfolioUncertainty(spec.reading, assessment, (id) => {
    const [definition] = snapshot.index.definitions("unit-cost", id);
    const own = definition === undefined ? undefined : snapshot.read("unit-cost", definition);
    const entry = replaced?.find("unit-cost", id) ?? own;
    return entry === undefined ? undefined : { entry, library: undefined };
  });
  const result = yield* simulation(found.case, { ...found.settings, ...over });
  return {
    simulation: result,
    inputs: found.inputs,
    assessment,
    unusedPaths: found.unusedPaths(),
    interval(member, by, figure, claim) {
      const drawn = result.figures.get(leagueKey(assessment, member, by, claim));
      return drawn === undefined ? figure : { ...figure, low: drawn.low, high: drawn.high };
    },
  };
}
