import { wordIn } from "../../model/effects.ts";
import type { DocumentRule } from "../types.ts";

/** A change from before to after is written as an effect. */
export const changeAsEffect: DocumentRule = {
  code: "evidence/change-as-effect",
  severity: "warning",
  scope: "document",
  page: {
    title: "Change written as an effect",
    what: "A study that compares the same people before and after, and nobody else, gives an `effect:`.",
    why: "Children grow, crises pass, and those who come at their worst get better anyway. A change without a comparison is not an effect, and must never be averaged with one.",
    fix: "Write it under `change_over_time:`. If there was a comparison group, correct the design.",
    standard: "EIF evidence standards; Magenta Book 2020, chapter 3",
    example: {
      file: "a.study.yaml",
      invalid:
        "study: smith-2020\ndesign: before-after\nsample: 930 parents\nresults:\n  - outcome: child-behaviour\n    effect: d 0.6 better (0.5 to 0.7)\n",
      valid:
        "study: smith-2020\ndesign: before-after\nsample: 930 parents\nresults:\n  - outcome: child-behaviour\n    change_over_time: d 0.6 better\n",
    },
  },
  check({ spec }, report) {
    if (spec.kind !== "study" || spec.reading?.design?.value !== "before-after") return;
    for (const { effect } of spec.reading.results?.items ?? []) {
      if (effect?.value === undefined || wordIn(effect) !== undefined) continue;
      report({
        at: effect.$,
        message: "A before-and-after study compares with nobody, so this is a change and not an effect.",
        help: "Write it under `change_over_time:`, or correct the design if there was a comparison group.",
        related: [{ at: spec.reading.design.$, label: "no comparison group" }],
      });
    }
  },
};
