/** Maryland Scientific Methods Scale: the design alone decides. */
import type { BodyFacts, StudyFacts } from "./facts.ts";
import { designRange, judge, notRated, rankOf, rated } from "./rate.ts";
import type { Judged, Rating, Standard } from "./types.ts";

/** One study by the Maryland scale. */
export function marylandStudy(study: StudyFacts, standard: Standard): Rating {
  if (!study.rateable) return notRated(standard, "It is not a study of effects.");
  const [lowest, highest] = rangeOf(study, standard);
  const rank = (code: string): number => rankOf(standard, code);
  const judged = standard.criteria.map(
    ({ id, level }): Judged =>
      judge(
        standard,
        id,
        rank(lowest) >= rank(level) ? true : rank(highest) < rank(level) ? false : undefined,
        study.design ?? "",
      ),
  );
  return rated(standard, { lowest, highest, judged });
}

function rangeOf(study: StudyFacts, standard: Standard): readonly [string, string] {
  // Without a comparison it has no control group whose variables could be adequate.
  if (study.design === "cohort" && study.compared === false) return ["1", "1"];
  return (
    designRange(study.design, standard) ?? [standard.levels[0]?.code as string, standard.levels.at(-1)?.code as string]
  );
}

/** Several studies: the best of them. */
export function bestStudy(
  { studies, outcome }: BodyFacts,
  standard: Standard,
  rate: (study: StudyFacts, standard: Standard) => Rating,
): Rating {
  const ratings = studies
    .filter(
      ({ rateable, results }) =>
        rateable && (outcome === undefined || results.some((result) => result.outcome === outcome)),
    )
    .map((study) => ({ study, rating: rate(study, standard) }));
  const [first] = ratings;
  if (first === undefined) return notRated(standard, "No study of its effects is recorded.");
  const rank = (code: string | undefined): number => (code === undefined ? -1 : rankOf(standard, code));
  const best = (end: "lowest" | "highest"): Rating =>
    ratings.reduce((held, { rating }) => (rank(rating[end]) > rank(held[end]) ? rating : held), first.rating);
  const [low, high] = [best("lowest"), best("highest")];
  return rated(standard, {
    lowest: low.lowest as string,
    highest: high.highest as string,
    judged: high.judged,
    studies: ratings.map(({ study, rating }) => ({ id: study.id, name: study.name, label: rating.label })),
  });
}

export const marylandBody = (body: BodyFacts, standard: Standard): Rating => bestStudy(body, standard, marylandStudy);
