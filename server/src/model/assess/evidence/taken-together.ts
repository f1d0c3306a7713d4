/** Effects on one scale, taken together. */
import {
  type EffectScale,
  eggerTest,
  offLine,
  onLine,
  poolFixed,
  poolRandom,
  type SizedEffect,
} from "../../../evidence/index.ts";
import type { CitedStudy, Pool, PooledStudy } from "./body-types.ts";
import { holdsNone } from "./estimate.ts";

/**
 * Two studies or more as one: random effects by REML, with what they would come to if all had one effect. Undefined where what is
 * written is so far beyond any effect that no figure comes of it.
 */
export function poolOf(studies: readonly PooledStudy[], scale: EffectScale): Pool | undefined {
  const line = studies.map(({ effect }) => ({ value: onLine(scale, effect.value), se: effect.se ?? 0 }));
  const random = poolRandom(line);
  const fixed = poolFixed(line);
  // With two studies t has one degree of freedom and says nothing; an adjusted interval is never narrower than the plain one.
  const plain = line.length < 3 || random.adjusted.se < random.se;
  const ends = plain ? random : random.adjusted;
  const back = (value: number, se: number, low: number, high: number): SizedEffect => ({
    scale,
    value: offLine(scale, value),
    se,
    low: offLine(scale, low),
    high: offLine(scale, high),
  });
  const effect = back(random.value, plain ? random.se : random.adjusted.se, ends.low, ends.high);
  if (![effect.value, effect.low, effect.high].every(Number.isFinite)) return undefined;
  return {
    studies: line.length,
    effect,
    interval: plain ? "plain" : "adjusted",
    prediction:
      random.prediction === undefined
        ? undefined
        : { low: offLine(scale, random.prediction.low), high: offLine(scale, random.prediction.high) },
    fixedEffect: back(fixed.value, fixed.se, fixed.low, fixed.high),
    fixed,
    random,
    smallStudies: eggerTest(line),
  };
}

/** Studies without which the others together would show no effect, where all together do; undefined of fewer than three. */
export function carrying(
  cited: readonly CitedStudy[],
  pool: Pool | undefined,
  scale: EffectScale | undefined,
): readonly string[] {
  if (pool === undefined || scale === undefined || pool.studies < 3 || holdsNone(pool.effect) !== false) return [];
  const used = cited.flatMap(({ id, pooled }) => (pooled === undefined ? [] : [{ id, pooled }]));
  return used.flatMap(({ id }) => {
    const others = used.filter((each) => each.id !== id).map(({ pooled }) => pooled);
    const without = poolOf(others, scale);
    return without !== undefined && holdsNone(without.effect) === true ? [id] : [];
  });
}

/** Each study with its share of the whole weight. */
export function weighted(cited: readonly CitedStudy[], pool: Pool): readonly CitedStudy[] {
  let at = 0;
  return cited.map((each) => {
    if (each.pooled === undefined) return each;
    const weight = pool.random.weights[at] ?? 0;
    at += 1;
    return { ...each, pooled: { ...each.pooled, weight } };
  });
}
