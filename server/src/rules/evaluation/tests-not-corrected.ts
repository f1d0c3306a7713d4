import type { DocumentRule } from "../types.ts";
import { planned } from "./plan-example.ts";

const sums = (correction: string): string =>
  `  clusters: 70 teams\n  per_cluster: 30 families\n  icc: 0.05\n  primary_tests:\n    number: 3\n    correction: ${correction}\n`;

/** Several primary outcomes are each tested at the whole level. */
export const testsNotCorrected: DocumentRule = {
  code: "evaluation/tests-not-corrected",
  severity: "warning",
  scope: "document",
  page: {
    title: "Several primary tests at the whole level",
    what: "A plan tests several primary outcomes, each at the whole level of significance.",
    why: "Every test is a chance to find an effect that is not there: of three at 5%, one is found by chance alone in about one trial of seven.",
    fix: "Share the level among them (`bonferroni`, or `holm`, which finds more), or name one primary outcome and call the others secondary.",
    standard: "SPIRIT 2025, item 27a; CONSORT 2025",
    example: {
      file: "a.intervention.yaml",
      invalid: planned(sums("none")),
      valid: planned(sums("holm")),
    },
  },
  check({ spec }, report) {
    const evaluation = spec.kind === "intervention" ? spec.reading?.evaluation : undefined;
    const several = evaluation?.primary_tests;
    const number = several?.number?.value?.value ?? 1;
    if (several?.correction?.value !== "none" || number < 2 || evaluation?.stage?.value === "reported") return;
    const level = evaluation?.significance?.value?.level ?? 0.05;
    const chance = Math.round((1 - (1 - level) ** number) * 100);
    report({
      at: several.correction.$,
      message: `${number} primary outcomes are each tested at the whole level: if the programme does nothing, at least one would be found in about ${chance}% of such trials, were they unrelated.`,
      help: "Write `bonferroni` or `holm`, or name one primary outcome.",
      fixes:
        several.correction.$definition === undefined
          ? [{ title: 'Write "holm"', edits: [{ at: several.correction.$, text: "holm" }], certain: false }]
          : [],
    });
  },
};
