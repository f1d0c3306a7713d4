/** When a benefit that an evaluation gave falls (schemas/FORMAT.md, "Benefits an evaluation has valued"): a sum, a yearly amount, or amounts by year. */
import type { Unit } from "../values/types.ts";
import { isCalendar, unit } from "../values/units.ts";
import type { AmountInput } from "./costs.ts";
import type { Profile } from "./discounting.ts";
import { type EffectYears, effectYears, type Running } from "./effect-years.ts";
import type { OutcomeFrame } from "./outcomes.ts";
import { atOnce, type Effect, gainedOver, inYearZero, laidOut } from "./timing.ts";
import { gainedEvenly, gainedInYear, gainedOnce, type Laying, lumpSum, movedBy, type WhenItFalls } from "./when.ts";
import { given, type Missing, type Worked } from "./worked.ts";

/** What decides when a benefit falls. */
export interface TimedBenefit extends Running {
  readonly amount:
    | AmountInput
    | { readonly bySite: ReadonlyMap<string, AmountInput> }
    | { readonly byYear: readonly AmountInput[] };
  readonly valued: "present-value" | "undiscounted" | "unknown";
  /** Years. */
  readonly over: Worked | undefined;
}

export interface Timing {
  /** The part of it inside the horizon, and the years it falls in. */
  readonly at: { readonly total: number; readonly profile: Profile };
  /** Whether the amount is already less what lies beyond the horizon. */
  readonly inside: boolean;
  when(): WhenItFalls;
  /** Its years are not known. */
  readonly lump: boolean;
  /** Counted from year 0 for the service as a whole: no year's starters come into it. */
  readonly service: boolean;
  /** What is missing of when it falls. */
  readonly missing: readonly Missing[];
  /** Years that a yearly amount is multiplied by. */
  readonly years?: Worked | undefined;
}

/** Whether money is of a year (or week...), and whether that is all it is per: then it is the whole service's. */
function timeOf(of: Unit): { readonly yearly: boolean; readonly service: boolean } {
  const below = of.powers.filter(([, power]) => power < 0);
  return {
    yearly: below.some(([base]) => isCalendar(base)),
    service: below.every(([base]) => isCalendar(base)),
  };
}

function unitOf(amount: TimedBenefit["amount"]): Unit {
  if ("byYear" in amount) return unit();
  const first = "bySite" in amount ? [...amount.bySite.values()][0] : amount;
  return first?.price.worked.unit ?? unit();
}

/**
 * A yearly amount that runs from `lag` for `lasts`: `£500/family/year` of each participant, `£10,000/year` of the service from year 0 on.
 * Undefined of anything else: sums, and yearly amounts that are multiplied by the time in service or by the years of delivery.
 */
export function runningOf(input: TimedBenefit, frame: OutcomeFrame): Timing | undefined {
  const { yearly, service } = timeOf(unitOf(input.amount));
  const ofDelivery = service && input.valued === "undiscounted" && input.over === undefined;
  if (!yearly || (input.lasts === undefined && !ofDelivery)) return undefined;
  // What the service gains is not one participant's.
  if (service && frame.volumes.perParticipant) return undefined;
  const lump = input.valued === "present-value";
  const running = { ...input, lasts: input.lasts ?? frame.volumes.period };
  const years = effectYears(running, lump ? { ...frame, horizon: undefined } : frame, service) as EffectYears;
  if (lump) return { ...sumOf(input, frame), years: years.worked };
  return {
    at: { total: years.worked.none === undefined ? 1 : 0, profile: years.profile },
    inside: true,
    when: () => years.when ?? { rule: "falls as the years in effect do" },
    lump: false,
    service,
    missing: [],
    years: years.worked,
  };
}

/** A sum: over some years, at one moment, or, where nobody says when, in the year of the start. */
export function sumOf(input: TimedBenefit, frame: OutcomeFrame): Timing {
  const plain = input.valued === "undiscounted";
  const over = plain ? input.over?.value : undefined;
  const lag = plain && input.lag !== undefined ? input.lag : noLag;
  const from = lag.value ?? 0;
  const effect = over === undefined ? atOnce(from) : gainedOver(over, from);
  const laying = layingOf(effect, frame, false);
  const { horizon } = frame;
  return {
    at: laying,
    inside: false,
    when: () => {
      if (over !== undefined && input.over !== undefined)
        return {
          ...gainedEvenly(over, from, laying),
          moves: movedBy(
            [input.over, lag],
            ([years = 0, late = 0]) => laidOut(laying.starts, gainedOver(years, late), horizon).profile,
          ),
        };
      if (lag !== noLag && lag.value !== undefined)
        return {
          ...gainedOnce(laying),
          moves: movedBy([lag], ([late = 0]) => laidOut(laying.starts, atOnce(late), horizon).profile),
        };
      return lumpSum(input.valued === "undiscounted" ? "no-years" : input.valued, laying);
    },
    // Years that are said to be unknown leave what hangs on them not known; years not said are those of a lump.
    lump: over === undefined && lag === noLag && (input.over === undefined || !plain),
    service: false,
    missing: plain ? [...lag.missing, ...(input.over?.missing ?? [])] : [],
  };
}

/** The amount of one year of a stream, the first from `lag` on. */
export function yearOfStream(input: TimedBenefit, written: AmountInput, year: number, frame: OutcomeFrame): Timing {
  const years = given("Years that it is gained in", 1, { unit: unit(["year", 1]), note: "an amount of one year" });
  if (input.valued === "present-value") return { ...sumOf(input, frame), years };
  const lag = input.lag ?? noLag;
  const effect = (late: number): Effect => gainedOver(1, late + year);
  const service = timeOf(written.price.worked.unit).service && !frame.volumes.perParticipant;
  const laying = layingOf(effect(lag.value ?? 0), frame, service);
  return {
    at: laying,
    inside: false,
    when: () => ({
      ...gainedInYear((lag.value ?? 0) + year, laying),
      moves: movedBy([lag], ([late = 0]) => laidOut(laying.starts, effect(late), frame.horizon).profile),
    }),
    lump: false,
    service,
    missing: lag.missing,
    years,
  };
}

function layingOf(effect: Effect, frame: OutcomeFrame, service: boolean): Laying & Timing["at"] {
  const starts = service ? inYearZero : frame.volumes.delivery;
  const at = laidOut(starts, effect, frame.horizon);
  return { ...at, starts, effect, horizon: frame.horizon, service };
}

/** A frame in which a yearly amount is multiplied by the years that it runs. */
export function overItsYears(frame: OutcomeFrame, timing: Timing | undefined): OutcomeFrame {
  const years = timing?.years;
  if (years === undefined) return frame;
  const { volumes } = frame;
  // What is the service's is no participant's, however many years it runs.
  const period = volumes.perParticipant ? volumes.period : years;
  return { ...frame, volumes: { ...volumes, period, timeInService: years } };
}

const noLag = given("No lag written", 0, { unit: unit(["year", 1]) });
