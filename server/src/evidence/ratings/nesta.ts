/** Nesta Standards of Evidence, 1 to 5, each level asking for those below it. */
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
import { judge, notRated, rated, thresholdOf } from "./rate.ts";
import type { Judged, Rating, Standard } from "./types.ts";

/** What was meant to be measured and was not says nothing. */
const relevant = ({ results }: StudyFacts, outcome: string | undefined): readonly ResultFacts[] =>
  results.filter(
    ({ found, outcome: named }) => found !== "not measured" && (outcome === undefined || named === outcome),
  );

/** Whether anything measured changed for the better; what was not said is not known. */
const improved = (study: StudyFacts, outcome: string | undefined): Verdict =>
  relevant(study, outcome).length === 0
    ? undefined
    : some(relevant(study, outcome), ({ found }) => (found === undefined ? undefined : found === "better"));

const caused = (study: StudyFacts, outcome: string | undefined): Verdict =>
  every([
    study.compared,
    relevant(study, outcome).length === 0
      ? undefined
      : some(relevant(study, outcome), ({ compared, found, significant }) =>
          !compared ? false : found === undefined ? undefined : found === "better" ? significant : false,
        ),
  ]);

function judgeAll({ studies, account, manual, outcome }: BodyFacts, standard: Standard): readonly Judged[] {
  const rateable = studies.filter((study) => study.rateable);
  const confirm: Bounds = {
    low: rateable.filter((study) => caused(study, outcome) === true).length,
    high: rateable.filter((study) => caused(study, outcome) !== false).length,
  };
  const independent = some(rateable, (study) => every([caused(study, outcome), study.independentEvaluator]));
  return [
    judge(standard, "account", account, ""),
    judge(
      standard,
      "positive-change",
      some(rateable, (study) => improved(study, outcome)),
      "",
    ),
    judge(
      standard,
      "caused",
      some(rateable, (study) => caused(study, outcome)),
      "",
    ),
    judge(
      standard,
      "replicated",
      every([atLeast(confirm, thresholdOf(standard, "replicated")), independent]),
      confirm.low === confirm.high
        ? `${confirm.low} with an effect`
        : `${confirm.low} to ${confirm.high} with an effect`,
    ),
    judge(standard, "manual", manual, ""),
  ];
}

/** The levels up to which everything asked is met. */
function climb(judged: readonly Judged[], standard: Standard, met: (verdict: Verdict) => boolean): string | undefined {
  let reached: string | undefined;
  for (const { code } of standard.levels) {
    if (!judged.every(({ criterion, verdict }) => criterion.level !== code || met(verdict))) return reached;
    reached = code;
  }
  return reached;
}

/** An intervention by the Nesta standards: its account, its studies, its manual. */
export function nestaBody(body: BodyFacts, standard: Standard): Rating {
  const judged = judgeAll(body, standard);
  // What is not said of the lowest level does not take away what studies show of the next.
  const shown = judged.map((each) =>
    each.criterion.id === "account" && each.verdict === undefined && body.studies.length > 0
      ? { ...each, verdict: true, assumed: true as const }
      : each,
  );
  const lowest = climb(shown, standard, (verdict) => verdict === true);
  const highest = climb(shown, standard, (verdict) => verdict !== false);
  if (highest === undefined || (body.studies.length === 0 && lowest === undefined))
    return notRated(standard, "Neither a theory of change nor a study is recorded.");
  return rated(standard, { lowest: lowest ?? (standard.levels[0]?.code as string), highest, judged: shown });
}

/** One study alone shows levels 2 and 3. */
export function nestaStudy(study: StudyFacts, standard: Standard): Rating {
  if (!study.rateable) return notRated(standard, "It is not a study of effects.");
  return nestaBody({ studies: [study], account: undefined, manual: false }, standard);
}
