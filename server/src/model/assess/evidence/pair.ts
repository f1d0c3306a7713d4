/** Two arms side by side: counts, shares with numbers, or mean scores with their spread. */
import { type ArmMean, type ArmSizes, dFromMeans, fromCounts, meanDifference } from "../../../evidence/index.ts";
import type { Study } from "../../../schema/kinds/study.ts";
import type { Rate } from "../../../values/types.ts";
import { isDimensionless } from "../../../values/units.ts";
import { isPoint, signOf } from "./estimate.ts";
import { wideningOf } from "./sizes.ts";
import type { Clustering, EffectReading } from "./types.ts";

export interface PairReading {
  readonly readings: readonly EffectReading[];
  readonly clustering: Clustering;
}

/** The effects that two arms show. Without a spread where the numbers are not known. */
export function readPair(
  withIt: Rate,
  without: Rate,
  study: Study | undefined,
  better: "lower" | "higher" | undefined,
  sizes: ArmSizes | undefined,
): PairReading {
  const sign = signOf(better);
  if (isDimensionless(withIt.unit)) return shares(withIt, without, study, sign, sizes);
  const arms = meansOf(withIt, without, sizes);
  if (arms === undefined) return { readings: unsized(withIt, without, sign), clustering: "not said" };
  const [a, b] = arms;
  const widening = wideningOf(study, a.n + b.n);
  const points = widened(meanDifference(a, b), widening.factor);
  const d = dFromMeans(a, b);
  const notes = widening.note === undefined ? [] : [widening.note];
  const from = "from the means, standard deviations and numbers in the arms";
  return {
    readings: [
      ...(d === undefined ? [] : [{ effect: widened(d, widening.factor), sign, from, notes }]),
      { effect: points, sign, from, notes },
    ],
    clustering: widening.clustering,
  };
}

/** Two numbers without their spread: how often something happens as a ratio too, a score as a difference. */
function unsized(withIt: Rate, without: Rate, sign: 1 | -1 | undefined): readonly EffectReading[] {
  const counted = !isPoint(withIt.unit);
  const value = withIt.value - without.value;
  const difference = { scale: "MD" as const, value, ...(counted ? { unit: withIt.unit } : {}) };
  const from = "the difference between the arms";
  const ratio = withIt.value / without.value;
  return [
    ...(counted && without.value > 0 && ratio > 0
      ? [{ effect: { scale: "RR" as const, value: ratio }, sign, from: "the ratio of the two rates", notes: [] }]
      : []),
    { effect: difference, sign, from, notes: [] },
  ];
}

function widened(effect: EffectReading["effect"], factor: number): EffectReading["effect"] {
  const { value, se, low, high } = effect;
  if (factor === 1 || se === undefined || low === undefined || high === undefined) return effect;
  return { ...effect, se: se * factor, low: value + (low - value) * factor, high: value + (high - value) * factor };
}

function meansOf(withIt: Rate, without: Rate, sizes: ArmSizes | undefined): readonly [ArmMean, ArmMean] | undefined {
  const [sd1, sd0] = [withIt.sd, without.sd];
  if (sizes === undefined || sd1 === undefined || sd0 === undefined || !(sd1 > 0) || !(sd0 > 0)) return undefined;
  return [
    { mean: withIt.value, sd: sd1, n: sizes.with },
    { mean: without.value, sd: sd0, n: sizes.without },
  ];
}

function shares(
  withIt: Rate,
  without: Rate,
  study: Study | undefined,
  sign: 1 | -1 | undefined,
  sizes: ArmSizes | undefined,
): PairReading {
  const counts = [countsOf(withIt, sizes?.with), countsOf(without, sizes?.without)] as const;
  const exact = withIt.events !== undefined && without.events !== undefined;
  if (counts[0] === undefined || counts[1] === undefined) {
    const effect = { scale: "RD" as const, value: withIt.value - without.value };
    return {
      readings: [{ effect, sign, from: "the difference between the two shares", notes: [] }],
      clustering: "not said",
    };
  }
  const widening = wideningOf(study, counts[0].total + counts[1].total);
  const found = fromCounts(counts[0], counts[1], widening.factor);
  if (found === undefined) return { readings: [], clustering: widening.clustering };
  const notes = [
    ...(exact ? [] : ["events worked back from the shares, which are rounded"]),
    ...(found.corrected ? ["an arm has none or all: a half was added to every cell for the ratios"] : []),
    ...(widening.note === undefined ? [] : [widening.note]),
  ];
  const from = exact ? "from the counts" : "from the shares and the numbers in the arms";
  return {
    readings: [found.RR, found.OR, found.RD].map((effect) => ({ effect, sign, from, notes })),
    clustering: widening.clustering,
  };
}

const countsOf = (rate: Rate, size: number | undefined): { events: number; total: number } | undefined =>
  rate.events !== undefined && rate.total !== undefined
    ? { events: rate.events, total: rate.total }
    : size === undefined || rate.range !== undefined || rate.bound !== undefined
      ? undefined
      : { events: rate.value * size, total: size };
