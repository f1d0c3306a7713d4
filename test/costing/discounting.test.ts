import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  annualCharge,
  annuityFactor,
  discountFactor,
  equivalentAnnual,
  flatSchedule,
} from "../../server/src/costing/discounting.ts";
import { inEffect, laidOut, purchases, retirements, yearsInEffect } from "../../server/src/costing/timing.ts";
import { referenceData } from "../../server/src/model/assess/reference.ts";

const standard = referenceData.schedule("green-book-standard");
if (standard === undefined) throw new Error("no standard schedule");

const table = readFileSync(new URL("./fixtures/ni-guide-discount-factors.csv", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("STPR standard,"))
  .map((line) => line.split(","));

test("every published discount factor we hold, at four decimals (NI Guide, Appendix 4 Table 1)", () => {
  expect(table).toHaveLength(35);
  for (const [, year, factor] of table)
    expect(discountFactor(standard, Number(year)).toFixed(4), `year ${year}`).toBe(factor);
});

test("the annuity factor is the sum of the factors of its years", () => {
  const sum = Array.from({ length: 20 }, (_, at) => discountFactor(standard, at + 1)).reduce(
    (so, factor) => so + factor,
    0,
  );
  expect(annuityFactor(20, 0.035)).toBeCloseTo(sum, 12);
  expect(annuityFactor(20, 0.035)).toBeCloseTo(14.2124, 4);
});

test("the NI Guide's printed annuity factors (A4.11: 14.2339 over 20 years, 11.5281 over 15) do not follow from its own 3.5%", () => {
  expect(annuityFactor(20, 0.035)).not.toBeCloseTo(14.2339, 2);
  expect(annuityFactor(15, 0.035)).not.toBeCloseTo(11.5281, 2);
});

test("annual equivalent of 200,000 at 8% over 30 years (Levin and McEwan 2001)", () => {
  expect(annualCharge(200_000, 30, 0.08)).toBeCloseTo(17_765.49, 2);
});

test("annual charge with a residual value (Dutch costing manual 3.3)", () => {
  expect(annuityFactor(10, 0.042)).toBeCloseTo(8.03074, 5);
  expect(annualCharge(100, 10, 0.042, 10)).toBeCloseTo(11.626937, 6);
});

test("a licence of £46,000 over 3 years at 3.5% is £16,419 a year, £49,257 in all", () => {
  expect(annualCharge(46_000, 3, 0.035)).toBeCloseTo(16_418.97, 2);
  expect(3 * annualCharge(46_000, 3, 0.035)).toBeCloseTo(49_256.92, 2);
});

test("at a rate of zero an annuity is the plain number of years", () => {
  expect(annuityFactor(7, 0)).toBe(7);
  expect(annualCharge(700, 7, 0)).toBe(100);
  expect(discountFactor(flatSchedule(0), 40)).toBe(1);
});

test("the equivalent annual cost has the same present value", () => {
  const factors = [1, 2, 3, 4].reduce((so, year) => so + discountFactor(standard, year), 0);
  expect(equivalentAnnual(1_000, 4, standard) * factors).toBeCloseTo(1_000, 9);
});

test("mid-year flows count half a year later, at the rate of the year they fall in", () => {
  expect(discountFactor(standard, 0, "mid-year")).toBeCloseTo(1.035 ** -0.5, 12);
  expect(discountFactor(standard, 30, "mid-year")).toBeCloseTo(discountFactor(standard, 30) * 1.03 ** -0.5, 12);
});

test("6 months, 2 years, 20% a year: 0.5, 0.9 and 0.4 years, 1.8 in all (steps, compound)", () => {
  const years = yearsInEffect(0.5, 2, 0.2);
  expect(years.map(({ year }) => year)).toEqual([0, 1, 2]);
  expect(years.map(({ share }) => Number(share.toFixed(12)))).toEqual([0.5, 0.9, 0.4]);
  expect(laidOut([{ year: 0, share: 1 }], inEffect(0.5, 2, 0.2)).total).toBeCloseTo(1.8, 12);
});

test("nothing counts beyond the horizon", () => {
  expect(laidOut([{ year: 0, share: 1 }], inEffect(0, 5), 2.5).total).toBeCloseTo(2.5, 12);
  expect(laidOut([{ year: 3, share: 1 }], inEffect(0, 5), 3).total).toBe(0);
});

test("things are bought again inside the period and come back at the end of their life", () => {
  expect(purchases(3, 3)).toEqual([0]);
  expect(purchases(3, 5)).toEqual([0, 3]);
  expect(purchases(1.5, 4)).toEqual([0, 1, 3]);
  expect(retirements(3, 5)).toEqual([3]);
  expect(retirements(2, 4)).toEqual([2, 4]);
});

test("a part year counts as the annuity does: at one rate the divisor is a(n, r) of the years and their part", () => {
  const flat = { name: "4%", rows: [{ from: 0, to: null, rate: 0.04 }] };
  for (const years of [0.5, 1.25, 2.5, 7.75])
    expect(1_000 / equivalentAnnual(1_000, years, flat)).toBeCloseTo((1 - 1.04 ** -years) / 0.04, 12);
  // 2.5 years at 3.5%: 0.966184 + 0.933511 + 0.933511 x (1 - 1.035^-0.5) / 0.035 = 2.354544.
  expect(1 / equivalentAnnual(1, 2.5, standard)).toBeCloseTo(2.354544, 6);
  // Without a rate it is the plain share of the years.
  expect(equivalentAnnual(1_000, 2.5, { name: "none", rows: [] })).toBeCloseTo(400, 9);
  // The rate changes in year 31: the half year after 30 years is at 3%.
  let factors = 0;
  for (let t = 1; t <= 30; t++) factors += 1.035 ** -t;
  factors += 1.035 ** -30 * ((1 - 1.03 ** -0.5) / 0.03);
  expect(1 / equivalentAnnual(1, 30.5, standard)).toBeCloseTo(factors, 10);
});
