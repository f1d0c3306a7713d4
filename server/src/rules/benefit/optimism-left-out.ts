import { refineAppraisal } from "../../model/settings.ts";
import type { Field } from "../../schema/shape.ts";
import type { Quantity } from "../../values/types.ts";
import type { DocumentRule } from "../types.ts";
import { withBenefit } from "./example.ts";

/** The weaker half of the six grades. */
const weakFrom = 4;

const rest = "    kind: fiscal\n    gains: local-authority\n    valued: present-value\n";
const without = "appraisal:\n  leave_out: [optimism-bias]\n";

/** The data are graded as weak, and what should be taken off for that is left out. */
export const optimismLeftOut: DocumentRule = {
  code: "benefit/optimism-left-out",
  severity: "information",
  scope: "document",
  page: {
    title: "Weak data, and no correction for optimism",
    what: "Figures are graded 4 to 6 for confidence, and `leave_out: [optimism-bias]` leaves out what that grade would take off benefits and add to costs.",
    why: "The weaker the data, the more a careful appraisal takes off. Left out, a return on weak data stands as if the data were sure.",
    fix: "Take `optimism-bias` out of `leave_out:`, or quote the return only beside the corrected one.",
    standard: "GMCA cost-benefit guidance 2014, chapter 7; Green Book 2022, 5.42",
    example: {
      file: "a.intervention.yaml",
      invalid: `${withBenefit(`${rest}    confidence: 5\n`)}${without}`,
      valid: withBenefit(`${rest}    confidence: 5\n`),
    },
  },
  check({ spec, settings }, report) {
    if (spec.kind !== "intervention" || spec.reading === undefined) return;
    const { appraisal, costs, benefits, outcomes } = spec.reading;
    if (!refineAppraisal(settings.appraisal, appraisal).leaveOut.includes("optimism-bias")) return;
    const weak: Field<Quantity>[] = [];
    for (const { confidence } of [
      ...(outcomes?.items ?? []),
      ...(benefits?.items ?? []),
      ...(costs?.lines?.items ?? []),
    ])
      if ((confidence?.value?.value ?? 0) >= weakFrom && confidence !== undefined) weak.push(confidence);
    const [first] = weak;
    if (first === undefined) return;
    report({
      at: first.$,
      message: `This is graded ${first.text} of 6, and corrections for optimism are left out: the figures stand as if the data were sure.`,
      help: "Take optimism-bias out of leave_out, or show the corrected return beside this one.",
      related: weak.slice(1, 10).map((each) => ({ at: each.$, label: "graded low too" })),
    });
  },
};
