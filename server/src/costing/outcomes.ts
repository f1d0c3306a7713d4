/** Outcomes: from who is reached, through the difference made, to how many outcomes (schemas/FORMAT.md, "Outcomes"). */

import { plural } from "../values/nouns.ts";
import type { WorkingYear } from "../values/types.ts";
import { isCalendar, isDimensionless, unit } from "../values/units.ts";
import type { BenefitKind } from "./benefits.ts";
import { perYearFactor } from "./conversion.ts";
import type { BaseInput, Priced } from "./costs.ts";
import { baseOf } from "./costs.ts";
import type { Discounter } from "./discounting.ts";
import { type EffectYears, effectYears } from "./effect-years.ts";
import {
  differenceAsClaimed,
  differenceFromPair,
  differenceFromRatio,
  differenceFromStandardised,
  differenceInPoints,
  relativeRisk,
} from "./effects.ts";
import { onceAtLag } from "./once-at-lag.ts";
import type { Parties } from "./parties.ts";
import type { Prices } from "./price-years.ts";
import type { Volumes } from "./volumes.ts";
import { apply, type Missing, none, product, quotient, type Ref, unknown, type Worked } from "./worked.ts";

/** The effect as claimed, whatever its metric. */
export type EffectInput =
  | { readonly kind: "ratio"; readonly metric: "RR" | "OR" | "HR" | "relative"; readonly worked: Worked }
  /** Already a difference: in risk, in a rate, or in points of a measure. */
  | { readonly kind: "difference"; readonly worked: Worked }
  | { readonly kind: "standardised"; readonly worked: Worked; readonly sd: Worked | undefined }
  /** `control` is the comparison group's, where what happens without it is said of those served here. */
  | { readonly kind: "pair"; readonly with: Worked; readonly control?: Worked | undefined }
  /** An uncompared share achieving, with what would have happened anyway taken off. Always for the better. */
  | { readonly kind: "improvement"; readonly worked: Worked }
  /** The same as a number achieving it, in all or a year: what share of those looked at that is, is worked out with them. */
  | {
      readonly kind: "achieved";
      readonly number: Worked;
      /** Takes off what would have happened anyway; undefined: it is left in. */
      readonly lessDeadweight?: (share: Worked) => Worked;
    }
  | { readonly kind: "missing"; readonly missing: Missing };

export interface ValueInput {
  readonly ref: Ref;
  readonly name: string;
  readonly price: Priced;
  readonly kind: BenefitKind | undefined;
  readonly gains: Parties;
  readonly cashable: Worked | undefined;
  /** What is left after the correction for optimism: 0.9 for grade 3. */
  readonly correction: Worked | undefined;
  /** Whether a grade of confidence is written for the claim, the value or the unit cost. */
  readonly graded?: boolean | undefined;
  /** It only moves money from one party to another. */
  readonly transfer?: boolean | undefined;
}

export interface ClaimInput {
  readonly ref: Ref;
  readonly outcome: string;
  readonly title: string;
  /** What one outcome is counted in: `child`. Undefined: the participant. */
  readonly counts: string | undefined;
  readonly kind: "event" | "state" | "score" | "qaly" | undefined;
  readonly better: "lower" | "higher" | undefined;
  readonly base: BaseInput | Missing;
  /** Share of them who have the need; of those, share who engage; of those, share who stay. Undefined: all. */
  readonly need?: Worked | undefined;
  readonly engagement?: Worked | undefined;
  readonly retention?: Worked | undefined;
  /** Chance, or rate a year, without the intervention. */
  readonly without: Worked | undefined;
  readonly effect: EffectInput;
  /** The effect's interval holds "no effect", or it was found not to be significant. */
  readonly noEffectShown: boolean;
  /** Years; undefined where not written (lag: none). */
  readonly lag: Worked | undefined;
  readonly lasts: Worked | undefined;
  /** Share lost at each anniversary. */
  readonly dropOff: Worked | undefined;
  readonly attribution: Worked | undefined;
  readonly values: readonly ValueInput[];
}

export type OutcomeProblem =
  | { readonly reason: "missing-has"; readonly ref: Ref; readonly noun: string; readonly participant: string }
  | { readonly reason: "missing-lasts"; readonly ref: Ref; readonly outcome: string }
  | { readonly reason: "missing-without"; readonly ref: Ref; readonly outcome: string }
  | { readonly reason: "missing-sd"; readonly ref: Ref; readonly outcome: string }
  | { readonly reason: "direction-unknown"; readonly ref: Ref; readonly outcome: string }
  | { readonly reason: "rate-valued-by-year"; readonly ref: Ref; readonly value: Ref; readonly outcome: string }
  | {
      readonly reason: "value-unit";
      readonly ref: Ref;
      readonly value: Ref;
      readonly outcome: string;
      readonly counts: string;
    };

export interface OutcomeFrame {
  readonly volumes: Volumes;
  readonly siteVolumes: ReadonlyMap<string, Volumes>;
  readonly prices: Prices;
  readonly discounter: Discounter;
  /** Discounts what is counted in QALYs; undefined: as everything else. */
  readonly healthDiscounter?: Discounter | undefined;
  readonly workingYear: WorkingYear;
  /** Years from year 0 beyond which nothing counts; undefined: no limit. */
  readonly horizon: number | undefined;
}

export interface OutcomeResult {
  readonly input: ClaimInput;
  /** With less without, in the raw direction of the measure. */
  readonly difference: Worked;
  /** Positive is better. */
  readonly improvement: Worked;
  /** Participants whom the claim speaks of, before any share of them; undefined where nobody can say. */
  readonly affected: Worked | undefined;
  /** Those in whom the effect is looked for, in the unit the outcome counts. */
  readonly reached: Worked;
  /** Outcomes over the period in the raw direction: 4.3 more children in care is +4.3. */
  readonly expected: Worked;
  /** Outcomes for the better: what cost per outcome divides by. */
  readonly gained: Worked;
  readonly noEffectShown: boolean;
  /** Years in effect of all, each participant's one when no time is lost: undefined where `lasts` is not known. */
  readonly years: EffectYears | undefined;
  readonly problems: readonly OutcomeProblem[];
}

/** Works out one claim: difference, those reached, outcomes expected. */
export function claimedOutcome(claim: ClaimInput, frame: OutcomeFrame): OutcomeResult {
  const problems: OutcomeProblem[] = [];
  const input = claim.effect.kind === "achieved" ? { ...claim, effect: ofThose(claim, claim.effect, frame) } : claim;
  const difference = rawDifference(input, problems);
  const improvement = improvementOf(input, difference, problems);
  const reached = reachedBy(input, frame, difference.value === undefined ? [] : problems);
  const years = effectYears(input, frame);
  const yearly = isRate(input.without) || isYearly(difference);
  // A QALY is of a year, so that the horizon cuts it as it cuts what is counted by the year.
  const once = input.kind === "qaly" && !yearly && frame.horizon !== undefined ? onceAtLag(input, frame) : undefined;
  const counted = (label: string, change: Worked): Worked => {
    const factors = [reached, change, ...(input.attribution === undefined ? [] : [input.attribution])];
    if (yearly) factors.push(years?.worked ?? lacksLasts(input));
    if (once?.profile?.length === 0)
      return none(label, "not within the horizon", [reached], {
        unit: countUnit(input, change, reached),
        ref: input.ref,
      });
    if (once?.inside !== undefined) factors.push(once.inside);
    return product(label, factors, {
      unit: yearly ? unitOfRate(input, reached) : countUnit(input, change, reached),
      ref: input.ref,
    });
  };
  if (yearly && input.lasts === undefined)
    problems.push({ reason: "missing-lasts", ref: input.ref, outcome: input.outcome });
  return {
    input,
    difference,
    improvement,
    affected: "reason" in input.base ? undefined : baseOf(input.base, frame.volumes).worked,
    reached,
    expected: counted(`Change in ${input.title}`, difference),
    gained: counted(`Outcomes gained: ${input.title}`, improvement),
    noEffectShown: input.noEffectShown,
    years,
    problems,
  };
}

export const isRate = (without: Worked | undefined): boolean => without !== undefined && isYearly(without);
const isYearly = (worked: Worked): boolean =>
  worked.unit.powers.some(([base, power]) => isCalendar(base) && power === -1);

function countUnit(input: ClaimInput, change: Worked, reached: Worked) {
  // `incidents/child` of so many children are incidents.
  const counted = change.unit.powers.filter(([, power]) => power > 0);
  if (counted.length > 0) return { powers: counted };
  return input.counts === undefined ? reached.unit : unit([input.counts, 1]);
}

function unitOfRate(input: ClaimInput, reached: Worked) {
  const above = (input.without ?? reached).unit.powers.filter(([, power]) => power > 0);
  return above.length > 0 ? { powers: above } : reached.unit;
}

/** A rate brought to one a year. */
function perYear(rate: Worked): Worked {
  const factor = perYearFactor(rate.unit);
  return factor === undefined ? rate : product(rate.label, [rate, factor], { aspect: "a year" });
}

function rawDifference(input: ClaimInput, problems: OutcomeProblem[]): Worked {
  const { effect } = input;
  const without = input.without === undefined ? undefined : perYear(input.without);
  const lacksWithout = (): Worked => {
    problems.push({ reason: "missing-without", ref: input.ref, outcome: input.outcome });
    return unknown("Without it", {
      reason: "baseline-unknown",
      what: `what happens without it to ${input.title}`,
      ref: input.ref,
    });
  };
  switch (effect.kind) {
    case "missing":
      if (effect.missing.reason === "direction-unknown")
        problems.push({ reason: "direction-unknown", ref: input.ref, outcome: input.outcome });
      return unknown(`Effect on ${input.title}`, effect.missing, { ref: input.ref });
    case "difference":
      return input.kind === "score" || input.kind === "qaly"
        ? effect.worked
        : differenceAsClaimed(perYear(effect.worked), without);
    case "pair": {
      const { control } = effect;
      if (control !== undefined && without !== undefined && isTransferred(input.kind, control))
        return differenceFromRatio("RR", without, relativeRisk(perYear(effect.with), perYear(control)));
      return differenceFromPair(perYear(effect.with), control ?? without ?? lacksWithout());
    }
    case "ratio":
      return differenceFromRatio(effect.metric, without ?? lacksWithout(), effect.worked);
    case "standardised": {
      if (without !== undefined && isDimensionless(without.unit) && input.kind !== "score" && input.kind !== "qaly")
        return differenceFromStandardised(without, effect.worked);
      if (effect.sd !== undefined) return differenceInPoints(effect.worked, effect.sd);
      problems.push({ reason: "missing-sd", ref: input.ref, outcome: input.outcome });
      return unknown(`Effect on ${input.title}`, {
        reason: "effect-unknown",
        what: `the standard deviation of the measure of ${input.title}`,
        ref: input.ref,
      });
    }
    case "achieved": // worked out with those looked at, before this
      return unknown(`Effect on ${input.title}`, { reason: "effect-unknown", what: `the effect on ${input.title}` });
    case "improvement":
      return input.better === "lower" ? negated("Difference the effect makes", effect.worked) : effect.worked;
  }
}

/**
 * Whether two arms' chances or rates are taken as their ratio to where what happens without it is another: as of a relative risk. Points
 * move as their difference; of nothing there is no ratio.
 */
const isTransferred = (kind: ClaimInput["kind"], control: Worked): boolean =>
  kind !== "score" && kind !== "qaly" && control.value !== 0;

const LOWER_IS_BETTER = "better is lower: improvement = without - with, the difference with its sign turned round";

const negated = (label: string, worked: Worked): Worked =>
  apply(label, [worked], ([value = 0]) => -value, { unit: worked.unit, note: LOWER_IS_BETTER });

function improvementOf(input: ClaimInput, difference: Worked, problems: OutcomeProblem[]): Worked {
  if (input.effect.kind === "improvement") return input.effect.worked;
  if (input.better === "higher")
    return apply(`Improvement in ${input.title}`, [difference], ([value = 0]) => value, {
      unit: difference.unit,
      ref: difference.ref,
      note: "better is higher: improvement = with - without, the difference as it is",
    });
  if (input.better === "lower") return negated(`Improvement in ${input.title}`, difference);
  if (difference.value !== undefined)
    problems.push({ reason: "direction-unknown", ref: input.ref, outcome: input.outcome });
  return unknown(
    `Improvement in ${input.title}`,
    [
      ...difference.missing,
      { reason: "direction-unknown", what: `whether more or less of ${input.title} is better`, ref: input.ref },
    ],
    { unit: difference.unit, ref: input.ref },
  );
}

/** A number achieving it as a share of those in whom it is looked for, less deadweight. */
function ofThose(
  claim: ClaimInput,
  { number, lessDeadweight }: Extract<EffectInput, { kind: "achieved" }>,
  frame: OutcomeFrame,
): EffectInput {
  const lack = (missing: readonly Missing[]): EffectInput => ({
    kind: "improvement",
    worked: unknown("Share achieving it", missing, { ref: claim.ref }),
  });
  const { volumes } = frame;
  const reached = reachedBy(claim, frame, []);
  const noun = number.unit.powers.find(([base, power]) => power > 0 && !isCalendar(base))?.[0];
  if (noun !== undefined && !anything.has(noun) && !reached.unit.powers.some(([base]) => base === noun))
    return lack([
      { reason: "effect-unknown", what: `how many of those counted achieve ${claim.title}`, ref: claim.ref },
    ]);
  if (volumes.perParticipant)
    return lack([{ reason: "volume-unknown", what: `the share achieving ${claim.title}`, ref: claim.ref }]);
  const total = isYearly(number)
    ? product(number.label, [perYear(number), volumes.period], { aspect: "over the period", unit: reached.unit })
    : number;
  if (total.value === undefined || reached.value === undefined) return lack([...total.missing, ...reached.missing]);
  if (total.value > reached.value)
    return lack([
      {
        reason: "impossible-chance",
        what: `an effect that is possible: more achieve it than there are`,
        ref: claim.ref,
      },
    ]);
  const share = quotient("Share achieving it", total, reached, { unit: unit(), ref: number.ref });
  return { kind: "improvement", worked: lessDeadweight?.(share) ?? share };
}

const anything: ReadonlySet<string> = new Set(["event", "outcome", "case", "person", "participant", "starter"]);

/** Those affected > in need > engaged > retained: the participants in whom the effect is looked for. */
function reachedBy(input: ClaimInput, frame: OutcomeFrame, problems: OutcomeProblem[]): Worked {
  const affected = affectedBy(input, frame, problems);
  const shares = [input.need, input.engagement, input.retention].filter((share) => share !== undefined);
  return shares.length === 0
    ? affected
    : product("Those in whom the effect is looked for", [affected, ...shares], { unit: affected.unit, ref: input.ref });
}

function affectedBy(input: ClaimInput, frame: OutcomeFrame, problems: OutcomeProblem[]): Worked {
  if ("reason" in input.base) return unknown("Those affected", input.base, { ref: input.ref });
  const { worked } = baseOf(input.base, frame.volumes);
  const { unit: participant, has } = frame.volumes;
  const noun = ratedNoun(input) ?? input.counts;
  // Weeks that are counted are each participant's own.
  const own = noun === undefined || noun === participant || anyone.has(noun) || isCalendar(noun);
  if (own || participant === "") return worked;
  const each = has.get(noun);
  if (each !== undefined) return product(`${worked.label}: each ${noun}`, [worked, each], { unit: unit([noun, 1]) });
  problems.push({ reason: "missing-has", ref: input.ref, noun, participant });
  const missing: Missing = {
    reason: "volume-unknown",
    what: `how many ${plural(noun)} one ${participant} has`,
    ref: input.ref,
  };
  return unknown("Those affected", missing, { unit: unit([noun, 1]), ref: input.ref });
}

const anyone: ReadonlySet<string> = new Set(["person", "participant"]);

/** Whom a rate speaks of: `0.4 incidents/child/year` is of children, whatever else the outcome counts. */
function ratedNoun({ without, effect }: ClaimInput): string | undefined {
  const rate = without ?? (effect.kind === "pair" ? effect.with : "worked" in effect ? effect.worked : undefined);
  return rate?.unit.powers.find(([base, power]) => power < 0 && !isCalendar(base))?.[0];
}

const lacksLasts = (input: ClaimInput): Worked =>
  unknown(
    "Years in effect",
    { reason: "time-unknown", what: `how long the effect on ${input.title} lasts`, ref: input.ref },
    { unit: unit(["year", 1]) },
  );
