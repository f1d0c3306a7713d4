/**
 * What a line is multiplied by (schemas/FORMAT.md, "What a line costs"): the unit left on it says so. A unit that nobody has counted leaves the line not
 * costed; it is never taken as 1.
 */
import { plural } from "../values/nouns.ts";
import type { Unit } from "../values/types.ts";
import { currencyOf, formatUnit, isCalendar, isClock, unit } from "../values/units.ts";
import { perYearFactor } from "./conversion.ts";
import type { Base, Volumes } from "./volumes.ts";
import { type Missing, product, unknown, type Worked } from "./worked.ts";

/** How a line grows into a total. */
export type Multiplier =
  | { readonly by: "once" }
  | { readonly by: "years" }
  | { readonly by: "participants"; readonly base: Base | "counted"; readonly has?: string; readonly time?: boolean }
  /** `yearly`: so many every year, so that each is paid for as it is delivered. */
  | { readonly by: "things"; readonly noun: string; readonly yearly?: boolean };

/** Why a line cannot be multiplied out. Stable: findings are chosen by it. */
export type LineProblem =
  | { readonly reason: "no-price"; readonly left: Unit }
  | { readonly reason: "units-left-over"; readonly left: Unit; readonly over: Unit }
  | {
      readonly reason: "unit-not-counted";
      readonly left: Unit;
      readonly noun: string;
      readonly known: readonly string[];
    }
  | { readonly reason: "missing-has"; readonly left: Unit; readonly noun: string; readonly participant: string }
  | { readonly reason: "missing-time-in-service"; readonly left: Unit };

export type Reading =
  | { readonly ok: true; readonly multiplier: Multiplier; readonly total: Worked }
  | { readonly ok: false; readonly problem: LineProblem };

/** Words that mean the participant, whatever the spec counts. */
const PARTICIPANT = new Set(["participant", "starter"]);

/** Multiplies an amount, reduced to one unit, by what that unit asks for. `base` replaces starters on a line per participant (`of:`). */
export function multiplyOut(
  label: string,
  amount: Worked,
  volumes: Volumes,
  base: { readonly base: Base | "counted"; readonly worked: Worked },
): Reading {
  const left = amount.unit;
  const currency = currencyOf(left);
  if (currency === undefined) return fail({ reason: "no-price", left });
  const above = left.powers.filter(([name, power]) => power > 0 && name !== currency);
  const below = left.powers.filter(([, power]) => power < 0);
  const over = below.filter(([name, power]) => power < -1 || isClock(name) || name === "FTE");
  if (above.length > 0 || over.length > 0)
    return fail({ reason: "units-left-over", left, over: unit(...above, ...over) });
  const nouns = below.filter(([name]) => !isCalendar(name)).map(([name]) => name);
  const times = below.filter(([name]) => isCalendar(name));
  const [noun, second] = nouns;
  if (times.length > 1) return fail({ reason: "units-left-over", left, over: unit(...times) });
  if (noun === undefined) {
    if (times.length === 0) return once(label, amount, volumes);
    return {
      ok: true,
      multiplier: { by: "years" },
      total: product(label, [...yearly(amount), volumes.period], money(currency, volumes)),
    };
  }
  if (second !== undefined) return notCounted(left, nouns.find((name) => !counts(volumes, name)) ?? second, volumes);
  return perNoun(label, amount, volumes, base, noun, times.length > 0, currency);
}

function once(label: string, amount: Worked, volumes: Volumes): Reading {
  if (!volumes.perParticipant) return { ok: true, multiplier: { by: "once" }, total: amount };
  const missing: Missing = { reason: "not-per-participant", what: `the share of ${label} that one participant bears` };
  return {
    ok: true,
    multiplier: { by: "once" },
    total: unknown(label, missing, { unit: amount.unit, ref: amount.ref }),
  };
}

function perNoun(
  label: string,
  amount: Worked,
  volumes: Volumes,
  base: { readonly base: Base | "counted"; readonly worked: Worked },
  noun: string,
  timed: boolean,
  currency: string,
): Reading {
  const left = amount.unit;
  if (noun === volumes.unit || PARTICIPANT.has(noun)) {
    const multiplier: Multiplier = { by: "participants", base: base.base, ...(timed ? { time: true } : {}) };
    if (!timed) return { ok: true, multiplier, total: product(label, [amount, base.worked], money(currency, volumes)) };
    if (isAbsent(volumes.timeInService)) return fail({ reason: "missing-time-in-service", left });
    return {
      ok: true,
      multiplier,
      total: product(label, [...yearly(amount), volumes.timeInService, base.worked], money(currency, volumes)),
    };
  }
  if (noun === "completer" && !timed) {
    return {
      ok: true,
      multiplier: { by: "participants", base: "completers" },
      total: product(label, [amount, volumes.bases.completers], money(currency, volumes)),
    };
  }
  const thing = volumes.things.get(noun);
  if (thing !== undefined) {
    if (timed) return notCounted(left, left.powers.find(([name]) => isCalendar(name))?.[0] ?? noun, volumes);
    return {
      ok: true,
      multiplier: { by: "things", noun, ...(volumes.flows?.has(noun) === true ? { yearly: true } : {}) },
      total: product(label, [amount, thing], money(currency, volumes)),
    };
  }
  const has = volumes.has.get(noun);
  if (has === undefined) {
    if (PEOPLE.has(noun) && volumes.unit !== "")
      return fail({ reason: "missing-has", left, noun, participant: volumes.unit });
    return notCounted(left, noun, volumes);
  }
  const multiplier: Multiplier = { by: "participants", base: base.base, has: noun, ...(timed ? { time: true } : {}) };
  if (!timed)
    return { ok: true, multiplier, total: product(label, [amount, has, base.worked], money(currency, volumes)) };
  if (isAbsent(volumes.timeInService)) return fail({ reason: "missing-time-in-service", left });
  return {
    ok: true,
    multiplier,
    total: product(label, [...yearly(amount), volumes.timeInService, has, base.worked], money(currency, volumes)),
  };
}

/** People a participant may bring along; anything else that is not counted belongs in `delivery`. */
const PEOPLE = new Set([
  "child",
  "family",
  "parent",
  "carer",
  "pupil",
  "person",
  "mother",
  "father",
  "adult",
  "young-person",
  "couple",
  "case",
  "household",
  "baby",
  "infant",
  "student",
  "client",
  "user",
]);

const isAbsent = (worked: Worked): boolean =>
  worked.value === undefined && worked.missing.some(({ reason }) => reason === "time-unknown");

function yearly(amount: Worked): readonly Worked[] {
  const factor = perYearFactor(amount.unit);
  return factor === undefined ? [amount] : [amount, factor];
}

/** Money for all of them, or for the one participant that is worked out alone. */
const money = (currency: string, { perParticipant }: Volumes) => ({
  unit: unit([currency, 1]),
  aspect: perParticipant ? "for one participant" : "over the period",
});
const fail = (problem: LineProblem): Reading => ({ ok: false, problem });
const counts = (volumes: Volumes, noun: string): boolean =>
  noun === volumes.unit || volumes.things.has(noun) || volumes.has.has(noun);

function notCounted(left: Unit, noun: string, volumes: Volumes): Reading {
  const known = [volumes.unit, ...volumes.has.keys(), ...volumes.things.keys()].filter((name) => name !== "");
  return fail({ reason: "unit-not-counted", left, noun, known });
}

/** The problem in a few words, for a list of what is missing. */
export function describeProblem(problem: LineProblem): string {
  const left = formatUnit(problem.left);
  switch (problem.reason) {
    case "no-price":
      return `a price (${left === "" ? "a bare number" : left} is left)`;
    case "units-left-over":
      return `units that cancel (${formatUnit(problem.over)} is left over of ${left})`;
    case "unit-not-counted":
      return `the number of ${plural(problem.noun)} (nobody has counted them)`;
    case "missing-has":
      return `how many ${plural(problem.noun)} one ${problem.participant} has`;
    case "missing-time-in-service":
      return "the time that one participant is served";
  }
}
