import { expect, test } from "vitest";
import { eggerTest, fromCounts, poolFixed, poolRandom } from "../../server/src/evidence/index.ts";
import type { StudyEstimate } from "../../server/src/evidence/pooling/types.ts";

/**
 * Thirteen trials of the BCG vaccine: cases and non-cases of tuberculosis, vaccinated and not. Colditz and others, JAMA 1994;271:698;
 * as distributed with the R package metafor (dat.bcg) and tabled by van Houwelingen, Arends and Stijnen, Stat Med 2002;21:589.
 */
const bcg = [
  [4, 119, 11, 128],
  [6, 300, 29, 274],
  [3, 228, 11, 209],
  [62, 13536, 248, 12619],
  [33, 5036, 47, 5761],
  [180, 1361, 372, 1079],
  [8, 2537, 10, 619],
  [505, 87886, 499, 87892],
  [29, 7470, 45, 7232],
  [17, 1699, 65, 1600],
  [186, 50448, 141, 27197],
  [5, 2493, 3, 2338],
  [27, 16886, 29, 17825],
] as const;

const logs = (scale: "RR" | "OR"): readonly StudyEstimate[] =>
  bcg.map(([a, b, c, d]) => {
    const effect = fromCounts({ events: a, total: a + b }, { events: c, total: c + d })?.[scale];
    if (effect?.se === undefined) throw new Error("no spread");
    return { value: Math.log(effect.value), se: effect.se };
  });

// Viechtbauer 2010, J Stat Softw 36(3), and the documentation of metafor (rma, regtest) for dat.bcg.
test("BCG vaccine, log relative risks: REML as published", () => {
  const pooled = poolRandom(logs("RR"), "REML");
  expect(pooled.value).toBeCloseTo(-0.7145, 4);
  expect(pooled.se).toBeCloseTo(0.1798, 4);
  expect(pooled.low).toBeCloseTo(-1.0669, 4);
  expect(pooled.high).toBeCloseTo(-0.3622, 4);
  expect(pooled.heterogeneity.tau2).toBeCloseTo(0.3132, 4);
  expect(100 * pooled.heterogeneity.i2).toBeCloseTo(92.22, 2);
  expect(pooled.heterogeneity.q).toBeCloseTo(152.233, 4);
  expect(pooled.heterogeneity.df).toBe(12);
});

test("BCG vaccine: the estimators of DerSimonian and Laird, and of Paule and Mandel", () => {
  expect(poolRandom(logs("RR"), "DL").heterogeneity.tau2).toBeCloseTo(0.3088, 4);
  expect(poolRandom(logs("RR"), "DL").value).toBeCloseTo(-0.7141, 4);
  expect(poolRandom(logs("RR"), "PM").heterogeneity.tau2).toBeCloseTo(0.3181, 4);
});

// Egger's test of the same data in the documentation of metafor: t = -1.4013, df = 11, p = 0.1887.
test("BCG vaccine: Egger's test as published", () => {
  const found = eggerTest(logs("RR"));
  if (found.kind !== "tested") throw new Error("not tested");
  expect(found.t).toBeCloseTo(-1.4013, 4);
  expect(found.df).toBe(11);
  expect(found.p).toBeCloseTo(0.1887, 4);
});

// van Houwelingen, Arends and Stijnen 2002, as replicated at metafor-project.org: REML estimate -0.7452 (SE 0.1860), tau2 0.3378.
test("BCG vaccine, log odds ratios: REML as published", () => {
  const pooled = poolRandom(logs("OR"), "REML");
  expect(pooled.value).toBeCloseTo(-0.7452, 4);
  expect(pooled.se).toBeCloseTo(0.186, 4);
  expect(pooled.heterogeneity.tau2).toBeCloseTo(0.3378, 4);
  expect(pooled.heterogeneity.q).toBeCloseTo(163.1649, 4);
});

/**
 * Nineteen experiments on teachers' expectancies and pupils' IQ: standardised difference and variance. Raudenbush 1984, J Educ Psychol
 * 76:85; as distributed with metafor (dat.raudenbush1985).
 */
const expectancy: readonly StudyEstimate[] = [
  [0.03, 0.0156],
  [0.12, 0.0216],
  [-0.14, 0.0279],
  [1.18, 0.1391],
  [0.26, 0.1362],
  [-0.06, 0.0106],
  [-0.02, 0.0106],
  [-0.32, 0.0484],
  [0.27, 0.0269],
  [0.8, 0.063],
  [0.54, 0.0912],
  [0.18, 0.0497],
  [-0.02, 0.0835],
  [0.23, 0.0841],
  [-0.18, 0.0253],
  [-0.06, 0.0279],
  [0.3, 0.0193],
  [0.07, 0.0088],
  [-0.07, 0.0303],
].map(([value = 0, variance = 0]) => ({ value, se: Math.sqrt(variance) }));

// Raudenbush 2009, Analyzing effect sizes: random-effects models, Tables 16.2 and 16.3 (The Handbook of Research Synthesis, 2nd ed.).
test("Teacher expectancy: fixed and random effects as the handbook prints them", () => {
  const fixed = poolFixed(expectancy);
  expect([fixed.value, fixed.se, fixed.low, fixed.high].map(three)).toEqual([0.06, 0.036, -0.011, 0.132]);
  const reml = poolRandom(expectancy, "REML");
  expect([reml.heterogeneity.tau2, reml.value, reml.se, reml.low, reml.high].map(three)).toEqual([
    0.019, 0.084, 0.052, -0.018, 0.185,
  ]);
  expect(reml.heterogeneity.q).toBeCloseTo(35.83, 2);
  const dl = poolRandom(expectancy, "DL");
  expect([dl.heterogeneity.tau2, dl.value, dl.se, dl.low, dl.high].map(three)).toEqual([
    0.026, 0.089, 0.056, -0.02, 0.199,
  ]);
});

// The same table, with the adjustment of Knapp and Hartung.
test("Teacher expectancy: intervals with the adjustment of Knapp and Hartung", () => {
  const { adjusted: reml } = poolRandom(expectancy, "REML");
  expect([reml.se, reml.low, reml.high].map(three)).toEqual([0.062, -0.046, 0.213]);
  const { adjusted: dl } = poolRandom(expectancy, "DL");
  expect([dl.se, dl.low, dl.high].map(three)).toEqual([0.064, -0.044, 0.223]);
});

const three = (value: number): number => Math.round(value * 1000) / 1000;

// By hand: y 0 and 2, variances 1 and 1, so mean 1, Q = 2 on 1 df, tau2 = (2 - 1) / (2 - 2/2) = 1, SE = sqrt(2/2) = 1.
test("two studies by hand; the reach of a third cannot be said", () => {
  const pooled = poolRandom(
    [
      { value: 0, se: 1 },
      { value: 2, se: 1 },
    ],
    "DL",
  );
  expect(pooled.value).toBeCloseTo(1, 12);
  expect(pooled.heterogeneity.tau2).toBeCloseTo(1, 12);
  expect(pooled.se).toBeCloseTo(1, 12);
  expect(pooled.heterogeneity.i2).toBeCloseTo(0.5, 12);
  expect(pooled.prediction).toBeUndefined();
});

// By hand: three equal studies, tau2 0, SE = 0.1 / sqrt(3); t with one degree of freedom is 12.706.
test("the prediction interval is of t with two degrees of freedom fewer than studies", () => {
  const pooled = poolRandom([0.2, 0.2, 0.2].map((value) => ({ value, se: 0.1 })));
  expect(pooled.prediction?.high).toBeCloseTo(0.2 + (12.7062 * 0.1) / Math.sqrt(3), 4);
});

test("nine studies are too few to test for small-study effects", () => {
  expect(eggerTest(logs("RR").slice(0, 9))).toEqual({ kind: "too few", studies: 9 });
});
