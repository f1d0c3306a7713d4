import { expect, test } from "vitest";
import { lineNote, timesText } from "../../server/src/report/lines.ts";
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
