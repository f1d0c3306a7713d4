import { showsNoEffect } from "../../evidence/index.ts";
import { effectsOf, estimateOf } from "../../model/effects.ts";
import type { OutcomeClaim } from "../../schema/kinds/intervention.ts";
import type { StudyResult } from "../../schema/kinds/study.ts";
import type { DocumentContext, DocumentRule, Report } from "../types.ts";

/** A claim rests on a result that does not show an effect. */
export const notSignificantAsEffect: DocumentRule = {
  code: "evidence/not-significant-as-effect",
  severity: "warning",
  scope: "document",
  page: {
    title: "Not significant, presented as an effect",
    what: "An outcome is claimed with an effect whose interval includes no effect, or every study cited for it found none.",
    why: "The result is what chance alone would often give. Counting it as a gain spends money on something that has not been shown to work.",
    fix: "Say that no effect was shown: keep the figure with its interval, and do not count outcomes or benefits on it. Or cite the study that shows one.",
    standard: "Green Book 2022, 6.4; EIF evidence standards",
    example: {
      file: "a.intervention.yaml",
      invalid:
        "intervention: mst\npopulation:\n  unit: family\noutcomes:\n  - outcome: child-enters-care\n    effect: OR 1.25 (95% CI 0.77 to 2.05), p = 0.37\n    evidence: [fonagy-2018]\n",
      valid:
        "intervention: neli\npopulation:\n  unit: pupil\noutcomes:\n  - outcome: early-language\n    effect: g 0.26 better (95% CI 0.17 to 0.35)\n    evidence: [west-2021]\n",
    },
  },
  check(context, report) {
    const { spec } = context;
    if (spec.kind !== "intervention") return;
    const effects = effectsOf(spec);
    for (const claim of spec.reading?.outcomes?.items ?? []) {
      const effect = effects.find((each) => each.field === claim.effect);
      if (effect === undefined) continue;
      const estimate = estimateOf(effect);
      const why =
        estimate?.interval !== undefined && showsNoEffect(estimate.metric, estimate.interval)
          ? "its interval includes no effect"
          : notBelow(effect.p?.value);
      if (why !== undefined)
        report({
          at: effect.field.$,
          message: `${effect.field.text} does not show an effect on "${claim.outcome?.text ?? "this outcome"}": ${why}.`,
          help: "Wellspent shows the figure with its range and counts no outcome on it. Cite a study that shows an effect, or say that none was shown.",
        });
      else if (estimate !== undefined) allNull(context, claim, report);
    }
  },
};

const notBelow = (p: { readonly value: number; readonly relation: string } | undefined): string | undefined =>
  p !== undefined && ((p.relation === "equal" && p.value >= 0.05) || (p.relation === "more" && p.value >= 0.05))
    ? `p is ${p.relation === "more" ? "over " : ""}${p.value}`
    : undefined;

/** The claim states an effect, yet every cited study that measured the outcome found none. */
function allNull(context: DocumentContext, claim: OutcomeClaim, report: (each: Report) => void): void {
  const related: { at: { path: string; span: { start: number; end: number } }; label: string }[] = [];
  let results = 0;
  for (const cited of claim.evidence?.items ?? []) {
    const definition = cited.value === undefined ? undefined : context.index.definitions("study", cited.value)[0];
    if (definition === undefined) continue;
    for (const result of context.read("study", definition)?.results?.items ?? []) {
      if (
        result.outcome?.value !== claim.outcome?.value ||
        (result.role?.value !== undefined && result.role.value !== "primary")
      )
        continue;
      results++;
      const found = nullResult(result);
      if (found === undefined) return;
      related.push({ at: { path: definition.path, span: definition.span }, label: found });
    }
  }
  if (results === 0 || claim.effect === undefined) return;
  report({
    at: claim.effect.$,
    message: `An effect on "${claim.outcome?.text ?? "this outcome"}" is claimed, but ${results === 1 ? "the cited study" : "every cited study"} found none.`,
    help: "Say that no effect was shown, or cite a study that shows one.",
    related,
  });
}

/** What a null result says; undefined when the result shows an effect or does not say. */
function nullResult(result: StudyResult): string | undefined {
  const effect = result.effect;
  const word = effect?.word ?? (effect?.value?.kind === "word" ? effect.value.word : undefined);
  if (word === "no difference" || word === "none") return "found no difference";
  const estimate = effect?.value?.kind === "estimate" ? effect.value : undefined;
  return estimate?.interval !== undefined && showsNoEffect(estimate.metric, estimate.interval)
    ? `found ${effect?.text ?? ""}`
    : undefined;
}
