import { expect, test } from "vitest";
import { lineNote, timesText } from "../../server/src/report/lines.ts";
import { lineSection } from "../../server/src/report/sections.ts";
import { assessed } from "../costing/helper.ts";

const notesOf = (lines: string) => {
  const found = assessed(`
unit_costs: pay
price_year: 2023-24
entries:
  - {entry: worker, value: "£30,000/FTE/year", working_year: "40 weeks x 30 hours/week"}
---
intervention: visits
population: {unit: family, starts: 60 families/year}
costs:
  price_year: 2023-24
  period: 3 years
  perspective: society
  comparator: {cost: none}
  lines:
${lines}`);
  return found.lines.map((line) => [timesText(line, found), lineNote(line, found, false)]);
};

test("the working year is said where posts and hours meet, and nowhere else", () => {
  expect(
    notesOf(`
    - {item: A, quantity: 2 FTE, unit_cost: "£20/hour"}
    - {item: B, quantity: 2 FTE, unit_cost: "£20/hour", working_year: "44 weeks x 36 hours/week"}
    - {item: C, quantity: 10 hours/family, unit_cost: pay/worker}
    - {item: D, quantity: 90 minutes/family, unit_cost: "£30,000/FTE/year"}
    - {item: E, quantity: 2 FTE, unit_cost: pay/worker}
    - {item: F, quantity: 10 hours/family, unit_cost: "£20/hour"}
    - {item: G, amount: "£20/family"}`).map(([, note]) => note),
  ).toEqual([
    "a post works 42 weeks of 37 hours",
    "a post works 44 weeks of 36 hours",
    "a post works 40 weeks of 30 hours",
    "a post works 42 weeks of 37 hours",
    "",
    "",
    "",
  ]);
});

test("on-costs, overhead, gifts in kind and optimism stand beside the line", () => {
  expect(
    notesOf(`
    - {item: A, amount: "£1,000/year", on_costs: 28%, overhead: 10%}
    - {item: B, resource: volunteers, amount: "£20/family"}
    - {item: C, amount: "£1,000", timing: start-up, lasts: 9 years, optimism_bias: {category: standard-buildings}}`),
  ).toEqual([
    ["3 years + 28% on-costs + 10% overhead", ""],
    ["180 families", "in kind"],
    ["once", "start-up; corrected for optimism £1,240"],
  ]);
});

test("what a line is multiplied by can be multiplied out by a reader", () => {
  const found = assessed(`
intervention: visits
population: {unit: family, has: 1.6 children/family, starts: 60 families/year, completes: 75%}
delivery: {group: 4 groups}
costs:
  price_year: 2023-24
  period: 3 years
  perspective: society
  comparator: {cost: none}
  lines:
    - {item: A, amount: "£192/child", of: 40% of starters}
    - {item: B, amount: "£20/family", of: completers}
    - {item: C, amount: "£20/family"}
    - {item: D, amount: "£12,000", timing: start-up, lasts: 2 years, residual: "£1,000"}
    - {item: E, amount: "£300/group", timing: start-up, lasts: 1 year}
    - {item: F, amount: "£12,000", timing: start-up, lasts: 3 years}`);
  expect(found.lines.map((line) => [timesText(line, found), line.total.value])).toEqual([
    // 40% of 180 starters, 1.6 children each: 192 x 72 x 1.6.
    ["72 families (40% of starters) x 1.6 children/family", expect.closeTo(22_118.4, 6)],
    ["135 families", 2_700],
    ["180 families", 3_600],
    // Years 0 and 2; the first comes back for £1,000 in year 2.
    ["bought 2 times", 23_000],
    ["groups delivered, bought 3 times", 3_600],
    ["once", 12_000],
  ]);
});

test("a part of the year at a price for its days or weeks is shown by the year, which is what it is multiplied by", () => {
  const found = assessed(`
intervention: visits
population: {unit: family, starts: 60 families/year}
costs:
  price_year: 2023-24
  period: 3 years
  perspective: society
  comparator: {cost: none}
  lines:
    - {item: Cover, quantity: 2 days/year, unit_cost: £180/day}
    - {item: Rooms, quantity: 40 weeks/year, unit_cost: £500/week}
    - {item: Vans, quantity: 2, unit_cost: £700/week}
    - {item: Rent, amount: £500/week}
appraisal: {price_year: 2023-24}`);
  // 2 x 180; 40 x 500; 2 x 700 a week, as written.
  expect(lineSection(found)?.rows.map(({ cells }) => cells.slice(0, 3))).toEqual([
    ["Cover", "£360/year", "3 years"],
    ["Rooms", "£20,000/year", "3 years"],
    ["Vans", "£1,400/week", "3 years"],
    ["Rent", "£500/week", "3 years"],
    ["Total", "", ""],
  ]);
});
