import { type Figure, figureKey } from "../costing/figure.ts";
import type { FigureId } from "../costing/figures.ts";
import type { Assessment } from "../model/assess/types.ts";
import { figureName } from "./figure-name.ts";
import type { ReportHeadline } from "./types.ts";
import { noteOf, shown } from "./words.ts";

/** Cost, then return, in the order a committee asks; of a group the first that is known. */
const wanted: readonly (readonly FigureId[])[] = [
  ["cost_total"],
  ["cost_per_starter", "cost_per_completer"],
  ["starts_total"],
  ["bcr"],
  ["npv", "net_benefit"],
  ["payback"],
];

/** The few figures that stand first, and how many studies are cited. A figure that is not known says so and what it needs. */
export function headlinesOf(assessment: Assessment): readonly ReportHeadline[] {
  const cards = wanted.flatMap((group) => {
    const figures = group.map((id) => assessment.figures.get(figureKey(id))).filter((each) => each !== undefined);
    const first = figures.find((each) => each.value !== undefined) ?? figures[0];
    return first === undefined ? [] : [card(first, assessment)];
  });
  if (!assessment.figures.has("bcr"))
    cards.push({ label: "Return", figure: "not worked out", note: "no benefit is put in money", known: false });
  return [...cards, evidenceCard(assessment)];
}

const card = (figure: Figure, assessment: Assessment): ReportHeadline => ({
  label: figureName(figure, assessment),
  figure: shown(figure),
  note: noteOf(figure),
  known: figure.value !== undefined,
});

/** How many studies the claims rest on: their number, not their strength. */
function evidenceCard({ outcomes }: Assessment): ReportHeadline {
  const cited = new Set(outcomes.flatMap(({ claim }) => citedBy(claim)));
  const bare = outcomes.filter(({ claim }) => citedBy(claim).length === 0).length;
  const note =
    outcomes.length === 0
      ? "no outcome is claimed"
      : bare === 0
        ? `for ${outcomes.length === 1 ? "the one outcome" : `all ${outcomes.length} outcomes`} claimed`
        : `${bare} of ${outcomes.length} claims without any`;
  return { label: "Studies cited", figure: String(cited.size), note, known: cited.size > 0 };
}

/** Ids of the studies that a claim cites. */
export const citedBy = (claim: Assessment["outcomes"][number]["claim"]): readonly string[] =>
  (claim.evidence?.items ?? []).flatMap((field) => (field.value === undefined ? [] : [field.value]));
