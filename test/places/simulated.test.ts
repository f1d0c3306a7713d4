import { describe, expect, test } from "vitest";
import { type SimulatedPortfolio, simulatedPortfolio } from "../../server/src/analysis/simulated-portfolio.ts";
import { leagueSections } from "../../server/src/report/portfolio-leagues.ts";
import { projectFolder } from "../cli/support.ts";
import { snapshotOf } from "../report/support.ts";
import { type Council, councilWith } from "./support.ts";

const folder = projectFolder();

const drawn = (council: Council, draws = 4000): SimulatedPortfolio => {
  const made = simulatedPortfolio(council.snapshot, council.assessedPortfolio, { draws, seed: 7 });
  if (made === undefined) throw new Error("the portfolio cannot be read");
  return made;
};
const council = councilWith();
const simulated = drawn(council);
const plain = council.portfolio.leagues();
const leagues = council.portfolio.leagues(simulated.interval);

describe("league tables", () => {
  test("a simulation changes intervals, never a figure, a rank or who can be compared", () => {
    const order = (all: typeof plain) =>
      all.map(({ by, league }) => [
        by,
        league.ranked.map(({ entrant, rank }) => [entrant.intervention, rank, entrant.figure.value]),
        league.apart.map(({ entrant }) => entrant.intervention),
        league.unranked.map(({ intervention }) => intervention),
      ]);
    expect(order(leagues)).toEqual(order(plain));
  });

  test("with one uncertain value, the effect, the draws come near the ends that its interval gives", () => {
    // The effect alone is uncertain, so the return at its 95% ends is what 95% of the draws stay within.
    const of = (all: typeof plain) => all.find(({ by }) => by === "return")?.league.ranked[0]?.entrant.figure;
    const [found, ends] = [of(leagues), of(plain)];
    expect(found?.low).toBeCloseTo(ends?.low ?? Number.NaN, 1);
    expect(found?.high).toBeCloseTo(ends?.high ?? Number.NaN, 1);
    expect(found?.low).not.toBe(ends?.low);
  });

  test("the same seed gives the same intervals, and a table that says that they were simulated", () => {
    const again = council.portfolio.leagues(drawn(council).interval);
    const ends = (all: typeof plain) =>
      all.flatMap(({ league }) => league.ranked.map(({ entrant }) => [entrant.figure.low, entrant.figure.high]));
    expect(ends(again)).toEqual(ends(leagues));
    const [first] = leagueSections(council.portfolio, drawn(council, 200).interval);
    expect(first?.notes.join(" ")).toContain("simulated");
  });
});

describe("totals", () => {
  test("every figure that rests on something uncertain is drawn around what it is worked out to", () => {
    const npv = simulated.simulation.figures.get("portfolio_npv");
    expect(npv?.central).toBe(council.portfolio.figures.get("portfolio_npv")?.value);
    expect(npv?.low).toBeLessThan(npv?.central ?? Number.NaN);
    expect(npv?.high).toBeGreaterThan(npv?.central ?? Number.NaN);
    // No cost of the council is uncertain.
    expect(simulated.simulation.figures.has("portfolio_cost")).toBe(false);
    // £1.1m of benefit against £3.0m of cost: no draw gains.
    expect(simulated.simulation.chanceOfGain).toBe(0);
  });

  const service = (id: string, line: string): string => `intervention: ${id}
population:
  unit: family
  starts: 100 families
costs:
  price_year: 2024-25
  period: 1 year
  perspective: public-sector
  comparator:
    cost: none
  lines:
    - item: Workers
      who_pays: local-authority
${line}`;
  const library = `unit_costs: local
price_year: 2024-25
entries:
  - entry: worker
    value: £40/hour to £60/hour
`;
  const portfolio = "portfolio: both\nperiod: 1 year\ninterventions:\n  - intervention: a\n  - intervention: b\n";
  const totalOf = (line: string) => {
    const snapshot = snapshotOf({
      "a.intervention.yaml": service("a", line),
      "b.intervention.yaml": service("b", line),
      "local.unit-costs.yaml": library,
      "p.portfolio.yaml": portfolio,
    });
    const [assessed] = snapshot.portfolios("p.portfolio.yaml");
    if (assessed === undefined) throw new Error("no portfolio");
    const made = simulatedPortfolio(snapshot, assessed, { draws: 20_000, seed: 3 });
    return { figure: made?.simulation.figures.get("portfolio_cost"), inputs: made?.simulation.drawn };
  };
  /** Of a triangle from a to b, likeliest in the middle, 2.5% lie below a + (b - a) sqrt(0.025 / 2). */
  const below = (a: number, b: number): number => a + (b - a) * Math.sqrt(0.025 / 2);

  test("a unit cost that two interventions share is one draw: the total spreads as widely as both together", () => {
    const { figure, inputs } = totalOf("      quantity: 10 hours/family\n      unit_cost: local/worker\n");
    expect(inputs).toEqual(["unit_costs.local/worker"]);
    // 2 x 100 x 10 hours at £40 to £60.
    expect(figure?.central).toBe(100_000);
    expect((figure?.low ?? 0) / below(80_000, 120_000)).toBeCloseTo(1, 2);
  });

  test("with a unit cost set to something else, that is what is drawn", () => {
    folder.write(
      "a.intervention.yaml",
      service("a", "      quantity: 10 hours/family\n      unit_cost: local/worker\n"),
    );
    folder.write("local.unit-costs.yaml", library);
    folder.write("p.portfolio.yaml", portfolio.replace("  - intervention: b\n", ""));
    const wider = ["--what-if", "unit_costs.local/worker=£20/hour to £80/hour"];
    const ran = folder.run(["cost", "p.portfolio.yaml", "--draws", "5000", ...wider, "-f", "json"]);
    const [{ what_if, figures }] = JSON.parse(ran.out).portfolios;
    // 1,000 hours, as written at £40 to £60.
    expect(figures.portfolio_cost.interval.low / below(40_000, 60_000)).toBeCloseTo(1, 1);
    expect(what_if.figures.portfolio_cost.interval.low / below(20_000, 80_000)).toBeCloseTo(1, 1);
  });

  test("what each spec says for itself is drawn apart: the total spreads by the root of two, not twice", () => {
    const { figure, inputs } = totalOf("      amount: £400/family to £600/family\n");
    expect(inputs).toEqual([
      "interventions.a.costs.lines.Workers.amount",
      "interventions.b.costs.lines.Workers.amount",
    ]);
    // Two triangles of £40,000 to £60,000 have a variance of 2 x 20,000^2 / 24; their sum is close to normal.
    const deviation = Math.sqrt((2 * 20_000 ** 2) / 24);
    expect(((figure?.high ?? 0) - 100_000) / deviation).toBeCloseTo(1.96, 1);
  });

  test("a range in the portfolio itself, of those who start or of a shared cost, is drawn too", () => {
    const snapshot = snapshotOf({
      "a.intervention.yaml": service("a", "      amount: £500/family\n"),
      "p.portfolio.yaml": `portfolio: one
period: 1 year
shared:
  - item: Manager
    id: manager
    amount: £30,000 to £50,000
    price_year: 2024-25
    who_pays: local-authority
interventions:
  - intervention: a
    starts: 80 to 120 families
`,
    });
    const [assessed] = snapshot.portfolios("p.portfolio.yaml");
    const made = assessed && simulatedPortfolio(snapshot, assessed, { draws: 500 });
    expect(made?.simulation.drawn).toEqual(["interventions.a.starts", "shared.Manager.amount"]);
    expect(made?.simulation.sensitivity.get("portfolio_cost")?.map(({ key }) => key)).toEqual([
      "interventions.a.starts",
      "shared.Manager.amount",
    ]);
  });
});
