/** What outcomes are worth: the same dimensional rule as for costs (schemas/FORMAT.md, "Outcomes"). */
import { currencyOf, isCalendar, powerOf, unit } from "../values/units.ts";
import { type BenefitResult, presentValueOf } from "./benefits.ts";
import { perTimeFactor } from "./conversion.ts";
import type { Profile } from "./discounting.ts";
import { onceAtLag } from "./once-at-lag.ts";
import {
  type ClaimInput,
  isRate,
  type OutcomeFrame,
  type OutcomeProblem,
  type OutcomeResult,
  type ValueInput,
} from "./outcomes.ts";
import type { WhenItFalls } from "./when.ts";
import { none, product, unknown, type Worked } from "./worked.ts";

/** The benefits of one outcome, one for each value of it, and what stands in the way of any. */
export function valuedOutcome(
  result: OutcomeResult,
  frame: OutcomeFrame,
): { readonly benefits: readonly BenefitResult[]; readonly problems: readonly OutcomeProblem[] } {
  const problems: OutcomeProblem[] = [];
  const benefits = result.input.values.map((value) => valued(result, value, frame, problems));
  return { benefits, problems };
}

function valued(
  result: OutcomeResult,
  value: ValueInput,
  frame: OutcomeFrame,
  problems: OutcomeProblem[],
): BenefitResult {
  const { input } = result;
  const worth = worthOf(result, value, frame, problems);
  const total = result.noEffectShown
    ? {
        ...none(value.name, "no effect shown", [worth.total], {
          unit: worth.total.unit,
          ref: value.ref,
          low: worth.total.low,
          high: worth.total.high,
        }),
      }
    : worth.total;
  const known = frame.volumes.perParticipant || frame.volumes.period.value !== undefined;
  const shifted = known ? worth.profile : undefined;
  const present = presentOf(total, shifted, result, value, frame, known, worth.when);
  return {
    ref: value.ref,
    name: value.name,
    origin: "outcome",
    kind: value.kind,
    gains: value.gains,
    outcome: input.outcome,
    includes: [],
    total,
    presentValue: present.corrected,
    presentValueUncorrected: present.uncorrected,
    profile: shifted,
    discounter: discounterOf(input, frame),
    lump: false,
    cashable: value.cashable,
    transfer: value.transfer === true,
    graded: value.graded === true,
    claim: input.ref,
  };
}

/** What is counted in QALYs has a schedule of its own. */
const discounterOf = ({ kind }: ClaimInput, frame: OutcomeFrame) =>
  kind === "qaly" ? frame.healthDiscounter : undefined;

/** Discounted by when it is gained; not known where the years are not. */
function presentOf(
  total: Worked,
  profile: Profile | undefined,
  { input }: OutcomeResult,
  value: ValueInput,
  frame: OutcomeFrame,
  periodKnown: boolean,
  when: WhenItFalls | undefined,
): { readonly corrected: Worked; readonly uncorrected: Worked } {
  if (total.value === undefined) return { corrected: total, uncorrected: total };
  if (profile !== undefined)
    return presentValueOf(total, profile, discounterOf(input, frame) ?? frame.discounter, value.correction, when);
  const missing = periodKnown ? (input.lag?.missing ?? []) : frame.volumes.period.missing;
  const worked = unknown(`${total.label}, present value`, missing, { unit: total.unit, ref: total.ref });
  return { corrected: worked, uncorrected: worked };
}

function worthOf(
  result: OutcomeResult,
  value: ValueInput,
  frame: OutcomeFrame,
  problems: OutcomeProblem[],
): { readonly total: Worked; readonly profile: Profile | undefined; readonly when?: WhenItFalls | undefined } {
  const { input } = result;
  const price = frame.prices.convert(value.price.worked, value.price.base);
  const currency = currencyOf(price.unit) ?? frame.prices.currency;
  const money = { unit: unit([currency, 1]), ref: value.ref };
  const below = price.unit.powers.filter(([, power]) => power < 0);
  const timed = below.some(([base]) => isCalendar(base));
  const nouns = below.filter(([base]) => !isCalendar(base)).map(([base]) => base);
  const refuse = (problem: OutcomeProblem): { total: Worked; profile: undefined } => {
    problems.push(problem);
    return {
      total: unknown(
        value.name,
        {
          reason: "line",
          what: value.name,
          ref: value.ref,
          because: [{ reason: "value-unknown", what: "a value whose unit fits the outcome" }],
        },
        money,
      ),
      profile: undefined,
    };
  };
  if (price.value === undefined)
    return {
      total: unknown(value.name, { reason: "line", what: value.name, ref: value.ref, because: price.missing }, money),
      profile: undefined,
    };
  const rate = isRate(input.without) || isRate(result.difference);
  if (rate && timed)
    return refuse({ reason: "rate-valued-by-year", ref: input.ref, value: value.ref, outcome: input.outcome });
  const counted = countedIn(result);
  const time = timeGained(result);
  const isOfTime = timed && nouns.every((noun) => PEOPLE.has(noun) || powerOf(result.reached.unit, noun) === 1);
  // A QALY is of a year already.
  const isUnfit = !fits(input, counted, nouns, frame) || (timed && input.kind === "qaly");
  if (time === undefined ? isUnfit : !isOfTime)
    return refuse({
      reason: "value-unit",
      ref: input.ref,
      value: value.ref,
      outcome: input.outcome,
      counts: counted === "qaly" ? "QALY" : (counted ?? time ?? input.counts ?? frame.volumes.unit),
    });
  const byYears = time === undefined && (rate || timed);
  if (byYears && input.lasts === undefined) {
    problems.push({ reason: "missing-lasts", ref: input.ref, outcome: input.outcome });
    const because = [
      { reason: "time-unknown" as const, what: `how long the effect on ${input.title} lasts`, ref: input.ref },
    ];
    return {
      total: unknown(value.name, { reason: "line", what: value.name, ref: value.ref, because }, money),
      profile: undefined,
    };
  }
  const years = byYears ? result.years : undefined;
  const yearly = timed ? perTimeFactor(price.unit, time ?? "year") : undefined;
  const once = years === undefined ? onceAtLag(input, frame) : undefined;
  const factors = [
    result.reached,
    result.improvement,
    ...(input.attribution === undefined ? [] : [input.attribution]),
    ...(years === undefined ? [] : [years.worked]),
    price,
    ...(yearly === undefined ? [] : [yearly]),
    ...(once?.inside === undefined ? [] : [once.inside]),
  ];
  const total = product(value.name, factors, {
    ...money,
    aspect: frame.volumes.perParticipant ? "for one participant" : "over the period",
  });
  const { profile, when } = years ?? once ?? { profile: undefined, when: undefined };
  if (total.value === undefined && total.none === undefined)
    return {
      total: unknown(value.name, { reason: "line", what: value.name, ref: value.ref, because: total.missing }, money),
      profile,
    };
  if (profile !== undefined && profile.length === 0)
    return { total: none(value.name, "not within the horizon", [total], money), profile };
  return { total, profile, when };
}

/** `8 weeks/child` less in care: what is gained is time itself, worth so much a week. */
const timeGained = ({ improvement }: OutcomeResult): string | undefined =>
  improvement.unit.powers.find(([base, power]) => power === 1 && isCalendar(base))?.[0];

/**
 * What an outcome is counted in that is not so many people who have it: QALYs, points of a score, events of a number of events for each
 * person (`0.4 incidents/child/year`).
 */
function countedIn({ input, difference }: OutcomeResult): string | undefined {
  if (input.kind === "qaly") return "qaly";
  const above = ({ unit: of }: Worked): string | undefined =>
    of.powers.find(([base, power]) => power > 0 && !isCalendar(base))?.[0];
  if (input.kind === "score") return above(difference) ?? "point";
  const of = above(input.without ?? difference);
  return of === "point" ? undefined : of;
}

/** Whether a value is per one of what the outcome counts. */
function fits(input: ClaimInput, counted: string | undefined, nouns: readonly string[], frame: OutcomeFrame): boolean {
  const [noun, second] = nouns;
  if (noun === undefined || second !== undefined) return false;
  if (noun === counted) return true;
  if (input.kind === "qaly") return false;
  if (input.kind === "score") return noun === "point";
  if (counted !== undefined) return EVENTS.has(noun);
  if (noun === (input.counts ?? frame.volumes.unit) || EVENTS.has(noun) || PEOPLE.has(noun)) return true;
  return input.kind === "event" && noun !== frame.volumes.unit;
}

const EVENTS = new Set(["event", "outcome", "case"]);
const PEOPLE = new Set(["person", "participant"]);
