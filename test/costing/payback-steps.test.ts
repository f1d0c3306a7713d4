import { expect, test } from "vitest";
import type { Step } from "../../server/src/costing/derive.ts";
import { assessed } from "./helper.ts";

const spec = `
intervention: x
population: {unit: family, starts: 1 family}
costs:
  price_year: 2023-24
  period: 1 year
  perspective: public-sector
  comparator: {cost: none}
  lines:
    - {item: Team, who_pays: nhs, amount: "£1,000"}
benefits:
  - {benefit: Beds, amount: "£800/family/year", kind: fiscal, gains: nhs, lasts: 2 years, confidence: 1, cashable: 0%}
`;

test("payback is told year by year, and what falls in a year from its amount, its share and its discount factor", () => {
  // At 25%: £800 in year 0 and £800 / 1.25 = £640 in year 1, against £1,000 in year 0.
  const figure = assessed(spec, { discounting: { rate: 0.25 } }).figures.get("payback");
  if (figure === undefined) throw new Error("no payback");
  expect(figure.value).toBe(2);
  const steps = figure.derive().operands;
  expect(steps.map(({ label, value }) => [label, value])).toEqual([
    ["Cost up to the end of year 0", 1000],
    ["Fiscal benefit up to the end of year 0", 800],
    ["Cost up to the end of year 1", 1000],
    ["Fiscal benefit up to the end of year 1", 1440],
  ]);
  const told = ({ label, value, operands }: Step): unknown => [label, value, operands.map(({ value: each }) => each)];
  expect(steps[3]?.operands.map(told)).toEqual([
    ["Fiscal benefit up to the end of year 0", 800, []],
    ["Beds, in year 1", 640, [1600, 0.5, 0.8]],
  ]);
});

test("a cost that is nought but for rounding is nought: it is not paid back, and nothing is divided by it", () => {
  // £0.10 + £0.20 - £0.30 = £0, which the machine's numbers make 0.000 000 000 000 000 06.
  const cancelled = spec
    .replace("comparator: {cost: none}", "comparator: {cost: £0.30/family, who_pays: nhs}")
    .replace('amount: "£1,000"}', "amount: £0.10/family}\n    - {item: Rooms, who_pays: nhs, amount: £0.20/family}");
  const { figures } = assessed(cancelled);
  expect(figures.get("pv_cost")?.value).toBe(0);
  expect(figures.get("bcr")?.value).toBeUndefined();
  expect(figures.get("payback")?.value).toBeUndefined();
  expect(figures.get("payback")?.none).toBeDefined();
});
