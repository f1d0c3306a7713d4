/**
 * EIF Guidebook (now Foundations) levels NE, NL2, 2, 2+, 3, 3+, 4, 4+. Criteria, thresholds and their provenance are in
 * `schemas/data/evidence-standards/`; the order of work is here.
 */
import { candidates, type RatedStudy, rateOne } from "./eif-study.ts";
import { countText } from "./eif-words.ts";
import {
  atLeast,
  type BodyFacts,
  type Bounds,
  every,
  type ResultFacts,
  type StudyFacts,
  some,
  type Verdict,
} from "./facts.ts";
import { judge, notRated, rankOf, rated, thresholdOf } from "./rate.ts";
import type { Rating, Standard } from "./types.ts";

/** One study by the EIF standards, 3 at most: higher levels take several. */
export function eifStudy(study: StudyFacts, standard: Standard): Rating {
  if (!study.rateable) return notRated(standard, "It is not a study of effects.");
  const { judged, lowest, highest } = rateOne(study, standard);
  return rated(standard, { lowest, highest, judged, top: "3" });
}

/** The studies of one intervention together. */
export function eifBody({ studies, outcome }: BodyFacts, standard: Standard): Rating {
  const about = studies
    .filter(({ rateable }) => rateable)
    .map((study) => (outcome === undefined ? study : { ...study, results: only(study.results, outcome) }))
    .filter((study) => outcome === undefined || study.results.length > 0);
  if (about.length === 0) return notRated(standard, "No study of its effects is recorded.");
  const ratings = about.map((study) => rateOne(study, standard));
  const reaches = (each: RatedStudy, level: string, strict: boolean): boolean =>
    rankOf(standard, strict ? each.lowest : each.highest) >= rankOf(standard, level);
  const count = (level: string, test: (each: RatedStudy) => Verdict = () => true): Bounds => ({
    low: ratings.filter((each) => reaches(each, level, true) && test(each) === true).length,
    high: ratings.filter((each) => reaches(each, level, false) && test(each) !== false).length,
  });
  const year = thresholdOf(standard, "a-year");
  const long = ({ study }: RatedStudy): Verdict =>
    some(candidates(study), (result) => every([result.compared, result.significant, atLeast(result.afterEnd, year)]));
  const independent = ({ study }: RatedStudy): Verdict => some(candidates(study), (result) => result.independent);
  const longRigorous = count("3", long);
  const rigorousOnes = count("3");
  const best = bestOf(ratings, standard);
  const judged = [
    ...best.judged,
    judge(standard, "second-study", atLeast(count("2"), 2), countText(count("2"), "reaches level 2", "reach level 2")),
    judge(
      standard,
      "two-rigorous",
      atLeast(rigorousOnes, thresholdOf(standard, "two-rigorous")),
      countText(rigorousOnes, "reaches level 3", "reach level 3"),
    ),
    judge(standard, "a-year", atLeast(longRigorous, 1), countText(longRigorous, "lasts a year", "last a year")),
    judge(standard, "independent-measure", atLeast(count("3", independent), 1), ""),
    judge(standard, "two-level-4", atLeast(longRigorous, thresholdOf(standard, "two-level-4")), ""),
    judge(
      standard,
      "independent-study",
      atLeast(
        count("3", (each) => every([long(each), each.study.independentEvaluator])),
        1,
      ),
      "",
    ),
  ];
  const met =
    (strict: boolean) =>
    (id: string): boolean => {
      const verdict = judged.find(({ criterion }) => criterion.id === id)?.verdict;
      return strict ? verdict === true : verdict !== false;
    };
  const none = (strict: boolean): string => bodyLevel(strict ? best.lowest : best.highest, met(strict), standard);
  // A rigorous study that found nothing stands, unless another found something as rigorously.
  const nullStudies = {
    low: ratings.filter((each) => each.highest === "NE").length,
    high: ratings.filter((each) => each.lowest === "NE").length,
  };
  const [lowest, highest] = [none(true), none(false)];
  const below3 = (code: string): boolean => rankOf(standard, code) < rankOf(standard, "3");
  return rated(standard, {
    lowest: nullStudies.high > 0 && below3(lowest) ? "NE" : lowest,
    highest: nullStudies.low > 0 && below3(highest) ? "NE" : highest,
    judged,
    mixed: nullStudies.low > 0 && rigorousOnes.low > 0,
    studies: ratings.map((each) => ({
      id: each.study.id,
      name: each.study.name,
      label: eifStudy(each.study, standard).label,
    })),
  });
}

const only = (results: readonly ResultFacts[], outcome: string): readonly ResultFacts[] =>
  results.filter((result) => result.outcome === outcome);

function bodyLevel(best: string, met: (id: string) => boolean, standard: Standard): string {
  if (rankOf(standard, best) < rankOf(standard, "3")) return best;
  if (["two-rigorous", "a-year", "independent-measure"].every(met))
    return ["two-level-4", "independent-study"].every(met) ? "4+" : "4";
  return met("second-study") ? "3+" : "3";
}

/** The study that shows most; of several the first. Its lowest and highest are those of the whole body. */
function bestOf(ratings: readonly RatedStudy[], standard: Standard): Omit<RatedStudy, "study"> {
  const rank = (code: string): number => rankOf(standard, code);
  const by = (end: "lowest" | "highest"): RatedStudy =>
    ratings.reduce((best, each) => (rank(each[end]) > rank(best[end]) ? each : best));
  const [low, high] = [by("lowest"), by("highest")];
  return { judged: high.highest === low.highest ? low.judged : high.judged, lowest: low.lowest, highest: high.highest };
}
