/** Designs of studies in words: whole where there is room, as something to count where there is not. */
import { study } from "../schema/kinds/index.ts";

const shape = study.shape.object?.keys.design?.shape.scalar;
const described: Readonly<Record<string, string>> = shape?.kind === "word" ? shape.words : {};

/** `Matched comparison group`, as the format describes the word; a word that the format does not know as it is written. */
export const designName = (word: string | undefined): string =>
  word === undefined
    ? "not said"
    : Object.hasOwn(described, word)
      ? (described[word] as string).replace(/\.$/, "")
      : word;

const trial = ["randomised trial", "randomised trials"] as const;
const natural = ["natural experiment", "natural experiments"] as const;

/** One and several of a design. What a reader who is no methods lead need not tell apart goes by one name. */
const counted: Readonly<Record<string, readonly [one: string, many: string]>> = {
  rct: trial,
  "cluster-rct": trial,
  "stepped-wedge": trial,
  crossover: trial,
  "difference-in-differences": ["comparison with change elsewhere", "comparisons with change elsewhere"],
  matched: ["comparison with a matched group", "comparisons with a matched group"],
  "regression-discontinuity": natural,
  "instrumental-variable": natural,
  "interrupted-time-series": ["long before-and-after series", "long before-and-after series"],
  cohort: ["cohort followed over time", "cohorts followed over time"],
  "before-after": ["before-and-after study", "before-and-after studies"],
  qualitative: ["qualitative study", "qualitative studies"],
  review: ["review of studies", "reviews of studies"],
  "cost-study": ["study of costs only", "studies of costs only"],
};

const notSaid = ["design not said", "design not said"] as const;

/** `randomised trial`, `randomised trials`: a design as it is counted. Without one, or with `unknown`, `design not said`. */
export const designNoun = (word: string | undefined): readonly [one: string, many: string] =>
  word === undefined || word === "unknown"
    ? notSaid
    : ((Object.hasOwn(counted, word) ? counted[word] : undefined) ?? [word, word]);
