/** What a simulation says of one spec, as a section of its report: the charts each with its table. */
import type { SimulatedSpec } from "../analysis/simulated.ts";
import type { Effectiveness } from "../costing/simulation/effectiveness.ts";
import type { Assessment } from "../model/assess/types.ts";
import { formatNumber } from "../values/format.ts";
import { unit } from "../values/units.ts";
import type { Chart } from "./charts/types.ts";
import { figureName } from "./figure-name.ts";
import { fromPage, uncapped } from "./from-page.ts";
import type { ReportSection, ReportTable } from "./types.ts";
import {
  effectivenessSections,
  inputSection,
  inputValue,
  intervalSection,
  labelOf,
  leadingSensitivity,
  mostRanked,
  type Simulated,
  sensitivitySection,
  summaryOf,
  switchingSection,
} from "./uncertainty.ts";
import { chanceText, valueText } from "./uncertainty-words.ts";
import { shown } from "./words.ts";

const id = "uncertainty";
const title = "How sure it is";

/** The section before anybody has asked for the draws: it says what can be asked. Undefined where there is no figure to draw. */
export const notYetSimulated = (
  { figures, appraisal }: Pick<Assessment, "figures" | "appraisal">,
  of = "the spec",
): ReportSection | undefined =>
  figures.size === 0
    ? undefined
    : {
        id,
        title,
        paragraphs: [
          `Every interval, range, standard error and count of ${of} can be drawn at random many times over, to see how sure the figures are and what moves them most.`,
        ],
        charts: [],
        tables: [],
        action: { id: "simulate", text: `Draw ${formatNumber(appraisal.uncertainty.draws)} times` },
      };

export function uncertaintySection(simulated: SimulatedSpec): ReportSection {
  const { simulation } = simulated;
  const summary = summaryOf(simulated);
  if (simulation.drawn.length === 0) return { id, title, paragraphs: summary, charts: [], tables: [] };
  const swings = sensitivitySection(simulated);
  const switches = switchingSection(simulated);
  const inputs = inputSection(simulated);
  const tables: (ReportTable | undefined)[] = [
    fromPage(intervalSection(simulated), "Figures with their intervals"),
    swings && fromPage(swings, `${swings.title}. ${swings.notes.join(" ")}`),
    switches && fromPage(switches, `${switches.title}. ${switches.notes.join(" ")}`),
    ...effectivenessSections(simulated, true).map((section) => fromPage(section, section.title)),
    inputs && fromPage(inputs, inputs.title),
  ];
  return {
    id,
    title,
    paragraphs: summary,
    charts: [...swingChart(simulated), ...[...simulation.effectiveness].flatMap((each) => planes(simulated, each))],
    tables: tables.filter((table) => table !== undefined),
  };
}

/** What moves the leading figure most, as bars. */
export function swingChart(simulated: Simulated): readonly Chart[] {
  const found = leadingSensitivity(simulated);
  if (found?.figure.value === undefined) return [];
  const { figure, rows } = found;
  const drawn = rows.slice(0, mostRanked).map(({ key, low, high }) => ({
    label: labelOf(simulated, key),
    inputs: `${inputValue(simulated, key, low.input)} to ${inputValue(simulated, key, high.input)}`,
    low: { value: low.figure, shown: valueText(figure, low.figure) },
    high: { value: high.figure, shown: valueText(figure, high.figure) },
  }));
  return [
    {
      kind: "swings",
      id: "what-moves-it",
      title: `What moves it most: ${uncapped(figureName(figure, simulated.assessment))}`,
      description: drawn
        .map(({ label, inputs, low, high }) => `${label}, ${inputs}: ${low.shown} to ${high.shown}`)
        .join("; "),
      centre: found.figure.value,
      centreShown: shown(figure),
      rows: drawn,
    },
  ];
}

function planes(
  simulated: SimulatedSpec,
  [claim, { points, central, curve, quarters }]: readonly [string, Effectiveness],
): readonly Chart[] {
  const { currency, outcomes, appraisal } = simulated.assessment;
  const money = (value: number): string => shown({ value, unit: unit([currency, 1]) });
  const found = outcomes.find(({ outcome }) => claim === outcome || claim.startsWith(`${outcome} (`));
  const name = found?.title ?? claim;
  const gained = found?.definition?.better?.value === "lower" ? "avoided" : "gained";
  const last = curve.at(-1);
  const threshold = curve.some((each) => each.threshold === appraisal.threshold?.value)
    ? appraisal.threshold?.value
    : undefined;
  return [
    {
      kind: "plane",
      id: `plane-${claim}`,
      title: `Cost against effect, draw by draw: ${name}`,
      description: `As written, ${money(central.cost)} for ${shown({ value: central.effect, unit: unit() })} ${gained}. ${chanceText(quarters.betterDearer + quarters.betterCheaper)} of the draws do better, ${chanceText(quarters.betterDearer + quarters.worseDearer)} cost more than the comparator.`,
      currency,
      effectName: `${gained}: ${name}`,
      costName: "cost more than the comparator",
      points,
      central,
    },
    {
      kind: "curve",
      id: `worth-${claim}`,
      title: `Chance of being worth it, by what one is worth: ${name}`,
      description:
        last === undefined
          ? ""
          : `From ${chanceText(curve[0]?.chance ?? 0)} at ${money(0)} to ${chanceText(last.chance)} at ${money(last.threshold)}.`,
      currency,
      thresholdName: "what one outcome is taken to be worth",
      points: curve,
      threshold,
    },
  ];
}
