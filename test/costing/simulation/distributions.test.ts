import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Distribution,
  distributionOf,
  endsOf,
  quantile,
  type Scale,
  type Spread,
} from "../../../server/src/costing/simulation/distributions.ts";
import { draw, stream } from "../../../server/src/costing/simulation/draws.ts";
import { exp, ln } from "../../../server/src/costing/simulation/exact.ts";

const interval = (low: number, high: number, level = 95): Spread => ({ kind: "interval", low, high, level });

test("the exponential and the logarithm are those of the engine to the last digit but one", () => {
  fc.assert(
    fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
      expect(Math.abs(exp(x) / Math.exp(x) - 1)).toBeLessThan(4e-16);
      const y = Math.exp(x);
      expect(Math.abs(ln(y) - Math.log(y))).toBeLessThanOrEqual(4.5e-16 * Math.max(1, Math.abs(Math.log(y))));
    }),
  );
  expect([exp(0), exp(1000), exp(-1000), ln(1), ln(0), ln(-1)]).toEqual([1, Infinity, 0, 0, Number.NaN, Number.NaN]);
  expect(ln(5e-324)).toBeCloseTo(Math.log(5e-324), 10);
});

test.each<[string, number, Spread, Scale, Distribution["name"]]>([
  // Edwards 2007, BMJ 334:682: cost of a point of behaviour, bootstrapped and skewed.
  ["£73 (£42 to £140)", 73, interval(42, 140), "amount", "log-normal"],
  ["a symmetric amount", 38, interval(34, 42), "amount", "normal"],
  // Fostering Changes 2017: difference in cost of foster care, from £-407 to £3,102.
  ["an amount that may be below zero", 1348, interval(-407, 3102), "amount", "normal"],
  ["a ratio", 0.72, interval(0.55, 0.94), "ratio", "log-normal"],
  // Henry 2023: a difference in chances.
  ["a difference", -0.012, interval(-0.195, 0.171), "additive", "normal"],
  ["a share", 0.35, interval(0.3, 0.4), "share", "beta"],
  ["counts", 44 / 108, { kind: "counts", events: 44, total: 108 }, "share", "beta"],
  ["a range", 1200, { kind: "range", low: 1000, high: 1400 }, "amount", "triangular"],
])("%s is drawn from its usual distribution", (_, value, spread, scale, name) => {
  expect(distributionOf(value, spread, scale)?.name).toBe(name);
});

test("draws of a printed estimate have its median and its interval", () => {
  for (const [value, low, high, scale] of [
    [73, 42, 140, "amount"],
    [0.72, 0.55, 0.94, "ratio"],
    [1348, -407, 3102, "amount"],
  ] as const) {
    const found = distributionOf(value, interval(low, high), scale) as Distribution;
    expect(quantile(found, 0.5)).toBeCloseTo(value, 9);
    expect(endsOf(found, 95).low).toBeCloseTo(low, 9);
    expect(endsOf(found, 95).high).toBeCloseTo(high, 9);
    const rising = draw(found, 40_000, stream(7, "estimate")).sort();
    const width = high - low;
    expect(Math.abs((rising[1000] as number) - low)).toBeLessThan(0.03 * width);
    expect(Math.abs((rising[39_000] as number) - high)).toBeLessThan(0.03 * width);
  }
});

test("a 90% interval is wider in 95% of the draws, by 1.960 to 1.645", () => {
  const found = distributionOf(100, interval(90, 110, 90), "additive") as Distribution;
  expect(endsOf(found, 95).high - 100).toBeCloseTo((10 * 1.959964) / 1.644854, 4);
});

test("counts have the mean and the variance of their beta: a/(a+b), ab/((a+b)^2 (a+b+1))", () => {
  const found = distributionOf(44 / 108, { kind: "counts", events: 44, total: 108 }, "share") as Distribution;
  const draws = draw(found, 50_000, stream(3, "counts"));
  const mean = draws.reduce((so, one) => so + one, 0) / draws.length;
  const variance = draws.reduce((so, one) => so + (one - mean) ** 2, 0) / draws.length;
  expect(mean).toBeCloseTo(44 / 108, 3);
  expect(Math.abs(variance / ((44 * 64) / (108 ** 2 * 109)) - 1)).toBeLessThan(0.02);
});

test("nothing seen is not nothing possible: 0 of 20 is drawn from Jeffreys' beta", () => {
  expect(distributionOf(0, { kind: "counts", events: 0, total: 20 }, "share")).toEqual({
    name: "beta",
    a: 0.5,
    b: 20.5,
  });
  const draws = draw({ name: "beta", a: 0.5, b: 20.5 }, 20_000, stream(1, "none"));
  // Mean of the beta: 0.5 / 21.
  expect(draws.reduce((so, one) => so + one, 0) / draws.length).toBeCloseTo(0.5 / 21, 2);
  expect(draws.every((one) => one >= 0 && one < 1)).toBe(true);
});

test("what does not hold its value, or has no width, is not drawn", () => {
  expect(distributionOf(2, interval(3, 4), "amount")).toBeUndefined();
  expect(distributionOf(2, interval(2, 2), "amount")).toBeUndefined();
  expect(distributionOf(Number.NaN, interval(1, 2), "amount")).toBeUndefined();
});

test("another distribution can be asked for, and one that cannot be fitted is not used", () => {
  expect(distributionOf(1200, { kind: "range", low: 1000, high: 1400 }, "amount", "uniform")?.name).toBe("uniform");
  expect(distributionOf(73, interval(42, 140), "amount", "normal")?.name).toBe("normal");
  expect(distributionOf(73, interval(42, 140), "amount", "beta")?.name).toBe("log-normal");
});

test("draws stay where a value can be", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      fc.double({ min: 0.001, max: 0.2, noNaN: true }),
      fc.integer({ min: 0, max: 1000 }),
      (value, half, seed) => {
        const share = distributionOf(value, interval(value - half, value + half), "share") as Distribution;
        const range = distributionOf(value, { kind: "range", low: value - half, high: value + half }, "amount");
        const next = stream(seed, "law");
        if (share.name === "beta") for (const one of draw(share, 200, next)) expect(one >= 0 && one <= 1).toBe(true);
        for (const one of draw(range as Distribution, 200, next))
          expect(one >= value - half && one <= value + half).toBe(true);
      },
    ),
    // Two shapes so small that both gamma draws come to nothing.
    { numRuns: 50, examples: [[0.01, 0.194, 0]] },
  );
});

test("quantiles rise with their share", () => {
  for (const one of [
    { name: "triangular", low: 1, mode: 2, high: 5 },
    { name: "normal", middle: 3, below: 1, above: 2 },
    { name: "beta", a: 44, b: 64 },
  ] as const) {
    const at = [0.01, 0.1, 0.333, 0.5, 0.9, 0.99].map((share) => quantile(one, share));
    expect([...at].sort((a, b) => a - b)).toEqual(at);
  }
});
