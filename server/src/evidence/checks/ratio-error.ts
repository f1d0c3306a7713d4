/** On which scale a standard error printed beside a ratio stands: that of the logarithm, as we read it, or of the ratio itself. */
import type { Estimate, PValue } from "../../values/types.ts";
import { agrees, isRatio } from "../interval.ts";
import { multiplier, phi } from "../normal.ts";

export interface RatioError {
  /** Standard error of the logarithm, as the interval or the p puts it. */
  readonly logarithm: number;
  /** True where what is printed is that times the ratio: the error of the ratio itself (delta method, SE(OR) = OR x SE(ln OR)). */
  readonly ofRatio: boolean;
  readonly by: "interval" | "p value";
}

/** Share by which a rounded standard error may differ from the one that a rounded interval gives. */
const room = 0.15;

/**
 * Set where the standard error beside a ratio cannot be that of its logarithm: its interval, else its exact p, says so. Undefined where it
 * can, where nothing stands beside it to tell, or where both scales give the same (a ratio near one).
 */
export function ratioError(
  { metric, value, se, interval, about, bound }: Estimate,
  p: PValue | undefined,
): RatioError | undefined {
  if (!isRatio(metric) || se === undefined || !(se > 0) || !(value > 0) || about || bound !== undefined)
    return undefined;
  if (interval !== undefined) {
    if (!(interval.low > 0)) return undefined;
    const logarithm = Math.log(interval.high / interval.low) / (2 * multiplier(interval.level));
    if (!(logarithm > 0) || near(se, logarithm)) return undefined;
    return { logarithm, ofRatio: near(se, value * logarithm), by: "interval" };
  }
  if (p?.relation !== "equal" || value === 1 || !(p.value > 0)) return undefined;
  const follows = (error: number): boolean => {
    const central = 2 * (1 - phi(Math.abs(Math.log(value)) / error));
    return agrees(p, { low: central, high: central });
  };
  if (follows(se) || !follows(se / value)) return undefined;
  return { logarithm: se / value, ofRatio: true, by: "p value" };
}

const near = (a: number, b: number): boolean => Math.abs(Math.log(a / b)) <= room;
