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

/** What a claim says of the result it needs. */
export interface Wanted {
  readonly outcome: string | undefined;
  readonly measure?: string | undefined;
  /** When the claimed effect begins, in years after the start. */
  readonly start?: number | undefined;
}

/** What a claim wants of each study. */
export const wantedBy = (claim: OutcomeClaim): Wanted => ({
  outcome: claim.outcome?.value,
  measure: claim.measure?.value,
  start: claim.lag?.value === undefined ? undefined : inYears(claim.lag.value),
});

/**
 * The result on an outcome that leads: of the measure wanted, everyone rather than a subgroup, with a number before words, primary
 * before secondary, then measured nearest to when the claimed effect begins, then as listed.
 */
export function chooseResult(study: Study, wanted: Wanted, outcome: Outcome | undefined): Chosen | undefined {
  const own = (study.results?.items ?? []).filter(
    (each) => wanted.outcome !== undefined && each.outcome?.value === wanted.outcome,
  );
  const [first, ...rest] = own;
  if (first === undefined) return undefined;
  if (rest.length === 0) return { effect: readResult(study, first, outcome), why: "" };
  const ranked = own
    .map((result, order) => ({ result, order, effect: readResult(study, result, outcome) }))
    .sort((a, b) => {
      const [x, y] = [ranks(a.effect, wanted), ranks(b.effect, wanted)];
      const at = x.findIndex((each, nth) => each !== y[nth]);
      return at < 0 ? a.order - b.order : (x[at] ?? 0) - (y[at] ?? 0);
    });
  const best = ranked[0] ?? { result: first, effect: readResult(study, first, outcome) };
  return { effect: best.effect, why: `one of ${own.length} results on this outcome: ${nameOf(best.result, wanted)}` };
}

/** Smaller is better, the weightiest question first. */
function ranks({ result, kind, readings }: ResultEffect, { measure, start }: Wanted): number[] {
  const { at } = result;
  return [
    measure === undefined || result.measure?.value === measure ? 0 : 1,
    result.subgroup === undefined ? 0 : 1,
    kind === "effect" ? (readings[0]?.effect.se === undefined ? 1 : 0) : 2,
    { primary: 0, secondary: 1, exploratory: 2 }[result.role?.value ?? "secondary"],
    start === undefined || at?.value === undefined ? 0 : Math.abs(at.value.after - start),
  ];
}

function nameOf(result: StudyResult, { measure }: Wanted): string {
  return (
    [
      measure !== undefined && result.measure?.value === measure ? "of the claim's measure" : "",
      result.role?.value === "primary" ? "the primary one" : "",
      result.measure?.text ?? "",
      result.at?.text ?? "",
    ]
      .filter((part) => part !== "")
      .join(", ") || "the first listed"
  );
}
