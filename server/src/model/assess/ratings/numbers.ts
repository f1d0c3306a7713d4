/** How many took part, were lost and were analysed: what a study's numbers say, and what they leave open. */
import { attritionBoundary } from "../../../data/index.ts";
import { attritionLevel, type Bounds } from "../../../evidence/ratings/index.ts";
import type { Study } from "../../../schema/kinds/study.ts";
import type { Field } from "../../../schema/shape.ts";
import type { Quantity } from "../../../values/types.ts";

const exact = (value: number): Bounds => ({ low: value, high: value });

/** The number in a count that is neither a range nor a bound. */
const countOf = (field: Field<Quantity> | undefined): number | undefined =>
  field?.value === undefined || field.value.bound !== undefined ? undefined : field.value.value;

type Stage = "randomised" | "started" | "analysed";

/** The numbers of every arm at one stage; undefined unless all are given. */
function armsAt(study: Study, stage: Stage): readonly number[] | undefined {
  const arms = study.arms?.items ?? [];
  const numbers = arms.flatMap((arm) => countOf(arm[stage]) ?? []);
  return arms.length > 0 && numbers.length === arms.length ? numbers : undefined;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

export interface Attrition {
  /** Share lost over all arms. */
  readonly overall: number;
  /** Share lost in each arm, in the order of the spec; undefined unless every arm gives both numbers. */
  readonly arms?: readonly { readonly arm: string; readonly lost: number }[];
  /** The largest share lost less the smallest. */
  readonly between?: number;
}

/** How far attrition lets the arms be compared, by the boundary of the What Works Clearinghouse; undefined unless every arm gives its numbers. */
export const attritionLevelOf = (attrition: Attrition | undefined): ReturnType<typeof attritionLevel> =>
  attrition?.between === undefined
    ? undefined
    : attritionLevel(attrition.overall, attrition.between, attritionBoundary.rows);

/** Attrition of clusters: those in each arm against those analysed. Undefined unless every arm gives both. */
export function clusterAttritionOf({ arms }: Study): Attrition | undefined {
  const numbers = (arms?.items ?? []).map((arm, at) => ({
    arm: arm.arm?.value ?? `arm ${at + 1}`,
    before: countOf(arm.clusters),
    after: countOf(arm.clusters_analysed),
  }));
  const known = numbers.flatMap(({ arm, before, after }) =>
    before === undefined || after === undefined || before <= 0 || after > before ? [] : [{ arm, before, after }],
  );
  if (known.length < 2 || known.length < numbers.length) return undefined;
  const each = known.map(({ arm, before, after }) => ({ arm, lost: 1 - after / before }));
  const lost = each.map((one) => one.lost);
  return {
    overall: 1 - sum(known.map(({ after }) => after)) / sum(known.map(({ before }) => before)),
    arms: each,
    between: Math.max(...lost) - Math.min(...lost),
  };
}

/** Attrition from the arms' own numbers, else from the share retained. Undefined when neither is given. */
export function attritionOf(study: Study): Attrition | undefined {
  const before = armsAt(study, "randomised") ?? armsAt(study, "started");
  const after = armsAt(study, "analysed");
  if (before !== undefined && after !== undefined && sum(before) > 0) {
    const overall = 1 - sum(after) / sum(before);
    if (before.some((number) => number <= 0) || overall < 0) return undefined;
    const arms = (study.arms?.items ?? []).map((arm, at) => ({
      arm: arm.arm?.value ?? `arm ${at + 1}`,
      lost: 1 - (after[at] as number) / (before[at] as number),
    }));
    if (arms.length < 2) return { overall };
    const lost = arms.map((arm) => arm.lost);
    return { overall, arms, between: Math.max(...lost) - Math.min(...lost) };
  }
  const retained = study.retained?.value?.value;
  return retained === undefined || retained < 0 || retained > 1 ? undefined : { overall: 1 - retained };
}

export const retainedOf = (study: Study): Bounds | undefined => {
  const attrition = attritionOf(study);
  return attrition === undefined ? undefined : exact(1 - attrition.overall);
};

/** Analysed in all. */
export function analysedOf(study: Study): Bounds | undefined {
  const analysed = armsAt(study, "analysed");
  if (analysed !== undefined) return exact(sum(analysed));
  const before = armsAt(study, "randomised") ?? armsAt(study, "started");
  const whole = before === undefined ? countOf(study.sample) : sum(before);
  const kept = study.retained?.value?.value;
  if (whole === undefined) return undefined;
  return kept === undefined ? { low: 0, high: whole } : exact(Math.round(whole * kept));
}

/** Analysed in the smallest group. Where only the total loss is known, all of it may have fallen on that group. */
export function smallestGroupOf(study: Study, groups: number): Bounds | undefined {
  const analysed = armsAt(study, "analysed");
  if (analysed !== undefined && analysed.length >= groups) return exact(Math.min(...analysed));
  const before = armsAt(study, "randomised") ?? armsAt(study, "started");
  if (before !== undefined && before.length >= groups) {
    const smallest = Math.min(...before);
    const kept = study.retained?.value?.value;
    if (kept === undefined) return { low: 0, high: smallest };
    const lost = sum(before) * (1 - kept);
    return { low: Math.max(0, smallest - lost), high: smallest };
  }
  const sample = countOf(study.sample);
  return sample === undefined ? undefined : { low: 0, high: sample / groups };
}
