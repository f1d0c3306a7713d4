/** A spec simulated: asked for by the command line and the report, never while typing. */
import { type Simulation, type SimulationSettings, simulation } from "../costing/simulation/simulate.ts";
import type { Assessment } from "../model/assess/types.ts";
import { type InputReading, uncertaintyOf } from "../model/assess/uncertainty.ts";
import type { AssessedSpec, Snapshot } from "./types.ts";

export interface SimulatedSpec {
  readonly simulation: Simulation;
  /** The inputs that the figures rest on, by key. */
  readonly inputs: ReadonlyMap<string, InputReading>;
  readonly assessment: Assessment;
  /** Paths under `appraisal.uncertainty.distributions` at which nothing uncertain stands. */
  readonly unusedPaths: readonly string[];
}

/** Simulates an intervention whole; undefined for other kinds. `over` takes the place of the spec's own settings. */
export function simulated(
  snapshot: Snapshot,
  assessed: AssessedSpec,
  over: Partial<SimulationSettings> = {},
): SimulatedSpec | undefined {
  const running = simulating(snapshot, assessed, over);
  for (;;) {
    const { done, value } = running.next();
    if (done === true) return value;
  }
}

/** The same, yielding now and then, for a caller that may be told to stop. */
export function* simulating(
  snapshot: Snapshot,
  { spec, assessment, replaced }: AssessedSpec,
  over: Partial<SimulationSettings> = {},
): Generator<void, SimulatedSpec | undefined> {
  if (spec.kind !== "intervention" || spec.reading === undefined) return undefined;
  const found = uncertaintyOf(spec.reading, assessment, (id) => {
    const [definition] = snapshot.index.definitions("unit-cost", id);
    const own = definition === undefined ? undefined : snapshot.read("unit-cost", definition);
    const entry = replaced?.find("unit-cost", id) ?? own;
    return entry === undefined ? undefined : { entry, library: undefined };
  });
  const result = yield* simulation(found.case, { ...found.settings, ...over });
  return { simulation: result, inputs: found.inputs, assessment, unusedPaths: found.unusedPaths() };
}
