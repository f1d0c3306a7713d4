import { expect, test } from "vitest";
import { createSession } from "../../server/src/analysis/session.ts";
import type { PortfolioAssessment } from "../../server/src/model/assess/index.ts";

const service = (id: string): string => `intervention: ${id}
population:
  unit: family
  starts: 10 families/year
costs:
  price_year: 2024-25
  period: 2 years
  lines:
    - item: Workers
      quantity: 2 hours/family
      unit_cost: local/worker
`;
const library = (value: string): string =>
  `unit_costs: local\nprice_year: 2024-25\nentries:\n  - entry: worker\n    value: ${value}\n`;
const portfolio = `portfolio: p
title: Before
period: 3 years
interventions:
  - intervention: a
    starts: 20 families/year
  - intervention: b
`;

function opened() {
  const session = createSession({ asOf: { kind: "date", year: 2026, month: 6, day: 1 } });
  session.setFile("a.intervention.yaml", service("a"));
  session.setFile("b.intervention.yaml", service("b"));
  session.setFile("local.unit-costs.yaml", library("£50/hour"));
  session.setFile("p.portfolio.yaml", portfolio);
  session.setComplete(true);
  const look = (): PortfolioAssessment => {
    const [found] = session.snapshot().portfolios("p.portfolio.yaml");
    if (found === undefined) throw new Error("no portfolio");
    return found.assessment;
  };
  const edit = (path: string, text: string): PortfolioAssessment => {
    session.setFile(path, text);
    return look();
  };
  return { session, look, edit };
}

const kept = (before: PortfolioAssessment, after: PortfolioAssessment): readonly boolean[] =>
  after.members.map(({ assessment }, at) => assessment === before.members[at]?.assessment);

test("an edit of the portfolio's text works out no intervention again; an edit of one's starts that one alone", () => {
  const { look, edit } = opened();
  const first = look();
  // 2 hours at £50 for 20 and for 10 families a year, 3 years.
  expect(first.figures.get("portfolio_cost")?.value).toBe(6_000 + 3_000);
  const titled = edit("p.portfolio.yaml", portfolio.replace("Before", "After"));
  expect(titled).not.toBe(first);
  expect(kept(first, titled)).toEqual([true, true]);
  const more = edit("p.portfolio.yaml", portfolio.replace("20 families", "30 families"));
  expect(kept(titled, more)).toEqual([false, true]);
  expect(more.figures.get("portfolio_cost")?.value).toBe(9_000 + 3_000);
});

test("a period, settings, a spec or a unit cost that changes is worked out again", () => {
  const { look, edit } = opened();
  const first = look();
  const longer = edit("p.portfolio.yaml", portfolio.replace("3 years", "4 years"));
  expect(kept(first, longer)).toEqual([false, false]);
  expect(longer.figures.get("portfolio_cost")?.value).toBe(8_000 + 4_000);
  const set = edit("p.portfolio.yaml", `${portfolio}appraisal:\n  price_year: 2023-24\n`);
  expect(set.priceYear).toBe("2023-24");
  const again = edit("p.portfolio.yaml", portfolio);
  expect(again.figures.get("portfolio_cost")?.value).toBe(9_000);
  const dearer = edit("local.unit-costs.yaml", library("£60/hour"));
  expect(dearer.figures.get("portfolio_cost")?.value).toBe(7_200 + 3_600);
  const spec = edit("b.intervention.yaml", service("b").replace("2 hours", "4 hours"));
  expect(kept(dearer, spec)).toEqual([true, false]);
  expect(spec.figures.get("portfolio_cost")?.value).toBe(7_200 + 7_200);
});

test("what is kept is recorded as read: a library that the portfolio never names still re-checks it", () => {
  const { session, edit } = opened();
  // Kept assessments are asked for again by the check of the portfolio, which records what they looked up.
  edit("p.portfolio.yaml", portfolio.replace("Before", "After"));
  const costed = () =>
    session
      .snapshot()
      .findings("p.portfolio.yaml")
      .map(({ code }) => code);
  expect(costed()).not.toContain("portfolio/not-costed");
  session.setFile("local.unit-costs.yaml", library("unknown"));
  expect(costed()).toContain("portfolio/not-costed");
});
