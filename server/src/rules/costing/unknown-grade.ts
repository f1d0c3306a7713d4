import { confidenceGrades } from "../../data/index.ts";
import { refineAppraisal } from "../../model/settings.ts";
import type { Spec } from "../../model/spec.ts";
import type { Field } from "../../schema/shape.ts";
import type { Quantity } from "../../values/types.ts";
import type { DocumentRule } from "../types.ts";
import { withLines } from "./example.ts";

const line = "    - item: Visits\n      amount: £500/family\n      who_pays: local-authority\n";

/** A grade that the shipped table does not hold. A table of one's own says itself which grades it has. */
export const unknownGrade: DocumentRule = {
  code: "costing/unknown-grade",
  severity: "error",
  scope: "document",
  page: {
    title: "Grade of confidence that there is not",
    what: "`confidence:` is not one of the grades, which are whole numbers from 1 (best) to 6.",
    why: "A grade that the table does not hold corrects nothing, so the figure looks as sound as one of the best data.",
    fix: "Write the grade of the data, 1 (best) to 6; leave `confidence:` out where nobody has graded them.",
    standard: "GMCA cost-benefit guidance 2014",
    example: {
      file: "a.intervention.yaml",
      invalid: withLines(`${line}      confidence: 7\n`),
      valid: withLines(`${line}      confidence: 5\n`),
    },
  },
  check({ spec, settings }, report) {
    const grades = gradesIn(spec);
    if (grades.length === 0) return;
    const appraisal = spec.kind === "intervention" ? spec.reading?.appraisal : undefined;
    if (refineAppraisal(settings.appraisal, appraisal).confidenceGrades !== undefined) return;
    const known = confidenceGrades.rows.map(({ grade }) => grade);
    for (const { $, text, value } of grades)
      if (value !== undefined && !known.includes(value.value))
        report({
          at: $,
          message: `There is no grade of confidence ${text}: grades are ${Math.min(...known)} (best) to ${Math.max(...known)}, so nothing is corrected for optimism.`,
          help: "Write the grade of the data, a whole number from 1 (best) to 6.",
          label: "no such grade",
        });
  },
};

function gradesIn(spec: Spec): readonly Field<Quantity>[] {
  const graded =
    spec.kind === "intervention"
      ? [
          ...(spec.reading?.costs?.lines?.items ?? []),
          ...(spec.reading?.benefits?.items ?? []),
          ...(spec.reading?.outcomes?.items ?? []),
        ]
      : spec.kind === "outcome"
        ? (spec.reading?.values?.items ?? [])
        : [];
  return graded.flatMap(({ confidence }) => (confidence?.value === undefined ? [] : [confidence]));
}
