/** Beside every figure corrected for optimism stands the uncorrected one. */
import { expect, test } from "vitest";
import { breakEvenNotes } from "../../server/src/report/break-even.ts";
import { assessed, value } from "./helper.ts";

// 100 children in one year, all in year 0. Cost £300 x 100 = £30,000, grade 3: + 10%. Ten points less of £8,000 each: £80,000,
// grade 4: - 15%, half of it cashable.
const spec = (grades: boolean): string => `
intervention: x
population: {unit: child, starts: 100 children}
costs:
  price_year: 2023-24
  period: 1 year
  perspective: public-sector
  comparator: {cost: none}
  lines:
    - {item: Line, amount: £300/child, who_pays: local-authority${grades ? ", confidence: 3" : ""}}
outcomes:
  - {outcome: o, without: 50%, effect: -10 points${grades ? ", confidence: 4" : ""}}
---
outcome: o
title: Child enters care
counts: child
kind: event
better: lower
values:
  - {value: £8000/child, price_year: 2023-24, kind: fiscal, gains: local-authority, cashable: 50%}
`;

test("net present budget impact: 34,000 - 33,000, and 40,000 - 30,000 uncorrected", () => {
  const of = assessed(spec(true));
  expect(value(of, "net_present_budget_impact")).toBeCloseTo(1_000, 6);
  expect(value(of, "net_present_budget_impact_uncorrected")).toBeCloseTo(10_000, 6);
});

test("break-even: 33,000/68,000 of ten points, and 30,000/80,000 uncorrected", () => {
  const of = assessed(spec(true));
  expect(value(of, "break_even_share/o")).toBeCloseTo(33 / 68, 9);
  expect(value(of, "break_even_effect/o")).toBeCloseTo((-0.1 * 33) / 68, 9);
  expect(value(of, "break_even_share_uncorrected/o")).toBeCloseTo(0.375, 9);
  expect(value(of, "break_even_effect_uncorrected/o")).toBeCloseTo(-0.0375, 9);
  expect(breakEvenNotes(of)).toEqual([
    'Break-even, "Child enters care": the net present value is zero at 48.5% of the effect, a difference of -4.85 points (uncorrected: 37.5% of the effect, a difference of -3.75 points).',
  ]);
});

test("nothing corrected, nothing doubled", () => {
  const keys = [...assessed(spec(false)).figures.keys()];
  expect(keys.filter((key) => key.includes("uncorrected"))).toEqual([]);
});
