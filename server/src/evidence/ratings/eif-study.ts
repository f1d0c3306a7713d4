/** One study by the EIF standards: levels NE, NL2, 2, 2+ and 3. */
import { groupText, improvementText, keptText, names } from "./eif-words.ts";
import { atLeast, every, type ResultFacts, type StudyFacts, some, type Verdict } from "./facts.ts";
import { judge, thresholdOf } from "./rate.ts";
import type { Judged, Standard } from "./types.ts";

/** Results that may show an improvement for children: what is not known may be one. */
export const candidates = ({ results }: StudyFacts): readonly ResultFacts[] =>
  results.filter((result) => result.ofChild !== false && (result.found === "better" || result.found === undefined));

/** What a study shows of each thing that levels 2 to 3 ask. */
function judgeStudy(study: StudyFacts, standard: Standard): readonly Judged[] {
  const hopeful = candidates(study);
  // Of results that may not be of children nothing is ruled out: what is, may not be recorded.
  const ofChildren = hopeful.some(({ ofChild }) => ofChild === true);
  const about = (test: (result: ResultFacts) => Verdict): Verdict =>
    hopeful.length === 0
      ? undefined
      : some(hopeful, test) === true
        ? true
        : ofChildren
          ? some(hopeful, test)
          : undefined;
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
    ofChild === undefined || found === undefined ? undefined : found === "better",
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

function handled({ missingDataHandled, intentionToTreat, retained, lostAlike }: StudyFacts): Verdict {
  if (missingDataHandled !== undefined) return missingDataHandled;
  if (lostAlike === false) return undefined;
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

/** A study with the lowest and highest level that it may have. */
export interface RatedStudy {
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

/** The levels that the facts of one study allow, 3 at most. */
export function rateOne(study: StudyFacts, standard: Standard): RatedStudy {
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
