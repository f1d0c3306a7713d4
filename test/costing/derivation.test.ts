/** A derivation is enough to work a figure out again by hand. */
import { expect, test } from "vitest";
import type { Step } from "../../server/src/costing/derive.ts";
import { evaluate, leaves } from "../../server/src/costing/evaluate.ts";
import { assessed } from "./helper.ts";

const spec = `
unit_costs: local
entries:
  - {entry: therapist, value: "£52,300/FTE/year", price_year: 2019-20}
---
outcome: o
counts: children
kind: state
better: lower
values:
  - {value: "£51,080/child/year", kind: fiscal, gains: local-authority, price_year: 2013-14}
---
intervention: mst
population: {who: Young people, unit: family, has: 1.5 children/family, eligible: 240 families/year, starts: 60 families/year, completes: 85%}
delivery: {course: 12 courses}
costs:
  price_year: 2023-24
  period: 3 years
  perspective: public-sector
  comparator:
    cost: £1,900/family
  lines:
    - {item: Therapists, resource: staff, who_pays: "local-authority", quantity: 4 FTE, unit_cost: local/therapist, confidence: 3}
    - {item: Sessions, quantity: 90 minutes/session x 12 sessions/family, unit_cost: £38/hour, overhead: 10%}
    - {item: Rooms, amount: "£2,000/course", who_pays: {nhs: 40%, charity: 60%}}
    - {item: Licence, timing: start-up, amount: "£46,000", lasts: 2 years, residual: "£1,000"}
    - {item: Unknown thing, amount: unknown}
outcomes:
  - {outcome: o, without: 35%, effect: "RR 0.72 (95% CI 0.55 to 0.94)", lag: 6 months, lasts: 2 years, drop_off: 20%/year, confidence: 3}
benefits:
  - {benefit: Health, amount: "£300/family", kind: fiscal, gains: nhs, valued: undiscounted, over: 5 years}
`;

const priceYear = { kind: "price-year", basis: "financial", start: 2024, label: "2024-25" } as const;

/** Every step of a derivation, the step itself first. */
function* steps(step: Step): Generator<Step> {
  yield step;
  for (const operand of step.operands) yield* steps(operand);
}

function byHand(step: Step): number | undefined {
  const known = step.operands.filter((operand) => operand.none === undefined).map((operand) => operand.value);
  const values = known.filter((value) => value !== undefined);
  switch (step.operation) {
    case "sum":
      return values.length === 0 ? undefined : values.reduce((so, value) => so + value, 0);
    case "product":
      return values.length < known.length ? undefined : values.reduce((so, value) => so * value, 1);
    case "quotient":
      return values.length < 2 ? undefined : (values[0] as number) / (values[1] as number);
    case "difference":
      return values.length < 2 ? undefined : (values[0] as number) - (values[1] as number);
    default:
      return step.value;
  }
}

test("every step of every figure follows from the steps below it", () => {
  const found = assessed(spec, { priceYear });
  expect(found.figures.size).toBeGreaterThan(40);
  let checked = 0;
  for (const [key, figure] of found.figures)
    for (const step of steps(figure.derive())) {
      if (step.value === undefined || step.operands.length === 0) continue;
      checked++;
      expect(byHand(step), `${key}: ${step.label}`).toBeCloseTo(
        step.value,
        Math.max(0, 9 - Math.ceil(Math.log10(Math.abs(step.value) + 1))),
      );
    }
  expect(checked).toBeGreaterThan(500);
});

test("figures worked out again from what was written are the same, to the last bit", () => {
  const found = assessed(spec, { priceYear });
  for (const [key, { worked }] of found.figures)
    if (worked.none === undefined) expect(evaluate(worked, new Map()), key).toBe(worked.value);
});

test("a written value can be put differently, and only what rests on it moves", () => {
  const found = assessed(spec, { priceYear });
  const total = found.figures.get("cost_total")?.worked;
  const starts =
    total === undefined ? undefined : leaves(total).find(({ label }) => label === "Participants who start");
  if (total === undefined || starts?.value === undefined) throw new Error("no starts in the derivation");
  const twice = new Map([[starts, 2 * starts.value]]);
  const sessions = found.lines.find(({ item }) => item === "Sessions")?.total;
  expect(evaluate(total, twice)).toBeCloseTo((total.value ?? 0) + (sessions?.value ?? 0), 6);
});

test("a derivation says edition, both indices, the working year and the discount factors it used", () => {
  const found = assessed(spec, { priceYear });
  const text = JSON.stringify(
    [...found.figures.values()].map((figure) =>
      [...steps(figure.derive())].map(({ label, note, source }) => [label, note, source]),
    ),
  );
  for (const said of [
    "hmt-2026-03",
    "100 / 80.8738",
    "60 minutes an hour",
    "Year 1: share",
    "local/therapist",
    "In year 1 after the start",
    "annuity, paid at the end of each year",
    "r: discount rate a year",
    "Price index of 2024-25",
  ])
    expect(text).toContain(said);
});

test("every leaf that somebody wrote leads back to its place", () => {
  const found = assessed(spec, { priceYear });
  const total = found.figures.get("cost_total")?.worked;
  const written =
    total === undefined
      ? []
      : leaves(total).filter(
          ({ label }) => !/^(Prices of|Units of time|Times bought|Times it|Share that counts)/.test(label),
        );
  expect(written.length).toBeGreaterThan(6);
  for (const leaf of written) expect(leaf.ref, leaf.label).toBeDefined();
});
