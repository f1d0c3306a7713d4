import fc from "fast-check";
import { stringify } from "yaml";
import { claimed, given, grade, maybe, payers, percent, pounds, priceYear } from "./generate-benefits.ts";
import type { Line } from "./spec.ts";

const money = (n: number): string => `£${n}`;

type Part = { [Key in keyof Line]?: Line[Key] | undefined };
const priced = (most: number, per: string): fc.Arbitrary<Part> =>
  pounds(most).map((n) => ({ amount: `${money(n)}${per}` }));

/** What a line comes to, by its unit: FORMAT, What a line costs. */
const body: fc.Arbitrary<Part> = fc.oneof(
  priced(90_000, "/year"),
  priced(90_000, ""),
  priced(900, "/family"),
  priced(90, "/family/week"),
  priced(90, "/family/month"),
  priced(500, "/child"),
  priced(5_000, "/course"),
  fc.record({ n: fc.integer({ min: 1, max: 9 }), price: pounds(70) }).map(({ n, price }) => ({
    quantity: `1.5 hours/visit x ${n} visits/family`,
    unit_cost: `£${price}/hour`,
  })),
  fc.record({ n: fc.integer({ min: 1, max: 8 }), price: pounds(60_000) }).map(({ n, price }) => ({
    quantity: `${n / 2} FTE`,
    unit_cost: `£${price}/FTE/year`,
  })),
  fc.record({ n: fc.integer({ min: 1, max: 8 }), price: pounds(60) }).map(({ n, price }) => ({
    quantity: `${n / 2} FTE`,
    unit_cost: `£${price}/hour`,
  })),
  fc.record({ n: fc.integer({ min: 1, max: 40 }), price: pounds(60_000) }).map(({ n, price }) => ({
    quantity: `${n} hours/family`,
    unit_cost: `£${price}/FTE/year`,
  })),
  fc
    .record({ a: fc.integer({ min: 1, max: 9 }), b: fc.integer({ min: 1, max: 9 }), price: pounds(70) })
    .map(({ a, b, price }) => ({ quantity: `${a} hours/family + ${b} hours/course`, unit_cost: `£${price}/hour` })),
);

/** Things that last, bought again inside the period. */
const capital: fc.Arbitrary<Part> = fc
  .record({
    n: fc.integer({ min: 1_000, max: 90_000 }),
    timing: fc.constantFrom("start-up" as const, "prerequisite" as const),
    lasts: fc.constantFrom("1 year", "18 months", "2 years", "3 years", "4 years", "10 years"),
    residual: maybe(fc.integer({ min: 1, max: 999 })),
    optimism_bias: maybe(
      fc.record({
        category: fc.constantFrom("standard-buildings", "equipment-development", "outsourcing"),
        managed: percent(0, 100),
      }),
    ),
  })
  .map(({ n, residual, ...rest }) => ({
    amount: money(n),
    ...rest,
    residual: residual === undefined ? undefined : money(residual),
  }));

const oneOff: fc.Arbitrary<Part> = fc
  .record({ n: pounds(60_000), timing: fc.constantFrom("start-up" as const, "prerequisite" as const) })
  .map(({ n, timing }) => ({ amount: money(n), timing }));

const line = fc
  .record({
    body: fc.oneof({ weight: 4, arbitrary: body }, { weight: 1, arbitrary: capital }, { weight: 1, arbitrary: oneOff }),
    rest: fc.record({
      who_pays: payers,
      resource: maybe(fc.constantFrom("staff", "premises", "equipment", "volunteers", "training")),
      on_costs: maybe(percent(5, 40)),
      overhead: maybe(percent(1, 30)),
      additional: maybe(fc.boolean()),
      paid: maybe(fc.constantFrom("cash" as const, "in-kind" as const)),
      price_year: maybe(priceYear),
      confidence: maybe(grade),
      of: maybe(fc.constantFrom("starters", "completers", "offered", "eligible", "40% of starters")),
      working_year: maybe(fc.constantFrom("44 weeks x 37 hours/week", "40 weeks x 35 hours/week")),
    }),
  })
  .map(({ body, rest }) => ({ ...rest, ...body }));

const appraisal = fc.record({
  price_year: fc.constantFrom("2024-25", "2022-23", "2025-26"),
  discounting: fc.constantFrom("green-book-standard", "green-book-health", "green-book-2026-sensitivity", "5%"),
  flows: fc.constantFrom("start-of-year" as const, "mid-year" as const),
  costs: fc.constantFrom("economic" as const, "budget" as const),
  capital: fc.constantFrom("annualise" as const, "spread" as const, "expense" as const),
  working_year: maybe(fc.constantFrom("42 weeks x 37 hours/week", "41 weeks x 36 hours/week")),
  leave_out: maybe(
    fc.subarray(["optimism-bias", "attribution", "deadweight", "discounting", "drop-off"], { minLength: 1 }),
  ),
});

const comparator = fc.oneof(
  fc.constantFrom("none", "already deducted", "in benefits").map((cost) => ({ cost })),
  fc
    .record({ n: pounds(400), per: fc.constantFrom("/family", "/family/month", "/year", "/child"), who_pays: payers })
    .map(({ n, per, who_pays }) => ({ cost: `${money(n)}${per}`, who_pays })),
);

/** The text of a file, given the number that keeps its ids apart from those of the other files. */
export type Made = (id: number) => string;

export const made: fc.Arbitrary<Made> = fc
  .record({
    lines: fc.array(line, { minLength: 1, maxLength: 6 }),
    appraisal,
    comparator,
    starts: fc.integer({ min: 2, max: 90 }),
    flow: fc.boolean(),
    completes: percent(20, 100),
    years: fc.integer({ min: 1, max: 6 }),
    perspective: fc.constantFrom("local-authority", "public-sector", "society"),
    price_year: priceYear,
    served: fc.constantFrom("20 weeks", "6 months", "1 year 6 months"),
    claims: fc.array(claimed, { maxLength: 3 }),
    given: fc.array(given, { maxLength: 3 }),
    horizon: fc.constantFrom(undefined, undefined, "5 years", "30 months", "12 years"),
    courses: fc.constantFrom("12 courses", "4 courses/year"),
  })
  .map((m) => (id: number) => {
    const claims = m.claims.map((write, n) => write(`outcome-${id}-${n}`));
    const documents: unknown[] = claims.map(({ outcome }) => outcome);
    const per = m.flow ? "/year" : "";
    documents.unshift({
      intervention: `made-${id}`,
      title: "Made up",
      status: "running",
      population: {
        who: "Families",
        unit: "family",
        eligible: `${m.starts * 5} families${per}`,
        offered: `${m.starts * 2} families${per}`,
        starts: `${m.starts} families${per}`,
        completes: m.completes,
        has: "1.5 children/family",
        time_in_service: m.served,
      },
      delivery: { course: m.courses },
      costs: {
        price_year: m.price_year,
        period: `${m.years} years`,
        horizon: m.horizon,
        perspective: m.perspective,
        comparator: { title: "Usual services", ...m.comparator },
        lines: m.lines.map((each, n) => ({ item: `Line ${n + 1}`, ...each })),
      },
      outcomes: claims.length > 0 ? claims.map(({ claim }) => claim) : undefined,
      benefits: m.given.length > 0 ? m.given.map((write, n) => write(`Benefit ${n + 1}`)) : undefined,
      appraisal: m.appraisal,
    });
    return documents.map(clean).join("---\n");
  });

/** Keys that hold nothing are left out, as a person would leave them out. */
const clean = (document: unknown): string => stringify(JSON.parse(JSON.stringify(document)), { lineWidth: 0 });
