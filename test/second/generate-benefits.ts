import fc from "fast-check";
import type { Claim, Given, Outcome, Value } from "./spec.ts";

export const percent = (least: number, most: number): fc.Arbitrary<string> =>
  fc.integer({ min: least, max: most }).map((n) => `${n}%`);
export const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 2 });
/** Once in twelve. */
const seldom = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 11, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
export const priceYear = fc.constantFrom("2014-15", "2018-19", "2019-20", "2021-22", "2022-23", "2023-24", "2024-25");
export const pounds = (most: number): fc.Arbitrary<number> => fc.integer({ min: 1, max: most });
export const grade = fc.integer({ min: 1, max: 6 });

const party = fc.constantFrom(
  ...["local-authority", "schools", "nhs", "dwp", "taxpayers", "charity", "families", "employers"],
);
export const payers = fc.oneof(
  { weight: 3, arbitrary: party },
  {
    weight: 1,
    arbitrary: fc
      .tuple(party, party, fc.integer({ min: 1, max: 99 }))
      .filter(([one, other]) => one !== other)
      .map(([one, other, n]) => ({ [one]: `${n}%`, [other]: `${100 - n}%` })),
  },
);

const ratio = fc.integer({ min: 30, max: 99 }).map((n) => n / 100);
const length = fc.constantFrom("3 months", "1 year", "18 months", "2 years", "4 years", "7 years 3 months", "10 weeks");

/** Effects on a chance or a share, most of them for the better. */
const onChance = (p: number, better: "lower" | "higher"): fc.Arbitrary<Partial<Claim>> => {
  const without = `${p}%`;
  const up = better === "higher";
  return fc.oneof(
    ratio.map((n) => ({ without, effect: `RR ${up ? 1 + n / 2 : n}` })),
    ratio.map((n) => ({ without, effect: `OR ${up ? 1 + n : n}` })),
    ratio.map((n) => ({ without, effect: `HR ${up ? 1 + n : n}` })),
    fc.integer({ min: 1, max: p }).map((n) => ({ without, effect: `${up ? "" : "-"}${n} points` })),
    fc.integer({ min: 1, max: 50 }).map((n) => ({ without, effect: `${up ? "" : "-"}${n}% relative` })),
    fc.integer({ min: 1, max: p }).map((n) => ({ without, with: `${up ? p + n : p - n}%` })),
    fc.integer({ min: 1, max: 90 }).map((n) => ({ without, effect: `d ${n / 100} better` })),
    fc.integer({ min: 1, max: 90 }).map((n) => ({ without, effect: `g ${n / 100} better` })),
    fc.integer({ min: 1, max: 9 }).map((n) => ({ without, effect: `RR ${up ? 1 - n / 10 : 1 + n / 10}` })),
  );
};

type Both = { claim: Partial<Claim>; outcome: Partial<Outcome>; per: string; most: number };

const better = fc.constantFrom("lower" as const, "higher" as const);
const chance = fc
  .tuple(better, fc.integer({ min: 3, max: 45 }), fc.constantFrom("event" as const, "state" as const))
  .chain(
    ([way, p, kind]): fc.Arbitrary<Both> =>
      fc.tuple(onChance(p, way), length).map(([claim, lasts]) => ({
        claim: { ...claim, lasts },
        outcome: { kind, better: way },
        per: kind === "state" ? "/child/year" : "/child",
        most: 40_000,
      })),
  );
const rate: fc.Arbitrary<Both> = fc.tuple(fc.integer({ min: 1, max: 30 }), ratio, length).map(([n, size, lasts]) => ({
  claim: { without: `${n / 10} incidents/child/year`, effect: `RR ${size}`, lasts },
  outcome: { kind: "event", better: "lower" },
  per: "/incident",
  most: 9_000,
}));
const score: fc.Arbitrary<Both> = fc
  .record({ n: fc.integer({ min: 1, max: 60 }), sd: fc.integer({ min: 2, max: 40 }), way: better, g: fc.boolean() })
  .map(({ n, sd, way, g }) => ({
    claim: { measure: "scale", effect: g ? `g ${n / 100} better` : `MD ${way === "higher" ? "" : "-"}${n / 10}` },
    outcome: { kind: "score", better: way, measures: [{ measure: "scale", sd }] },
    per: "/point",
    most: 900,
  }));
const qaly: fc.Arbitrary<Both> = fc.integer({ min: 1, max: 90 }).map((n) => ({
  claim: { effect: `MD ${n / 1000} QALY better` },
  outcome: { kind: "qaly", better: "higher" },
  per: "/QALY",
  most: 70_000,
}));
const impact: fc.Arbitrary<Both> = fc
  .record({
    n: fc.integer({ min: 20, max: 80 }),
    dead: fc.integer({ min: 1, max: 20 }),
    points: fc.boolean(),
    lasts: length,
  })
  .map(({ n, dead, points, lasts }) => ({
    claim: { impact: `${n}%`, deadweight: points ? `${dead} points` : `${dead}% of impact`, lasts },
    outcome: { kind: "state", better: "higher" },
    per: "/child/year",
    most: 20_000,
  }));

const value = (per: string, most: number) =>
  fc.record({
    value: pounds(most).map((n) => `£${n}${per}`),
    price_year: priceYear,
    gains: payers,
    cashable: maybe(percent(0, 100)),
    confidence: maybe(grade),
  });

/** Some states are valued by what the library says of care. */
const fromLibrary = fc.record({ price_year: maybe(priceYear), gains: maybe(payers), confidence: maybe(grade) });

const people = fc.oneof(
  fc.constantFrom("starters", "completers").map((affects) => ({ affects })),
  fc.record({ affects: fc.constantFrom("eligible", "offered"), engagement: maybe(percent(10, 100)) }),
);

export type Claimed = { claim: Claim; outcome: Outcome };

/** A claim and the outcome that it names, whose id is made one of a kind by `id`. */
export const claimed = fc
  .oneof({ weight: 4, arbitrary: chance }, rate, score, qaly, impact)
  .chain((both) =>
    fc.record({
      both: fc.constant(both),
      kinds: fc.subarray(["fiscal", "economic", "social"], { minLength: 1, maxLength: 2 }),
      values: fc.tuple(value(both.per, both.most), value(both.per, both.most)),
      library: fc.option(fromLibrary, { nil: undefined, freq: 2 }),
      people,
      chain: fc.record({
        need: maybe(percent(10, 100)),
        lag: maybe(fc.constantFrom("0 months", "3 months", "6 months", "1 year", "14 months", "3 years")),
        attribution: maybe(percent(10, 100)),
        confidence: maybe(grade),
      }),
      retention: maybe(percent(10, 100)),
      drop_off: maybe(percent(1, 60)),
      transfer: seldom(fc.constant(true)),
    }),
  )
  .map((m) => (outcome: string, library: string): Claimed => {
    const { both } = m;
    const valued = m.kinds.map((kind, n) => ({ ...m.values[n], kind }));
    if (both.per === "/child/year" && m.library) {
      valued[0] = { ...m.library, value: `${library}/care`, kind: m.kinds[0] } as (typeof valued)[0];
    }
    return {
      claim: {
        outcome,
        ...m.people,
        retention: m.people.affects === "completers" ? undefined : m.retention,
        ...m.chain,
        drop_off: both.claim.lasts === undefined || m.drop_off === undefined ? undefined : `${m.drop_off}/year`,
        ...both.claim,
      } as Claim,
      outcome: {
        outcome,
        title: `Outcome ${outcome}`,
        counts: "children",
        for: "child",
        transfer: m.transfer,
        ...both.outcome,
        values: valued as Value[],
      } as Outcome,
    };
  });

/** Benefits that an evaluation valued itself. */
export const given = fc
  .record({
    n: pounds(4_000),
    per: fc.constantFrom("/family", "/child", "/year", "/course", "", "library"),
    kind: fc.constantFrom("fiscal", "economic", "social"),
    gains: payers,
    time: fc.oneof(
      fc.record({ valued: fc.constant("present-value" as const), over: maybe(length) }),
      fc.record({ valued: fc.constant("undiscounted" as const), over: maybe(length) }),
    ),
    of: maybe(fc.constantFrom("starters", "completers", "offered")),
    attribution: maybe(percent(10, 100)),
    cashable: maybe(percent(0, 100)),
    confidence: maybe(grade),
    price_year: maybe(priceYear),
    transfer: seldom(fc.constant(true)),
  })
  .map(({ n, per, time, of, ...rest }) => (benefit: string, library: string): Given => {
    const perHead = per === "/family" || per === "/child";
    if (per === "library") return { benefit, value: `${library}/saving`, ...time, of, ...rest } as Given;
    return { benefit, amount: `£${n}${per}`, ...time, of: perHead ? of : undefined, ...rest } as Given;
  });
