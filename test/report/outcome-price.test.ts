import { expect, test } from "vitest";
import { netMonetaryBenefits } from "../../server/src/report/outcome-price.ts";
import { outcomeSection } from "../../server/src/report/sections.ts";
import { assessed } from "../costing/helper.ts";

const found = (effect: string) =>
  assessed(`
outcome: mothers
title: Years in full health
kind: qaly
better: higher
counts: mothers
---
intervention: visits
population: {unit: mother, starts: 100 mothers/year}
costs:
  price_year: 2023-24
  period: 2 years
  perspective: society
  comparator: {cost: none}
  lines:
    - {item: Visits, amount: "£1,000/mother"}
outcomes:
  - outcome: mothers
    effect: ${effect}
    lag: 1 year
appraisal: {price_year: 2023-24, threshold: "£20,000/QALY"}
`);

test("what outcomes are worth at the threshold stands under their table: 200 x 0.034 x £20,000 less £200,000", () => {
  const of = found("MD 0.034 better (95% CI 0.010 to 0.058)");
  // QALYs of starters of year 0 and 1, gained a year later, at 1.5%: 3.4 / 1.015 + 3.4 / 1.015 ^ 2; costs £100,000 + £100,000 / 1.035.
  const discounted = (3.4 / 1.015 + 3.4 / 1.015 ** 2) * 20_000 - 100_000 * (1 + 1 / 1.035);
  const note = `Net monetary benefit at £20,000/QALY, "Years in full health": -£64,000; -£${Math.round(-discounted).toLocaleString("en-GB")} discounted.`;
  expect(netMonetaryBenefits(of)).toEqual([note]);
  expect(outcomeSection(of)?.notes).toEqual([note]);
});

test("no effect shown, no worth of it", () => {
  expect(netMonetaryBenefits(found("MD 0.0036 better (95% CI -0.017 to 0.025)"))).toEqual([]);
});
