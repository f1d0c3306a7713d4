import { agrees, agreesOneSided, explainP, type PExplained, pFromInterval } from "../../evidence/index.ts";
import { effectsOf, estimateOf } from "../../model/effects.ts";
import type { PValue } from "../../values/types.ts";
import type { DocumentRule } from "../types.ts";

/** The p value does not follow from the interval printed beside it. */
export const pContradictsInterval: DocumentRule = {
  code: "evidence/p-contradicts-interval",
  severity: "warning",
  scope: "document",
  page: {
    title: "P value that contradicts its interval",
    what: "The p value printed beside an effect cannot follow from the effect and its interval, even allowing for rounding.",
    why: "Either a number is misprinted, or the p value belongs to another analysis (adjusted, or of another measure) than the interval. Which one carries the claim?",
    fix: "Look up which analysis each number belongs to, and write the pair that belongs together. Note the other in `notes:`.",
    standard: "Altman and Bland, BMJ 2011;343:d2304",
    example: {
      file: "a.study.yaml",
      invalid:
        "study: day-2012\ndesign: rct\nsample: 116 children\nresults:\n  - outcome: child-behaviour\n    effect: d 0.38 better (95% CI 0.01 to 0.75), p = 0.01\n",
      valid:
        "study: fonagy-2018\ndesign: rct\nsample: 684 families\nresults:\n  - outcome: child-enters-care\n    effect: OR 1.25 (95% CI 0.77 to 2.05), p = 0.37\n",
    },
  },
  check({ spec }, report) {
    for (const effect of effectsOf(spec)) {
      const estimate = estimateOf(effect);
      if (estimate === undefined || effect.p === undefined) continue;
      const allowed = pFromInterval(estimate);
      if (allowed === undefined || agrees(effect.p.value, allowed)) continue;
      const sides = spec.kind === "study" ? spec.reading?.significance?.value?.sides : undefined;
      if (sides === 1 && agreesOneSided(estimate, effect.p.value)) continue;
      const explained = explainP(estimate, effect.p.value);
      const level = estimate.interval?.levelWritten === false ? ", taken as a 95% interval," : "";
      report({
        at: effect.p.field.$,
        label: `the interval gives ${shown(allowed.central)}`,
        message: `The p value does not follow from its interval: ${withoutP(effect.field.text)}${level} gives ${shown(allowed.central)}${roomIn(allowed)}, but ${printed(effect.p.value)} is printed.`,
        help: help(explained),
      });
    }
  },
};

/** What to do; where one reading would make the two agree, that reading is named. */
function help(explained: PExplained | undefined): string {
  switch (explained?.kind) {
    case "one-sided":
      return "It is what a one-sided test gives: if the test was one-sided, write `significance: 5% one-sided` in the study.";
    case "level":
      return `It would follow from an interval of ${explained.level}%: if it is one, write \`${explained.level}% CI\` before its ends.`;
    case undefined:
      return "The p value may belong to another analysis than the interval, such as an adjusted one. Write the pair that belongs together and note the other.";
  }
}

/** Two significant digits, as papers print small p values. */
const digits = (p: number): string => (p < 0.001 ? "below 0.001" : String(Number(p.toPrecision(2))));

const shown = (p: number): string => (p < 0.001 ? "p below 0.001" : `p = ${digits(p)}`);

const roomIn = ({ low, high }: { readonly low: number; readonly high: number }): string =>
  digits(low) === digits(high) ? "" : ` (${digits(low)} to ${digits(high)}, allowing for rounding)`;

/** The effect with its interval alone, whatever stands behind it. */
const withoutP = (text: string): string =>
  text.replace(/[,;]?\s*\bp\b(?=\s*(?:[=<>]|value|over|under|below|above)).*$/i, "");

const printed = ({ relation, value }: PValue): string =>
  `p ${relation === "equal" ? "=" : relation === "less" ? "below" : "over"} ${value}`;
