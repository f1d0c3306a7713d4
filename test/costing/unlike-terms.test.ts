/** Quantities that add unlike things: each is multiplied by what its own unit asks for. */
import { expect, test } from "vitest";
import { assessed, value } from "./helper.ts";

const neli = (quantity: string, rest = ""): string => `
intervention: x
population: {unit: pupil, starts: 200 pupils, time_in_service: 20 weeks}
delivery: {group: 40 groups}
costs:
  price_year: 2023-24
  period: 1 year
  comparator: {cost: none}
  lines:
    - {item: Assistants, quantity: ${quantity}, unit_cost: £20/hour${rest}}
`;

test("hours for each pupil and hours for each group: 0.5 x 20 x 200 and 1.5 x 20 x 40 hours", () => {
  // 2,000 hours of pupils and 1,200 of groups, at £20.
  const of = assessed(neli("2 x 0.25 hours/pupil/week + 30 hours/group"));
  expect(value(of, "cost_total")).toBeCloseTo((0.5 * 20 * 200 + 30 * 40) * 20, 6);
  expect(of.problems).toEqual([]);
  expect(value(assessed(neli("0.5 hours/pupil + 1 hours/group", ", overhead: 10%")), "cost_total")).toBeCloseTo(
    3_080,
    6,
  );
});

test.each([
  [
    "a group's weeks, which nobody has counted",
    "2 x 0.25 hours/pupil/week + 3 x 0.5 hours/group/week",
    "unit-not-counted",
  ],
  ["schools, which nobody has counted", "0.5 hours/pupil + 3 hours/school", "unit-not-counted"],
])("%s, leave the line not costed and are a problem", (_, quantity, reason) => {
  const of = assessed(neli(quantity));
  expect(value(of, "cost_total")).toBeUndefined();
  expect(of.problems.map((problem) => problem.reason)).toEqual([reason]);
});

test("at other numbers of starters the pupils' hours follow, those of the groups stay: 100 and 40 hours at £20", () => {
  const of = assessed(neli("0.5 hours/pupil + 1 hours/group"));
  expect(of.lines[0]?.behaviours).toEqual(["variable", "fixed"]);
  expect(value(of, "cost_by_behaviour/variable")).toBeCloseTo(2_000, 6);
  expect(value(of, "cost_by_behaviour/fixed")).toBeCloseTo(800, 6);
  expect(value(of, "cost_at_volume/50%")).toBeCloseTo(1_800, 6);
  expect(value(of, "cost_at_volume/150%")).toBeCloseTo(3_800, 6);
});

test("a line that is not costed is neither fixed nor variable", () => {
  const of = assessed(neli("unknown"));
  expect(of.lines[0]?.behaviours).toEqual([]);
});
