/**
 * GRADE-style certainty of a body of evidence on one outcome: where the designs start, less one for each serious doubt. A doubt that the
 * recorded facts neither show nor rule out leaves a range: judging it takes people.
 */
import { type BodyFacts, type ResultFacts, type StudyFacts, some, type Verdict } from "./facts.ts";
import { judge, notRated, rated, thresholdOf } from "./rate.ts";
import type { Judged, Rating, Standard } from "./types.ts";

interface Pair {
  readonly study: StudyFacts;
  readonly results: readonly ResultFacts[];
}

/** The studies of an outcome by GRADE's five doubts. */
export function gradeBody({ studies, outcome, direct }: BodyFacts, standard: Standard): Rating {
  const pairs = studies
    .filter(({ rateable }) => rateable)
    .map((study) => ({
      study,
      results: study.results.filter((each) => outcome === undefined || each.outcome === outcome),
    }))
    .filter(({ results }) => results.some(({ found }) => found !== "not measured"));
  if (pairs.length === 0) return notRated(standard, "No study with a result on it is recorded.");
  const compared = pairs.filter(
    ({ study, results }) => study.compared !== false && results.some((each) => each.compared),
  );
  // Where trials compare, changes without a comparison add nothing to the certainty.
  const used = compared.length > 0 ? compared : pairs;
  const start = some(used, ({ study }) => study.randomised);
  const doubts = [
    judge(standard, "risk-of-bias", lowRisk(used), ""),
    judge(standard, "inconsistency", consistent(used), used.length === 1 ? "one study" : ""),
    judge(standard, "indirectness", direct, ""),
    judge(standard, "imprecision", precise(used, thresholdOf(standard, "imprecision")), ""),
    judge(
      standard,
      "publication-bias",
      some(used, ({ study }) => (study.registered === true ? false : undefined)) === false ? true : undefined,
      "",
    ),
  ];
  return rated(standard, {
    lowest: level(standard, start === true, doubts, (verdict) => verdict !== true),
    highest: level(standard, start !== false, doubts, (verdict) => verdict === false),
    judged: [judge(standard, "start", start, ""), ...doubts],
    studies: used.map(({ study }) => ({ id: study.id, name: study.name, label: study.design ?? "design not known" })),
  });
}

function level(
  standard: Standard,
  trials: boolean,
  doubts: readonly Judged[],
  counts: (verdict: Verdict) => boolean,
): string {
  const from = trials ? standard.levels.length - 1 : 1;
  const down = doubts.filter(({ verdict }) => counts(verdict)).length;
  return standard.levels[Math.max(0, from - down)]?.code as string;
}

const lowRisk = (pairs: readonly Pair[]): Verdict => {
  if (pairs.some(({ study }) => study.bias === "high")) return false;
  return pairs.every(({ study }) => study.bias === "low") ? true : undefined;
};

/** Intervals that all overlap agree; two that lie on either side of no effect do not. One study has nobody to disagree with. */
function consistent(pairs: readonly Pair[]): Verdict {
  if (pairs.length === 1) return true;
  const first = pairs.map(({ results }) => results.find(({ compared }) => compared)?.interval);
  if (first.some((interval) => interval === undefined)) return undefined;
  const intervals = first as readonly { readonly low: number; readonly high: number }[];
  if (intervals.some(({ low }) => low > 0) && intervals.some(({ high }) => high < 0)) return false;
  return Math.max(...intervals.map(({ low }) => low)) <= Math.min(...intervals.map(({ high }) => high))
    ? true
    : undefined;
}

/** Enough people, and every first interval on one side of no effect. */
function precise(pairs: readonly Pair[], enough: number): Verdict {
  const high = pairs.reduce((sum, { study }) => sum + (study.analysed?.high ?? Number.POSITIVE_INFINITY), 0);
  const low = pairs.reduce((sum, { study }) => sum + (study.analysed?.low ?? 0), 0);
  const intervals = pairs.flatMap(({ results }) =>
    results.flatMap(({ interval }) => (interval === undefined ? [] : [interval])),
  );
  if (high < enough || (intervals.length > 0 && intervals.every((each) => each.low <= 0 && each.high >= 0)))
    return false;
  return low >= enough && intervals.length > 0 && intervals.every((each) => each.low > 0 || each.high < 0)
    ? true
    : undefined;
}

/** One study as a body of one. */
export function gradeStudy(study: StudyFacts, standard: Standard): Rating {
  if (!study.rateable) return notRated(standard, "It is not a study of effects.");
  return gradeBody({ studies: [study], account: undefined, manual: undefined }, standard);
}
