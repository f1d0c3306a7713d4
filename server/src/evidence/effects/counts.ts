/** Effects from counts: events out of a total with the intervention and without. */
import { withError } from "./spread.ts";
import type { Counts, SizedEffect } from "./types.ts";

export interface CountEffects {
  readonly RD: SizedEffect;
  readonly RR: SizedEffect;
  readonly OR: SizedEffect;
  /** True where an arm has none or all: a half was added to every cell for the ratios. */
  readonly corrected: boolean;
}

/**
 * Risk difference, relative risk and odds ratio with their standard errors: sqrt(p1 q1/n1 + p0 q0/n0); of ln RR
 * sqrt(1/a - 1/n1 + 1/c - 1/n0); of ln OR sqrt(1/a + 1/b + 1/c + 1/d). A half is added to each cell of the ratios where a cell
 * is empty (Cochrane Handbook 6.4). Undefined where an arm is empty or holds more events than people. `widening` is the
 * square root of the design effect, 1 where participants are independent.
 */
export function fromCounts(withIt: Counts, without: Counts, widening = 1): CountEffects | undefined {
  const fits = ({ events, total }: Counts): boolean => total > 0 && events >= 0 && events <= total;
  if (!fits(withIt) || !fits(without)) return undefined;
  const p1 = withIt.events / withIt.total;
  const p0 = without.events / without.total;
  const empty = [p1, 1 - p1, p0, 1 - p0].some((share) => share === 0);
  const add = empty ? 0.5 : 0;
  const a = withIt.events + add;
  const b = withIt.total - withIt.events + add;
  const c = without.events + add;
  const d = without.total - without.events + add;
  const spread = (scale: "RD" | "RR" | "OR", value: number, variance: number): SizedEffect =>
    variance > 0 ? withError(scale, value, widening * Math.sqrt(variance), "counts") : { scale, value };
  return {
    RD: spread("RD", p1 - p0, (p1 * (1 - p1)) / withIt.total + (p0 * (1 - p0)) / without.total),
    RR: spread("RR", a / (a + b) / (c / (c + d)), 1 / a - 1 / (a + b) + 1 / c - 1 / (c + d)),
    OR: spread("OR", (a * d) / (b * c), 1 / a + 1 / b + 1 / c + 1 / d),
    corrected: empty,
  };
}
