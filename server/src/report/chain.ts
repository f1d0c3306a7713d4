import type { ChainStep, StepId } from "../costing/chain.ts";
import type { Assessment } from "../model/assess/types.ts";
import { formatPercent } from "../values/format.ts";
import { currencyOf, multiplyUnits, NO_UNIT } from "../values/units.ts";
import type { Row, Section } from "./page.ts";
import { left, right } from "./sections.ts";
import { shown } from "./words.ts";

const WORDS: Readonly<Record<StepId, string>> = {
  affected: "those affected",
  need: "of them in need",
  engagement: "who engage",
  retention: "who stay",
  impact: "achieve it",
  deadweight: "less what would have happened anyway",
  difference: "difference against what would have happened anyway",
  attribution: "due to the service",
  years: "years in effect, less drop-off",
  value: "value of one",
  conversion: "converted",
  optimism: "less optimism",
  discount: "discounted",
};

/** From those affected to a present value, step by step, for each benefit worked out from an outcome. */
export function chainSection(assessment: Assessment): Section | undefined {
  const begun = assessment.chains.filter(({ steps }) => steps[0]?.leaves !== undefined);
  const rows = begun.flatMap(({ outcome, benefit, steps }): Row[] => [
    { cells: [benefit === outcome ? outcome : `${outcome}: ${benefit}`, "", ""], total: true },
    ...steps.map(
      (step, at): Row => ({ cells: [WORDS[step.step], at === 0 ? "" : factorText(step), leftText(steps, at)] }),
    ),
  ]);
  if (rows.length === 0) return undefined;
  const leftOut = assessment.appraisal.leaveOut;
  return {
    title: "From those affected to present value",
    columns: [left("step"), right("times"), right("leaves")],
    rows,
    notes: leftOut.length === 0 ? [] : [`Left out by the settings: ${leftOut.map(correctionText).join(", ")}.`],
  };
}

/** `optimism-bias` as people say it. */
export const correctionText = (correction: string): string =>
  correction === "optimism-bias" ? "optimism bias" : correction;

function factorText({ step, factor }: ChainStep): string {
  if (factor.value === undefined) return shown(factor);
  if (factor.unit.powers.length > 0) return shown(factor);
  const text = formatPercent(factor.value);
  return step === "deadweight" && factor.label.includes("points") ? `less ${text.replace("%", " points")}` : text;
}

/** What a step leaves, in the unit that it is then counted in: people, outcomes, years of them, money. */
function leftText(steps: readonly ChainStep[], at: number): string {
  const unit = steps.slice(0, at + 1).reduce((so, { factor }) => multiplyUnits(so, factor.unit), NO_UNIT);
  const currency = currencyOf(unit);
  return shown({ value: steps[at]?.leaves, unit: currency === undefined ? unit : { powers: [[currency, 1]] } });
}
