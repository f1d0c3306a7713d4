/** What evidence standards ask of a study, as facts. `undefined` is not known; nothing is taken to be so because nobody said it. */

/** True, false, or not known. */
export type Verdict = boolean | undefined;

/** A number known only to lie between two others; both the same when it is known. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** One result of a study. */
export interface ResultFacts {
  /** Id of the outcome, where it is named. */
  readonly outcome: string | undefined;
  /** Measure or outcome, as people call it. */
  readonly name: string;
  readonly ofChild: Verdict;
  /** `null` is a result that shows no effect; undefined: not known. */
  readonly found: "better" | "worse" | "null" | "not measured" | undefined;
  /** Whether it is statistically significant at 5%. */
  readonly significant: Verdict;
  /** False for a change over time within one group. */
  readonly compared: boolean;
  /** Years from the end of the programme to the measurement. */
  readonly afterEnd: Bounds | undefined;
  readonly validated: Verdict;
  /** Whether the measure does not rest on those taking part. */
  readonly independent: Verdict;
  /** Whether somebody other than those who deliver the intervention measured it. */
  readonly notByDeliverers: Verdict;
  /** Ends of the interval on the scale where no effect is 0, signed so that better is positive, when known. */
  readonly interval: Bounds | undefined;
}

export interface StudyFacts {
  readonly id: string;
  /** Authors and year, or the title. */
  readonly name: string;
  /** As the format names it; undefined when not known. */
  readonly design: string | undefined;
  /** False where no rating of effects applies: costs, interviews, reviews. */
  readonly rateable: boolean;
  readonly randomised: Verdict;
  readonly compared: Verdict;
  /** Analysed in the smallest group. */
  readonly smallestGroup: Bounds | undefined;
  /** Analysed in all. */
  readonly analysed: Bounds | undefined;
  /** Share of those who started or were randomised that was analysed. */
  readonly retained: Bounds | undefined;
  /** Whether the groups lost alike, for what was lost in all; not known unless every group gives its numbers. */
  readonly lostAlike: Verdict;
  readonly sameMeasures: Verdict;
  readonly representative: Verdict;
  readonly baselineAlike: Verdict;
  readonly missingDataHandled: Verdict;
  readonly intentionToTreat: Verdict;
  readonly independentEvaluator: Verdict;
  readonly registered: Verdict;
  /** Smallest effect, in standard deviations, that the study could find. */
  readonly smallestEffect: number | undefined;
  /** Risk of bias over all domains. */
  readonly bias: "low" | "some" | "high" | undefined;
  readonly country: string | undefined;
  readonly results: readonly ResultFacts[];
}

/** An intervention's studies and what else a standard asks about it. */
export interface BodyFacts {
  readonly studies: readonly StudyFacts[];
  /** Whether there is an account of why it should work. */
  readonly account: Verdict;
  /** Whether there is a manual with which others can deliver it. */
  readonly manual: Verdict;
  /** Whether the studies are of people and places like those served here. */
  readonly direct?: Verdict;
  /** Only results on this outcome count; all when undefined. */
  readonly outcome?: string;
}

/** True when one is true, not known when one may be, else false. */
export function some<T>(items: readonly T[], test: (item: T) => Verdict): Verdict {
  let open = false;
  for (const item of items) {
    const verdict = test(item);
    if (verdict === true) return true;
    if (verdict === undefined) open = true;
  }
  return open ? undefined : false;
}

/** True when all are true, false when one is false, else not known. */
export function every(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(false)) return false;
  return verdicts.includes(undefined) ? undefined : true;
}

/** Whether a number is at least a threshold. */
export function atLeast(bounds: Bounds | undefined, threshold: number): Verdict {
  if (bounds === undefined) return undefined;
  return bounds.low >= threshold ? true : bounds.high < threshold ? false : undefined;
}
