/** What one result of a study says, as facts for evidence standards. */
import { isRatio, noEffect } from "../../../evidence/index.ts";
import type { Bounds, ResultFacts, Verdict } from "../../../evidence/ratings/index.ts";
import type { Outcome } from "../../../schema/kinds/outcome.ts";
import type { Study, StudyResult } from "../../../schema/kinds/study.ts";
import type { Estimate, Moment } from "../../../values/types.ts";
import { inYears } from "../../years.ts";
import { readResult } from "../evidence/index.ts";

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
    ...pointing(result, study, outcome),
    compared,
    afterEnd: afterEnd(result.at?.value ?? study.last_follow_up?.value, inYears(study.programme_lasts?.value)),
    validated: result.validated?.value ?? measure?.validated?.value,
    independent: independence(result.independent?.value ?? measure?.independent?.value, reporter),
    notByDeliverers: study.independent_data_collection?.value ?? byOthers(reporter),
    interval: intervalOf(result, outcome),
  };
}

/** Which way a result points and whether that is more than chance: read once for all that speaks of results. */
function pointing(
  result: StudyResult,
  study: Study,
  outcome: Outcome | undefined,
): Pick<ResultFacts, "found" | "significant"> {
  const { kind, direction } = readResult(study, result, outcome);
  const said = result.significant?.value;
  if (kind === "not measured") return { found: "not measured", significant: undefined };
  if (kind === "change over time") return { found: changed(result, outcome), significant: said };
  switch (direction) {
    case "better":
    case "worse":
      return { found: direction, significant: true };
    case "no effect shown":
      return { found: "null", significant: false };
    case "better, not tested":
      return { found: "better", significant: said };
    case "worse, not tested":
      return { found: "worse", significant: said };
    default:
      return { found: undefined, significant: said };
  }
}

/** Which way a group changed over time; by its word, else by its number and which way is better. */
function changed(result: StudyResult, outcome: Outcome | undefined): ResultFacts["found"] {
  const estimate = result.change_over_time?.value;
  if (estimate?.kind !== "estimate") return result.direction?.value === "mixed" ? undefined : result.direction?.value;
  const sign = signOf(estimate, estimate.value, outcome);
  return sign === undefined ? undefined : sign > 0 ? "better" : sign < 0 ? "worse" : "null";
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

/** Years after the end of the programme. A time from the start needs to know how long the programme runs; one from nobody knows where may be either. */
export function afterEnd(at: Moment | undefined, lasts: number | undefined): Bounds | undefined {
  if (at === undefined || at.from === "birth") return undefined;
  if (at.from === "end") return { low: at.after, high: at.after };
  if (lasts === undefined) return { low: 0, high: at.after };
  const after = Math.max(0, at.after - lasts);
  return { low: after, high: at.from === "unsaid" ? at.after : after };
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
