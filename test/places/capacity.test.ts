import { describe, expect, test } from "vitest";
import type { PortfolioAssessment } from "../../server/src/model/assess/index.ts";
import { snapshotOf } from "../report/support.ts";

/** A team for up to 60 families a year, posts for 20 families each, a manager whatever the number, and a pack for each family. */
const spec = `intervention: a
population:
  unit: family
  starts: 60 families/year
costs:
  price_year: 2024-25
  period: 3 years
  perspective: public-sector
  comparator:
    cost: none
  lines:
    - item: Team
      amount: £200,000/year
      capacity: 60 families/year
      who_pays: local-authority
    - item: Workers
      quantity: 4 FTE
      unit_cost: £50,000/FTE/year
      capacity: 20 families/FTE/year
      who_pays: local-authority
    - item: Manager
      amount: £30,000/year
      who_pays: local-authority
    - item: Packs
      amount: £100/family
      who_pays: local-authority
`;

function portfolioOf(starts: string, as = "interventions"): PortfolioAssessment {
  const snapshot = snapshotOf({
    "a.intervention.yaml": spec,
    "p.portfolio.yaml": `portfolio: p\nperiod: 3 years\n${as}:\n  - intervention: a\n    starts: ${starts}\n`,
  });
  const [found] = snapshot.portfolios("p.portfolio.yaml");
  if (found === undefined) throw new Error("no portfolio");
  return found.assessment;
}

const lines = (portfolio: PortfolioAssessment): Record<string, number | undefined> =>
  Object.fromEntries((portfolio.members[0]?.assessment?.lines ?? []).map(({ item, total }) => [item, total.value]));

describe("an intervention at another size than its spec plans", () => {
  test("a line with a capacity is bought in whole steps, one without stays, one for each participant follows", () => {
    // 100 a year: two teams, five posts. Three years.
    expect(lines(portfolioOf("100 families/year"))).toEqual({
      Team: 2 * 200_000 * 3,
      Workers: 5 * 50_000 * 3,
      Manager: 90_000,
      Packs: 100 * 100 * 3,
    });
    // 30 a year: one team still, two posts.
    expect(lines(portfolioOf("30 families/year"))).toEqual({
      Team: 600_000,
      Workers: 2 * 50_000 * 3,
      Manager: 90_000,
      Packs: 9_000,
    });
  });

  test("as many as planned stay as planned: four posts, although three would do", () => {
    expect(lines(portfolioOf("60 families/year"))).toMatchObject({ Team: 600_000, Workers: 600_000 });
  });

  test("it is the cost that the spec itself shows at that number", () => {
    const snapshot = snapshotOf({ "a.intervention.yaml": spec });
    const alone = snapshot.assessments("a.intervention.yaml")[0]?.assessment.figures;
    expect(portfolioOf("90 families/year").figures.get("portfolio_cost")?.value).toBe(
      alone?.get("cost_at_volume/150%")?.value,
    );
    expect(portfolioOf("30 families/year").figures.get("portfolio_cost")?.value).toBe(
      alone?.get("cost_at_volume/50%")?.value,
    );
  });

  test("there, other numbers go on from the steps that it has", () => {
    // 100 a year is here 100%: of 150 a year three teams and eight posts, 1.5 times the packs.
    const found = portfolioOf("100 families/year").members[0]?.assessment?.figures.get("cost_at_volume/150%");
    expect(found?.value).toBe(3 * 600_000 + 8 * 150_000 + 90_000 + 45_000);
  });

  test("only what does not follow is said not to follow", () => {
    const problem = portfolioOf("100 families/year").problems.find(({ reason }) => reason === "starts-differ");
    expect(problem).toMatchObject({ own: 180, here: 300, fixedLines: 1 });
  });

  test("stopping frees, and a candidate adds, that same cost", () => {
    const total = 1_200_000 + 750_000 + 90_000 + 30_000;
    expect(portfolioOf("100 families/year").stopping().all[0]?.frees.value).toBe(total);
    expect(portfolioOf("100 families/year", "candidates").next()?.candidates[0]?.own.value).toBe(total);
  });
});
