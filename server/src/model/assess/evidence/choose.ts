/** Which of a study's results speaks for a claim: one estimate a sample, and why that one. */
import type { OutcomeClaim } from "../../../schema/kinds/intervention.ts";
import type { Outcome } from "../../../schema/kinds/outcome.ts";
import type { Study, StudyResult } from "../../../schema/kinds/study.ts";
import { inYears } from "../../years.ts";
import { readResult } from "./result.ts";
import type { ResultEffect } from "./types.ts";

export interface Chosen {
  readonly effect: ResultEffect;
  /** Why this one, where there were several; empty where it is the only one. */
  readonly why: string;
}

/**
 * The result on the claim's outcome that leads: of the claim's measure where it names one, everyone rather than a subgroup, with a
 * number before words, primary before secondary, then measured nearest to when the claimed effect begins, then as listed.
 */
export function chooseResult(study: Study, claim: OutcomeClaim, outcome: Outcome | undefined): Chosen | undefined {
  const id = claim.outcome?.value;
  const own = (study.results?.items ?? []).filter((each) => each.outcome?.value === id && id !== undefined);
  const [first, ...rest] = own;
  if (first === undefined) return undefined;
  if (rest.length === 0) return { effect: readResult(study, first, outcome), why: "" };
  const start = claim.lag?.value === undefined ? undefined : inYears(claim.lag.value);
  const ranked = own
    .map((result, order) => ({ result, order, effect: readResult(study, result, outcome) }))
    .sort((a, b) => {
      const [x, y] = [ranks(a.effect, claim, start), ranks(b.effect, claim, start)];
      const at = x.findIndex((each, nth) => each !== y[nth]);
      return at < 0 ? a.order - b.order : (x[at] ?? 0) - (y[at] ?? 0);
    });
  const best = ranked[0] ?? { result: first, effect: readResult(study, first, outcome) };
  return { effect: best.effect, why: `one of ${own.length} results on this outcome: ${nameOf(best.result, claim)}` };
}

/** Smaller is better, the weightiest question first. */
function ranks({ result, kind, readings }: ResultEffect, claim: OutcomeClaim, start: number | undefined): number[] {
  const measure = claim.measure?.value;
  const { at } = result;
  return [
    measure === undefined || result.measure?.value === measure ? 0 : 1,
    result.subgroup === undefined ? 0 : 1,
    kind === "effect" ? (readings[0]?.effect.se === undefined ? 1 : 0) : 2,
    { primary: 0, secondary: 1, exploratory: 2 }[result.role?.value ?? "secondary"],
    start === undefined || at?.value === undefined ? 0 : Math.abs(at.value.after - start),
  ];
}

function nameOf(result: StudyResult, claim: OutcomeClaim): string {
  return (
    [
      claim.measure?.value !== undefined && result.measure?.value === claim.measure.value
        ? "of the claim's measure"
        : "",
      result.role?.value === "primary" ? "the primary one" : "",
      result.measure?.text ?? "",
      result.at?.text ?? "",
    ]
      .filter((part) => part !== "")
      .join(", ") || "the first listed"
  );
}
