import { describe, expect, test } from "vitest";
import { portfolioPage } from "../../server/src/report/portfolio-page.ts";
import { council } from "./council.ts";
import { councilWith, edited, portfolioFile } from "./support.ts";

const figure = (id: string, of = councilWith().portfolio) => of.figures.get(id);

/** Money that falls evenly over years 0, 1 and 2, at 3.5%. */
const even = (1 + 1 / 1.035 + 1 / 1.035 ** 2) / 3;

describe("the two ratios of an intervention", () => {
  test("the headline is with its shares, and ranked; that of its own cost alone stands beside it, and both say which they are", () => {
    const { assessedPortfolio } = councilWith();
    const [members] = portfolioPage(assessedPortfolio, "p").sections;
    const titles = members?.columns.map(({ title }) => title) ?? [];
    const cells = members?.rows.find(({ cells: [id] }) => id === "family-therapy")?.cells ?? [];
    // 720 / (810 + 126), and 720 / 810 without the shares of the manager.
    expect(cells[titles.indexOf("headline return, with shares")]).toBe("0.77");
    expect(cells[titles.indexOf("return, own cost alone")]).toBe("0.89");
    expect(members?.notes.join(" ")).toContain("The headline is the benefit-cost ratio with the shared costs");
  });

  test("without shared costs there is one ratio", () => {
    const text = council[portfolioFile] ?? "";
    const bare = text.replace(/shared:\n(?: .*\n)+/, "").replace(/ {4}shares:\n {6}manager.*\n/g, "");
    const [members] = portfolioPage(councilWith({ [portfolioFile]: bare }).assessedPortfolio, "p").sections;
    expect(members?.columns.map(({ title }) => title)).toContain("benefit-cost ratio");
    expect(members?.columns.map(({ title }) => title)).not.toContain("return, own cost alone");
  });
});

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

  test("present values at other rates are not added to a shared cost at the portfolio's own", () => {
    const own = edited("parent-groups.intervention.yaml", "costs:\n", "appraisal:\n  discounting: 3%\ncosts:\n");
    const found = councilWith(own).portfolio;
    expect(figure("portfolio_pv_benefit", found)?.value).toBeCloseTo(benefit - 162_000 * even, 4);
    expect(figure("portfolio_pv_benefit", found)?.missing.map(({ what }) => what)).toContain(
      "parent-groups, of another discounting (3%)",
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
