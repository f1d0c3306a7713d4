/** Distributions of uncertain inputs: how each is fitted to what an author wrote, and its quantiles. */
import betaQuantile from "@stdlib/stats-base-dists-beta-quantile";
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import { exp, ln } from "./exact.ts";

export type DistributionName = "normal" | "log-normal" | "beta" | "triangular" | "uniform";

/**
 * `normal` and `log-normal` have one spread below the middle and one above, so that the median is the estimate and the ends of the
 * interval are those printed, also where rounding or the source leaves the two sides unequal. Spreads are standard deviations (of the
 * logarithm for `log-normal`).
 */
export type Distribution =
  | { readonly name: "normal" | "log-normal"; readonly middle: number; readonly below: number; readonly above: number }
  | { readonly name: "beta"; readonly a: number; readonly b: number }
  | { readonly name: "triangular"; readonly low: number; readonly mode: number; readonly high: number }
  | { readonly name: "uniform"; readonly low: number; readonly high: number };

/** What an author wrote about how sure a value is. */
export type Spread =
  /** A confidence interval of `level` percent; a standard error is its interval of 95. */
  | { readonly kind: "interval"; readonly low: number; readonly high: number; readonly level: number }
  /** `£1,000 to £1,400`: no value outside is held possible. */
  | { readonly kind: "range"; readonly low: number; readonly high: number }
  /** `44/108`. */
  | { readonly kind: "counts"; readonly events: number; readonly total: number };

/** What sort of number it is: a ratio is above 0, a share between 0 and 1. */
export type Scale = "additive" | "ratio" | "share" | "amount";

/** Standard normal quantile. */
export const normalAt = (share: number): number => normalQuantile(share, 0, 1);

/** Half-width of a two-sided interval of `level` percent, in standard deviations. */
const deviations = (level: number): number => normalAt(0.5 + level / 200);

/**
 * The distribution of a value under a spread; `wanted` overrules the usual choice where it can be fitted. Undefined where nothing
 * fits: the ends lie on one side of the value, or there is no width.
 *
 * Usual choice: counts and shares with an interval, beta; ranges, triangular about the value; ratios, log-normal; amounts with an
 * interval, normal or log-normal, whichever has the estimate nearer to the middle of its interval; the rest, normal.
 */
export function distributionOf(
  value: number,
  spread: Spread,
  scale: Scale,
  wanted?: DistributionName,
): Distribution | undefined {
  if (spread.kind === "counts") return ofCounts(value, spread.events, spread.total, wanted);
  const { low, high } = spread;
  if (!(low < high) || !(low <= value && value <= high)) return undefined;
  const level = spread.kind === "interval" ? spread.level : 95;
  if (!(level > 0 && level < 100)) return undefined;
  const z = deviations(level);
  for (const name of [...(wanted === undefined ? [] : [wanted]), ...usual(value, spread, scale)]) {
    const fitted = fitTo(name, value, low, high, z);
    if (fitted !== undefined) return fitted;
  }
  return undefined;
}

function usual(value: number, spread: Exclude<Spread, { kind: "counts" }>, scale: Scale): readonly DistributionName[] {
  if (spread.kind === "range") return ["triangular"];
  if (scale === "ratio") return ["log-normal", "normal"];
  if (scale === "share") return ["beta", "normal"];
  if (scale === "additive" || spread.low <= 0) return ["normal"];
  const { low, high } = spread;
  const plain = Math.abs(value - (low + high) / 2) / (high - low);
  const logged = Math.abs(ln(value) - (ln(low) + ln(high)) / 2) / (ln(high) - ln(low));
  return logged < plain ? ["log-normal"] : ["normal"];
}

function fitTo(name: DistributionName, value: number, low: number, high: number, z: number): Distribution | undefined {
  switch (name) {
    case "normal":
      return { name, middle: value, below: (value - low) / z, above: (high - value) / z };
    case "log-normal":
      if (low <= 0) return undefined;
      return { name, middle: value, below: (ln(value) - ln(low)) / z, above: (ln(high) - ln(value)) / z };
    case "beta": {
      // By moments: the mean is the value, the standard deviation that of the interval.
      const sd = (high - low) / (2 * z);
      const both = (value * (1 - value)) / (sd * sd) - 1;
      if (!(value > 0 && value < 1 && both > 0)) return undefined;
      return { name, a: value * both, b: (1 - value) * both };
    }
    case "triangular":
      return { name, low, mode: value, high };
    case "uniform":
      return { name, low, high };
  }
}

/** Beta(events, others), whose mean is the share itself; none or all of them: Jeffreys' beta, as nothing seen is not nothing possible. */
function ofCounts(value: number, events: number, total: number, wanted: DistributionName | undefined) {
  if (!(total > 0) || events < 0 || events > total) return undefined;
  const others = total - events;
  const add = events === 0 || others === 0 ? 0.5 : 0;
  const beta: Distribution = { name: "beta", a: events + add, b: others + add };
  if (wanted === undefined || wanted === "beta") return beta;
  const z = deviations(95);
  return fitTo(wanted, value, quantile(beta, 0.025), quantile(beta, 0.975), z) ?? beta;
}

/** The value below which a share of the distribution lies. */
export function quantile(of: Distribution, share: number): number {
  switch (of.name) {
    case "normal":
      return fromDeviation(of, normalAt(share));
    case "log-normal":
      return fromDeviation(of, normalAt(share));
    case "beta":
      return betaQuantile(share, of.a, of.b);
    case "triangular": {
      const { low, mode, high } = of;
      const turn = (mode - low) / (high - low);
      return share < turn
        ? low + Math.sqrt(share * (high - low) * (mode - low))
        : high - Math.sqrt((1 - share) * (high - low) * (high - mode));
    }
    case "uniform":
      return of.low + share * (of.high - of.low);
  }
}

/** The value that lies so many standard deviations from the middle. */
export function fromDeviation(of: Extract<Distribution, { name: "normal" | "log-normal" }>, z: number): number {
  const away = z * (z < 0 ? of.below : of.above);
  return of.name === "normal" ? of.middle + away : of.middle * exp(away);
}

/** The ends that a one-way sensitivity tries: those of a range as written, else the interval of `level` percent. */
export function endsOf(of: Distribution, level: number): { readonly low: number; readonly high: number } {
  if (of.name === "triangular" || of.name === "uniform") return { low: of.low, high: of.high };
  const tail = (1 - level / 100) / 2;
  return { low: quantile(of, tail), high: quantile(of, 1 - tail) };
}
