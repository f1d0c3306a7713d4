import { describe, expect, test } from "vitest";
import { createSession } from "../../server/src/analysis/session.ts";
import { figureKey } from "../../server/src/costing/figure.ts";
import { deflators } from "../../server/src/data/index.ts";
import type { PortfolioLeague, RankBy } from "../../server/src/model/assess/index.ts";
import { stopSections } from "../../server/src/report/portfolio-choices.ts";
import { council } from "./council.ts";
import { councilWith, edited, groupOf, portfolioFile } from "./support.ts";

const found = councilWith().portfolio;

const leagueOf = (by: RankBy, outcome?: string, of = found): PortfolioLeague["league"] => {
  const made = of.leagues().find((each) => each.by === by && each.outcome?.id === outcome);
  if (made === undefined) throw new Error(`no league by ${by}`);
  return made.league;
};

const ranked = (league: PortfolioLeague["league"]): readonly (readonly [string, number | undefined])[] =>
  league.ranked.map(({ entrant }) => [entrant.intervention, entrant.figure.value]);

describe("groups of a portfolio's cost", () => {
  // Own lines: 810,000 + 900,000 + 216,000 + 1,080,000 + 270,000; the manager 3 x £70,000 once.
  const total = 3_276_000 + 210_000;

  test("the whole", () => expect(found.figures.get("portfolio_cost")?.value).toBe(total));

  test("by level of need, in the order of the format, each with its shares of the manager", () => {
    expect(Object.entries(groupOf(found.figures, "portfolio_cost_by_need_level"))).toEqual([
      ["universal", 1_080_000],
      ["targeted-selective", 216_000],
      ["targeted-indicated", 810_000 + 0.6 * 210_000 + 270_000],
      ["specialist", 900_000 + 0.3 * 210_000],
      ["shared, not allocated", 21_000],
    ]);
  });

  test("by cluster, in proportion to where participants start", () => {
    // North: 80% of 936,000 + 15/20 of 963,000 + half of 216,000.
    const clusters = groupOf(found.figures, "portfolio_cost_by_cluster");
    expect(clusters.north).toBeCloseTo(748_800 + 722_250 + 108_000, 6);
    expect(clusters.south).toBeCloseTo(187_200 + 240_750 + 108_000, 6);
    expect(clusters["not known"]).toBe(1_080_000 + 270_000);
    expect(clusters["shared, not allocated"]).toBe(21_000);
  });

  test("by section 251 line: a cost line's own, else that of its intervention, else not known", () => {
    expect(groupOf(found.figures, "portfolio_cost_by_spend_line")).toEqual({
      "s251/3.4.4": 720_000 + 210_000,
      "s251/3.1.1": 900_000,
      "not known": 90_000 + 216_000 + 1_080_000 + 270_000,
    });
  });

  test("early help and late intervention, by strand and by level of need", () => {
    expect(groupOf(found.figures, "portfolio_cost_by_stage", "strand, ")).toEqual({
      "early help": 216_000 + 1_080_000 + 270_000,
      "late intervention": 963_000,
      "neither, or not said": 936_000,
      "shared, not allocated": 21_000,
    });
    expect(groupOf(found.figures, "portfolio_cost_by_stage", "level of need, ")).toEqual({
      "early help": 936_000 + 216_000 + 1_080_000 + 270_000,
      "late intervention": 963_000,
      "shared, not allocated": 21_000,
    });
  });

  test.each([
    ["portfolio_cost_by_strand", ""],
    ["portfolio_cost_by_need_level", ""],
    ["portfolio_cost_by_payer", ""],
    ["portfolio_cost_by_year", ""],
    ["portfolio_cost_by_cluster", ""],
    ["portfolio_cost_by_spend_line", ""],
    ["portfolio_cost_by_stage", "strand, "],
    ["portfolio_cost_by_stage", "level of need, "],
  ])("%s %s adds up to the whole", (id, before) => {
    const parts = Object.values(groupOf(found.figures, id, before)).map((part) => part ?? Number.NaN);
    expect(parts.reduce((so, part) => so + part, 0)).toBeCloseTo(total, 6);
  });

  test("a shared cost outside the perspective is shown and not added; a part of it only in part", () => {
    const paidBy = (who: string) => councilWith(edited(portfolioFile, "who_pays: local-authority", who)).portfolio;
    // All but mentoring are costed for the public sector; as they differ, the settings' perspective holds.
    expect(paidBy("who_pays: charity").figures.get("portfolio_cost")?.value).toBe(3_276_000);
    expect(paidBy("who_pays: charity").shared[0]?.total.value).toBe(210_000);
    const half = paidBy("who_pays:\n      charity: 50%\n      nhs: 50%");
    expect(half.figures.get("portfolio_cost")?.value).toBe(3_276_000 + 105_000);
    expect(groupOf(half.figures, "portfolio_cost_by_payer").nhs).toBe(90_000 + 105_000);
  });
});

test("another currency is shown and never added; a portfolio all in one currency is in that", () => {
  const dollars = (id: string) => edited(`${id}.intervention.yaml`, "costs:\n", "costs:\n  currency: USD\n");
  const one = (council["mentoring.intervention.yaml"] ?? "").replace("£1,500", "$1,500");
  const mixed = councilWith({
    "mentoring.intervention.yaml": one.replace("costs:\n", "costs:\n  currency: USD\n"),
  }).portfolio;
  expect(mixed.figures.get("portfolio_cost")).toMatchObject({ value: 3_486_000 - 270_000, complete: false });
  expect(mixed.figures.get("portfolio_cost")?.missing.map(({ reason }) => reason)).toEqual(["currency-differs"]);
  const all = councilWith({
    ...dollars("family-therapy"),
    "family-therapy.intervention.yaml": (
      dollars("family-therapy")["family-therapy.intervention.yaml"] ?? ""
    ).replaceAll("£", "$"),
    [portfolioFile]: "portfolio: early-help\nperiod: 3 years\ninterventions:\n  - intervention: family-therapy\n",
  }).portfolio;
  expect(all.figures.get("portfolio_cost")?.unit.powers).toEqual([["USD", 1]]);
  expect(all.figures.get("portfolio_cost")?.value).toBe(810_000);
});

describe("league tables", () => {
  test("returns with the shared costs that each carries", () => {
    // Benefits fall evenly over the years as the costs do, so discounting leaves the ratios: 720 / 936, 162 / 216, 240 / 903.
    const all = ranked(leagueOf("return"));
    expect(all.map(([id]) => id)).toEqual(["family-therapy", "parent-groups", "reunification"]);
    expect(all[0]?.[1]).toBeCloseTo(720 / 936, 12);
    expect(all[1]?.[1]).toBeCloseTo(162 / 216, 12);
    expect(all[2]?.[1]).toBeCloseTo(240 / 903, 12);
  });

  test("another perspective stands apart, what has no benefit in money is not ranked", () => {
    const { apart, unranked } = leagueOf("return");
    expect(apart).toMatchObject([
      {
        entrant: { intervention: "mentoring" },
        differs: [{ name: "perspective", own: "society", others: "public-sector" }],
      },
    ]);
    expect(unranked.map(({ intervention }) => intervention)).toEqual(["home-visits"]);
  });

  test("cost per outcome: incremental cost with its shares / outcomes", () => {
    // 150 x 40% x 30% = 18; 60 x 50% x 20% = 6, after £60,000 that usual services cost.
    const all = ranked(leagueOf("cost per outcome", "child-enters-care"));
    expect(all[0]?.[1]).toBeCloseTo(936_000 / 18, 6);
    expect(all[1]?.[1]).toBeCloseTo((900_000 - 60_000 + 63_000) / 6, 6);
  });

  test("net benefit in year 0 of the portfolio: a later start is discounted from there", () => {
    // (162,000 - 216,000) / 3 in years 0, 1 and 2, at 3.5%.
    const even = (1 + 1 / 1.035 + 1 / 1.035 ** 2) / 3;
    const [first] = ranked(leagueOf("net benefit"));
    expect(first?.[0]).toBe("parent-groups");
    expect(first?.[1]).toBeCloseTo(-54_000 * even, 6);
    const later = councilWith(
      edited(
        portfolioFile,
        "  - intervention: parent-groups\n",
        "  - intervention: parent-groups\n    from: 2027-28\n",
      ),
    ).portfolio;
    // Two years are left, £18,000 a year is lost in years 1 and 2.
    const shifted = ranked(leagueOf("net benefit", undefined, later)).find(([id]) => id === "parent-groups");
    expect(shifted?.[1]).toBeCloseTo(-18_000 * (1 / 1.035 + 1 / 1.035 ** 2), 6);
  });

  test("other horizons and price years are not comparable", () => {
    const horizon = councilWith(
      edited("parent-groups.intervention.yaml", "  period: 3 years\n", "  period: 3 years\n  horizon: 5 years\n"),
    ).portfolio;
    expect(leagueOf("return", undefined, horizon).apart.map(({ entrant }) => entrant.intervention)).toContain(
      "parent-groups",
    );
    const priced = councilWith(
      edited("reunification.intervention.yaml", "costs:\n", "appraisal:\n  price_year: 2022-23\ncosts:\n"),
    ).portfolio;
    expect(
      leagueOf("cost per outcome", "child-enters-care", priced).apart.map(({ differs }) => differs),
    ).toContainEqual([{ name: "price year", own: "2022-23", others: "2024-25" }]);
  });
});

describe("what to stop first", () => {
  const { league, all } = found.stopping();

  test("the order is the ranking from its end; nobody unknown stands in it", () => {
    expect([...league.league.ranked].reverse().map(({ entrant }) => entrant.intervention)).toEqual([
      "reunification",
      "parent-groups",
      "family-therapy",
    ]);
  });

  test("what stopping frees, what stays, what is lost", () => {
    const stop = all.find(({ member }) => member.intervention === "reunification");
    expect(stop?.frees.value).toBe(900_000);
    expect(stop?.stays?.value).toBeCloseTo(63_000, 9);
    expect(stop?.instead?.value).toBe(60_000);
    expect(stop?.fiscalBenefit?.value).toBeCloseTo(240_000, 6);
    expect(stop?.net?.value).toBeCloseTo(600_000, 6);
    expect(stop?.starts?.value).toBe(60);
    expect(stop?.outcomes.map(({ gained }) => gained.value)).toEqual([expect.closeTo(6, 9)]);
    expect(stop?.studies).toEqual(["trial-b"]);
  });

  test("a row says once what any of its figures lacks, not of the money freed alone", () => {
    const file = Object.keys(council).find((path) => path.includes("reunification")) ?? "";
    const more = `benefits:
  - benefit: Fewer court cases
    amount: unknown
    kind: fiscal
    gains: courts
    cashable: 100%
    confidence: 1
    valued: undiscounted
`;
    const lacking = councilWith({ [file]: `${council[file as keyof typeof council]}${more}` }).portfolio;
    const row = stopSections(lacking)[0]?.rows.find(({ cells }) => cells[0] === "reunification");
    expect(row?.cells.at(-1)).toContain("not costed: 1 line");
  });

  test("nothing is worked out of what is not said: no comparator, another perspective", () => {
    const of = (id: string) => all.find(({ member }) => member.intervention === id);
    expect(of("home-visits")?.net).toBeUndefined();
    expect(of("mentoring")?.net).toBeUndefined();
    expect(of("mentoring")?.claimsWithoutEvidence).toBe(1);
  });
});

describe("what to buy next", () => {
  test("in order of merit, each whole, as long as the budget reaches in every year", () => {
    // £1,250,000 - £1,162,000 a year is left. Short breaks take £80,000 of it, coaching would take £150,000.
    const next = found.next();
    expect(next?.left?.value).toBe(3 * 88_000);
    expect(
      next?.steps.map(({ candidate, rank, fits, shortIn, left }) => [
        candidate.intervention,
        rank,
        fits,
        shortIn,
        left?.value,
      ]),
    ).toEqual([
      ["short-breaks", 1, true, undefined, 3 * 8_000],
      ["coaching", 2, false, 0, undefined],
    ]);
  });

  test("a larger budget takes both; no budget says nothing", () => {
    const with_ = (budget: string) => councilWith(edited(portfolioFile, "£1,250,000/year", budget)).portfolio.next();
    expect(with_("£1,400,000/year")?.steps.map(({ fits }) => fits)).toEqual([true, true]);
    expect(with_("unknown")?.steps.map(({ fits }) => fits)).toEqual([undefined, undefined]);
    // One sum for the whole period: 3,800,000 - 3,486,000 holds short breaks (240,000), not coaching (450,000) as well.
    expect(with_("£3,800,000")?.steps.map(({ fits }) => fits)).toEqual([true, false]);
  });

  test("candidates are in no total", () => {
    const without = councilWith(
      edited(portfolioFile, "candidates:\n  - intervention: short-breaks\n  - intervention: coaching\n", ""),
    ).portfolio;
    expect(without.next()).toBeUndefined();
    for (const [key, figure] of without.figures) expect(found.figures.get(key)?.value).toBe(figure.value);
    expect([...found.figures.keys()]).toEqual([...without.figures.keys()]);
  });
});

describe("who is reached", () => {
  const rows = found.reach;
  const row = (need: string, cluster?: string) =>
    rows.find((each) => each.need === need && each.cluster?.id === cluster);

  test("starts in an average year against those with the need; families as children through what they have", () => {
    expect(row("risk-of-care")).toMatchObject({
      served: { value: 50 + 20 + 60 },
      withNeed: { value: 300 },
      over: false,
    });
    expect(row("risk-of-care")?.reach.value).toBeCloseTo(130 / 300, 12);
    expect(row("risk-of-care")?.unmet.value).toBe(170);
    expect(row("behaviour")).toMatchObject({ served: { value: 240 }, withNeed: { value: 2000 } });
  });

  test("in a cluster, where one intervention does not say where it starts, at least so many", () => {
    const north = row("risk-of-care", "north");
    expect(north?.served.value).toBe(40 + 15);
    expect(north?.served.missing.map(({ what }) => what)).toEqual(["the clusters in which mentoring starts"]);
    expect(row("behaviour", "south")?.withNeed.value).toBeUndefined();
  });

  test("more than have it: no unmet need, and it says so", () => {
    const more = councilWith(edited("place.area.yaml", "number: 300 children", "number: 100 children")).portfolio;
    const over = more.reach.find((each) => each.need === "risk-of-care" && each.cluster === undefined);
    expect(over).toMatchObject({ over: true, unmet: { none: "more start than have it" } });
    expect(more.figures.get(figureKey("portfolio_reach", "risk-of-care"))?.value).toBeCloseTo(1.3, 12);
  });

  test("without what comes with a family, children reached are not known", () => {
    const bare = councilWith(edited("parent-groups.intervention.yaml", "  has: 2 children/family\n", "")).portfolio;
    expect(bare.reach.find(({ need }) => need === "behaviour")?.served.value).toBeUndefined();
  });

  test("a universal service for all of the area has a cost per child there, in the portfolio's own area", () => {
    // £1,080,000 over three years / 10,000 children of 0 to 4; the spec itself names no area.
    const member = found.members.find(({ intervention }) => intervention === "home-visits");
    expect(member?.assessment?.figures.get("cost_per_eligible")?.value).toBe(108);
  });
});

test("ranked by cost per outcome: stopping and buying stand in the order of the outcome that most can be compared on", () => {
  const by = councilWith(edited(portfolioFile, "rank_by: return", "rank_by: cost per outcome")).portfolio;
  const stopping = by.stopping().league;
  expect(stopping).toMatchObject({ by: "cost per outcome", outcome: { id: "child-enters-care" } });
  // £150,500 and £52,000 a child: the dearest is stopped first.
  expect([...stopping.league.ranked].reverse().map(({ entrant }) => entrant.intervention)).toEqual([
    "reunification",
    "family-therapy",
  ]);
  // 240,000 / (120 x 30% x 20%) and 450,000 / (90 x 30% x 40%).
  const next = by.next();
  expect(
    next?.steps.map(({ candidate, entry }) => [candidate.intervention, Math.round(entry.figure.value ?? 0)]),
  ).toEqual([
    ["short-breaks", 33_333],
    ["coaching", 41_667],
  ]);
});

test("an edit of the area or of an intervention reaches the portfolio, and a comment changes nothing", () => {
  const session = createSession({ asOf: { kind: "date", year: 2026, month: 6, day: 1 } });
  for (const [path, text] of Object.entries(council)) session.setFile(path, text);
  session.setComplete(true);
  const of = (key: string): number | undefined =>
    session.snapshot().portfolios(portfolioFile)[0]?.assessment.figures.get(key)?.value;
  expect(of("portfolio_reach/behaviour")).toBeCloseTo(0.12, 12);
  session.setFile("place.area.yaml", (council["place.area.yaml"] ?? "").replace("share: 5%", "share: 10%"));
  expect(of("portfolio_reach/behaviour")).toBeCloseTo(0.06, 12);
  session.setFile(
    "parent-groups.intervention.yaml",
    (council["parent-groups.intervention.yaml"] ?? "").replace("£600", "£700"),
  );
  expect(of("portfolio_cost")).toBe(3_486_000 + 36_000);
  session.setFile("place.area.yaml", `# £ a comment\n${council["place.area.yaml"]}`);
  expect(of("portfolio_reach/behaviour")).toBeCloseTo(0.12, 12);
});

test("section 251 lines stand beside the area's spend in the portfolio's prices", () => {
  // The index of 2024-25 is 100 in the edition of March 2026, so an older sum is divided by its own year's index.
  const older = councilWith(
    edited("place.area.yaml", "  - line: s251/3.4.4\n    year: 2024-25", "  - line: s251/3.4.4\n    year: 2020-21"),
  ).portfolio;
  const index = deflators["hmt-2026-03"].rows.find(({ year }) => year === "2020-21")?.index ?? Number.NaN;
  const row = older.spendLines().find(({ line }) => line === "s251/3.4.4");
  expect(row?.inAverageYear.value).toBeCloseTo(930_000 / 3, 6);
  expect(row?.spend?.net.value).toBe(2_500_000);
  expect(row?.spendHere?.value).toBeCloseTo(2_500_000 * (100 / index), 3);
});
