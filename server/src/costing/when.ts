/** Why an amount falls in the years it does, and how each year's share of it is worked out: said in a derivation, never used in a sum. */
import { unit } from "../values/units.ts";
import type { Profile } from "./discounting.ts";
import { type Effect, longestHorizon } from "./timing.ts";
import { apply, given, product, quotient, sum, type Worked } from "./worked.ts";

export interface WhenItFalls {
  /** The rule, in words. */
  readonly rule: string;
  /** How the share of a year is worked out; without it the rule is all there is to say. */
  share?(year: number): Worked | undefined;
  /** Where the years hang on values that may be otherwise: the values, and the years from them. */
  readonly moves?: Moves | undefined;
}

export interface Moves {
  readonly operands: readonly Worked[];
  profile(values: readonly number[]): Profile;
}

/** `moves` where any of the values has a range; undefined otherwise, so that nothing more is worked out. */
export const movedBy = (operands: readonly Worked[], profile: Moves["profile"]): Moves | undefined =>
  operands.some(({ low }) => low !== undefined) ? { operands, profile } : undefined;

export const inFirstYear: WhenItFalls = { rule: "paid once, in year 0" };
export const evenlyDelivered: WhenItFalls = { rule: "spread evenly over the years of delivery" };
/** A participant worked out alone is served in the year of the start. */
export const byOneParticipant: WhenItFalls = { rule: "one participant, in the year of the start" };

/** At each purchase: in year 0, and again whenever what was bought is worn out. */
export function boughtAgain(years: readonly number[]): WhenItFalls {
  const last = years.at(-1) ?? 0;
  return years.length < 2
    ? { rule: "paid once, in year 0: it lasts the years of delivery" }
    : {
        rule: `paid at each purchase, in equal parts: in years ${years.slice(0, -1).slice(0, 10).join(", ")} and ${last}`,
      };
}

/** The residual value, at the end of each life inside the period. */
export const comesBack = (years: readonly number[]): WhenItFalls => ({
  rule: `comes back at the end of each life: ${years.length === 1 ? "in year" : "in equal parts, in years"} ${years.slice(0, 10).join(", ")}`,
});

/** Start-up, yet for each of something: nobody says that all of them start in year 0. */
export const asTheyStart = (what: string): WhenItFalls => ({
  rule: `start-up for each ${what}, so it falls as they start: spread evenly over the years of delivery (a plain sum in £, or one that \`lasts\`, falls in year 0)`,
});

/** A sum over years that is taken as worth its amount at the start of each participant. */
const LUMPS = {
  "present-value": "already a present value, by its source: worth that much in the year in which a participant starts",
  unknown:
    "the source does not say whether it is discounted: taken as worth that much in the year in which a participant starts",
  "no-years":
    "written as undiscounted, but not over how many years: taken as worth that much in the year in which a participant starts",
} as const;

export type Lump = keyof typeof LUMPS;

const COHORTS =
  "starters are spread evenly over the years of delivery, and those of a year start on its first day; what falls in a year is what each year's starters have then";

const SERVICE = "for the service as a whole, counted from year 0";

/** What laying each participant's years out over the years of delivery came from (`laidOut`). */
export interface Laying {
  readonly starts: Profile;
  readonly effect: Effect;
  readonly total: number;
  readonly horizon: number | undefined;
  /** Of the service as a whole: no participant's, so that no year's starters come into it. */
  readonly service?: boolean;
}

const whose = ({ service }: Laying): string => (service === true ? SERVICE : COHORTS);

/** A lump, spread only as the starters are. */
export const lumpSum = (lump: Lump, laying: Laying): WhenItFalls => ({
  rule: laying.starts.length > 1 ? `${LUMPS[lump]}; ${COHORTS}` : LUMPS[lump],
  share: (year) => cohorts(year, laying, "Part gained in the year of the start", ""),
});

/** Undiscounted, spread evenly over some years, from the lag on. */
export const gainedEvenly = (over: number, lag: number, laying: Laying): WhenItFalls => ({
  rule: `gained evenly over ${over} years ${lag === 0 ? "after the start" : `from ${lag} years after the start on`}; ${whose(laying)}`,
  share: (year) => cohorts(year, laying, "Part gained", "gained evenly over the years"),
});

/** Gained evenly over twelve months, that begin some years after the start. */
export const gainedInYear = (from: number, laying: Laying): WhenItFalls => ({
  rule: `gained evenly over the twelve months that begin ${from === 0 ? "at the start" : `${from} ${from === 1 ? "year" : "years"} after the start`}; ${whose(laying)}`,
  share: (year) => cohorts(year, laying, "Part gained", "gained evenly over the twelve months"),
});

/** Gained once, in the year that the lag ends in. */
export const gainedOnce = (laying: Laying): WhenItFalls => ({
  rule: `gained once, in the year in which the lag ends; ${whose(laying)}`,
  share: (year) => cohorts(year, laying, "Part gained", "all of it, when the lag ends"),
});

/** By the years in effect. */
export const byYearsInEffect = (laying: Laying): WhenItFalls => ({
  rule: `falls as the years in effect do; ${whose(laying)}`,
  share: (year) => cohorts(year, laying, "Years in effect", "see Years in effect", true),
});

/** A value that is worked out elsewhere, or follows from its rule alone. */
export const ruled = (label: string, value: number, note: string, of = unit()): Worked =>
  apply(label, [], () => value, { unit: of, note });

/** Of years of starting with years after the start: beyond it the rule says enough, and no reader goes through them. */
const mostPairs = 400;

function cohorts(year: number, laying: Laying, label: string, note: string, inYears = false): Worked | undefined {
  const { starts, effect, total, horizon } = laying;
  const whole = effect(longestHorizon);
  if (starts.length * whole.length > mostPairs) return undefined;
  const of = inYears ? unit(["year", 1]) : unit();
  const parts: Worked[] = [];
  for (const start of starts) {
    const after = year - start.year;
    const uncut = whole.find((part) => part.year === after)?.share ?? 0;
    const share =
      horizon === undefined ? uncut : (effect(horizon - start.year).find((part) => part.year === after)?.share ?? 0);
    if (share === 0) continue;
    const said = `${label}, in year ${after} after the start`;
    const until = Math.abs(share - uncut) < 1e-12 ? "" : `, up to the horizon of ${horizon} years`;
    const had =
      share === 1 && !inYears ? given(said, 1) : ruled(said, share, `${note === "" ? "all of it" : note}${until}`, of);
    if (laying.service === true) {
      parts.push({ ...had, label: `${label}, in year ${year}` });
      continue;
    }
    parts.push(
      product(`From those who start in year ${start.year}`, [
        ruled(`Part of the starters who start in year ${start.year}`, start.share, "evenly over the years of delivery"),
        had,
      ]),
    );
  }
  if (parts.length === 0) return undefined;
  const falls = sum(`What falls in year ${year}`, parts);
  if (Math.abs(total - 1) < 1e-12 && !inYears) return falls;
  return quotient(
    `Share in year ${year}`,
    falls,
    ruled(
      inYears ? "Years in effect, in all years" : "All years together",
      total,
      "the sum of what falls in each year",
      of,
    ),
  );
}

/** The part of what every starter has that falls inside the horizon. */
export const insideHorizon = (share: number, horizon: number | undefined): Worked =>
  given("Part inside the horizon", share, {
    note: `within ${horizon ?? 0} years`,
    steps: () =>
      ruled(
        "",
        share,
        `what falls within ${horizon ?? 0} years of year 0, each year's starters counted from their own first day`,
      ),
  });
