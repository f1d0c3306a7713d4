import { expect, test } from "vitest";
import { examples } from "../report/support.ts";

const snapshot = examples();
const [washington] = snapshot.portfolios("portfolios/washington-state.portfolio.yaml");

test("programmes of the Washington State Institute for Public Policy stand in the order of the ratios that it prints", () => {
  // Benefit-cost ratios as printed on its programme pages, December 2017 and after.
  const printed = {
    "pcit-child-welfare": 15.0,
    "sfp-washington": 6.45,
    homebuilders: 5.13,
    "triple-p-washington": 3.36,
  };
  const league = washington?.assessment.leagues().find(({ by }) => by === "return")?.league;
  const ranked = league?.ranked.map(({ entrant }) => entrant) ?? [];
  expect(ranked.slice(0, 4).map(({ intervention }) => intervention)).toEqual(Object.keys(printed));
  for (const [at, ratio] of Object.values(printed).entries()) expect(ranked[at]?.figure.value).toBeCloseTo(ratio, 1);
  // Two lose money, which ranks them last; one costs nothing, and has no ratio to be ranked by.
  expect(ranked.slice(-2).map(({ intervention }) => intervention)).toEqual([
    "early-head-start",
    "family-dependency-court",
  ]);
  expect(league?.unranked.map(({ intervention, figure }) => [intervention, figure.none])).toEqual([
    ["wsipp-181", "no cost"],
  ]);
});

test("England's outturn of 2013-14: late intervention is the groups that the return totals, family support and the like early help", () => {
  const [england] = snapshot.areas("places/england.area.yaml");
  const of = (stage: string): number | undefined =>
    england?.assessment.figures.get(`area_spend_by_stage/${stage}`)?.value;
  // Children looked after 3,516,321,602, safeguarding 1,948,832,316 and youth justice 179,849,991 as totalled in the return.
  expect(
    Math.abs((of("late intervention") ?? Number.NaN) - (3_516_321_602 + 1_948_832_316 + 179_849_991)),
  ).toBeLessThan(5);
  // Children's centres 964,979,297, family support 954,960,580, services for young people 635,065,165.
  expect(Math.abs((of("early help") ?? Number.NaN) - (964_979_297 + 954_960_580 + 635_065_165))).toBeLessThan(10);
});
