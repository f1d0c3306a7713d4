import { expect, test } from "vitest";
import { simulatedIntervals } from "../../server/src/analysis/simulated-portfolio.ts";
import { leagueSections } from "../../server/src/report/portfolio-leagues.ts";
import { councilWith } from "./support.ts";

const { snapshot, portfolio } = councilWith();
const simulated = portfolio.leagues(simulatedIntervals(snapshot, { draws: 4000, seed: 7 }));
const plain = portfolio.leagues();

test("a simulation changes intervals, never a figure, a rank or who can be compared", () => {
  const order = (leagues: typeof plain) =>
    leagues.map(({ by, league }) => [
      by,
      league.ranked.map(({ entrant, rank }) => [entrant.intervention, rank, entrant.figure.value]),
      league.apart.map(({ entrant }) => entrant.intervention),
      league.unranked.map(({ intervention }) => intervention),
    ]);
  expect(order(simulated)).toEqual(order(plain));
});

test("with one uncertain value, the effect, the draws come near the ends that its interval gives", () => {
  // The effect alone is uncertain, so the return at its 95% ends is what 95% of the draws stay within.
  const of = (leagues: typeof plain) => leagues.find(({ by }) => by === "return")?.league.ranked[0]?.entrant.figure;
  const [drawn, ends] = [of(simulated), of(plain)];
  expect(drawn?.low).toBeCloseTo(ends?.low ?? Number.NaN, 1);
  expect(drawn?.high).toBeCloseTo(ends?.high ?? Number.NaN, 1);
  expect(drawn?.low).not.toBe(ends?.low);
});

test("the same seed gives the same intervals, and a table that says that they were simulated", () => {
  const again = portfolio.leagues(simulatedIntervals(snapshot, { draws: 4000, seed: 7 }));
  const ends = (leagues: typeof plain) =>
    leagues.flatMap(({ league }) => league.ranked.map(({ entrant }) => [entrant.figure.low, entrant.figure.high]));
  expect(ends(again)).toEqual(ends(simulated));
  const [first] = leagueSections(portfolio, simulatedIntervals(snapshot, { draws: 200, seed: 7 }));
  expect(first?.notes.join(" ")).toContain("simulated");
});
