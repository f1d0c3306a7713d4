/** Whether an estimate stands in the middle of its interval, on the scale where it should. */
import type { Estimate } from "../../values/types.ts";
import { isRatio, rounding } from "../interval.ts";

/** Share of the half-width by which an estimate may stand off the middle besides rounding: other tests, profile likelihoods. */
const room = 0.15;

/** Beyond this the interval was made some other way than by a standard error: a bootstrap, an exact method, or a misprint. */
export interface OffCentre {
  /** Where the middle of the interval lies, on the metric's own numbers. */
  readonly middle: number;
  /** True of a ratio that stands in the middle on the plain scale, where ratios are not symmetric. */
  readonly plainScale: boolean;
}

/**
 * An estimate off the middle of its interval by more than rounding and a margin for other methods allow; on the logarithm for
 * ratios. Undefined where it stands in the middle, or the interval cannot be judged (no width, an end of zero, one-sided).
 */
export function offCentre({ metric, value, written, interval, about, bound }: Estimate): OffCentre | undefined {
  if (interval === undefined || about || bound !== undefined) return undefined;
  const { low, high } = interval;
  const slack = { estimate: rounding(written), end: rounding(interval.written) };
  const ratio = isRatio(metric) || metric === "relative";
  if (!ratio) return plain(value, low, high, slack) ? undefined : { middle: (low + high) / 2, plainScale: false };
  const base = metric === "relative" ? 1 : 0;
  // A lower end that rounding could make zero has no logarithm to judge.
  if (low + base - slack.end <= 0 || high <= low) return undefined;
  if (logarithmic(value + base, low + base, high + base, slack)) return undefined;
  return {
    middle: Math.sqrt((low + base) * (high + base)) - base,
    plainScale: plain(value, low, high, { ...slack }, 0.02),
  };
}

interface Slack {
  readonly estimate: number;
  readonly end: number;
}

const plain = (value: number, low: number, high: number, slack: Slack, share = room): boolean =>
  Math.abs((low + high) / 2 - value) <= slack.estimate + slack.end + (share * (high - low)) / 2;

function logarithmic(value: number, low: number, high: number, slack: Slack): boolean {
  const middle = [
    (Math.log(low - slack.end) + Math.log(high - slack.end)) / 2,
    (Math.log(low + slack.end) + Math.log(high + slack.end)) / 2,
  ] as const;
  const margin = (room * (Math.log(high) - Math.log(low))) / 2;
  const lowest = Math.log(Math.max(value - slack.estimate, Number.MIN_VALUE));
  const highest = Math.log(value + slack.estimate);
  return lowest <= middle[1] + margin && highest >= middle[0] - margin;
}
