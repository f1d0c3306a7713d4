/** What would make a printed p follow after all, where it does not follow from its interval as read. */
import type { Estimate, PValue } from "../../values/types.ts";
import { agrees, pFromInterval, rounding } from "../interval.ts";

export type PExplained =
  | { readonly kind: "one-sided" }
  /** The interval would give it at this level. */
  | { readonly kind: "level"; readonly level: number };

const levels = [90, 97.5, 99, 99.9];

/**
 * A reading under which the printed p follows from the interval within rounding: half the two-sided p (a one-sided test), or an interval
 * of another level where none was written. Undefined where p agrees as it stands, or nothing explains it.
 */
export function explainP(estimate: Estimate, p: PValue): PExplained | undefined {
  const allowed = pFromInterval(estimate);
  if (allowed === undefined || p.relation !== "equal" || agrees(p, allowed)) return undefined;
  const { interval } = estimate;
  if (meets(p, { low: allowed.low / 2, high: allowed.high / 2 })) return { kind: "one-sided" };
  if (interval === undefined || interval.levelWritten) return undefined;
  for (const level of levels) {
    const other = pFromInterval({ ...estimate, interval: { ...interval, level } });
    if (other !== undefined && meets(p, other)) return { kind: "level", level };
  }
  return undefined;
}

/** Overlap of what was printed with what the interval allows; no margin for other tests, since this names a cause. */
const meets = ({ value, written }: PValue, allowed: { readonly low: number; readonly high: number }): boolean =>
  value + rounding(written) >= allowed.low && value - rounding(written) <= allowed.high;

/** True when p follows from the interval as that of a one-sided test. */
export function agreesOneSided(estimate: Estimate, p: PValue): boolean {
  const allowed = pFromInterval(estimate);
  return allowed !== undefined && agrees(p, { low: allowed.low / 2, high: allowed.high / 2 });
}
