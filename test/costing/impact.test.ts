/** An impact compared with nothing, as a share or a number, less what would have happened anyway by either reading. */
import { describe, expect, test } from "vitest";
import { assessed, value } from "./helper.ts";

const spec = (claim: string, starts = "50 families/year"): string => `
intervention: x
population: {unit: family, starts: ${starts}, has: 2 children/family}
costs:
  price_year: 2023-24
  period: 2 years
  comparator: {cost: none}
  lines:
    - {item: Line, amount: £100/family}
outcomes:
  - {outcome: o, ${claim}}
---
outcome: o
title: Parent in work
counts: family
better: higher
values:
  - {value: £1000/family, price_year: 2023-24, kind: economic, gains: participants}
`;

// 100 families start.
describe("impact", () => {
  test.each([
    ["impact: 40%, deadweight: 25% of impact", 30],
    ["impact: 40%, deadweight: 25 points", 15],
    ["impact: 40 families, deadweight: 25% of impact", 30],
    ["impact: 40 families, deadweight: 25 points", 15],
    ["impact: 20 families/year, deadweight: 25% of impact", 30],
    ["impact: 20 cases/year, deadweight: 25% of impact", 30],
    // Of the 50 in need 40 achieve it: 80%, less 25 points of those 50.
    ["impact: 40 families, deadweight: 25 points, need: 50%", 27.5],
    ["impact: 40%, deadweight: 25 points, need: 50%", 7.5],
  ])("%s: %d families more", (claim, gained) => {
    const of = assessed(spec(claim));
    expect(value(of, "outcomes_expected/o")).toBeCloseTo(gained, 9);
    expect(value(of, "gross_benefit")).toBeCloseTo(gained * 1_000, 6);
  });

  test("leaving deadweight out takes nothing off a number either", () => {
    const of = assessed(spec("impact: 40 families, deadweight: 25% of impact"), { leaveOut: ["deadweight"] });
    expect(value(of, "outcomes_expected/o")).toBeCloseTo(40, 9);
    expect(assessed(spec("impact: 40 families, deadweight: 25% of impact")).corrections).toContain("deadweight");
  });

  test.each([
    ["more than there are", "impact: 140 families, deadweight: 25% of impact", undefined],
    ["a number of something else", "impact: 40 children, deadweight: 25% of impact", undefined],
    ["no number of starters", "impact: 40 families, deadweight: 25% of impact", "unknown"],
  ])("%s: not known", (_, claim, starts) => {
    const of = assessed(spec(claim, starts));
    expect(value(of, "outcomes_expected/o")).toBeUndefined();
    expect(value(of, "gross_benefit_per_starter")).toBeUndefined();
  });
});

test("drop-off of a given benefit is a correction that can be left out", () => {
  const of = assessed(`
intervention: x
population: {unit: family, starts: 10 families}
costs:
  price_year: 2023-24
  period: 1 year
  comparator: {cost: none}
  lines:
    - {item: Line, amount: £100/family}
benefits:
  - {benefit: B, amount: £100/family/year, lasts: 2 years, drop_off: 50%/year, kind: economic, gains: participants}
`);
  expect(of.corrections).toContain("drop-off");
  expect(of.without("drop-off").get("gross_benefit")?.value).toBeCloseTo(2_000, 9);
  expect(value(of, "gross_benefit")).toBeCloseTo(1_500, 9);
});
