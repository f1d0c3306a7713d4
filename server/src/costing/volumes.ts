/** How many are served, and how many of anything a line may be "per" (schemas/FORMAT.md, "How many"). */
import { plural } from "../values/nouns.ts";
import { unit } from "../values/units.ts";
import type { Profile } from "./discounting.ts";
import { evenly, inYearZero } from "./timing.ts";
import { given, type Missing, product, quotient, unknown, type Worked } from "./worked.ts";

export type Base = "starters" | "completers" | "offered" | "eligible";

/** Totals over the period of delivery. What is not counted is an unknown value that says so. */
export interface Volumes {
  /** What is counted as one participant: `family`. */
  readonly unit: string;
  readonly bases: Readonly<Record<Base, Worked>>;
  /** Those eligible are everyone of the ages who lives in the area: a number at one time, not one of the whole period. */
  readonly universal?: boolean;
  /** Years of delivery. */
  readonly period: Worked;
  /** When starts, and yearly money, fall. */
  readonly delivery: Profile;
  /** `1.5 children/family`: other things that one participant brings, by noun. */
  readonly has: ReadonlyMap<string, Worked>;
  /** Years that one participant is served. */
  readonly timeInService: Worked;
  /** Courses, groups, schools: totals over the period, by noun. Absent: not counted at all. */
  readonly things: ReadonlyMap<string, Worked>;
  /** Those of them that are counted by the year: new ones every year. */
  readonly flows?: ReadonlySet<string>;
  /** Whether these are one participant's, not the service's: sums in £ then have no place. */
  readonly perParticipant: boolean;
}

/** One volume as written: a number of participants, in total, a year, or per course. */
export interface WrittenVolume {
  readonly worked: Worked;
  readonly per:
    | { readonly kind: "total" }
    | { readonly kind: "year" }
    | { readonly kind: "thing"; readonly noun: string };
}

/** A total over the period: a flow times its years, a number per course times the courses, or the total as written. Never two readings. */
export function totalOf(
  label: string,
  volume: WrittenVolume,
  period: Worked,
  things: ReadonlyMap<string, Worked>,
): Worked {
  switch (volume.per.kind) {
    case "total":
      return volume.worked;
    case "year":
      return product(label, [volume.worked, period], { aspect: "over the period" });
    case "thing": {
      const { noun } = volume.per;
      const counted =
        things.get(noun) ??
        unknown(`Number of ${plural(noun)}`, {
          reason: "volume-unknown",
          what: `the number of ${plural(noun)} in delivery`,
        });
      return product(label, [volume.worked, counted], { aspect: "over the period" });
    }
  }
}

/** When delivery runs: evenly over the period; undefined period: everything in year 0 as far as anyone can say. */
export function deliveryProfile(period: Worked): Profile {
  return period.value === undefined ? inYearZero : evenly(period.value);
}

/**
 * The volumes of one starter, in year 0: what figures per participant need when the number of starters is not known. Other bases
 * keep their proportion to starters where both are known in the same terms; one course is the share of it that one starter takes.
 */
export function oneStarter(
  volumes: Volumes,
  ratios: Readonly<Partial<Record<Base, Worked>>>,
  perThing: ReadonlyMap<string, Worked>,
): Volumes {
  const one = given(`One ${volumes.unit}`, 1, {
    unit: unit([volumes.unit, 1]),
    note: "worked out for one of them: how many start, or over how many years, is not known",
  });
  const relative = (base: Base): Worked => {
    const ratio = ratios[base];
    return ratio === undefined ? lackRatio(base) : product(`${capital(base)} for each starter`, [one, ratio]);
  };
  const things = new Map<string, Worked>();
  for (const [noun, counted] of volumes.things) {
    const share = perThing.get(noun);
    things.set(
      noun,
      share === undefined
        ? unknown(counted.label, notPerParticipant(`the share of one ${noun} that one starter takes`))
        : quotient(`Share of a ${noun} for each starter`, one, share),
    );
  }
  return {
    ...volumes,
    bases: {
      starters: one,
      completers: relative("completers"),
      offered: relative("offered"),
      eligible: relative("eligible"),
    },
    period: unknown("Period", notPerParticipant("a yearly sum for one participant"), { unit: unit(["year", 1]) }),
    delivery: inYearZero,
    things,
    perParticipant: true,
  };
}

const lackRatio = (base: Base): Worked =>
  unknown(`${capital(base)} for each starter`, {
    reason: "volume-unknown",
    what: `the number of ${base} for each starter`,
  });
const notPerParticipant = (what: string): Missing => ({ reason: "not-per-participant", what });
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A site whose numbers nobody gave: what the service serves in all is not what the site serves. */
export function withoutSplit(volumes: Volumes, site: string): Volumes {
  const none = (of: Worked): Worked =>
    unknown(of.label, { reason: "volume-unknown", what: `how many of them are at ${site}` }, { unit: of.unit });
  const { starters, completers, offered, eligible } = volumes.bases;
  return {
    ...volumes,
    bases: {
      starters: none(starters),
      completers: none(completers),
      offered: none(offered),
      eligible: none(eligible),
    },
    things: new Map([...volumes.things].map(([noun, counted]) => [noun, none(counted)])),
  };
}
