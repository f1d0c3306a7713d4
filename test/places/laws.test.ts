import fc from "fast-check";
import { expect, test } from "vitest";
import { councilWith, groupOf, portfolioFile } from "./support.ts";

const ids = [
  "family-therapy",
  "reunification",
  "parent-groups",
  "home-visits",
  "mentoring",
  "short-breaks",
  "coaching",
];
const units: Readonly<Record<string, string>> = { "parent-groups": "families" };

interface Member {
  readonly id: string;
  readonly starts: number | undefined;
  readonly from: number;
  readonly north: number | undefined;
  readonly manager: number;
  readonly line: string | undefined;
  readonly at: number;
}

const member = (id: string): fc.Arbitrary<Member> =>
  fc.record({
    id: fc.constant(id),
    starts: fc.option(fc.integer({ min: 1, max: 500 }), { nil: undefined }),
    from: fc.integer({ min: 2026, max: 2028 }),
    north: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
    manager: fc.integer({ min: 0, max: 14 }),
    line: fc.option(fc.constantFrom("s251/3.4.4", "s251/3.1.1"), { nil: undefined }),
    at: fc.integer(),
  });

const blockOf = ({ id, starts, from, north, manager, line }: Member): string =>
  [
    `  - intervention: ${id}`,
    ...(starts === undefined ? [] : [`    starts: ${starts} ${units[id] ?? "children"}/year`]),
    `    from: ${from}-${String((from + 1) % 100).padStart(2, "0")}`,
    ...(north === undefined ? [] : ["    clusters:", `      north: ${north}%`, `      south: ${100 - north}%`]),
    ...(manager === 0 ? [] : ["    shares:", `      manager: ${manager}%`]),
    ...(line === undefined ? [] : [`    spend_line: ${line}`]),
    "",
  ].join("\n");

const portfolioOf = (members: readonly Member[]) =>
  councilWith({
    [portfolioFile]: `portfolio: early-help
area: made-up-place
from: 2026-27
period: 3 years
budget: £2,000,000/year
shared:
  - item: Service manager
    id: manager
    amount: £70,000/year
    price_year: 2024-25
    who_pays:
      local-authority: 70%
      nhs: 30%
  - item: Office
    id: office
    amount: £90,000
    price_year: 2024-25
interventions:
${members.map(blockOf).join("")}`,
  }).portfolio;

const some = fc
  .subarray(ids, { minLength: 1 })
  .chain((chosen) => fc.tuple(...chosen.map(member)) as fc.Arbitrary<readonly Member[]>);

const groupings: readonly (readonly [string, string])[] = [
  ["portfolio_cost_by_strand", ""],
  ["portfolio_cost_by_need_level", ""],
  ["portfolio_cost_by_payer", ""],
  ["portfolio_cost_by_year", ""],
  ["portfolio_cost_by_cluster", ""],
  ["portfolio_cost_by_spend_line", ""],
  ["portfolio_cost_by_stage", "strand, "],
  ["portfolio_cost_by_stage", "level of need, "],
];

test("in every grouping the parts add up to the whole, shared costs once", () => {
  fc.assert(
    fc.property(some, (members) => {
      const { figures, members: found, shared } = portfolioOf(members);
      const total = figures.get("portfolio_cost")?.value ?? Number.NaN;
      const own = found.reduce((so, { own: { value } }) => so + (value ?? Number.NaN), 0);
      const once = shared.reduce((so, { counted }) => so + (counted?.value ?? 0), 0);
      expect(total).toBeCloseTo(own + once, 4);
      for (const [id, before] of groupings) {
        const parts = Object.values(groupOf(figures, id, before));
        if (parts.length > 0)
          expect(
            parts.reduce<number>((so, part) => so + (part ?? Number.NaN), 0),
            id,
          ).toBeCloseTo(total, 4);
      }
    }),
    { numRuns: 25 },
  );
});

test("the order in which interventions are listed changes no figure, no rank and no reach", () => {
  const plain = (members: readonly Member[]): unknown => {
    const found = portfolioOf(members);
    return {
      figures: [...found.figures].map(([key, { value, complete }]) => [key, value, complete] as const).sort(byKey),
      leagues: found.leagues().map(({ by, outcome, league }) => ({
        by,
        outcome: outcome?.id,
        ranked: league.ranked.map(({ entrant, rank }) => [entrant.intervention, rank, entrant.figure.value]),
        apart: league.apart.map(({ entrant }) => entrant.intervention),
        unranked: league.unranked.map(({ intervention }) => intervention),
      })),
      reach: found.reach.map(({ need, cluster, served, reach }) => [need, cluster?.id, served.value, reach.value]),
    };
  };
  fc.assert(
    fc.property(some, (members) => {
      expect(plain([...members].sort((a, b) => a.at - b.at))).toEqual(plain(members));
    }),
    { numRuns: 25 },
  );
});

const byKey = ([a]: readonly [string, ...unknown[]], [b]: readonly [string, ...unknown[]]): number => (a < b ? -1 : 1);
