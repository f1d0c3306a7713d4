import { holdsEstimate } from "../../evidence/index.ts";
import { effectsOf, estimateOf } from "../../model/effects.ts";
import type { DocumentRule } from "../types.ts";
import { said } from "../wording.ts";

/** The interval does not hold its own estimate. */
export const estimateOutsideInterval: DocumentRule = {
  code: "evidence/estimate-outside-interval",
  severity: "error",
  scope: "document",
  page: {
    title: "Interval that does not hold its estimate",
    what: "The estimate lies outside its own confidence interval, even allowing for rounding.",
    why: "One of the numbers is wrong, often by a slip of sign or a digit, and everything worked out from them is wrong too.",
    fix: "Compare the estimate and both ends with the publication, signs included.",
    example: {
      file: "a.study.yaml",
      invalid:
        "study: smith-2020\ndesign: rct\nsample: 120 families\nresults:\n  - outcome: child-enters-care\n    effect: RR 0.50 (95% CI 0.65 to 0.98)\n",
      valid:
        "study: smith-2020\ndesign: rct\nsample: 120 families\nresults:\n  - outcome: child-enters-care\n    effect: RR 0.80 (95% CI 0.65 to 0.98)\n",
    },
  },
  check({ spec }, report) {
    for (const effect of effectsOf(spec)) {
      const estimate = estimateOf(effect);
      if (estimate?.interval === undefined || holdsEstimate(estimate.value, estimate.written, estimate.interval))
        continue;
      const turned = holdsEstimate(-estimate.value, estimate.written, estimate.interval);
      report({
        at: effect.field.$,
        label: "the estimate lies outside",
        message: `The estimate in ${said(effect.field.text, 90)} lies outside its own interval${turned ? ": one has the opposite sign of the other" : ""}.`,
        help:
          turned && estimate.direction !== undefined
            ? `Write the estimate and both ends with the same sign. The word "${estimate.direction}" says which way it points.`
            : "Compare the estimate and both ends of the interval with the publication, signs included.",
      });
    }
  },
};
