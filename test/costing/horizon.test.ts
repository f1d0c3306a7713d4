/** Horizons that end inside a year, and effects that make a chance impossible. */
import { describe, expect, test } from "vitest";
import { assessed, value } from "./helper.ts";

const spec = (claim: string, worth: string, definition: string, horizon = "", benefits = ""): string => `
intervention: x
population: {unit: child, starts: 40 children/year}
costs:
  price_year: 2023-24
  period: 2 years
  ${horizon === "" ? "" : `horizon: ${horizon}`}
  comparator: {cost: none}
  lines:
    - {item: Line, amount: £100/child}
outcomes:
  - {outcome: o, ${claim}}
${benefits}
---
outcome: o
counts: child
better: lower
${definition}
values:
  - {value: ${worth}, price_year: 2023-24, kind: fiscal, gains: nhs}
`;

const state = (rest: string, horizon: string) =>
  assessed(
    spec(`without: 50%, effect: -15 points, ${rest}`, "£10,000/child/year".replace(",", ""), "kind: state", horizon),
  );

describe("an effect is cut at the horizon on the very day", () => {
  // 40 start in each of two years; 15 points x £10,000 a year is £1,500 a starter and year in effect.
  // First year's starters: in effect from 0.5, cut at 1.25: 0.75 years. Second year's: from 1.5, beyond the horizon: nothing.
  test("40 starts x 2 years, lag 6 months, horizon 1.25 years: 40 x 0.75 x £1,500 = £45,000", () => {
    expect(value(state("lag: 6 months, lasts: 2 years", "1.25 years"), "gross_benefit")).toBeCloseTo(45_000, 6);
  });

  test("with a drop-off: 1 year, then 0.25 of a year at 80% for the first, 0.25 years for the second", () => {
    // No lag, horizon 1.25: first 1 + 0.25 x 0.8 = 1.2 years; second, from year 1: 0.25 years. (1.2 + 0.25) x 40 x 1,500.
    expect(value(state("lasts: 3 years, drop_off: 20%/year", "1.25 years"), "gross_benefit")).toBeCloseTo(87_000, 6);
  });

  test("a chance over the window is gained at its moment or not at all: 40 of 80 x 15 points x £2,000", () => {
    const once = (lag: string, horizon: string) =>
      value(
        assessed(spec(`without: 50%, effect: -15 points${lag}`, "£2000/child", "kind: event", horizon)),
        "gross_benefit",
      );
    expect(once(", lag: 6 months", "1.25 years")).toBeCloseTo(12_000, 6);
    expect(once(", lag: 3 months", "1.3 years")).toBeCloseTo(24_000, 6);
    expect(once("", "1.25 years")).toBeCloseTo(24_000, 6);
    expect(once(", lag: 6 months", "")).toBeCloseTo(24_000, 6);
  });

  test("a sum gained evenly over 1.5 years is cut where the horizon ends", () => {
    const benefits =
      "benefits:\n  - {benefit: Calm, amount: £300/child, over: 18 months, valued: undiscounted, kind: fiscal, gains: nhs}";
    const of = assessed(spec("without: 50%, effect: unknown", "£1/child", "kind: event", "1.25 years", benefits));
    // £200 a year: first year's starters 1.25 years of it, second year's 0.25: 40 x (250 + 50).
    expect(value(of, "gross_benefit")).toBeCloseTo(12_000, 6);
  });

  test("the present value follows the same days", () => {
    // Flat 10%: year 0 holds 0.5 years in effect, year 1 0.25, of 40 starters: 40 x 1,500 x (0.5 + 0.25 / 1.1).
    const of = assessed(
      spec(
        "without: 50%, effect: -15 points, lag: 6 months, lasts: 2 years",
        "£10000/child/year",
        "kind: state",
        "1.25 years",
      ),
      { discounting: { rate: 0.1 } },
    );
    expect(value(of, "pv_benefit")).toBeCloseTo(40 * 1_500 * (0.5 + 0.25 / 1.1), 6);
  });
});

describe("an effect that would make a chance impossible", () => {
  const of = (claim: string) => assessed(spec(claim, "£2000/child", "kind: event"));

  test.each([
    ["a relative risk", "without: 90%, effect: RR 1.3 (95% CI 1.1 to 1.5)"],
    ["points down", "without: 10%, effect: -15 points"],
    ["points up", "without: 95%, effect: RD 8%"],
    ["a relative change", "without: 60%, effect: 80% relative"],
  ])("%s gives no figure", (_, claim) => {
    const { figures, benefits } = of(claim);
    for (const key of ["outcome_difference/o", "outcomes_expected/o", "cost_per_outcome/o", "gross_benefit", "bcr"])
      expect(figures.get(key)?.value, key).toBeUndefined();
    expect(figures.get("outcome_difference/o")?.missing.map(({ reason }) => reason)).toEqual(["impossible-chance"]);
    expect(benefits[0]?.total.value).toBeUndefined();
  });

  test("only the ends of its interval are cut, and the derivation says so", () => {
    // 80% x 1.1 = 88%: 8 points more. The upper end, 80% x 1.4 = 112%, is cut at 100%: 20 points; the lower is 80% x 1.05.
    const difference = of("without: 80%, effect: RR 1.1 (95% CI 1.05 to 1.4)").figures.get("outcome_difference/o");
    expect(difference?.value).toBeCloseTo(0.08, 12);
    expect(difference?.low).toBeCloseTo(0.04, 12);
    expect(difference?.high).toBeCloseTo(0.2, 12);
    expect(difference?.derive().note).toContain("is cut there");
    const points = of("without: 8%, effect: -5 points (95% CI -12 to -1)").figures.get("outcome_difference/o");
    expect(points?.value).toBeCloseTo(-0.05, 12);
    expect(points?.low).toBeCloseTo(-0.08, 12);
    expect(points?.high).toBeCloseTo(-0.01, 12);
    expect(points?.derive().note).toContain("is cut there");
  });

  test("a rate a year may rise above one", () => {
    const rate = of("without: 0.9 children/child/year, effect: RR 1.3, lasts: 1 year");
    expect(value(rate, "outcome_difference/o")).toBeCloseTo(0.27, 12);
  });
});
