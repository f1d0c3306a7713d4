/** Years in effect and when they fall: of an outcome's effect, or of a yearly benefit that an evaluation gave (schemas/FORMAT.md, "Outcomes"). */
import { NO_UNIT, unit } from "../values/units.ts";
import type { Profile } from "./discounting.ts";
import { effectSteps } from "./effect-steps.ts";
import { inEffect, inYearZero, laidOut } from "./timing.ts";
import type { Volumes } from "./volumes.ts";
import { byYearsInEffect, movedBy, type WhenItFalls } from "./when.ts";
import { apply, given, none, unknown, type Worked } from "./worked.ts";

export interface EffectYears {
  readonly worked: Worked;
  readonly profile: Profile;
  readonly when?: WhenItFalls;
}

/** When something runs: in years; left out, no lag, not known how long, and no drop-off. */
export interface Running {
  readonly lag?: Worked | undefined;
  readonly lasts?: Worked | undefined;
  /** Share lost at each anniversary. */
  readonly dropOff?: Worked | undefined;
}

/**
 * Years in effect for one participant on average, and when they fall; for a `service` as a whole, counted from year 0. Undefined where
 * how long it lasts is not written.
 */
export function effectYears(
  running: Running,
  { volumes, horizon }: { readonly volumes: Volumes; readonly horizon: number | undefined },
  service = false,
): EffectYears | undefined {
  const starts = service ? inYearZero : volumes.delivery;
  const lag = running.lag ?? noLag;
  const dropOff = running.dropOff ?? noDropOff;
  const { lasts } = running;
  if (lasts === undefined) return undefined;
  const label = "Years in effect";
  const extra = { unit: unit(["year", 1]) };
  if (lag.value === undefined || lasts.value === undefined || dropOff.value === undefined)
    return { worked: unknown(label, [...lag.missing, ...lasts.missing, ...dropOff.missing], extra), profile: [] };
  if (!volumes.perParticipant && volumes.period.value === undefined && horizon !== undefined)
    return { worked: unknown(label, volumes.period.missing, extra), profile: [] };
  const effect = inEffect(lag.value, lasts.value, dropOff.value);
  const at = laidOut(starts, effect, horizon);
  if (at.total === 0) return { worked: none(label, "not within the horizon", [lag, lasts]), profile: [] };
  const worked = apply(
    label,
    [lag, lasts, dropOff],
    ([from = 0, years = 0, lost = 0]) => laidOut(starts, inEffect(from, years, lost), horizon).total,
    {
      ...extra,
      note: `from the lag for as long as it lasts${running.dropOff === undefined ? "" : ", less the drop-off at each anniversary of its first day, compounding"}${horizon === undefined ? "" : `, up to ${horizon} years`}`,
      steps: () => effectSteps(lag, lasts, dropOff, at.total, horizon),
    },
  );
  const moves = movedBy(
    [lag, lasts, dropOff],
    ([from = 0, years = 0, lost = 0]) => laidOut(starts, inEffect(from, years, lost), horizon).profile,
  );
  const when = byYearsInEffect({ starts, effect, total: at.total, horizon, service });
  return { worked, profile: at.profile, when: { ...when, moves } };
}

const noLag = given("No lag written", 0, { unit: unit(["year", 1]) });
const noDropOff = given("No drop-off written", 0, { unit: NO_UNIT });
