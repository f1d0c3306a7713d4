/** Which cited studies have no part in the comparison, and why. */
import { comparativeDesigns } from "../../designs.ts";
import type { CitedStudy } from "./body-types.ts";
import type { ResultEffect } from "./types.ts";

/** Why a study has no part in the comparison, before any question of scale. */
export function leftOutOf(study: CitedStudy["study"], effect: ResultEffect | undefined): string | undefined {
  if (study === undefined) return "not in this project";
  if (effect === undefined) return "no result on this outcome";
  switch (effect.kind) {
    case "change over time":
      return "a change from before to after, with no comparison: never pooled with effects";
    case "not measured":
      return "the outcome was not measured: missing, not null";
    case "null in words":
      return "found no difference, without a number";
    case "direction only":
      return "says a direction, without a number";
    case "not known":
      return "what it found is not known";
    case "effect":
      if (effect.readings.length === 0) return "no number for its effect that can be read";
  }
  const design = study.design?.value;
  if (design === undefined || design === "unknown")
    return "its design is not known, so whether it compares is not known";
  return comparativeDesigns.has(design) || design === "review" ? undefined : "its design compares with nothing";
}

/** A trial written down twice (same register number) has one sample: the first counts. */
export function sameSampleOnce(cited: readonly CitedStudy[]): readonly CitedStudy[] {
  const seen = new Map<string, string>();
  return cited.map((each) => {
    const register = each.study?.registration?.value?.trim().toLowerCase();
    if (each.leftOut !== undefined) return each;
    const earlier = seen.get(each.id) ?? (register === undefined ? undefined : seen.get(register));
    if (earlier !== undefined) return { ...each, leftOut: `the same sample as ${earlier}` };
    seen.set(each.id, each.id);
    if (register !== undefined && register !== "") seen.set(register, each.id);
    return each;
  });
}

/** A review stands in only where no study does: it holds several, some of which may be cited too. */
export function reviewsApart(cited: readonly CitedStudy[]): readonly CitedStudy[] {
  const isReview = ({ study }: CitedStudy): boolean => study?.design?.value === "review";
  const able = cited.filter(({ leftOut }) => leftOut === undefined);
  const kept = able.every(isReview) ? able[0] : undefined;
  return cited.map((each) =>
    each.leftOut === undefined && isReview(each) && each !== kept
      ? { ...each, leftOut: "a review holds several studies, some of which may be cited here too" }
      : each,
  );
}
