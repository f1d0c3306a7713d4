/** Lines that are not written by site, and still fall to known sites. */
import { expect, test } from "vitest";
import { assessed, value } from "./helper.ts";

const spec = (
  lines: readonly string[],
  delivery = "  course: {north: 4 courses, south: 6 courses}\n  sites: [north, south]",
): string => `
intervention: x
population: {unit: child, starts: 8 children/course}
delivery:
${delivery}
costs:
  price_year: 2023-24
  period: 2 years
  comparator: {cost: none}
  lines:
${lines.map((line) => `    - {item: Line, ${line}}`).join("\n")}
`;

const bySite = (of: ReturnType<typeof assessed>): Readonly<Record<string, number | undefined>> =>
  Object.fromEntries(
    [...of.figures].flatMap(([key, figure]) =>
      key.startsWith("cost_by_site/") ? [[key.slice("cost_by_site/".length), figure.value]] : [],
    ),
  );

test.each([
  ["for each course: 4 and 6 of them", "amount: £300/course", { north: 1_200, south: 1_800 }],
  ["for each starter: 8 in a course", "amount: £10/child", { north: 320, south: 480 }],
  ["paid at each site", "amount: £500, per_site: true", { north: 500, south: 500 }],
  ["paid at each site each year", "amount: £500/year, per_site: true", { north: 1_000, south: 1_000 }],
  ["for each site", "amount: £250/site", { north: 250, south: 250 }],
])("%s", (_, line, expected) => {
  const of = assessed(spec([line]));
  expect(bySite(of)).toEqual(expected);
  expect(value(of, "cost_total")).toBe(expected.north + expected.south);
});

test("beside amounts by site the mean and the spread of the sites are whole again: £380 and £320 a course", () => {
  const of = assessed(spec(["amount: {north: £320, south: £120}", "amount: £300/course"]));
  expect(bySite(of)).toEqual({ north: 1_520, south: 1_920 });
  // 1,520 / 4 = 380; 1,920 / 6 = 320; mean 350, spread 30 x the root of 2.
  expect(value(of, "cost_per_unit_mean_of_sites/course")).toBe(350);
  expect(value(of, "cost_per_unit_sd_of_sites/course")).toBeCloseTo(30 * Math.SQRT2, 9);
});

test("a sum for all sites together stays not by site, and so do courses that nobody has split", () => {
  expect(bySite(assessed(spec(["amount: {north: £320, south: £120}", 'amount: "£300"'])))).toMatchObject({
    "not by site": 300,
  });
  const unsplit = spec(
    ["amount: {north: £320, south: £120}", "amount: £300/course"],
    "  course: 10 courses\n  sites: [north, south]",
  );
  expect(bySite(assessed(unsplit))).toMatchObject({ "not by site": 3_000 });
});

test("what is bought again inside the period is bought again at each site", () => {
  const of = assessed(spec(["amount: {north: £320, south: £120}, timing: start-up, lasts: 1 year"]));
  expect(bySite(of)).toEqual({ north: 640, south: 240 });
  expect(value(of, "cost_total")).toBe(880);
});
