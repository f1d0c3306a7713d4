import { holdsEstimate, offCentre } from "../../evidence/index.ts";
import { effectsOf, estimateOf } from "../../model/effects.ts";
import { formatNumber, formatPercent } from "../../values/index.ts";
import type { Estimate } from "../../values/types.ts";
import type { DocumentRule } from "../types.ts";
import { said } from "../wording.ts";

/** The estimate does not stand in the middle of its interval. */
export const intervalOffCentre: DocumentRule = {
  code: "evidence/interval-off-centre",
  severity: "information",
  scope: "document",
  page: {
    title: "Estimate off the middle of its interval",
    what: "An estimate lies well off the middle of its confidence interval, more than rounding allows. For ratios the middle is that of the logarithms.",
    why: "Most intervals are an estimate plus and minus a margin. One that is not was made another way (a bootstrap, an exact method), or a number is misprinted. Its standard error, and so its weight beside other studies, is then not what it seems.",
    fix: "Compare the estimate and both ends with the publication. If they are printed so, say in `notes:` how the interval was made.",
    standard: "Altman and Bland, BMJ 2011;343:d2090",
    example: {
      file: "a.study.yaml",
      invalid:
        "study: smith-2020\ndesign: rct\nsample: 120 families\nresults:\n  - outcome: child-behaviour\n    effect: MD 4.1 (95% CI 3.6 to 9.9)\n",
      valid:
        "study: smith-2020\ndesign: rct\nsample: 120 families\nresults:\n  - outcome: child-behaviour\n    effect: MD 4.1 (95% CI -1.7 to 9.9)\n",
    },
  },
  check({ spec }, report) {
    for (const effect of effectsOf(spec)) {
      const estimate = estimateOf(effect);
      const off = estimate === undefined ? undefined : offCentre(estimate);
      if (estimate?.interval === undefined || off === undefined) continue;
      // An estimate outside its interval has a finding that says so.
      if (!holdsEstimate(estimate.value, estimate.written, estimate.interval)) continue;
      const middle = shown(estimate, off.middle);
      report({
        at: effect.field.$,
        label: `its middle is ${middle}`,
        message: off.plainScale
          ? `The interval in ${said(effect.field.text, 90)} is symmetric as it stands; the interval of a ratio is symmetric in its logarithm, with its middle at ${middle} here.`
          : `The estimate in ${said(effect.field.text, 90)} does not stand in the middle of its interval, which is ${middle}${ratio(estimate) ? " by the logarithm" : ""}.`,
        help: off.plainScale
          ? "Is it a ratio, or a difference? Compare with the publication."
          : "Compare the estimate and both ends with the publication; if they are printed so, say in `notes:` how the interval was made.",
      });
    }
  },
};

const ratio = ({ metric }: Estimate): boolean => metric === "RR" || metric === "OR" || metric === "HR";

function shown({ metric }: Estimate, value: number): string {
  if (metric === "relative") return formatPercent(value);
  return metric === "RD" ? `${formatNumber(100 * value)} points` : formatNumber(value);
}
