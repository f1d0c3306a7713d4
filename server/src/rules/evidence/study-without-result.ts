import type { StudyResult } from "../../schema/kinds/study.ts";
import type { Field } from "../../schema/shape.ts";
import type { DocumentRule } from "../types.ts";

/** A study reports no result: it is missing evidence, not evidence of nothing. */
export const studyWithoutResult: DocumentRule = {
  code: "evidence/study-without-result",
  severity: "warning",
  scope: "document",
  page: {
    title: "Study without a result",
    what: "A study holds no result, or only results that are unknown or were never measured.",
    why: "A trial without an outcome is missing evidence. It must not be read as a finding of no effect, nor as support.",
    fix: "Record what was found under `results:`. If the outcome was not measured, the claim needs another study.",
    standard: "CONSORT 2025, outcomes and estimation",
    example: {
      file: "a.study.yaml",
      invalid: "study: smith-2020\ndesign: rct\nsample: 120 families\n",
      valid:
        "study: smith-2020\ndesign: rct\nsample: 120 families\nresults:\n  - outcome: child-enters-care\n    effect: no difference\n",
    },
  },
  check({ spec }, report) {
    if (spec.kind !== "study" || spec.reading?.study === undefined) return;
    const { study, results, design } = spec.reading;
    // Costs of a problem, interviews and the like have no effect to report.
    if (design?.value === "qualitative" || design?.value === "cost-study") return;
    const items = results?.items ?? [];
    if (items.some(says)) return;
    const unmeasured = items.find(
      (item) => item.effect?.word === "not measured" || wordOf(item.effect) === "not measured",
    );
    report({
      at: unmeasured?.effect?.$ ?? study.$,
      message:
        unmeasured === undefined
          ? `Study "${study.text}" has no result.`
          : `The outcome of study "${study.text}" was not measured: this is missing evidence, not a finding of no effect.`,
      help: "Record what was found under `results:`; until then the study supports no claim.",
    });
  },
};

const wordOf = (field: StudyResult["effect"]): string | undefined =>
  field?.value?.kind === "word" ? field.value.word : undefined;

const known = (field: Field<unknown> | undefined): boolean => field?.value !== undefined;

function says(result: StudyResult): boolean {
  const word = result.effect?.word ?? wordOf(result.effect);
  if (word === "no difference" || word === "none") return true;
  if (known(result.effect) && word === undefined) return true;
  return [
    result.change,
    result.change_over_time,
    result.with,
    result.improvement_index,
    result.months,
    result.cost_effectiveness,
    result.direction,
  ].some((field) => known(field as Field<unknown> | undefined));
}
