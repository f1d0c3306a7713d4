/** What one result of a study says, as facts for evidence standards. */
import { isRatio, noEffect } from "../../../evidence/index.ts";
import type { Bounds, ResultFacts, Verdict } from "../../../evidence/ratings/index.ts";
import type { Outcome } from "../../../schema/kinds/outcome.ts";
import type { Study, StudyResult } from "../../../schema/kinds/study.ts";
import type { Estimate, Moment } from "../../../values/types.ts";
import { wordIn } from "../../effects.ts";
import { verdictOf } from "../../result-verdict.ts";
import { inYears } from "../../years.ts";

/** Reports that do not come from those taking part, nor from those who deliver. */
const apart: readonly string[] = ["observer", "administrative", "test"];
const fromParticipants: readonly string[] = ["child", "parent"];

export function resultFacts(result: StudyResult, study: Study, outcome: Outcome | undefined): ResultFacts {
  const measure = outcome?.measures?.items.find(({ measure: id }) => id?.value === result.measure?.value);
  const reporter = result.reported_by?.value ?? measure?.reported_by?.value;
  const whose = outcome?.for?.value;
  const compared = result.change_over_time === undefined || result.effect !== undefined;
  return {
    outcome: result.outcome?.value,
    name: measure?.title?.value ?? result.measure?.value ?? outcome?.title?.value ?? result.outcome?.text ?? "a result",
    ofChild: whose === undefined ? undefined : whose === "child",
    found: found(result, outcome),
    significant: significance(result),
    compared,
    afterEnd: afterEnd(result.at?.value ?? study.last_follow_up?.value, inYears(study.programme_lasts?.value)),
    validated: result.validated?.value ?? measure?.validated?.value,
    independent: independence(result.independent?.value ?? measure?.independent?.value, reporter),
    notByDeliverers: study.independent_data_collection?.value ?? byOthers(reporter),
    interval: intervalOf(result, outcome),
  };
}

function found(result: StudyResult, outcome: Outcome | undefined): ResultFacts["found"] {
  const verdict = verdictOf(result).kind;
  if (verdict === "not measured") return "not measured";
  const said = result.direction?.value;
  if (verdict === "null") return "null";
  if (said === "better" || said === "worse") return said;
  const estimate = estimateIn(result);
  if (estimate !== undefined) {
    const sign = signOf(estimate, estimate.value, outcome);
    return sign === undefined ? undefined : sign > 0 ? "better" : sign < 0 ? "worse" : "null";
  }
  const pair = pairIn(result);
  if (pair !== undefined) {
    const better = outcome?.better?.value;
    const difference = pair.with - pair.without;
    if (better === undefined || difference === 0) return undefined;
    return difference > 0 === (better === "higher") ? "better" : "worse";
  }
  return (result.improvement_index?.value?.value ?? 0) > 0 ? "better" : undefined;
}

/** Two shares, rates or scores beside each other: `44/108 v 39/104`, or under `with:` and `without:`. */
function pairIn({
  effect,
  with: treated,
  without,
}: StudyResult): { readonly with: number; readonly without: number } | undefined {
  if (effect?.value?.kind === "comparison")
    return { with: effect.value.with.value, without: effect.value.without.value };
  if (treated?.value === undefined || without?.value === undefined) return undefined;
  return { with: treated.value.value, without: without.value.value };
}

function significance(result: StudyResult): Verdict {
  const verdict = verdictOf(result).kind;
  if (verdict === "effect") return true;
  return verdict === "null" ? false : result.significant?.value;
}

function estimateIn(result: StudyResult): Estimate | undefined {
  if (wordIn(result.effect) !== undefined) return result.change?.value;
  for (const field of [result.effect, result.change_over_time, result.change])
    if (field?.value?.kind === "estimate") return field.value;
  return undefined;
}

/** A value on the scale where no effect is 0 and better is above it; undefined where nobody says which way is better. */
function signOf(estimate: Estimate, value: number, outcome: Outcome | undefined): number | undefined {
  const scaled = isRatio(estimate.metric) ? Math.log(value) : value - noEffect(estimate.metric);
  // The word speaks of the size: `d 0.38 better` is better whichever way the measure runs.
  if (estimate.direction !== undefined) return estimate.direction === "better" ? scaled : -scaled;
  const better = outcome?.better?.value;
  if (better === undefined) return undefined;
  return better === "higher" ? scaled : -scaled;
}

function intervalOf(result: StudyResult, outcome: Outcome | undefined): Bounds | undefined {
  const effect = result.effect?.value;
  if (effect?.kind !== "estimate" || effect.interval === undefined) return undefined;
  const ends = [signOf(effect, effect.interval.low, outcome), signOf(effect, effect.interval.high, outcome)];
  if (ends.some((end) => end === undefined || !Number.isFinite(end))) return undefined;
  const [low, high] = (ends as number[]).sort((a, b) => a - b) as [number, number];
  return { low, high };
}

/** Years after the end of the programme. A time from the start needs to know how long the programme runs. */
export function afterEnd(at: Moment | undefined, lasts: number | undefined): Bounds | undefined {
  if (at === undefined || at.from === "birth") return undefined;
  if (at.from === "end") return { low: at.after, high: at.after };
  if (lasts === undefined) return { low: 0, high: at.after };
  const after = Math.max(0, at.after - lasts);
  return { low: after, high: after };
}

function independence(said: Verdict, reporter: string | undefined): Verdict {
  if (said !== undefined || reporter === undefined) return said;
  if (apart.includes(reporter)) return true;
  return fromParticipants.includes(reporter) ? false : undefined;
}

/** A parent, a child, an observer, a register or a test is not the practitioner; a teacher may be. */
function byOthers(reporter: string | undefined): Verdict {
  if (reporter === undefined || reporter === "teacher") return undefined;
  return reporter !== "practitioner";
}
