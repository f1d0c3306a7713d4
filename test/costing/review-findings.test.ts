/** Cases in which a figure once came out wrong, each with what it must come to. */
import { expect, test } from "vitest";
import { assessed, value } from "./helper.ts";

const spec = (costs: string, rest = "", starts = "30 children"): string => `
intervention: x
population: {unit: child, starts: ${starts}}
costs:
  price_year: 2023-24
${costs.replace(/^/gm, "  ")}
${rest}`;

test.each([501, 20_000, 1_000_000_000])("a period of %d years has no equivalent annual cost, and says why", (years) => {
  const of = assessed(
    spec(`period: ${years} years\ncomparator: {cost: none}\nlines:\n  - {item: Line, amount: "£300"}`),
  );
  const yearly = of.figures.get("equivalent_annual_cost");
  expect(yearly?.value).toBeUndefined();
  expect(yearly?.missing[0]?.what).toContain("more than 500 years");
  expect(value(of, "cost_total")).toBe(300);
});
