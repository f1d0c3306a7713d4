/** Which corrections bear on the figures of a spec. */
import type { AppraisalSettings, CaseInput } from "../../costing/case.ts";
import { rateIn } from "../../costing/discounting.ts";
import type { Correction } from "../settings.ts";

/** The corrections that a spec's figures rest on; those left out are none of them. */
export function correctionsIn(input: CaseInput, settings: AppraisalSettings): readonly Correction[] {
  const { costs, benefits, claims } = input;
  const uses: Readonly<Record<Correction, boolean>> = {
    "optimism-bias":
      costs.some(({ correction }) => correction !== undefined) ||
      benefits.some(({ correction }) => correction !== undefined) ||
      claims.some(({ values }) => values.some(({ correction }) => correction !== undefined)),
    attribution: [...benefits, ...claims].some(
      ({ attribution }) => attribution !== undefined && attribution.value !== 1,
    ),
    deadweight: claims.some(
      ({ effect }) =>
        (effect.kind === "improvement" && effect.worked.operation !== "given") ||
        (effect.kind === "achieved" && effect.lessDeadweight !== undefined),
    ),
    discounting: rateIn(settings.schedule, 1) !== 0,
    "drop-off": [...benefits, ...claims].some(({ dropOff }) => dropOff !== undefined && dropOff.value !== 0),
  };
  return (Object.keys(uses) as Correction[]).filter((correction) => uses[correction]);
}
