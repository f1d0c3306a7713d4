import { effectsOf, estimateOf } from "../../model/effects.ts";
import type { DocumentRule } from "../types.ts";
import { counted, said } from "../wording.ts";

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
    // What a plan expects to find has no interval yet.
    const without = effectsOf(spec).filter((effect) => {
      const estimate = estimateOf(effect);
      return (
        effect.from !== "expected" &&
        estimate !== undefined &&
        estimate.interval === undefined &&
        estimate.se === undefined
      );
    });
    const [first, ...others] = without;
    if (first === undefined) return;
    report({
      at: first.field.$,
      message: `${subject(first.field.text, others.length)} no confidence interval and no standard error.`,
      help: "Add the interval as printed, such as `RR 0.72 (95% CI 0.55 to 0.94)`, or the standard error, `g 0.35 (SE 0.11)`.",
      related: others.map(({ field }) => ({ at: field.$, label: "no interval either" })),
      // In a claim it decides on money; in a study it is a fact about the publication.
      severity: first.from === "claim" ? "warning" : "information",
    });
  },
};

const subject = (text: string, others: number): string =>
  others === 0
    ? `The effect ${said(text)} has`
    : `The effect ${said(text)} and ${counted(others, "other", "others")} have`;
