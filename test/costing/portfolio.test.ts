import { describe, expect, test } from "vitest";
import { assessPortfolio, type PortfolioAssessment } from "../../server/src/model/assess/index.ts";
import { project } from "./helper.ts";

const members = `
intervention: mst
population: {unit: family, starts: 60 families/year}
costs:
  price_year: 2024-25
  period: 3 years
  comparator: {cost: none}
  lines: [{item: Team, amount: "£200,000/year"}, {item: Licence, amount: "£30,000", timing: start-up}]
---
intervention: epec
population: {unit: family, starts: 100 families/year}
costs:
  price_year: 2024-25
  period: 1 year
  comparator: {cost: none}
  lines: [{item: Groups, amount: £150/family}]
---
intervention: fdac
population: {unit: case, starts: 46 cases}
costs:
  price_year: 2024-25
  period: 1 year
  comparator: {cost: none}
  lines: [{item: Team and court, amount: "£12,000/case"}]
`;

const portfolio = `
portfolio: early-help
from: 2026-27
period: 3 years
budget: £900,000/year
shared:
  - {item: Service manager, id: manager, amount: "£70,000/year", price_year: 2024-25, who_pays: local-authority}
interventions:
  - {intervention: mst, starts: 60 families/year, shares: {manager: 60%}}
  - {intervention: epec, starts: 200 families/year, shares: {manager: 30%}}
  - {intervention: fdac, starts: 46 cases/year, from: 2027-28}
`;

function assessPortfolioText(text: string, others = members): PortfolioAssessment {
  const all = project(`${others}\n---\n${text}`);
  return assessPortfolio(all.portfolio(), {
    ...all.context,
    intervention(id) {
      try {
        return all.intervention(id);
      } catch {
        return undefined;
      }
    },
  });
}

const value = (found: PortfolioAssessment, key: string): number | undefined => found.figures.get(key)?.value;

describe("a portfolio", () => {
  test("counts a shared cost once: 63,000 charged and 7,000 a year unallocated make 70,000", () => {
    const found = assessPortfolioText(portfolio);
    expect(found.members.map(({ shares }) => shares.map(({ amount }) => (amount.value ?? 0) / 3))).toEqual([
      [42_000],
      [21_000],
      [],
    ]);
    expect(found.shared[0]?.unallocated.value).toBeCloseTo(21_000, 6);
    expect(value(found, "portfolio_shared")).toBe(210_000);
    const own = 630_000 + 200 * 3 * 150 + 46 * 2 * 12_000;
    expect(value(found, "portfolio_cost")).toBeCloseTo(own + 210_000, 6);
  });

  test("years run from its own start; a later start leaves fewer years of delivery", () => {
    const found = assessPortfolioText(portfolio);
    expect(found.members.map(({ firstYear, years }) => [firstYear, years])).toEqual([
      [0, 3],
      [0, 3],
      [1, 2],
    ]);
    expect([0, 1, 2].map((year) => value(found, `portfolio_cost_by_year/${year}`))).toEqual([
      330_000, 852_000, 852_000,
    ]);
    expect([0, 1, 2].map((year) => value(found, `portfolio_budget_left/${year}`))).toEqual([570_000, 48_000, 48_000]);
  });

  test("the years add up to the whole", () => {
    const found = assessPortfolioText(portfolio);
    const years = [0, 1, 2].reduce((so, year) => so + (value(found, `portfolio_cost_by_year/${year}`) ?? 0), 0);
    expect(years).toBeCloseTo(value(found, "portfolio_cost") ?? Number.NaN, 6);
  });

  test("lines in £ and £/year do not follow other starts, and it says so; lines per participant do", () => {
    const found = assessPortfolioText(portfolio.replace("starts: 60 families/year", "starts: 90 families/year"));
    expect(found.problems).toMatchObject([
      { reason: "starts-differ", intervention: "mst", own: 180, here: 270, fixedLines: 2 },
    ]);
    expect(found.members[0]?.assessment?.figures.get("cost_total")?.value).toBe(630_000);
  });

  test("shares over 100%, a shared cost and an intervention that nobody defines", () => {
    const reasons = (text: string) => assessPortfolioText(text).problems.map(({ reason }) => reason);
    expect(reasons(portfolio.replace("manager: 30%", "manager: 50%"))).toEqual(["shares-over"]);
    expect(reasons(portfolio.replace("manager: 30%", "director: 30%"))).toEqual(["shared-cost-missing"]);
    expect(reasons(portfolio.replace("intervention: epec", "intervention: nobody"))).toEqual(["intervention-missing"]);
    expect(reasons(portfolio.replace("from: 2027-28", "from: 2031-32"))).toEqual(["outside-period"]);
  });

  test("a member whose cost is not known leaves the total partial and is named", () => {
    const found = assessPortfolioText(portfolio, members.replace("£150/family", "unknown"));
    const total = found.figures.get("portfolio_cost");
    expect(total?.complete).toBe(false);
    expect(total?.missing.map(({ what }) => what)).toEqual(["epec"]);
    expect(total?.value).toBeCloseTo(630_000 + 46 * 2 * 12_000 + 210_000, 6);
  });

  test("payers and strands add up to the whole: shared costs by who pays them, and by who carries them", () => {
    const found = assessPortfolioText(
      portfolio,
      members
        .replace("{item: Groups,", "{item: Groups, who_pays: {nhs: 40%, local-authority: 60%},")
        .replace("intervention: epec", "intervention: epec\nstrand: universal")
        .replace("intervention: mst", "intervention: mst\nstrand: edge-of-care"),
    );
    const group = (id: string): Record<string, number> =>
      Object.fromEntries(
        [...found.figures.values()]
          .filter((each) => each.id === id)
          .map(({ of, value }) => [of, Math.round(value ?? Number.NaN)]),
      );
    expect(group("portfolio_cost_by_payer")).toEqual({
      nhs: 36_000,
      "local-authority": 54_000 + 210_000,
      "not known": 630_000 + 46 * 2 * 12_000,
    });
    expect(group("portfolio_cost_by_strand")).toEqual({
      "edge-of-care": 630_000 + 126_000,
      universal: 90_000 + 63_000,
      "not known": 46 * 2 * 12_000,
      "shared, not allocated": 21_000,
    });
    for (const id of ["portfolio_cost_by_payer", "portfolio_cost_by_strand"])
      expect(Object.values(group(id)).reduce((so, each) => so + each, 0)).toBe(value(found, "portfolio_cost"));
  });

  test("the budget stands beside the cost; a budget that is not known is no budget of zero", () => {
    expect(value(assessPortfolioText(portfolio), "portfolio_budget")).toBe(900_000);
    const open = assessPortfolioText(portfolio.replace("£900,000/year", "unknown"));
    expect(open.figures.get("portfolio_budget")).toMatchObject({ value: undefined, complete: false });
    expect([...open.figures.keys()].filter((key) => key.startsWith("portfolio_budget_left"))).toEqual([]);
  });

  test("prices of different years are not added", () => {
    const found = assessPortfolioText(
      portfolio,
      members.replace("price_year: 2024-25\n  period: 1 year", "price_year: 2015-16\n  period: 1 year"),
    );
    expect(found.problems.map(({ reason }) => reason)).toContain("price-years-differ");
    expect(found.figures.get("portfolio_cost")?.complete).toBe(false);
  });
});
