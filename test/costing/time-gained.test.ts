/** Days and weeks avoided, as most evaluations of edge-of-care services value them: `8 weeks/child` fewer at £3,100 a week. */
import { expect, test } from "vitest";
import { assessed, tenChildren, value } from "./helper.ts";

const weeks = (claim: string, worth: string): string =>
  tenChildren(`outcomes:
  - {outcome: weeks-in-care, ${claim}}
---
outcome: weeks-in-care
title: Weeks in care
kind: event
better: lower
counts: weeks
values:
  - {value: ${worth}, kind: fiscal, gains: local-authority, price_year: 2023-24}`);

// 10 children x 8 weeks x £3,100 = £248,000, however the weeks and their price are written.
test.each([
  ["without: 26 weeks/child, effect: MD -8 weeks/child", "£3100/week"],
  ["without: 26 weeks/child, with: 18 weeks/child", "£3100/child/week"],
  ["effect: MD -8 weeks", "£3100/person/week"],
  ["without: 182 days/child, effect: MD -56 days/child", "£3100/week"],
  ["without: 26 weeks/child, effect: MD -8 weeks/child", `£${3100 / 7}/day`],
])("%s at %s", (claim, worth) => {
  const found = assessed(weeks(claim, worth));
  expect(found.problems.map(({ reason }) => reason)).not.toContain("value-unit");
  expect(value(found, "gross_benefit")).toBeCloseTo(248_000, 4);
  // All of it in year 0: no time is lost or spread.
  expect(value(found, "pv_benefit")).toBeCloseTo(248_000, 4);
});

test("weeks that come later are worth less", () => {
  const found = assessed(weeks("without: 26 weeks/child, effect: MD -8 weeks/child, lag: 2 years", "£3100/week"));
  expect(value(found, "pv_benefit")).toBeCloseTo(248_000 / 1.035 ** 2, 4);
});

test.each(["£3100/child", "£3100/person", "£3100/case"])("weeks are not multiplied with %s", (worth) => {
  const found = assessed(weeks("without: 26 weeks/child, effect: MD -8 weeks/child", worth));
  expect(found.problems.filter(({ reason }) => reason === "value-unit")).toMatchObject([{ counts: "week" }]);
  expect(value(found, "gross_benefit")).toBeUndefined();
});
