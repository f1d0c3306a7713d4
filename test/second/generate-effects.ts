import fc from "fast-check";
import { length } from "./arbitraries.ts";
import type { Claim, Outcome } from "./spec.ts";

const ratio = fc.integer({ min: 30, max: 99 }).map((n) => n / 100);
/** Effects on a chance or a share, most of them for the better. */
const onChance = (p: number, better: "lower" | "higher"): fc.Arbitrary<Partial<Claim>> => {
  const without =
    p % 7 === 1 ? `${p}/100` : p % 7 === 2 ? `${p}% ± 2%` : p % 7 === 3 ? `${p * 100} per 10,000 children` : `${p}%`;
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
    // An interval changes nothing where it holds no null, and shows no effect where it does.
    ratio.map((n) => ({ without, effect: `RR ${n} (95% CI ${n / 2} to ${(n + 1) / 2})` })),
    ratio.map((n) => ({ without, effect: `OR ${n} (95% CI ${n / 2} to 1.4)` })),
    fc
      .record({
        treated: fc.integer({ min: 1, max: 60 }),
        control: fc.integer({ min: 20, max: 60 }),
        here: fc.boolean(),
      })
      .map(({ treated, control, here }) => ({
        ...(here ? { without: "30%" } : {}),
        effect: `${treated}/104 v ${control}/108`,
      })),
    fc.integer({ min: 4, max: 90 }).map((n) => ({ without: up ? "20%" : "60%", effect: `NNT ${n}` })),
  );
};

export type Both = { claim: Partial<Claim>; outcome: Partial<Outcome>; per: string; most: number };

const better = fc.constantFrom("lower" as const, "higher" as const);
/** A state is mostly valued by the year and an event by the case; the unit of the value decides: SEMANTICS A11. */
const often = fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) });

const chance = fc
  .tuple(better, fc.integer({ min: 3, max: 45 }), fc.constantFrom("event" as const, "state" as const))
  .chain(
    ([way, p, kind]): fc.Arbitrary<Both> =>
      fc.tuple(onChance(p, way), length, often).map(([claim, lasts, likely]) => ({
        claim: { ...claim, lasts },
        outcome: { kind, better: way },
        per: (kind === "state") !== likely ? "/child" : p % 5 === 0 ? "/child/month" : "/child/year",
        most: 40_000,
      })),
  );
const rate: fc.Arbitrary<Both> = fc
  .record({
    n: fc.integer({ min: 1, max: 30 }),
    effect: fc.tuple(fc.constantFrom("RR", "HR"), ratio).map(([metric, size]) => `${metric} ${size}`),
    lasts: length,
    time: fc.constantFrom("/year", "/year", "/month", ""),
  })
  .map(({ n, effect, lasts, time }) => ({
    claim: { without: `${n / 10} incidents/child${time}`, effect, lasts },
    outcome: { kind: "event", better: "lower" },
    per: "/incident",
    most: 9_000,
  }));
const score: fc.Arbitrary<Both> = fc
  .record({
    n: fc.integer({ min: 1, max: 60 }),
    sd: fc.integer({ min: 2, max: 40 }),
    way: better,
    g: fc.boolean(),
    yearly: fc.boolean(),
    lasts: length,
  })
  .map(({ n, sd, way, g, yearly, lasts }) => ({
    claim: {
      ...(yearly ? { lasts } : {}),
      measure: "scale",
      effect: g ? `g ${n / 100} better` : `MD ${way === "higher" ? "" : "-"}${n / 10}`,
    },
    outcome: { kind: "score", better: way, measures: [{ measure: "scale", sd }] },
    per: yearly ? "/point/year" : "/point",
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

export const change: fc.Arbitrary<Both> = fc.oneof({ weight: 5, arbitrary: chance }, rate, score, qaly, impact);
