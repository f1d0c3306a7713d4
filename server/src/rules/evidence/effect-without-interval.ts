import { effectsOf, estimateOf } from "../../model/effects.ts";
import type { DocumentRule } from "../types.ts";
import { said } from "../wording.ts";

/** An effect is given as a single number, with nothing to say how sure it is. */
export const effectWithoutInterval: DocumentRule = {
  code: "evidence/effect-without-interval",
  severity: "warning",
  scope: "document",
  page: {
    title: "Effect without an interval",
    what: "An effect is given as a single number, without a confidence interval or a standard error.",
    why: "Without an interval nobody can tell a sure effect from a lucky one, and no range can be put on what the money buys.",
    fix: "Add the interval as printed, `RR 0.72 (95% CI 0.55 to 0.94)`, or the standard error, `g 0.35 (SE 0.11)`.",
    standard: "CONSORT 2025, outcomes and estimation",
    example: {
      file: "a.study.yaml",
      invalid:
        "study: smith-2020\ndesign: rct\nsample: 120 families\nresults:\n  - outcome: child-enters-care\n    effect: RR 0.80\n",
      valid:
        "study: smith-2020\ndesign: rct\nsample: 120 families\nresults:\n  - outcome: child-enters-care\n    effect: RR 0.80 (95% CI 0.65 to 0.98)\n",
    },
  },
  check({ spec }, report) {
    for (const effect of effectsOf(spec)) {
      const estimate = estimateOf(effect);
      // What a plan expects to find has no interval yet.
      if (
        effect.from === "expected" ||
        estimate === undefined ||
        estimate.interval !== undefined ||
        estimate.se !== undefined
      )
        continue;
      report({
        at: effect.field.$,
        message: `The effect ${said(effect.field.text)} has no confidence interval and no standard error.`,
        help: "Add the interval as printed, such as `RR 0.72 (95% CI 0.55 to 0.94)`, or the standard error, `g 0.35 (SE 0.11)`.",
        // In a claim it decides on money; in a study it is a fact about the publication.
        severity: effect.from === "claim" ? "warning" : "information",
      });
    }
  },
};
