import { describe, expect, test } from "vitest";
import { councilWith, edited, portfolioFile } from "./support.ts";

const figure = (id: string, of = councilWith().portfolio) => of.figures.get(id);

/** Money that falls evenly over years 0, 1 and 2, at 3.5%. */
const even = (1 + 1 / 1.035 + 1 / 1.035 ** 2) / 3;

describe("what a portfolio is worth as a whole", () => {
  // Own lines less comparators: 810,000; 216,000; 900,000 - 60,000; 1,080,000. The manager, 3 x £70,000, once and whole.
  const cost = (810_000 + 216_000 + 840_000 + 1_080_000 + 210_000) * even;
  const benefit = (720_000 + 162_000 + 240_000) * even;

  test("present values, net present value and ratio, shared costs once and whole", () => {
    expect(figure("portfolio_pv_cost")?.value).toBeCloseTo(cost, 4);
    expect(figure("portfolio_pv_benefit")?.value).toBeCloseTo(benefit, 4);
    expect(figure("portfolio_npv")?.value).toBeCloseTo(benefit - cost, 4);
    expect(figure("portfolio_bcr")?.value).toBeCloseTo(benefit / cost, 9);
  });

  test("another perspective is not added, and what has no benefit in money is named", () => {
    const missing = figure("portfolio_npv")?.missing.map(({ reason, what }) => [reason, what]);
    expect(missing).toContainEqual(["basis-differs", "mentoring, of another perspective (society)"]);
    expect(missing).toContainEqual(["no-benefit-in-money", "a benefit in money of home-visits"]);
    expect(missing).toContainEqual(["comparator-unknown", "the cost of the comparator"]);
    expect(missing).toHaveLength(3);
  });

  test("one that is not costed brings no benefit either: the ratio would be too high", () => {
    const unpriced = councilWith(edited("parent-groups.intervention.yaml", "amount: £600/family", "amount: unknown"));
    expect(figure("portfolio_pv_benefit", unpriced.portfolio)?.value).toBeCloseTo(benefit - 162_000 * even, 4);
    expect(figure("portfolio_pv_cost", unpriced.portfolio)?.value).toBeCloseTo(cost - 216_000 * even, 4);
  });

  test("one that starts later is discounted from there", () => {
    const later = edited(
      portfolioFile,
      "  - intervention: parent-groups\n",
      "  - intervention: parent-groups\n    from: 2027-28\n",
    );
    // £54,000 of benefit a year in years 1 and 2 alone.
    expect(figure("portfolio_pv_benefit", councilWith(later).portfolio)?.value).toBeCloseTo(
      (720_000 + 240_000) * even + 54_000 * (1 / 1.035 + 1 / 1.035 ** 2),
      4,
    );
  });

  test("where nothing has a benefit in money there is no return at all", () => {
    const bare = councilWith({
      [portfolioFile]: "portfolio: early-help\nperiod: 3 years\ninterventions:\n  - intervention: home-visits\n",
    }).portfolio;
    expect(figure("portfolio_cost", bare)?.value).toBe(1_080_000);
    expect([...bare.figures.keys()].filter((key) => /npv|bcr|pv_/.test(key))).toEqual([]);
  });
});
