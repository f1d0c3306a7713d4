/** What the standards share: order of levels, labels, what is unknown and what would raise a rating. */
import type { Verdict } from "./facts.ts";
import type { Criterion, Judged, Rating, Standard } from "./types.ts";

/** Where a level stands in its standard, lowest first; -1 for a code that is none of its. */
export const rankOf = ({ levels }: Standard, code: string): number => levels.findIndex((level) => level.code === code);

/** A criterion of the standard with what the facts say. The data file and the code of a standard are written together. */
export function judge(standard: Standard, id: string, verdict: Verdict, because: string, assumed = false): Judged {
  const criterion = standard.criteria.find((each) => each.id === id) as Criterion;
  return { criterion, verdict, because, ...(assumed ? { assumed: true as const } : {}) };
}

/** The threshold that a criterion's data give. */
export const thresholdOf = ({ criteria }: Standard, id: string): number =>
  criteria.find((each) => each.id === id)?.threshold ?? Number.NaN;

/** Lowest and highest level that a design may get, as the standard's table gives them; undefined for one that is not in it. */
export function designRange(design: string | undefined, { designs }: Standard): readonly [string, string] | undefined {
  const row = designs?.find((each) => each.design === design);
  return row === undefined ? undefined : [row.lowest, row.highest];
}

interface Found {
  readonly lowest: string;
  readonly highest: string;
  readonly judged: readonly Judged[];
  /** The highest that such a thing can get: a single study no more than 3 by EIF. */
  readonly top?: string;
  readonly mixed?: boolean;
  readonly studies?: Rating["studies"];
}

/** Makes the rating: its label, the facts it waits for, and what would raise it. */
export function rated(
  standard: Standard,
  { lowest, highest, judged, top, mixed = false, studies = [] }: Found,
): Rating {
  const rank = (code: string): number => rankOf(standard, code);
  const [low, high] = [rank(lowest), rank(highest)];
  const waiting = judged.filter(({ verdict, criterion }) => verdict === undefined && rank(criterion.level) <= high);
  return {
    standard,
    lowest,
    highest,
    label: labelOf(standard, lowest, highest, mixed, top),
    mixed,
    judged,
    studies,
    unknown: low === high ? [] : distinct(waiting.map(({ criterion }) => criterion.ask)),
    raise: raisesOf(standard, judged, high),
    unverified: judged.some(({ criterion }) => criterion.provenance === "memory"),
  };
}

/** Nothing to rate, and why. */
export const notRated = (standard: Standard, why: string): Rating => ({
  standard,
  lowest: undefined,
  highest: undefined,
  label: "not rated",
  why,
  mixed: false,
  judged: [],
  studies: [],
  unknown: [],
  raise: [],
  unverified: false,
});

function labelOf({ levels }: Standard, lowest: string, highest: string, mixed: boolean, top?: string): string {
  const star = mixed ? ", mixed findings" : "";
  if (lowest === highest) return `${lowest}${star}`;
  const whole = lowest === levels[0]?.code && highest === (top ?? levels.at(-1)?.code);
  return whole ? "not known" : `${lowest} to ${highest}${star}`;
}

/** What the nearest level above asks and does not find. */
function raisesOf(standard: Standard, judged: readonly Judged[], from: number): readonly string[] {
  const missed = judged.filter(
    ({ verdict, criterion }) => verdict === false && rankOf(standard, criterion.level) > from,
  );
  if (missed.length === 0) {
    const open = judged.filter(
      ({ verdict, criterion }) => verdict !== true && rankOf(standard, criterion.level) > from,
    );
    return nearest(standard, open).map(({ criterion }) => criterion.raise);
  }
  return distinct(nearest(standard, missed).map(({ criterion }) => criterion.raise));
}

function nearest(standard: Standard, judged: readonly Judged[]): readonly Judged[] {
  const next = Math.min(...judged.map(({ criterion }) => rankOf(standard, criterion.level)));
  return judged.filter(({ criterion }) => rankOf(standard, criterion.level) === next);
}

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)];
