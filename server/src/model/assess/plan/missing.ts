/** What checklists ask of an evaluation at its stage and the spec does not say. */

import { checklistData } from "../../../data/index.ts";
import type { Checklist, ChecklistItem } from "../../../data/types.ts";
import type { Intervention } from "../../../schema/kinds/intervention.ts";
import type { Study } from "../../../schema/kinds/study.ts";
import { clusteredDesigns, randomisedDesigns } from "../../designs.ts";
import type { ChecklistId } from "../../settings.ts";
import { says } from "./said.ts";

/** An item that nothing answers. */
export interface Unanswered {
  readonly checklist: Checklist;
  readonly item: ChecklistItem;
}

/** A key that would answer at least one item, and the items it would answer. */
export interface Gap {
  /** Path of the key in the document: `evaluation.estimand`. */
  readonly key: string;
  readonly topic: string;
  readonly asked: readonly Unanswered[];
}

const uncompared: readonly string[] = ["before-after", "qualitative", "unknown"];

/** What the plan-stage items of the checklists find unsaid, by key, in the order of the checklists. Nothing is asked of a reported one. */
export function planGaps(spec: Intervention, checklists: readonly ChecklistId[]): readonly Gap[] {
  const { evaluation } = spec;
  if (evaluation === undefined || evaluation.stage?.value === "reported") return [];
  return gapsIn(
    spec,
    checklists.map((id) => checklistData[id]),
    "plan",
    applies(spec),
  );
}

/** What CONSORT asks of the report of a trial and the study does not say. */
export const reportGaps = (study: Study): readonly Gap[] =>
  gapsIn(study, [checklistData.consort], "report", { randomised: randomisedDesigns.has(study.design?.value ?? "") });

type Applies = Readonly<Partial<Record<NonNullable<ChecklistItem["only"]>, boolean>>>;

function applies({ evaluation }: Intervention): Applies {
  const design = evaluation?.design?.value ?? "unknown";
  const costs = evaluation?.cost_evaluation;
  return {
    randomised: randomisedDesigns.has(design),
    clusters: clusteredDesigns.has(design),
    compared: !uncompared.includes(design),
    // One that is still empty, or said not to be, has no details to ask for.
    "cost-evaluation":
      costs?.$kind === "object" || (costs?.value !== undefined && costs.value.toLowerCase() !== "none"),
  };
}

function gapsIn(
  reading: unknown,
  checklists: readonly Checklist[],
  stage: ChecklistItem["stage"],
  applying: Applies,
): readonly Gap[] {
  const gaps = new Map<string, { readonly key: string; readonly topic: string; readonly asked: Unanswered[] }>();
  for (const checklist of checklists)
    for (const item of checklist.items) {
      const [key] = item.keys;
      if (key === undefined || item.stage !== stage) continue;
      if (item.only !== undefined && applying[item.only] !== true) continue;
      if (item.keys.some((each) => says(reading, each))) continue;
      const held = gaps.get(key) ?? { key, topic: item.topic, asked: [] };
      held.asked.push({ checklist, item });
      gaps.set(key, held);
    }
  return [...gaps.values()];
}
