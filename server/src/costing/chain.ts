/** The steps from those affected to a present value, each with what it multiplies by and what it leaves (GMCA guidance 2014, chapters 5 to 7). */
import { currencyOf } from "../values/units.ts";
import type { BenefitResult } from "./benefits.ts";
import type { OutcomeResult } from "./outcomes.ts";
import type { Worked } from "./worked.ts";

/** Stable: readers choose by it. */
export type StepId =
  | "affected"
  | "need"
  | "engagement"
  | "retention"
  | "impact"
  | "deadweight"
  | "difference"
  | "attribution"
  | "years"
  | "value"
  | "conversion"
  | "optimism"
  | "discount";

export interface ChainStep {
  readonly step: StepId;
  /** What the step multiplies by; of `affected`, the number; of deadweight in points, what is taken away. */
  readonly factor: Worked;
  /** What is left after it; undefined from the first step that is not known. */
  readonly leaves: number | undefined;
}

/** The steps of one benefit worked out from a claim. Their end is its present value, corrected for optimism. */
export function chainOf(claim: OutcomeResult, benefit: BenefitResult): readonly ChainStep[] {
  const steps: ChainStep[] = [];
  let left: number | undefined = 1;
  const times = (step: StepId, factor: Worked | undefined): void => {
    if (factor === undefined) return;
    left = left === undefined || factor.value === undefined ? undefined : left * factor.value;
    steps.push({ step, factor, leaves: left });
  };
  const { input, reached } = claim;
  const shares = [input.need, input.engagement, input.retention].some((share) => share !== undefined);
  times("affected", shares ? reached.operands[0] : reached);
  times("need", input.need);
  times("engagement", input.engagement);
  times("retention", input.retention);
  const { improvement } = claim;
  const [impact, dead] = improvement.operands;
  if (input.effect.kind !== "improvement" || impact === undefined || dead === undefined)
    times(input.effect.kind === "improvement" ? "impact" : "difference", improvement);
  else {
    const before = left;
    times("impact", impact);
    if (improvement.operation === "product") times("deadweight", dead);
    else {
      left = before === undefined || improvement.value === undefined ? undefined : before * improvement.value;
      steps.push({ step: "deadweight", factor: dead, leaves: left });
    }
  }
  times("attribution", input.attribution);
  for (const factor of worthOf(claim, benefit)) times(stepOf(claim, factor), factor);
  const { presentValue, presentValueUncorrected } = benefit;
  if (presentValue !== presentValueUncorrected) times("optimism", presentValue.operands[1]);
  times("discount", presentValueUncorrected.operands[1]);
  return steps;
}

/** The factors of the total that are not of the outcome: years in effect, unit value, conversions. */
function worthOf({ reached, improvement, input }: OutcomeResult, { total }: BenefitResult): readonly Worked[] {
  const known = new Set<Worked | undefined>([reached, improvement, input.attribution]);
  return total.operation === "product" ? total.operands.filter((operand) => !known.has(operand)) : [];
}

function stepOf({ years }: OutcomeResult, factor: Worked): StepId {
  if (factor === years?.worked) return "years";
  return currencyOf(factor.unit) !== undefined ? "value" : "conversion";
}
