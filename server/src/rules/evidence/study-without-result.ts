import { wordIn } from "../../model/effects.ts";
import type { StudyResult } from "../../schema/kinds/study.ts";
import type { Field } from "../../schema/shape.ts";
import type { DocumentRule } from "../types.ts";
import { unreadable, wronglyMade } from "../unreadable.ts";
import { isPlanOnly } from "./plan-only.ts";

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
    if (wronglyMade(spec.reading, "results")) return;
    const items = results?.items ?? [];
    if (items.some(says)) return;
    const unmeasured = items.find((item) => wordIn(item.effect) === "not measured");
    const planned = isPlanOnly(spec.reading);
    report({
      at: unmeasured?.effect?.$ ?? study.$,
      severity: planned ? "information" : "warning",
      message:
        unmeasured !== undefined
          ? `The outcome of study "${study.text}" was not measured: this is missing evidence, not a finding of no effect.`
          : planned
            ? `Study "${study.text}" is planned and has no result yet.`
            : items.length === 0
              ? `Study "${study.text}" has no result.`
              : `What study "${study.text}" found is not known: none of its results says.`,
      help:
        unmeasured !== undefined
          ? "No claim can rest on this study: look for one that measured the outcome."
          : "Record what was found under `results:`; until then the study supports no claim.",
    });
  },
};

/** Read, or there and unreadable, which has a finding of its own. */
const known = (field: Field<unknown> | undefined): boolean => field?.value !== undefined || unreadable(field);

function says(result: StudyResult): boolean {
  const word = wordIn(result.effect);
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
    result.p,
    result.significant,
  ].some((field) => known(field as Field<unknown> | undefined));
}
