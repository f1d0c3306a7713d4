/**
 * EIF Guidebook (now Foundations) levels NE, NL2, 2, 2+, 3, 3+, 4, 4+. Criteria, thresholds and their provenance are in
 * `schemas/data/evidence-standards/`; the order of work is here.
 */
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
import type { Judged, Rating, Standard } from "./types.ts";

/** Results that may show an improvement for children: what is not known may be one. */
const candidates = ({ results }: StudyFacts): readonly ResultFacts[] =>
  results.filter((result) => result.ofChild !== false && (result.found === "better" || result.found === undefined));

/** What a study shows of each thing that levels 2 to 3 ask. */
function judgeStudy(study: StudyFacts, standard: Standard): readonly Judged[] {
  const hopeful = candidates(study);
  const about = (test: (result: ResultFacts) => Verdict): Verdict =>
    hopeful.length === 0 ? undefined : some(hopeful, test);
  const improved = improvement(study);
  const trial = study.randomised === true;
  const baseline = study.baselineAlike ?? (trial ? true : undefined);
  const one = (id: string, verdict: Verdict, because: string, assumed = false): Judged =>
    judge(standard, id, verdict, because, assumed);
  return [
    one("child-outcome", improved, improvementText(study, improved)),
    one(
      "group-size",
      atLeast(study.smallestGroup, thresholdOf(standard, "group-size")),
      groupText(study.smallestGroup),
    ),
    one("retention", atLeast(study.retained, thresholdOf(standard, "retention")), keptText(study.retained)),
    one(
      "valid-measure",
      about((each) => each.validated),
      names(hopeful.filter((each) => each.validated === true)),
    ),
    one("same-measures", study.sameMeasures ?? true, "", study.sameMeasures === undefined),
    one("representative", study.representative ?? true, "", study.representative === undefined),
    one("comparison", study.compared, study.design ?? ""),
    one("rigorous-design", rigorous(study), study.design ?? ""),
    one(
      "baseline",
      baseline,
      study.baselineAlike === undefined && trial ? "randomised, so alike but for chance" : "",
      study.baselineAlike === undefined && trial,
    ),
    one("attrition-handled", handled(study), keptText(study.retained)),
    one("intention-to-treat", study.intentionToTreat, ""),
    one(
      "not-by-deliverers",
      about((each) => each.notByDeliverers),
      "",
    ),
    one("significant", significantly(study), improvementText(study, improved)),
  ];
}

/** Whether any outcome of children improved; none recorded is not known. */
function improvement({ results }: StudyFacts): Verdict {
  const ofChildren = results.filter(({ ofChild, found }) => ofChild !== false && found !== "not measured");
  if (ofChildren.length === 0) return undefined;
  return some(ofChildren, ({ ofChild, found }) =>
    found === "better" ? (ofChild === true ? true : undefined) : found === undefined ? undefined : false,
  );
}

function significantly(study: StudyFacts): Verdict {
  if (improvement(study) !== true) return improvement(study);
  return some(candidates(study), ({ compared, significant, found }) =>
    !compared ? false : found === undefined ? undefined : significant,
  );
}

function rigorous({ randomised, design, compared }: StudyFacts): Verdict {
  if (randomised === true || design === "regression-discontinuity" || design === "instrumental-variable") return true;
  // How rigorous another comparison is takes a panel's judgement.
  return compared === false ? false : undefined;
}

function handled({ missingDataHandled, intentionToTreat, retained }: StudyFacts): Verdict {
  if (missingDataHandled !== undefined) return missingDataHandled;
  return retained !== undefined && intentionToTreat === true ? true : undefined;
}

/** Everything that a rigorous study has, apart from what it found. */
const rigour = [
  "group-size",
  "retention",
  "comparison",
  "rigorous-design",
  "baseline",
  "attrition-handled",
  "intention-to-treat",
];

interface RatedStudy {
  readonly study: StudyFacts;
  readonly judged: readonly Judged[];
  readonly lowest: string;
  readonly highest: string;
}

function levelOf(judged: readonly Judged[], met: (verdict: Verdict) => boolean): string {
  const all = (level: string): boolean =>
    judged.every(({ criterion, verdict }) => criterion.level !== level || met(verdict));
  if (!all("2")) return "NL2";
  if (!all("2+")) return "2";
  return all("3") ? "3" : "2+";
}

function rateOne(study: StudyFacts, standard: Standard): RatedStudy {
  const judged = judgeStudy(study, standard);
  const of = (id: string): Verdict => judged.find(({ criterion }) => criterion.id === id)?.verdict;
  const robust = every(rigour.map(of));
  const improved = of("child-outcome");
  const lowest = levelOf(judged, (verdict) => verdict === true);
  const highest = levelOf(judged, (verdict) => verdict !== false);
  // A rigorous study without an improvement is level NE: certain when both are, possible when neither is ruled out.
  const mayBeNe = improved !== true && robust !== false;
  const isNe = improved === false && robust === true;
  return {
    study,
    judged,
    lowest: mayBeNe && lowest === "NL2" ? "NE" : lowest,
    highest: isNe ? "NE" : highest,
  };
}

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

const names = (results: readonly ResultFacts[]): string => [...new Set(results.map(({ name }) => name))].join(", ");

function improvementText(study: StudyFacts, improved: Verdict): string {
  if (improved === true)
    return `better: ${names(study.results.filter(({ found, ofChild }) => found === "better" && ofChild === true))}`;
  return improved === false ? "none of those measured improved" : "";
}

const whole = (value: number): string => Math.round(value).toString();
const percent = (value: number): string => `${Number((100 * value).toFixed(1))}%`;

const groupText = (group: Bounds | undefined): string =>
  group === undefined || group.low <= 0
    ? ""
    : group.low === group.high
      ? `${whole(group.low)} in the smallest group`
      : `at least ${whole(group.low)} in the smallest group`;

const keptText = (kept: Bounds | undefined): string =>
  kept === undefined
    ? ""
    : kept.low === kept.high
      ? `${percent(kept.low)} analysed`
      : `${percent(kept.low)} to ${percent(kept.high)} analysed`;

const countText = ({ low, high }: Bounds, one: string, many: string): string =>
  low === high ? `${low} ${low === 1 ? one : many}` : `${low} to ${high} ${many}`;
