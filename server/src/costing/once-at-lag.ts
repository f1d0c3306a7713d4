/** What is gained at one moment, after the lag: a chance, points of a score, QALYs (schemas/FORMAT.md, "Outcomes"). */
import type { Profile } from "./discounting.ts";
import type { ClaimInput, OutcomeFrame } from "./outcomes.ts";
import { atOnce, laidOut } from "./timing.ts";
import { gainedOnce, insideHorizon, movedBy, type WhenItFalls } from "./when.ts";
import type { Worked } from "./worked.ts";

/** Gained once, in the year of the lag. */
export function onceAtLag(
  input: Pick<ClaimInput, "lag">,
  frame: OutcomeFrame,
): { readonly profile: Profile | undefined; readonly when?: WhenItFalls; readonly inside?: Worked } {
  const lag = input.lag === undefined ? 0 : input.lag.value;
  if (lag === undefined) return { profile: undefined };
  const { delivery: starts } = frame.volumes;
  const effect = atOnce(lag);
  const { total, profile } = laidOut(starts, effect, frame.horizon);
  const when = {
    ...gainedOnce({ starts, effect, total, horizon: frame.horizon }),
    moves: input.lag && movedBy([input.lag], ([from = 0]) => laidOut(starts, atOnce(from), frame.horizon).profile),
  };
  // Those who would have it beyond the horizon have none of it.
  const isCut = total > 0 && total < 1 - 1e-12;
  return { profile, when, ...(isCut ? { inside: insideHorizon(total, frame.horizon) } : {}) };
}
