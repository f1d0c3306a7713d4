import { confidenceGrades } from "../../data/index.ts";
import { refineAppraisal } from "../../model/settings.ts";
import type { Field } from "../../schema/shape.ts";
import type { Quantity } from "../../values/types.ts";
import type { DocumentRule } from "../types.ts";
import { withLines } from "./example.ts";

const line = "    - item: Visits\n      amount: £500/family\n      who_pays: local-authority\n";

/** A correction rests on reference figures that have not been checked against their source. */
export const unverifiedGrade: DocumentRule = {
  code: "costing/unverified-correction",
  severity: "information",
  scope: "document",
  page: {
    title: "Correction that is not verified",
    what: "A `confidence:` grade changes a figure by a correction for optimism, and the table of corrections has not been checked against its publication.",
    why: "The grades are those of the GMCA cost-benefit model as people remember them. A figure corrected by them should not be quoted as if they had been looked up.",
    fix: "Compare the corrected figure with the uncorrected one, which always stands beside it, and quote the uncorrected one until the table is verified.",
    standard: "GMCA cost-benefit guidance 2014",
    example: {
      file: "a.intervention.yaml",
      invalid: withLines(`${line}      confidence: 3\n`),
      valid: withLines(line),
    },
  },
  check({ spec, settings }, report) {
    if (spec.kind !== "intervention") return;
    // A table of one's own is one's own to verify, and a correction left out corrects nothing.
    const { confidenceGrades: own, leaveOut } = refineAppraisal(settings.appraisal, spec.reading?.appraisal);
    if (own !== undefined || leaveOut.includes("optimism-bias")) return;
    const graded: Field<Quantity>[] = [];
    for (const { confidence } of [
      ...(spec.reading?.costs?.lines?.items ?? []),
      ...(spec.reading?.benefits?.items ?? []),
      ...(spec.reading?.outcomes?.items ?? []),
    ])
      if (confidence?.value !== undefined) graded.push(confidence);
    const [first] = graded;
    if (first === undefined) return;
    // The best grade corrects nothing.
    const corrects = graded.some(
      ({ value }) =>
        value !== undefined &&
        confidenceGrades.rows.some(({ grade, costs, benefits }) => grade === value.value && costs + benefits > 0),
    );
    if (confidenceGrades.provenance !== "memory" || !corrects) return;
    report({
      at: first.$,
      message: `This grade corrects a figure by a table that is not verified: ${confidenceGrades.title}.`,
      help: "The uncorrected figure stands beside the corrected one; quote that until the table is verified.",
      related: graded.slice(1, 10).map((each) => ({ at: each.$, label: "graded too" })),
    });
  },
};
