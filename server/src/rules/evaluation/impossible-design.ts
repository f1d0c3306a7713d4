import { designOf } from "../../model/assess/design/index.ts";
import { evidenceSources } from "../../model/assess/evidence/sources.ts";
import type { DocumentRule } from "../types.ts";
import { said } from "../wording.ts";
import { planned } from "./plan-example.ts";

const sums = (icc: string): string =>
  `  clusters: 60 teams\n  per_cluster: 30 families\n  icc: ${icc}\n  expected_effect: RR 0.72\n`;

/** A number of a plan that no design can have. */
export const impossibleDesign: DocumentRule = {
  code: "evaluation/impossible-design",
  severity: "error",
  scope: "document",
  page: {
    title: "Number that no design can have",
    what: "A correlation, a share or a count of an evaluation plan lies where it cannot: a correlation of 5, a share explained above 1, half a covariate.",
    why: "The power cannot be worked out with it, so nobody knows whether the trial is large enough.",
    fix: "Correlations and shares explained are at least 0 and below 1; clusters and people are more than none.",
    example: {
      file: "a.intervention.yaml",
      invalid: planned(sums("5")),
      valid: planned(sums("0.05")),
    },
  },
  check(context, report) {
    const { spec } = context;
    if (spec.kind !== "intervention" || spec.reading?.evaluation === undefined) return;
    for (const { at, text, must } of designOf(spec.reading, evidenceSources(context))?.plan.impossible ?? [])
      report({
        at,
        message: `${said(text)} cannot stand here: it has to be ${must}. The power of the plan is not worked out.`,
        help: helpFor(text, must),
      });
  },
};

/** 5 for 0.05 is a percentage without its sign. */
function helpFor(text: string, must: string): string {
  const number = Number(text);
  return must.endsWith(" 1") && number >= 1 && number < 100
    ? `Did you mean ${number / 100}?`
    : "Put the number right, or leave the key out.";
}
