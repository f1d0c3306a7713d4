/** Between a chance without the intervention, a chance with it, and the measures that compare the two. */
import { phi, quantile } from "../normal.ts";
import { dFromOdds, oddsFromD } from "./odds.ts";

export type RiskScale = "RD" | "RR" | "OR" | "HR" | "d";

/** Chance with the intervention, from the chance without and an effect: p0 + RD; RR p0; OR p0/(1 - p0 + OR p0); 1 - (1 - p0)^HR; d through its odds ratio. */
export const riskWith: Readonly<Record<RiskScale, (without: number, effect: number) => number>> = {
  RD: (p, difference) => p + difference,
  RR: (p, ratio) => ratio * p,
  OR: (p, ratio) => (ratio * p) / (1 - p + ratio * p),
  HR: (p, ratio) => 1 - (1 - p) ** ratio,
  d: (p, d) => riskWith.OR(p, oddsFromD(d)),
};

/** The effect that two chances show on a scale; the inverses of `riskWith`. */
export const effectOfRisks: Readonly<Record<RiskScale, (without: number, withIt: number) => number>> = {
  RD: (p0, p1) => p1 - p0,
  RR: (p0, p1) => p1 / p0,
  OR: (p0, p1) => p1 / (1 - p1) / (p0 / (1 - p0)),
  HR: (p0, p1) => Math.log1p(-p1) / Math.log1p(-p0),
  d: (p0, p1) => dFromOdds(effectOfRisks.OR(p0, p1)),
};

/**
 * Number needed to treat from a standardised difference and the share of the comparison group that does well:
 * 1 / (Phi(d + Phi^-1(CER)) - CER). Furukawa and Leucht, PLoS ONE 2011;6(4):e19070. Negative: to harm.
 */
export const nntFromD = (d: number, share: number): number => 1 / (phi(d + quantile(share)) - share);

/** A number needed to treat with its interval, which splits in two where the difference may be none. */
export interface NumberNeeded {
  /** For one more (or fewer) event; above zero. Infinite for no difference. */
  readonly value: number;
  readonly to: "benefit" | "harm";
  /** Ends of the interval, in the order in which the benefit falls and the harm rises. */
  readonly interval?:
    | { readonly kind: "whole"; readonly low: number; readonly high: number }
    /** `NNTB 14 to infinity to NNTH 60` (Altman, BMJ 1998;317:1309). */
    | { readonly kind: "split"; readonly benefit: number; readonly harm: number };
}

/** NNT = 1/|p1 - p0| of a difference in chances, counted so that above zero is better. Its interval is split where it holds 0. */
export function numberNeeded(better: number, low?: number, high?: number): NumberNeeded {
  const value = 1 / Math.abs(better);
  const to = better < 0 ? "harm" : "benefit";
  if (low === undefined || high === undefined) return { value, to };
  if (low < 0 && high > 0)
    return { value, to, interval: { kind: "split", benefit: 1 / high, harm: 1 / Math.abs(low) } };
  const ends = [1 / Math.abs(low), 1 / Math.abs(high)];
  return { value, to, interval: { kind: "whole", low: Math.min(...ends), high: Math.max(...ends) } };
}
