/** Laws that hold whatever the figures: sums of shown parts, order, scale, rates of zero. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Assessment } from "../../server/src/model/assess/index.ts";
import { assessed, value } from "./helper.ts";

interface Line {
  readonly amount: number | undefined;
  readonly per: "" | "/year" | "/family" | "/course";
  readonly timing: "recurring" | "start-up" | "prerequisite";
  readonly resource: "staff" | "premises" | undefined;
  readonly payer: string | undefined;
  readonly lasts: number | undefined;
}

const line: fc.Arbitrary<Line> = fc.record({
  amount: fc.option(
    fc.integer({ min: 0, max: 9_999_999 }).map((pence) => pence / 100),
    { nil: undefined, freq: 8 },
  ),
  per: fc.constantFrom("", "/year", "/family", "/course"),
  timing: fc.constantFrom("recurring", "start-up", "prerequisite"),
  resource: fc.constantFrom("staff", "premises", undefined),
  payer: fc.constantFrom(
    "local-authority",
    "nhs",
    "charity",
    "[schools, nhs]",
    "{nhs: 40%, local-authority: 60%}",
    undefined,
  ),
  lasts: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined, freq: 2 }),
});

interface Case {
  readonly lines: readonly Line[];
  readonly starts: number;
  readonly period: number;
  readonly perspective: string;
}

const service: fc.Arbitrary<Case> = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 8 }),
  starts: fc.integer({ min: 1, max: 500 }),
  period: fc.integer({ min: 1, max: 6 }),
  perspective: fc.constantFrom("local-authority", "public-sector", "society"),
});

const written = (one: Line, at: number): string =>
  [
    `    - item: Line ${at}`,
    `      amount: ${one.amount === undefined ? "unknown" : `£${one.amount.toFixed(2)}${one.per}`}`,
    `      timing: ${one.timing}`,
    ...(one.resource === undefined ? [] : [`      resource: ${one.resource}`]),
    ...(one.payer === undefined ? [] : [`      who_pays: ${one.payer}`]),
    ...(one.lasts === undefined ? [] : [`      lasts: ${one.lasts} years`]),
  ].join("\n");

const spec = (given: Case, extra = ""): string => `
intervention: generated
population: {unit: family, starts: ${given.starts} families/year, completes: 80%}
delivery: {course: 12 courses}
costs:
  price_year: 2023-24
  period: ${given.period} years
  perspective: ${given.perspective}
  comparator: {cost: none}
  lines:
${given.lines.map(written).join("\n")}
${extra}`;

const sumOf = (found: Assessment, id: string): number =>
  [...found.figures.values()].filter((figure) => figure.id === id).reduce((so, figure) => so + (figure.value ?? 0), 0);
const near = (a: number, b: number): void =>
  expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(a), Math.abs(b)));
const run = { numRuns: 60 };

describe("totals equal the sum of their shown parts", () => {
  test.each(["cost_by_payer", "cost_by_resource", "cost_by_year"])("%s", (id) => {
    fc.assert(
      fc.property(service, (given) => {
        const found = assessed(spec(given));
        const total = value(found, "cost_total");
        if (total === undefined) return;
        // A breakdown by resource is not drawn where no line says its resource.
        if (![...found.figures.values()].some((figure) => figure.id === id)) return;
        near(sumOf(found, id), total);
      }),
      run,
    );
  });

  test("by timing", () => {
    fc.assert(
      fc.property(service, (given) => {
        const found = assessed(spec(given));
        const total = value(found, "cost_total");
        if (total === undefined) return;
        near(
          ["start_up_cost", "recurring_cost", "prerequisite_cost"].reduce((so, id) => so + (value(found, id) ?? 0), 0),
          total,
        );
      }),
      run,
    );
  });

  test("per starter times starters, per year times years", () => {
    fc.assert(
      fc.property(service, (given) => {
        const found = assessed(spec(given));
        const total = value(found, "cost_total");
        if (total === undefined) return;
        near((value(found, "cost_per_starter") ?? Number.NaN) * given.starts * given.period, total);
        near((value(found, "cost_per_year") ?? Number.NaN) * given.period, total);
      }),
      run,
    );
  });
});

test("the order of the lines changes no figure, to the last bit", () => {
  fc.assert(
    fc.property(service, fc.integer(), (given, seed) => {
      const shuffled = [...given.lines].sort((a, b) => (((a.amount ?? 1) * seed) % 7) - (((b.amount ?? 1) * seed) % 7));
      const [a, b] = [assessed(spec(given)), assessed(spec({ ...given, lines: shuffled }))];
      const figures = (found: Assessment) =>
        new Map(
          [...found.figures].map(([key, figure]) => [key, figure.value] as const).sort(([x], [y]) => (x < y ? -1 : 1)),
        );
      expect(figures(b)).toEqual(figures(a));
    }),
    run,
  );
});

test("at a discount rate of zero the present value is the plain sum", () => {
  fc.assert(
    fc.property(service, (given) => {
      const found = assessed(spec(given), { discounting: { rate: 0 } });
      const total = value(found, "cost_total");
      if (total !== undefined) near(value(found, "pv_cost") ?? Number.NaN, total);
    }),
    run,
  );
});

test("a higher discount rate never raises the present value of a cost", () => {
  fc.assert(
    fc.property(service, (given) => {
      const at = (rate: number): number | undefined =>
        value(assessed(spec(given), { discounting: { rate } }), "pv_cost");
      const [low, high] = [at(0.01), at(0.05)];
      if (low !== undefined && high !== undefined) expect(high).toBeLessThanOrEqual(low * (1 + 1e-12));
    }),
    run,
  );
});

test("costs never fall when a quantity rises", () => {
  fc.assert(
    fc.property(service, fc.nat({ max: 7 }), fc.integer({ min: 1, max: 1_000 }), (given, at, more) => {
      const lines = given.lines.map((one, i) =>
        i === at % given.lines.length && one.amount !== undefined ? { ...one, amount: one.amount + more } : one,
      );
      const [before, after] = [
        value(assessed(spec(given)), "cost_total"),
        value(assessed(spec({ ...given, lines })), "cost_total"),
      ];
      if (before !== undefined) expect(after).toBeGreaterThanOrEqual(before);
      const larger = value(assessed(spec({ ...given, starts: given.starts + more })), "cost_total");
      if (before !== undefined) expect(larger).toBeGreaterThanOrEqual(before - 1e-6);
    }),
    run,
  );
});

test("an unknown amount is never taken as zero: the total without it is partial and names it", () => {
  fc.assert(
    fc.property(service, (given) => {
      const found = assessed(spec({ ...given, perspective: "society" }));
      const figure = found.figures.get("cost_total");
      const unknowns = given.lines.filter((one) => one.amount === undefined).length;
      expect(figure?.missing.filter(({ reason }) => reason === "line")).toHaveLength(unknowns);
      expect(figure?.complete).toBe(unknowns === 0);
      if (unknowns === given.lines.length) expect(figure?.value).toBeUndefined();
    }),
    run,
  );
});

test("scaling the units changes nothing", () => {
  const per = (amount: string, unit: string, extra = ""): number | undefined =>
    value(
      assessed(
        `intervention: x\npopulation: {unit: family, starts: 10 families/year, time_in_service: 20 weeks, has: 2 children/family}\ncosts:\n  price_year: 2023-24\n  period: 2 years\n  comparator: {cost: none}\n  lines:\n    - item: Line\n      ${unit}: ${amount}\n${extra}`,
      ),
      "cost_total",
    );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000 }), (hours) => {
      const cost = '      unit_cost: "£36/hour"\n';
      near(per(`${hours} hours/family`, "quantity", cost) ?? Number.NaN, hours * 36 * 20);
      near(per(`${hours * 60} minutes/family`, "quantity", cost) ?? Number.NaN, hours * 36 * 20);
      near(per(`£${hours * 12}/year`, "amount") ?? Number.NaN, per(`£${hours}/month`, "amount") ?? Number.NaN);
      near(per(`£${hours}/family/week`, "amount") ?? Number.NaN, hours * 20 * 20);
      near(per(`£${hours}/child`, "amount") ?? Number.NaN, hours * 2 * 20);
    }),
    { numRuns: 25 },
  );
});

test("benefits by kind and by gainer add up to the benefit", () => {
  const benefit = fc.record({
    amount: fc.integer({ min: -5_000, max: 50_000 }),
    kind: fc.constantFrom("fiscal", "economic", "social"),
    gains: fc.constantFrom("nhs", "society", "participants", "{nhs: 30%, dwp: 70%}", "[nhs, dwp]", "unknown"),
    over: fc.integer({ min: 1, max: 20 }),
    valued: fc.constantFrom("present-value", "undiscounted", "unknown"),
  });
  fc.assert(
    fc.property(service, fc.array(benefit, { minLength: 1, maxLength: 6 }), (given, benefits) => {
      const block = `benefits:\n${benefits.map((one, at) => `  - {benefit: B${at}, amount: "${one.amount < 0 ? "-" : ""}£${Math.abs(one.amount)}/family", kind: ${one.kind}, gains: ${one.gains}, over: ${one.over} years, valued: ${one.valued}}`).join("\n")}\n`;
      const found = assessed(spec({ ...given, perspective: "society" }, block));
      const gross = value(found, "gross_benefit") ?? Number.NaN;
      near(
        gross,
        benefits.reduce((so, one) => so + one.amount * given.starts * given.period, 0),
      );
      near(sumOf(found, "benefit_by_kind"), gross);
      near(sumOf(found, "benefit_by_gainer"), gross);
      const plain = assessed(spec({ ...given, perspective: "society" }, block), { discounting: { rate: 0 } });
      near(value(plain, "pv_benefit") ?? Number.NaN, gross);
    }),
    run,
  );
});
