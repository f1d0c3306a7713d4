/** Cost against effect, draw by draw (Fenwick, Claxton and Sculpher 2001; Briggs, Claxton and Sculpher 2006, chapter 5). */
import { numbersOf, quantilesOf } from "./order.ts";

export interface EffectivenessPoint {
  readonly effect: number;
  readonly cost: number;
}

export interface Effectiveness {
  /** A fair sample of the draws: the first of them, each as likely as any other. */
  readonly points: readonly EffectivenessPoint[];
  readonly central: EffectivenessPoint;
  /** Shares of the draws by quarter of the plane. */
  readonly quarters: {
    readonly betterDearer: number;
    readonly betterCheaper: number;
    readonly worseDearer: number;
    readonly worseCheaper: number;
  };
  /** Chance that the outcomes are worth more than they cost, at each price of one outcome. */
  readonly curve: readonly { readonly threshold: number; readonly chance: number }[];
}

/** Points of a plane that a picture can hold apart. */
const mostPoints = 400;
const curveSteps = 20;

/** `threshold`: what one outcome is taken to be worth, where that is set; the curve runs well past it. */
export function effectivenessOf(
  central: EffectivenessPoint,
  effects: Float64Array,
  costs: Float64Array,
  threshold: number | undefined,
): Effectiveness {
  const quarters = { betterDearer: 0, betterCheaper: 0, worseDearer: 0, worseCheaper: 0 };
  for (let i = 0; i < effects.length; i++) {
    const better = (effects[i] as number) > 0;
    const dearer = (costs[i] as number) > 0;
    quarters[better ? (dearer ? "betterDearer" : "betterCheaper") : dearer ? "worseDearer" : "worseCheaper"] +=
      1 / effects.length;
  }
  const steps = thresholds(central, effects, costs, threshold);
  return {
    points: Array.from({ length: Math.min(mostPoints, effects.length) }, (_, i) => ({
      effect: effects[i] as number,
      cost: costs[i] as number,
    })),
    central,
    quarters,
    curve: steps.map((step) => ({ threshold: step, chance: chanceAt(step, effects, costs) })),
  };
}

/** Share of the draws in which the effect at a price is worth more than the cost. */
function chanceAt(threshold: number, effects: Float64Array, costs: Float64Array): number {
  let count = 0;
  for (let i = 0; i < effects.length; i++) if (threshold * (effects[i] as number) - (costs[i] as number) > 0) count++;
  return count / effects.length;
}

/** From nothing to well past where the answer turns, in round steps. */
function thresholds(
  central: EffectivenessPoint,
  effects: Float64Array,
  costs: Float64Array,
  threshold: number | undefined,
): readonly number[] {
  const prices = effects.map((effect, i) => (effect > 0 ? Math.max(0, costs[i] as number) / effect : Number.NaN));
  const [dear = Number.NaN] = quantilesOf(numbersOf(prices), [0.9]);
  const own = central.effect > 0 ? Math.max(0, central.cost) / central.effect : 0;
  const far = Math.max(
    Number.isFinite(dear) ? Math.min(dear, own > 0 ? own * 5 : dear) : 0,
    own * 2,
    (threshold ?? 0) * 2,
  );
  if (!(far > 0)) return threshold === undefined ? [0] : [0, threshold];
  const step = roundUp(far / curveSteps);
  const steps = Array.from({ length: curveSteps + 1 }, (_, i) => i * step);
  return threshold === undefined || steps.includes(threshold) ? steps : [...steps, threshold].sort((a, b) => a - b);
}

/** The next of 1, 2, 2.5, 5 and 10 times a power of ten. */
function roundUp(value: number): number {
  let unit = 1;
  while (unit * 10 <= value) unit *= 10;
  while (unit > value) unit /= 10;
  return unit * ([1, 2, 2.5, 5, 10].find((one) => one * unit >= value * (1 - 1e-12)) ?? 10);
}
