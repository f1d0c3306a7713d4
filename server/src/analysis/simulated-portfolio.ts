/** Intervals of a portfolio's league tables, simulated: asked for by the command line and the report, never while typing. */
import { type SimulationSettings, simulate } from "../costing/simulation/simulate.ts";
import type { IntervalOf, MemberAssessment, RankBy } from "../model/assess/index.ts";
import { type Uncertainty, uncertaintyOf } from "../model/assess/uncertainty.ts";
import type { Snapshot } from "./types.ts";

const ratios = { return: "return", "cost per outcome": "price", "net benefit": undefined } as const satisfies Record<
  RankBy,
  unknown
>;

/**
 * What gives a figure of a league table the interval of its draws: every uncertain value of the intervention's spec at once, with the
 * shared costs that it carries as written. `over` takes the place of the spec's own settings. A figure that rests on nothing uncertain is
 * given back as it is.
 */
export function simulatedIntervals(snapshot: Snapshot, over: Partial<SimulationSettings> = {}): IntervalOf {
  const known = new Map<MemberAssessment, Uncertainty>();
  const uncertainty = (member: MemberAssessment): Uncertainty | undefined => {
    const { spec, assessment } = member;
    if (spec === undefined || assessment === undefined) return undefined;
    const held = known.get(member);
    if (held !== undefined) return held;
    const made = uncertaintyOf(spec, assessment, (id) => {
      const [definition] = snapshot.index.definitions("unit-cost", id);
      const entry = definition === undefined ? undefined : snapshot.read("unit-cost", definition);
      return entry === undefined ? undefined : { entry, library: undefined };
    });
    known.set(member, made);
    return made;
  };
  return (member, by, figure) => {
    const of = figure.value === undefined ? undefined : uncertainty(member);
    if (of === undefined) return figure;
    const ratio = ratios[by];
    const root = { key: "figure", worked: figure, ...(ratio === undefined ? {} : { ratio }) };
    const { figures } = simulate(
      { ...of.case, roots: [root], claims: [], net: undefined, sensitive: [] },
      { ...of.settings, ...over },
    );
    const drawn = figures.get("figure");
    return drawn === undefined ? figure : { ...figure, low: drawn.low, high: drawn.high };
  };
}
