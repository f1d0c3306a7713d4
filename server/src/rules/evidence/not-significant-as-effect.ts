import { noEffect } from "../../evidence/index.ts";
import { estimateOf, wordIn } from "../../model/effects.ts";
import { verdictOf } from "../../model/result-verdict.ts";
import type { Intervention, OutcomeClaim } from "../../schema/kinds/intervention.ts";
import type { DocumentContext, DocumentRule, Report, Where } from "../types.ts";
import { said } from "../wording.ts";

/** A claim rests on a result that does not show an effect. */
export const notSignificantAsEffect: DocumentRule = {
  code: "evidence/not-significant-as-effect",
  severity: "warning",
  scope: "document",
  page: {
    title: "Not significant, presented as an effect",
    what: "An outcome is claimed with an effect whose interval includes no effect, or every study cited for it that measured it found none. A null result that is shown with its interval, and on which no money rests, is only pointed out.",
    why: "The result is what chance alone would often give. Counting it as a gain spends money on something that has not been shown to work.",
    fix: "Keep the figure with its interval: it is shown as a null result, and no outcome is counted on it. Take away any benefit that rests on it, or cite the study that shows an effect.",
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
    if (spec.kind !== "intervention" || spec.reading === undefined) return;
    for (const claim of spec.reading.outcomes?.items ?? []) {
      const field = claim.effect ?? claim.with;
      if (field === undefined || !isFigure(claim)) continue;
      if (!context.assessment()?.outcomes.some((each) => each.claim === claim && each.noEffectShown)) {
        allNull(context, claim, field.$, report);
        continue;
      }
      const benefit = resting(spec.reading, claim);
      const message = `${said(field.text, 90)} does not show an effect on "${nameOf(claim)}": ${why(claim)}.`;
      if (benefit === undefined)
        report({
          at: field.$,
          severity: "information",
          message,
          help: "It is shown with its range, and no outcome is counted on it. Cite a study that shows an effect, if there is one.",
        });
      else
        report({
          at: field.$,
          message: `${message} Yet the benefit "${benefit.text}" rests on it.`,
          help: "Take the benefit away, or cite the study that shows an effect.",
          related: [{ at: benefit.at, label: "rests on it" }],
        });
    }
  },
};

const nameOf = (claim: OutcomeClaim): string => claim.outcome?.text || "this outcome";

/** True when the claim says by how much; a claim in words is honest about what it is. */
const isFigure = (claim: OutcomeClaim): boolean =>
  claim.effect === undefined
    ? claim.with?.value !== undefined && claim.without?.value !== undefined
    : claim.effect.value !== undefined && wordIn(claim.effect) === undefined;

/** Why no effect is shown, as the costing takes it: by the interval, else by the standard error, else by p. */
function why(claim: OutcomeClaim): string {
  const estimate = claim.effect === undefined ? undefined : estimateOf({ field: claim.effect });
  const none = estimate === undefined ? 0 : noEffect(estimate.metric);
  if (estimate?.interval !== undefined) return `its interval includes ${none}, which means no effect`;
  return estimate?.se === undefined
    ? "its p value is above 0.05"
    : `with that standard error its 95% interval includes ${none}, which means no effect`;
}

/** A benefit given directly that the spec says comes from this outcome. */
function resting(spec: Intervention, claim: OutcomeClaim): { readonly text: string; readonly at: Where } | undefined {
  const line = (spec.benefits?.items ?? []).find(
    ({ outcome, sign }) =>
      outcome?.value !== undefined && outcome.value === claim.outcome?.value && sign?.value !== "cost",
  );
  return line === undefined ? undefined : { text: line.benefit?.text ?? "a benefit", at: (line.benefit ?? line).$ };
}

/** The claim states an effect, yet every cited study that measured the outcome found none. */
function allNull(
  { index, read }: DocumentContext,
  claim: OutcomeClaim,
  at: Report["at"],
  report: (each: Report) => void,
): void {
  const related: { at: Where; label: string }[] = [];
  for (const cited of claim.evidence?.items ?? []) {
    const [definition] = cited.value === undefined ? [] : index.definitions("study", cited.value);
    // A study nobody has written down may be the one that shows it.
    if (definition === undefined) return;
    for (const result of read("study", definition)?.results?.items ?? []) {
      if (result.outcome?.value !== claim.outcome?.value) continue;
      const found = verdictOf(result);
      if (found.kind === "not measured") continue;
      if (found.kind !== "null") return;
      related.push({ at: { path: definition.path, span: definition.span }, label: found.text });
    }
  }
  if (related.length === 0) return;
  report({
    at,
    label: "no study cited shows it",
    message: `An effect on "${nameOf(claim)}" is claimed, but ${related.length === 1 ? "the cited study that measured it" : "every cited result for it"} found none.`,
    help: "Say that no effect was shown, or cite a study that shows one.",
    related,
  });
}
