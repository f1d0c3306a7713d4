import fc from "fast-check";
import { expect, test } from "vitest";
import { type Entrant, league } from "../../server/src/costing/league.ts";
import { given, none, unknown } from "../../server/src/costing/worked.ts";

interface Named extends Entrant {
  readonly id: string;
}

const of = (id: string, figure: Entrant["figure"], perspective = "public-sector"): Named => ({
  id,
  figure,
  basis: [["perspective", perspective]],
});
const at = (id: string, value: number, perspective?: string): Named => of(id, given("Cost", value), perspective);
const key = ({ id }: Named): string => id;
const ranks = (found: ReturnType<typeof league<Named>>): readonly (readonly [string, number])[] =>
  found.ranked.map(({ entrant, rank }) => [entrant.id, rank]);

test("cheapest first, or highest first; equal figures share a rank and the next is counted on", () => {
  const all = [at("a", 30), at("b", 10), at("c", 20), at("d", 20)];
  expect(ranks(league(all, "lower", key))).toEqual([
    ["b", 1],
    ["c", 2],
    ["d", 2],
    ["a", 4],
  ]);
  expect(ranks(league(all, "higher", key)).map(([id]) => id)).toEqual(["a", "c", "d", "b"]);
});

test("what is not known, known in part or none is never ranked, and so never the worst", () => {
  const lack = { reason: "amount-unknown", what: "the cost of a line" } as const;
  const found = league(
    [
      at("known", 5),
      of("unknown", unknown("Cost", lack)),
      of("partial", { ...given("Cost", 1), missing: [lack] }),
      of("none", none("Cost", "no effect shown")),
    ],
    "lower",
    key,
  );
  expect(ranks(found)).toEqual([["known", 1]]);
  expect(found.unranked.map(({ id }) => id)).toEqual(["none", "partial", "unknown"]);
});

test("what rests on another basis than most stands apart, with what differs", () => {
  const found = league([at("a", 1, "society"), at("b", 2), at("c", 3)], "lower", key);
  expect(ranks(found)).toEqual([
    ["b", 1],
    ["c", 2],
  ]);
  expect(found.apart).toMatchObject([
    { entrant: { id: "a" }, differs: [{ name: "perspective", own: "society", others: "public-sector" }] },
  ]);
});

test("overlapping intervals say that the order is not sure; without an interval nobody can say", () => {
  const ranged = (id: string, low: number, value: number, high: number): Named =>
    of(id, given("Cost", value, { low, high }));
  const found = league([ranged("a", 1, 2, 3), ranged("b", 2, 4, 5), ranged("c", 6, 7, 8), at("d", 9)], "lower", key);
  expect(found.ranked.map(({ overlaps }) => overlaps)).toEqual([undefined, true, false, undefined]);
});

test("the order in which entrants are handed over changes nothing", () => {
  const entrant = fc.record({
    id: fc.uuid(),
    value: fc.option(fc.integer({ min: -5, max: 5 }), { nil: undefined }),
    perspective: fc.constantFrom("public-sector", "society", "local-authority"),
  });
  const plain = (found: ReturnType<typeof league<Named>>): unknown => [
    ranks(found),
    found.apart.map((each) => each.entrant.id),
    found.unranked.map(({ id }) => id),
    found.basis,
  ];
  fc.assert(
    fc.property(
      fc.uniqueArray(entrant, { selector: ({ id }) => id, maxLength: 9 }),
      fc.func(fc.integer()),
      (all, order) => {
        const made = all.map(({ id, value, perspective }) =>
          value === undefined
            ? of(id, unknown("Cost", { reason: "amount-unknown", what: "its cost" }), perspective)
            : at(id, value, perspective),
        );
        const shuffled = [...made].sort((a, b) => order(a.id) - order(b.id));
        expect(plain(league(shuffled, "higher", key))).toEqual(plain(league(made, "higher", key)));
      },
    ),
  );
});
