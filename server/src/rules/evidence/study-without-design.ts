import type { DocumentRule } from "../types.ts";

/** A study does not say how it was done. */
export const studyWithoutDesign: DocumentRule = {
  code: "evidence/study-without-design",
  severity: "warning",
  scope: "document",
  page: {
    title: "Study without a design",
    what: "A study does not say how it was done: randomised trial, matched comparison, before and after, and so on.",
    why: "How far a result can be trusted to be caused by the intervention depends on the design before anything else.",
    fix: "Write the design under `design:`. If the publication does not say, write `unknown`.",
    standard: "EIF evidence standards; Maryland Scientific Methods Scale",
    example: {
      file: "a.study.yaml",
      invalid:
        "study: smith-2020\nsample: 120 families\nresults:\n  - outcome: child-enters-care\n    effect: RR 0.80 (0.65 to 0.98)\n",
      valid:
        "study: smith-2020\ndesign: rct\nsample: 120 families\nresults:\n  - outcome: child-enters-care\n    effect: RR 0.80 (0.65 to 0.98)\n",
    },
  },
  check({ spec }, report) {
    if (spec.kind !== "study" || spec.reading === undefined) return;
    const { study, design } = spec.reading;
    // A word that is not a design, or nothing behind the colon, has a finding of its own.
    if (design !== undefined && design.value !== "unknown") return;
    const place = design?.$ ?? study?.$;
    if (place === undefined) return;
    report({
      at: place,
      message:
        design === undefined
          ? `Study "${study?.text ?? ""}" does not say its design.`
          : `The design of study "${study?.text ?? ""}" is not known.`,
      // Where `unknown` is written somebody has looked.
      severity: design === undefined ? "warning" : "information",
      help:
        design === undefined
          ? "Write how it was done under `design:`; its evidence cannot be rated without it."
          : "Its evidence cannot be rated without it: look for the design in the publication, or ask its authors.",
    });
  },
};
