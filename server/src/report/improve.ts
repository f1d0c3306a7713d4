/** The few facts that would most improve an intervention's case, ranked by a rule that is said beside them. */
import type { AssessedSpec, Snapshot } from "../analysis/types.ts";
import { figureKey } from "../costing/figure.ts";
import type { FigureId } from "../costing/figures.ts";
import type { Missing } from "../costing/worked.ts";
import { type ClaimEvidence, evidenceOf } from "../model/assess/evidence/index.ts";
import type { Assessment } from "../model/assess/types.ts";
import type { Place } from "../syntax/types.ts";
import type { FilePath } from "../workspace/types.ts";
import { figureName } from "./figure-name.ts";
import { interventionRatings, ratingText } from "./ratings.ts";
import { evidenceSources } from "./sources.ts";
import { studyName } from "./study-name.ts";

/** Whether somebody can look it up, or it has to be found out first. */
export type Effort = "look up" | "find out";

export interface Improvement {
  readonly what: string;
  readonly effort: Effort;
  readonly at: Place | undefined;
  /** The answers that wait for it. */
  readonly waiting: readonly string[];
  /** Answers by their share: one that waits for n facts counts 1/n for each. */
  readonly score: number;
}

export const improvementRule =
  "What can be looked up stands before what needs a new study; within each, by how many answers wait for it. An answer that waits for several facts counts for each by its share. The answers are the cost, the effect, the return and the indicative rating.";

/** The answers a reader looks for, in the order of the argument. */
const answers: readonly FigureId[] = [
  "cost_per_starter",
  "cost_total",
  "incremental_cost",
  "outcomes_expected",
  "cost_per_outcome",
  "npv",
  "bcr",
  "fiscal_return",
  "payback",
];

const most = 5;

interface Fact {
  readonly effort: Effort;
  at: Place | undefined;
  readonly waiting: Set<string>;
  score: number;
}

/** At most five facts, the most useful first; empty where nothing would improve it. */
export function improvements(
  snapshot: Snapshot,
  path: FilePath,
  { spec, assessment }: AssessedSpec,
  limit = most,
): readonly Improvement[] {
  const facts = new Map<string, Fact>();
  const need = (what: string, effort: Effort, answer: string, share: number, at?: Place): void => {
    const held = facts.get(what) ?? { effort, at: undefined, waiting: new Set(), score: 0 };
    held.at ??= at;
    if (!held.waiting.has(answer)) held.score += share;
    held.waiting.add(answer);
    facts.set(what, held);
  };
  fromFigures(assessment, need);
  if (spec.kind === "intervention" && spec.reading !== undefined) {
    const nameOf = (id: string): string => studyName({ id, definition: snapshot.index.definitions("study", id)[0] });
    for (const body of evidenceOf(spec.reading, evidenceSources(snapshot))) fromEvidence(body, need, nameOf);
    const [rating] = interventionRatings(snapshot, path, spec.reading);
    if (rating !== undefined) {
      const answer = `the rating, ${ratingText(rating)} (indicative)`;
      for (const what of rating.unknown) need(what, "look up", answer, 1 / rating.unknown.length);
      for (const [at, what] of rating.raise.entries()) need(what, "find out", answer, 1 / (at + 1));
    }
  }
  return [...facts]
    .map(([what, fact]) => ({ what, ...fact, waiting: [...fact.waiting] }))
    .sort((a, b) => (a.effort === b.effort ? b.score - a.score : a.effort === "look up" ? -1 : 1))
    .slice(0, limit);
}

type Need = (what: string, effort: Effort, answer: string, share: number, at?: Place) => void;

/** What the headline figures wait for. */
function fromFigures(assessment: Assessment, need: Need): void {
  const { figures } = assessment;
  for (const id of answers)
    for (const figure of figures.values()) {
      if (figure.id !== id || figure.missing.length === 0) continue;
      if (figure.of !== undefined && figures.has(figureKey(id)) && id !== "cost_per_outcome") continue;
      const lacks = new Map(figure.missing.flatMap(leaves).map((each) => [each.what, each]));
      const answer = figureName(figure, assessment);
      for (const lack of lacks.values())
        need(lack.what, "look up", answer, 1 / lacks.size, isPlace(lack.ref) ? lack.ref : undefined);
    }
}

/** What keeps studies from being compared, and claims without any. */
function fromEvidence(
  { title, cited, claim, unpooled }: ClaimEvidence,
  need: Need,
  nameOf: (study: string) => string,
): void {
  const answer = `what studies show on ${title}`;
  const found = cited.filter(({ chosen }) => chosen !== undefined);
  if (found.length === 0) {
    need(`a study that measures ${title}`, "find out", answer, 1, claim.outcome?.$);
    return;
  }
  if (unpooled !== "nothing comparable") return;
  const open = found.filter(({ leftOut }) => leftOut !== undefined && canBeLookedUp(leftOut));
  for (const each of open)
    need(`${asked(each.leftOut ?? "")}, in ${nameOf(each.id)}`, "look up", answer, 1 / open.length, each.at);
  if (open.length === 0) need(`a study that compares, on ${title}`, "find out", answer, 1, claim.outcome?.$);
}

/** Reasons for leaving a study out that its publication may settle. */
const lookups: readonly (readonly [reason: RegExp, asked: string])[] = [
  [/without a number$|what it found is not known|^no number for its effect/, "the size of the effect"],
  [/^no interval/, "the interval, standard error or exact p of the effect"],
  [/^to compare it needs (.*)$/, "$1"],
  [/^its design is not known/, "the design"],
  [/^which way is better/, "which way is better"],
];

const canBeLookedUp = (reason: string): boolean => lookups.some(([pattern]) => pattern.test(reason));

function asked(reason: string): string {
  const [pattern, words] = lookups.find(([each]) => each.test(reason)) ?? [/^.*$/, "$&"];
  return words.includes("$") ? reason.replace(pattern, words) : words;
}

/** What is missing in the end: of a whole line, what the line itself lacks. */
const leaves = (missing: Missing): readonly Missing[] =>
  missing.because === undefined || missing.because.length === 0 ? [missing] : missing.because.flatMap(leaves);

const isPlace = (ref: object | undefined): ref is Place => ref !== undefined && "chunk" in ref && "start" in ref;
