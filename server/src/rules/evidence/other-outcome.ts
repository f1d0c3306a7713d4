import type { DocumentRule } from "../types.ts";
import { andList } from "../wording.ts";

/** A study is cited for an outcome that it did not measure. */
export const otherOutcome: DocumentRule = {
  code: "evidence/other-outcome",
  severity: "warning",
  scope: "document",
  page: {
    title: "Evidence for another outcome",
    what: "A study is cited for an outcome, but the results recorded for it are all for other outcomes.",
    why: "A programme that changes one thing need not change another. Citing its study for the other lends a claim strength it does not have.",
    fix: "Cite a study that measured this outcome, or record this study's result for it.",
    standard: "EIF evidence standards; GRADE, indirectness",
    example: {
      file: "a.intervention.yaml",
      invalid:
        "intervention: a\npopulation:\n  unit: family\noutcomes:\n  - outcome: child-enters-care\n    evidence: [smith-2020]\n---\nstudy: smith-2020\ndesign: rct\nresults:\n  - outcome: parental-stress\n    effect: g 0.20 (0.05 to 0.35)\n",
      valid:
        "intervention: a\npopulation:\n  unit: family\noutcomes:\n  - outcome: child-enters-care\n    evidence: [smith-2020]\n---\nstudy: smith-2020\ndesign: rct\nresults:\n  - outcome: child-enters-care\n    effect: RR 0.80 (0.65 to 0.98)\n",
    },
  },
  check({ spec, index, read }, report) {
    if (spec.kind !== "intervention") return;
    for (const claim of spec.reading?.outcomes?.items ?? []) {
      const outcome = claim.outcome?.value;
      if (outcome === undefined) continue;
      for (const cited of claim.evidence?.items ?? []) {
        const definition = cited.value === undefined ? undefined : index.definitions("study", cited.value)[0];
        const results = definition === undefined ? [] : (read("study", definition)?.results?.items ?? []);
        const measured = results.map((result) => result.outcome?.value);
        // A result that does not name its outcome may be the one: nothing is said.
        if (
          definition === undefined ||
          measured.length === 0 ||
          measured.some((name) => name === undefined || name === outcome)
        )
          continue;
        report({
          at: cited.$,
          message: `Study "${cited.text}" has no result for "${outcome}"; its results are for ${list([...new Set(measured as string[])])}.`,
          help: "Cite a study that measured this outcome, or record this study's result for it.",
          related: [{ at: { path: definition.path, span: definition.span }, label: "the study" }],
        });
      }
    }
  },
};

/** The first few, so that a study of many outcomes still gives a message that can be read. */
function list(names: readonly string[]): string {
  const most = 3;
  const quoted = names.slice(0, most).map((name) => `"${name}"`);
  return andList(names.length > most ? [...quoted, `${names.length - most} more`] : quoted);
}
