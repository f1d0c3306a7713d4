import { ratioError } from "../../evidence/index.ts";
import { effectsOf, estimateOf } from "../../model/effects.ts";
import { formatNumber } from "../../values/index.ts";
import type { DocumentRule } from "../types.ts";
import { said } from "../wording.ts";

/** A standard error beside a ratio is not that of its logarithm, as which it is read. */
export const seOfRatio: DocumentRule = {
  code: "evidence/se-of-ratio",
  severity: "warning",
  scope: "document",
  page: {
    title: "Standard error that is not of the logarithm",
    what: "A standard error beside an odds, risk or hazard ratio is read as that of its logarithm, as most papers print it. Here the interval, or the p value, shows that it is not.",
    why: "Some programs print the standard error of the ratio itself. Taken for that of the logarithm, the interval is far too wide or too narrow, and so is the weight of the study beside others.",
    fix: "Write the interval instead, or the standard error of the logarithm: that of the ratio divided by the ratio.",
    standard: "Cochrane Handbook 6.3.2",
    example: {
      file: "a.study.yaml",
      invalid:
        "study: smith-2020\ndesign: rct\nsample: 400 families\nresults:\n  - outcome: child-enters-care\n    effect: OR 2.40 (SE 0.60), p = 0.0005\n",
      valid:
        "study: smith-2020\ndesign: rct\nsample: 400 families\nresults:\n  - outcome: child-enters-care\n    effect: OR 2.40 (SE 0.25), p = 0.0005\n",
    },
  },
  check({ spec }, report) {
    for (const effect of effectsOf(spec)) {
      const estimate = estimateOf(effect);
      const found = estimate === undefined ? undefined : ratioError(estimate, effect.p?.value);
      if (estimate === undefined || found === undefined) continue;
      const shown = formatNumber(Number(found.logarithm.toPrecision(2)));
      report({
        at: effect.field.$,
        // With an interval no figure rests on it.
        severity: found.by === "interval" ? "information" : "warning",
        label: `of the logarithm: about ${shown}`,
        message: `The standard error in ${said(effect.field.text, 80)} cannot be that of the logarithm, which its ${found.by} puts at about ${shown}${found.ofRatio ? "; it fits the ratio itself" : ""}.`,
        help:
          found.by === "interval"
            ? "Leave the standard error out: the interval says it. Or compare both with the publication."
            : `If the publication means the ratio itself, write the interval, or \`SE ${shown}\`.`,
      });
    }
  },
};
