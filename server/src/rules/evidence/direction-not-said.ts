import { readResult } from "../../model/assess/evidence/index.ts";
import type { DocumentRule } from "../types.ts";
import { said } from "../wording.ts";

/** Whether what a study found is for the better cannot be told. */
export const directionNotSaid: DocumentRule = {
  code: "evidence/direction-not-said",
  severity: "warning",
  scope: "document",
  page: {
    title: "Result whose direction is not said",
    what: "A study gives a standardised difference (d or g) for an outcome of which less is better, without the word `better` or `worse`. Where the outcome itself does not say which way is better, that is only pointed out.",
    why: "Some authors turn the sign so that above zero is better, others leave it. Taken the wrong way, harm counts as benefit; so the result is kept out of every comparison.",
    fix: "Write `better` or `worse` after the effect, as the publication's text says it, and see that the outcome says with `better:` which way is good.",
    standard: "CONSORT 2025, outcomes and estimation",
    example: {
      file: "a.study.yaml",
      files: { "o.outcome.yaml": "outcome: child-behaviour\nkind: score\nbetter: lower\n" },
      invalid:
        "study: smith-2020\ndesign: rct\nsample: 120 children\nresults:\n  - outcome: child-behaviour\n    effect: d 0.38 (95% CI 0.01 to 0.75)\n",
      valid:
        "study: smith-2020\ndesign: rct\nsample: 120 children\nresults:\n  - outcome: child-behaviour\n    effect: d 0.38 better (95% CI 0.01 to 0.75)\n",
    },
  },
  check({ spec, index, read }, report) {
    if (spec.kind !== "study") return;
    for (const result of spec.reading?.results?.items ?? []) {
      const written = result.effect?.value;
      const id = result.outcome?.value;
      // None at all points nowhere.
      if (written?.kind === "estimate" && written.value === 0) continue;
      if (written?.kind !== "estimate" || result.effect === undefined || id === undefined) continue;
      const [definition] = index.definitions("outcome", id);
      // An outcome that is not here has a finding of its own.
      const outcome = definition === undefined ? undefined : read("outcome", definition);
      if (definition === undefined || outcome === undefined) continue;
      if (readResult(spec.reading, result, outcome).readings[0]?.sign !== undefined) continue;
      const open = outcome.better?.value === undefined;
      report({
        at: result.effect.$,
        severity: open ? "information" : "warning",
        message: open
          ? `Whether ${said(result.effect.text, 80)} is for the better cannot be told: the outcome "${id}" does not say which way is better.`
          : `Whether ${said(result.effect.text, 80)} is for the better is not said, and of "${id}" less is better: the sign may have been turned.`,
        help: open
          ? "Write `better: lower` or `better: higher` under the outcome, or `better` or `worse` after the effect."
          : "Write `better` or `worse` after the effect, as the publication's text says it.",
        related: [{ at: { path: definition.path, span: definition.span }, label: "the outcome" }],
      });
    }
  },
};
