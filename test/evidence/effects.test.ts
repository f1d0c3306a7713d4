import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { monthsOfProgress } from "../../server/src/data/index.ts";
import {
  convert,
  coxFromOdds,
  designEffect,
  dFromMeans,
  dFromOdds,
  effectOfRisks,
  fromCounts,
  gFromD,
  improvementIndex,
  monthsOf,
  nntFromD,
  numberNeeded,
  oddsFromD,
  riskWith,
  sizedD,
  smallSampleFactor,
  withInterval,
  withP,
} from "../../server/src/evidence/index.ts";

// Hedges 1981, J Educ Stat 6:107, c(m): by hand c(2) = 1 / sqrt(pi), c(4) = 1 / (sqrt(2) x 0.88623), c(10) = 24 / (sqrt(5) x 11.6317).
test("the exact correction for small samples", () => {
  const printed = [
    [2, 0.5642],
    [3, 0.7236],
    [4, 0.7979],
    [10, 0.9227],
  ] as const;
  for (const [df, factor] of printed) expect(smallSampleFactor(df)).toBeCloseTo(factor, 4);
  expect(smallSampleFactor(1000)).toBeCloseTo(1 - 3 / (4 * 1000 - 1), 6);
  expect(smallSampleFactor(200_000)).toBeCloseTo(1, 5);
});

// Day and others, BMJ 2012;344:e1107: effect size 0.38 (95% CI 0.01 to 0.75), 59 and 57 children; EIF prints an index of 15.
test("EPEC: the interval from the numbers in the arms, and the improvement index", () => {
  const effect = sizedD(0.38, { with: 59, without: 57 }, "sample");
  expect(effect.se).toBeCloseTo(0.187, 3);
  expect(effect.low?.toFixed(2)).toBe("0.01");
  expect(effect.high?.toFixed(2)).toBe("0.75");
  expect(Math.round(improvementIndex(0.38))).toBe(15);
});

// What Works Clearinghouse Procedures Handbook, version 4.1: an effect size of 0.25 is an improvement index of +10 points.
test("the improvement index of the What Works Clearinghouse", () => {
  expect(Math.round(improvementIndex(0.25))).toBe(10);
  expect(improvementIndex(0)).toBe(0);
  expect(improvementIndex(-0.38)).toBeCloseTo(-improvementIndex(0.38), 12);
});

// Hasselblad and Hedges 1995 (as documented in the R package timesavers, OR_to_d): ln(OR) x sqrt(3) / pi.
test("odds ratios as standardised differences", () => {
  const pairs = [
    [2.13, 0.416872],
    [26.26, 1.801769],
    [15.78, 1.520975],
    [43.69, 2.082435],
  ] as const;
  for (const [ratio, d] of pairs) {
    expect(dFromOdds(ratio)).toBeCloseTo(d, 6);
    expect(oddsFromD(d)).toBeCloseTo(ratio, 3);
  }
  expect(coxFromOdds(Math.exp(1.65))).toBeCloseTo(1, 12);
});

// START, Lancet Psychiatry 2018: OR 1.25 (0.77 to 2.05), p = 0.37; SE = ln(2.05 / 0.77) / 3.92 = 0.2498.
test("START: standard error from the interval, and the chance it makes of 11%", () => {
  const effect = withInterval("OR", 1.25, 0.77, 2.05, 95);
  expect(effect.se).toBeCloseTo(0.2498, 4);
  // 1.25 x 0.11 / (0.89 + 1.25 x 0.11) = 0.1338: 13% is printed beside 11%.
  expect(riskWith.OR(0.11, 1.25)).toBeCloseTo(0.1338, 4);
});

test("an interval of 97.5% is brought to 95%, not taken for it", () => {
  // z of 97.5% is 2.2414: SE = 0.2 / 2.2414 = 0.08923, and the 95% interval is 0.3 -+ 1.96 x 0.08923.
  const effect = withInterval("g", 0.3, 0.1, 0.5, 97.5);
  expect(effect.se).toBeCloseTo(0.08923, 5);
  expect(effect.low).toBeCloseTo(0.12511, 4);
  expect(effect.printedLevel).toBe(97.5);
  expect(withInterval("g", 0.3, 0.1, 0.5, 95).low).toBe(0.1);
});

// Altman and Bland, BMJ 2011;343:d2090: difference 3.8, p = 0.008: z 2.652, SE 1.43, 95% CI 1.0 to 6.6.
test("the spread behind an exact p", () => {
  const effect = withP("MD", 3.8, 0.008);
  expect(effect.se).toBeCloseTo(3.8 / 2.652, 2);
  expect(effect.low?.toFixed(1)).toBe("1.0");
  expect(effect.high?.toFixed(1)).toBe("6.6");
  expect(withP("RR", 1, 0.5).se).toBeUndefined();
});

describe("counts", () => {
  // By hand: 44/108 = 0.40741, 39/104 = 0.375. Variance of ln RR 1/44 - 1/108 + 1/39 - 1/104 = 0.0294936; of ln OR
  // 1/44 + 1/64 + 1/39 + 1/65 = 0.0793779.
  test("44/108 against 39/104", () => {
    const found = fromCounts({ events: 44, total: 108 }, { events: 39, total: 104 });
    expect(found?.RD.value).toBeCloseTo(0.032407, 6);
    expect(found?.RR.value).toBeCloseTo(1.08642, 5);
    expect(found?.RR.se).toBeCloseTo(0.17174, 5);
    expect(found?.OR.value).toBeCloseTo((44 * 65) / (64 * 39), 10);
    expect(found?.OR.se).toBeCloseTo(0.28174, 5);
    expect(found?.corrected).toBe(false);
  });

  test("an empty cell gets a half, and says so; an impossible count gives nothing", () => {
    const found = fromCounts({ events: 0, total: 20 }, { events: 5, total: 20 });
    expect(found?.corrected).toBe(true);
    expect(found?.OR.value).toBeCloseTo((0.5 * 15.5) / (20.5 * 5.5), 10);
    expect(found?.RD.value).toBe(-0.25);
    expect(fromCounts({ events: 5, total: 4 }, { events: 1, total: 4 })).toBeUndefined();
  });

  // 1 + (20 - 1) x 0.05 = 1.95.
  test("clustering widens", () => {
    expect(designEffect(20, 0.05)).toBeCloseTo(1.95, 12);
    const plain = fromCounts({ events: 10, total: 50 }, { events: 20, total: 50 });
    const wide = fromCounts({ events: 10, total: 50 }, { events: 20, total: 50 }, Math.sqrt(1.95));
    expect((wide?.RR.se ?? 0) / (plain?.RR.se ?? 1)).toBeCloseTo(Math.sqrt(1.95), 12);
  });
});

// Borenstein and others 2009, Introduction to Meta-Analysis, ch. 4: means 103 and 100, SDs 5.5 and 4.5, 50 each:
// pooled SD 5.0249, d 0.5970, V 0.0418, J 0.9923, g 0.5924, V 0.0411.
test("d and g from means as the textbook prints them", () => {
  const d = dFromMeans({ mean: 103, sd: 5.5, n: 50 }, { mean: 100, sd: 4.5, n: 50 });
  if (d?.se === undefined) throw new Error("no d");
  expect(d.value).toBeCloseTo(0.597, 4);
  expect(d.se ** 2).toBeCloseTo(0.0418, 4);
  const g = gFromD(d, 100);
  expect(g.value).toBeCloseTo(0.5924, 4);
  expect((g.se ?? 0) ** 2).toBeCloseTo(0.0411, 4);
});

describe("number needed to treat", () => {
  // 1 / (Phi(0.5 + Phi^-1(0.2)) - 0.2) = 1 / (0.3663 - 0.2) = 6.01 (Furukawa and Leucht 2011).
  test("from d", () => expect(nntFromD(0.5, 0.2)).toBeCloseTo(6.01, 2));

  // Altman, BMJ 1998;317:1309: a difference of 10% (-5% to 25%) is NNTB 10 (NNTH 20 to infinity to NNTB 4).
  test("its interval splits where the difference may be none", () => {
    expect(numberNeeded(0.1, -0.05, 0.25)).toEqual({
      value: 10,
      to: "benefit",
      interval: { kind: "split", benefit: 4, harm: 20 },
    });
    expect(numberNeeded(-0.1, -0.2, -0.05).interval).toEqual({ kind: "whole", low: 5, high: 20 });
  });
});

// EEF Toolkit, about the Toolkits: attainment. NELI 0.26 is +3, Switch-on Reading 0.24 is +3, Texting Parents 0.033 is +1.
test("months of progress by the EEF's table", () => {
  const months = (g: number): number | undefined => monthsOf(g, monthsOfProgress);
  expect([0.26, 0.24, 0.033, 0.01, 0.035, 1.5].map(months)).toEqual([3, 3, 1, 0, 1, undefined]);
  expect(months(-0.06)).toBe(-1);
});

describe("conversion", () => {
  const facts = { without: 0.3, sd: 20, total: 120 };
  const scales = ["RD", "RR", "OR", "HR"] as const;
  test("there and back again is where it began, on every pair of scales", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...scales),
        fc.constantFrom(...scales),
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        (from, to, without, withIt) => {
          const value = effectOfRisks[from](without, withIt);
          const there = convert({ scale: from, value }, to, { without });
          if (there.kind !== "converted") throw new Error("not converted");
          const back = convert(there.effect, from, { without });
          expect(back.kind === "converted" ? back.effect.value : Number.NaN).toBeCloseTo(value, 6);
          expect(riskWith[to](without, there.effect.value)).toBeCloseTo(withIt, 8);
        },
      ),
    );
  });

  test("an interval keeps its order and its estimate inside, and a null stays a null", () => {
    const effect = withInterval("OR", 0.8, 0.6, 1.06, 95);
    for (const to of ["RD", "RR", "HR", "d", "g", "MD"] as const) {
      const found = convert(effect, to, facts);
      if (found.kind !== "converted") throw new Error(to);
      const { value, low = 0, high = 0 } = found.effect;
      const none = to === "RR" || to === "HR" ? 1 : 0;
      expect(low).toBeLessThan(value);
      expect(high).toBeGreaterThan(value);
      expect(low < none && high > none).toBe(true);
      expect(found.assumptions.length).toBeGreaterThan(0);
    }
  });

  test("what is missing is named, never assumed", () => {
    expect(convert({ scale: "RR", value: 0.8 }, "OR", {})).toEqual({
      kind: "needs",
      what: "the chance without the intervention",
    });
    expect(convert({ scale: "MD", value: 3 }, "g", {})).toEqual({
      kind: "needs",
      what: "the standard deviation of the measure",
    });
    expect(convert({ scale: "OR", value: 0.8 }, "d", {}).kind).toBe("converted");
  });
});
