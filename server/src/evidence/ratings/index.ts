/**
 * Indicative ratings: facts and a standard in, a rating with its reasons out. To add a standard: its criteria in
 * `schemas/data/evidence-standards/`, one file here, one line in the table below and in `schema/kinds/common.ts`.
 */
import { eifBody, eifStudy } from "./eif.ts";
import type { BodyFacts, StudyFacts } from "./facts.ts";
import { gradeBody, gradeStudy } from "./grade.ts";
import { marylandBody, marylandStudy } from "./maryland.ts";
import { nestaBody, nestaStudy } from "./nesta.ts";
import { padlockBody, padlockStudy } from "./padlocks.ts";
import { rankOf } from "./rate.ts";
import type { Rating, Standard } from "./types.ts";

export { type AttritionRow, attritionLevel } from "./attrition.ts";
export type { BodyFacts, Bounds, ResultFacts, StudyFacts, Verdict } from "./facts.ts";
export type { Judged, Rating, Standard } from "./types.ts";

interface Raters {
  study(study: StudyFacts, standard: Standard): Rating;
  body(body: BodyFacts, standard: Standard): Rating;
}

const raters = {
  eif: { study: eifStudy, body: eifBody },
  maryland: { study: marylandStudy, body: marylandBody },
  nesta: { study: nestaStudy, body: nestaBody },
  "eef-padlocks": { study: padlockStudy, body: padlockBody },
  grade: { study: gradeStudy, body: gradeBody },
} as const satisfies Readonly<Record<string, Raters>>;

export type StandardId = keyof typeof raters;

/** The indicative rating of one study. */
export const rateStudy = (id: StandardId, study: StudyFacts, standard: Standard): Rating =>
  raters[id].study(study, standard);

/** The indicative rating of several studies together, of one outcome where `body.outcome` names it. */
export const rateBody = (id: StandardId, body: BodyFacts, standard: Standard): Rating =>
  raters[id].body(body, standard);

/** How a printed rating stands to an indicative one. A printed rating that the standard does not have, or nothing to compare with: not known. */
export function compareRating(printed: string, rating: Rating): "above" | "below" | "within" | "not known" {
  const code = printed.replace(/\*.*$/, "").trim().toLowerCase();
  const found = rating.standard.levels.find((level) => level.code.toLowerCase() === code);
  if (found === undefined || rating.lowest === undefined || rating.highest === undefined) return "not known";
  const rank = rankOf(rating.standard, found.code);
  if (rank > rankOf(rating.standard, rating.highest)) return "above";
  return rank < rankOf(rating.standard, rating.lowest) ? "below" : "within";
}
