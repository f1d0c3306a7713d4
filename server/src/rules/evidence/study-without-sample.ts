import type { Study } from "../../schema/kinds/study.ts";
import type { Field } from "../../schema/shape.ts";
import type { DocumentRule } from "../types.ts";
import { unreadable, wronglyMade } from "../unreadable.ts";
import { isPlanOnly } from "./plan-only.ts";

/** A study does not say how many took part. */
export const studyWithoutSample: DocumentRule = {
  code: "evidence/study-without-sample",
  severity: "warning",
  scope: "document",
  page: {
    title: "Study without a sample",
    what: "A study does not say how many took part: no number in its arms, and no sample.",
    why: "A small study can miss a real effect or find one by chance. Standards of evidence ask for the numbers.",
    fix: "Give the numbers of each arm under `arms:`, or the whole number under `sample:`.",
    standard: "CONSORT 2025, flow of participants",
    example: {
      file: "a.study.yaml",
      invalid:
        "study: smith-2020\ndesign: rct\nresults:\n  - outcome: child-enters-care\n    effect: RR 0.80 (0.65 to 0.98)\n",
      valid:
        "study: smith-2020\ndesign: rct\nsample: 120 families\nresults:\n  - outcome: child-enters-care\n    effect: RR 0.80 (0.65 to 0.98)\n",
    },
  },
  check({ spec }, report) {
    if (spec.kind !== "study" || spec.reading?.study === undefined || hasSample(spec.reading)) return;
    if (wronglyMade(spec.reading, "arms")) return;
    // A model of costs has no participants; a trial that has only been planned has none yet.
    if (spec.reading.design?.value === "cost-study" || isPlanOnly(spec.reading)) return;
    const { study, design } = spec.reading;
    const review = design?.value === "review";
    report({
      at: study.$,
      severity: review ? "information" : "warning",
      message: review
        ? `How many took part in the studies that review "${study.text}" covers is not given here.`
        : `How many took part in study "${study.text}" is not given here.`,
      help: review
        ? "Give the whole number under `sample:`."
        : "Give the numbers of each arm under `arms:`, or the whole number under `sample:`.",
    });
  },
};

/** Read, or there and unreadable, which has a finding of its own. */
const known = (field: Field<unknown> | undefined): boolean => field?.value !== undefined || unreadable(field);

/** A planned or eligible number is not a sample; clusters alone are not people. */
function hasSample(study: Study): boolean {
  if (known(study.sample)) return true;
  if ((study.arms?.items ?? []).some((arm) => known(arm.randomised) || known(arm.started) || known(arm.analysed)))
    return true;
  return (study.results?.items ?? []).some(
    (result) => known(result.analysed) || countsInside(result.with) || countsInside(result.effect),
  );
}

/** `44/108 v 39/104` says how many. */
const countsInside = (field: Field<unknown> | undefined): boolean => /\d\s*\/\s*\d/.test(field?.text ?? "");
