import { factsOfStudy } from "../../model/assess/ratings/index.ts";
import type { DocumentRule } from "../types.ts";

/** The groups of a study were not alike at the start. */
export const unequalAtStart: DocumentRule = {
  code: "evidence/unequal-at-start",
  severity: "warning",
  scope: "document",
  page: {
    title: "Groups unlike at the start",
    what: "A study says that its groups were not alike at the start, and not how its analysis dealt with that.",
    why: "If those who got the intervention were better off to begin with, they would have done better without it.",
    fix: "Say under `analysis:` or `notes:` how the difference was allowed for, and record it under `baseline:`.",
    standard: "EIF evidence standards, level 3; CONSORT 2025, baseline data",
    example: {
      file: "a.study.yaml",
      invalid:
        "study: smith-2020\ndesign: matched\nsample: 200 children\nbaseline_equivalent: false\nresults:\n  - outcome: child-behaviour\n    effect: g 0.30 better (95% CI 0.05 to 0.55)\n",
      valid:
        "study: smith-2020\ndesign: matched\nsample: 200 children\nbaseline_equivalent: false\nnotes: Adjusted for the score at the start.\nresults:\n  - outcome: child-behaviour\n    effect: g 0.30 better (95% CI 0.05 to 0.55)\n",
    },
  },
  check(context, report) {
    const { spec } = context;
    if (spec.kind !== "study" || spec.reading?.baseline_equivalent?.value !== false) return;
    const { notes, missing_data, results } = spec.reading;
    if (notes !== undefined || missing_data !== undefined || results?.items.some((each) => isAdjusted(each.effect)))
      return;
    if (factsOfStudy(spec.reading, spec.id ?? "", context).compared === false) return;
    report({
      at: spec.reading.baseline_equivalent.$,
      message: "The groups were not alike at the start, and nothing says how that was allowed for.",
      help: "Say in `notes:` how the analysis allowed for it, and record the differences under `baseline:`.",
    });
  },
};

const isAdjusted = (effect: { readonly value?: unknown } | undefined): boolean =>
  (effect?.value as { readonly adjusted?: true } | undefined)?.adjusted === true;
