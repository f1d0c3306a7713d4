/** The simulation of one spec's figures: every uncertain input drawn at once, thousands of times (WSIPP; HM Treasury Green Book, annex 5). */
import type { Worked } from "../worked.ts";
import { type Distribution, endsOf, quantile } from "./distributions.ts";
import { draw, stream } from "./draws.ts";
import { type Effectiveness, effectivenessOf } from "./effectiveness.ts";
import { drawsOf } from "./evaluate-plan.ts";
import { type SimulatedFigure, summarise } from "./figures.ts";
import { shareAbove } from "./order.ts";
import { compile, type Plan } from "./plan.ts";
import { type RatioKind, ratioAt, ratiosOf } from "./ratios.ts";
import { type OneWay, oneWay, type Switching, switching } from "./sensitivity.ts";

/** A written value: by its key, the same wherever it is used. Without a distribution it is held at what is written. */
export interface SimulatedInput {
  readonly key: string;
  readonly value: number;
  readonly distribution: Distribution | undefined;
}

export interface SimulatedRoot {
  readonly key: string;
  readonly worked: Worked;
  /** Of a quotient that may cross zero. */
  readonly ratio?: RatioKind;
  /** No number in a draw means that it never happens: payback. */
  readonly never?: boolean;
}

export interface SimulationCase {
  readonly roots: readonly SimulatedRoot[];
  /** Outcomes with their cost: the improvement gained, in the direction that is better. */
  readonly claims: readonly { readonly key: string; readonly gained: Worked; readonly cost: Worked }[];
  /** What one outcome is worth, by claim. */
  readonly threshold: (claim: string) => number | undefined;
  /** Key of the figure that says whether benefits exceed costs; undefined where there is none. */
  readonly net: string | undefined;
  /** Whether the values of inputs at which the net figure turns are looked for too. Left out: they are. */
  readonly switches?: boolean;
  /** Keys of the figures whose sensitivity is wanted. */
  readonly sensitive: readonly string[];
  inputOf(leaf: Worked): SimulatedInput | undefined;
}

export interface SimulationSettings {
  readonly draws: number;
  readonly seed: number;
  /** Percent. */
  readonly level: number;
}

export interface Simulation {
  readonly settings: SimulationSettings;
  readonly figures: ReadonlyMap<string, SimulatedFigure>;
  /** Share of the draws in which the net figure is above zero. */
  readonly chanceOfGain: number | undefined;
  readonly effectiveness: ReadonlyMap<string, Effectiveness>;
  readonly sensitivity: ReadonlyMap<string, readonly OneWay[]>;
  readonly switching: readonly Switching[];
  /** Keys of the inputs drawn, and of those held at what is written, in order. */
  readonly drawn: readonly string[];
  readonly held: readonly string[];
}

/** Runs it whole. */
export function simulate(of: SimulationCase, settings: SimulationSettings): Simulation {
  const running = simulation(of, settings);
  for (;;) {
    const { done, value } = running.next();
    if (done === true) return value;
  }
}

/** Runs it, yielding now and then, for a caller that may be told to stop. */
export function* simulation(of: SimulationCase, settings: SimulationSettings): Generator<void, Simulation> {
  const inputs = new Map<string, SimulatedInput>();
  const graphs = [...of.roots.map(({ worked }) => worked), ...of.claims.flatMap(({ gained, cost }) => [gained, cost])];
  const plan = compile(graphs, (leaf) => {
    const input = of.inputOf(leaf);
    if (input !== undefined) inputs.set(input.key, input);
    return input?.distribution === undefined ? undefined : input.key;
  });
  const draws = new Map<number, Float64Array>();
  for (const [key, at] of plan.drawn) {
    const distribution = inputs.get(key)?.distribution;
    if (distribution !== undefined) draws.set(at, draw(distribution, settings.draws, stream(settings.seed, key)));
    yield;
  }
  const readings = of.roots.flatMap((root) => readingOf(root, plan));
  const claims = of.claims.flatMap(({ key, gained, cost }) => {
    const [effect, price] = [plan.stepOf(gained), plan.stepOf(cost)];
    return effect === undefined || price === undefined ? [] : [{ key, effect, cost: price }];
  });
  const wanted = new Set([
    ...readings.flatMap(({ needs }) => needs),
    ...claims.flatMap(({ effect, cost }) => [effect, cost]),
  ]);
  const drawn = yield* drawsOf(plan, draws, settings.draws, wanted);
  const figures = new Map<string, SimulatedFigure>();
  const all = new Map<string, Float64Array>();
  const summaries = new Map<string, { readonly own: Float64Array; readonly summary: SimulatedFigure }>();
  for (const reading of readings) {
    if (!reading.needs.some((at) => plan.steps[at]?.varies)) continue;
    // Several figures may be one and the same step: the fiscal benefit where there is no other.
    const known = summaries.get(reading.is);
    const own = known?.own ?? reading.draws(drawn);
    const summary = known?.summary ?? summarise(reading.central, own, settings.level);
    summaries.set(reading.is, { own, summary });
    all.set(reading.key, own);
    figures.set(reading.key, summary);
    yield;
  }
  const effectiveness = new Map<string, Effectiveness>();
  for (const { key, effect, cost } of claims) {
    if (!plan.steps[effect]?.varies && !plan.steps[cost]?.varies) continue;
    const central = { effect: plan.steps[effect]?.central ?? 0, cost: plan.steps[cost]?.central ?? 0 };
    effectiveness.set(
      key,
      effectivenessOf(central, drawn.get(effect) as Float64Array, drawn.get(cost) as Float64Array, of.threshold(key)),
    );
  }
  const net = of.net === undefined ? undefined : all.get(of.net);
  const ends = new Map<string, { readonly low: number; readonly high: number }>();
  for (const { key, distribution } of inputs.values())
    if (distribution !== undefined) ends.set(key, endsOf(distribution, settings.level));
  const sensitivity = new Map<string, readonly OneWay[]>();
  for (const reading of readings)
    if (of.sensitive.includes(reading.key)) sensitivity.set(reading.key, oneWay(plan, ends, reading.once));
  yield;
  return {
    settings,
    figures,
    chanceOfGain: net === undefined ? undefined : shareAbove(net, 0),
    effectiveness,
    sensitivity,
    switching: of.switches === false ? [] : switchingValues(of, graphs, inputs),
    drawn: [...plan.drawn.keys()].sort(),
    held: [...inputs.values()].flatMap(({ key, distribution }) => (distribution === undefined ? [key] : [])).sort(),
  };
}

/** How a figure is read from the steps of a plan. */
interface FigureReading {
  readonly key: string;
  readonly central: number;
  readonly needs: readonly number[];
  /** The same for figures that are read alike from the same steps. */
  readonly is: string;
  readonly draws: (drawn: ReadonlyMap<number, Float64Array>) => Float64Array;
  readonly once: (values: Float64Array) => number;
}

function readingOf({ key, worked, ratio, never }: SimulatedRoot, plan: Plan): readonly FigureReading[] {
  const at = plan.stepOf(worked);
  if (at === undefined || worked.value === undefined) return [];
  const of = (drawn: ReadonlyMap<number, Float64Array>, step: number): Float64Array => drawn.get(step) as Float64Array;
  const step = plan.steps[at];
  if (ratio !== undefined && step?.kind === "quotient") {
    const [above = at, below = at] = step.operands;
    return [
      {
        key,
        central: worked.value,
        needs: [above, below],
        is: `${ratio} ${above} ${below}`,
        draws: (drawn) => ratiosOf(ratio, of(drawn, above), of(drawn, below)),
        once: (values) => ratioAt(ratio, values[above] as number, values[below] as number),
      },
    ];
  }
  const read = never === true ? neverIsInfinite : (value: number) => value;
  return [
    {
      key,
      central: worked.value,
      needs: [at],
      is: `${never === true ? "never" : "plain"} ${at}`,
      draws: (drawn) => (never === true ? of(drawn, at).map(read) : of(drawn, at)),
      once: (values) => read(values[at] as number),
    },
  ];
}

const neverIsInfinite = (value: number): number => (Number.isNaN(value) ? Number.POSITIVE_INFINITY : value);

/** Of every written input that the net figure rests on; nearest to what is written first, those that never turn it last. */
function switchingValues(
  of: SimulationCase,
  graphs: readonly Worked[],
  inputs: ReadonlyMap<string, SimulatedInput>,
): readonly Switching[] {
  const root = of.roots.find(({ key }) => key === of.net);
  if (root?.worked.value === undefined || graphs.length === 0) return [];
  const plan = compile([root.worked], (leaf) => of.inputOf(leaf)?.key);
  const at = plan.stepOf(root.worked);
  if (at === undefined) return [];
  const found = [...plan.drawn.keys()].flatMap((key) => {
    const input = inputs.get(key);
    const range = input === undefined ? undefined : plausible(input);
    const one = range === undefined ? undefined : switching(plan, key, range, (values) => values[at] as number);
    return one === undefined ? [] : [one];
  });
  const distance = ({ value, central }: Switching): number =>
    value === undefined ? Number.POSITIVE_INFINITY : Math.abs(value - central) / Math.max(Math.abs(central), 1e-300);
  return found.sort((a, b) => {
    const [x, y] = [distance(a), distance(b)];
    return x === y ? (a.key < b.key ? -1 : 1) : x - y;
  });
}

/** Where an input may lie: all but a thousandth of its distribution on either side; held ones between half and double. */
function plausible({
  value,
  distribution,
}: SimulatedInput): { readonly low: number; readonly high: number } | undefined {
  if (distribution === undefined)
    return value === 0 ? undefined : { low: Math.min(value / 2, value * 2), high: Math.max(value / 2, value * 2) };
  if (distribution.name === "triangular" || distribution.name === "uniform")
    return { low: distribution.low, high: distribution.high };
  return { low: quantile(distribution, 0.001), high: quantile(distribution, 0.999) };
}
