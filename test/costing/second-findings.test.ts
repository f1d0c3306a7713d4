/** Cases in which the second implementation found the figures wrong, each worked out by hand from the meaning of the format. */
import { expect, test } from "vitest";
import { assessed, tenChildren, value } from "./helper.ts";

/** An outcome of the id `of`, with one fiscal value. */
const outcome = (of: string, worth: string): string => `
---
outcome: of
title: Of
counts: children
${of}
values:
  - {value: ${worth}, kind: fiscal, gains: nhs, price_year: 2023-24}`;

test("what is counted in QALYs is discounted at the rates for health in payback too", () => {
  const found = assessed(
    tenChildren(
      `outcomes:\n  - {outcome: of, effect: MD 0.01 QALY better, lag: 20 years}${outcome("kind: qaly\nbetter: higher", "£16000/QALY")}`,
    ),
  );
  // 10 x 0.01 x £16,000 = £1,600 in year 20; at 1.5% £1,600 / 1.015^20 = £1,187.95, over £1,000. At 3.5% it would be £804.11: never.
  expect(value(found, "fiscal_return")).toBeCloseTo(1.6 / 1.015 ** 20, 9);
  expect(value(found, "payback")).toBe(21);
  const path = found.paybackPath?.kind === "years" ? found.paybackPath.years : [];
  expect(path.at(-1)?.benefit).toBeCloseTo(1_600 / 1.015 ** 20, 6);
});

const worth = (claim: string, of: string, each: string) =>
  assessed(tenChildren(`outcomes:\n  - ${claim}${outcome(of, each)}`));
const reasonsOf = ({ problems }: ReturnType<typeof assessed>) => problems.map(({ reason }) => reason);

test("a point of a score that is valued by the year is worth it in each year of the effect", () => {
  const lower = "kind: score\nbetter: lower";
  // 10 children x 2 points x 3 years x £100.
  const found = worth("{outcome: of, effect: MD -2 points, lasts: 3 years}", lower, "£100/point/year");
  expect(value(found, "gross_benefit")).toBeCloseTo(6_000, 9);
  // £2,000 in each of years 0, 1 and 2, at 3.5%.
  expect(value(found, "pv_benefit")).toBeCloseTo(2_000 * (1 + 1 / 1.035 + 1 / 1.035 ** 2), 6);
  const open = worth("{outcome: of, effect: MD -2 points}", lower, "£100/point/year");
  expect(reasonsOf(open)).toContain("missing-lasts");
  expect(value(open, "gross_benefit")).toBeUndefined();
  expect(
    value(worth("{outcome: of, effect: MD -2 points, lasts: 3 years}", lower, "£100/point"), "gross_benefit"),
  ).toBeCloseTo(2_000, 9);
});

test.each([
  ["a score", "effect: MD -2 points", "kind: score\nbetter: lower", "£100/child", "point"],
  ["QALYs by the year", "effect: MD 0.01 QALY better", "kind: qaly\nbetter: higher", "£100/QALY/year", "QALY"],
  [
    "a rate of events",
    "without: 0.4 incidents/child/year, effect: RR 0.5",
    "kind: event\nbetter: lower",
    "£100/child",
    "incident",
  ],
  [
    "a number of events",
    "without: 0.4 incidents/child, effect: RR 0.5",
    "kind: event\nbetter: lower",
    "£100/child",
    "incident",
  ],
])("%s with a value that is not by the one of it is not worked out, and says so", (_, claim, of, each, counts) => {
  const found = worth(`{outcome: of, ${claim}, lasts: 3 years}`, of, each);
  expect(found.problems.filter(({ reason }) => reason === "value-unit")).toMatchObject([{ counts }]);
  expect(value(found, "gross_benefit")).toBeUndefined();
});

test.each(["£100/incident", "£100/case"])("a rate of events is worth %s", (each) => {
  // 10 children x 0.2 incidents a year fewer x 3 years x £100.
  const claim = "{outcome: of, without: 0.4 incidents/child/year, effect: RR 0.5, lasts: 3 years}";
  expect(value(worth(claim, "kind: event\nbetter: lower", each), "gross_benefit")).toBeCloseTo(600, 9);
});

test.each([
  ["effect: MD -0.2 incidents/child/year", 600],
  ["effect: MD -0.2 incidents/child/month", 7_200],
])("a difference in a rate needs no rate without it: %s", (effect, expected) => {
  // 10 children x 0.2 fewer (a year, or 2.4 a year) x 3 years x £100.
  const found = worth(`{outcome: of, ${effect}, lasts: 3 years}`, "kind: event\nbetter: lower", "£100/incident");
  expect(value(found, "gross_benefit")).toBeCloseTo(expected, 6);
  expect(value(found, "outcomes_expected/of")).toBeCloseTo(-expected / 100, 6);
});

const benefits = (...lines: string[]) =>
  assessed(
    tenChildren(
      `benefits:\n${lines.map((line) => `  - {${line}, valued: undiscounted}\n`).join("")}${outcome("kind: event\nbetter: lower", "£1/child")}`,
    ),
  );
const same = "outcome: of, kind: fiscal, gains: nhs";

test("the benefit that contains another of the same outcome, kind and gainer is added, not the one in it", () => {
  // 10 x £90; the £70 are in it, whichever stands first.
  const inner = `benefit: Inner, amount: £70/child, ${same}`;
  const outer = `benefit: Outer, amount: £90/child, ${same}, includes: [Inner]`;
  for (const found of [benefits(inner, outer), benefits(outer, inner)]) {
    expect(value(found, "gross_benefit")).toBeCloseTo(900, 9);
    expect(found.benefits.map(({ name, leftOut }) => [name, leftOut?.reason]).sort()).toEqual([
      ["Inner", "contained"],
      ["Outer", undefined],
    ]);
  }
});

test("what is in a benefit that is not added itself counts on its own, once", () => {
  // First and Outer are one benefit, so First's £50 stand for it; Middle contains Inner, and is of another outcome's kind: £30.
  const found = benefits(
    `benefit: First, amount: £50/child, ${same}`,
    "benefit: Inner, amount: £20/child, kind: economic, gains: nhs",
    `benefit: Outer, amount: £90/child, ${same}, includes: [Middle]`,
    "benefit: Middle, amount: £30/child, kind: economic, gains: nhs, includes: [Inner]",
  );
  expect(value(found, "gross_benefit")).toBeCloseTo(800, 9);
});

const care = "kind: event\nbetter: lower";

test("two arms beside another chance without it: their ratio is taken to that chance", () => {
  // (39/104) / (44/108) = 0.92045; of 30% that is 27.61%, 2.386 points fewer: 10 children x 0.02386 x £100.
  const fewer = 0.3 * (1 - 39 / 104 / (44 / 108));
  const found = worth(`{outcome: of, without: 30%, effect: 39/104 v 44/108}`, care, "£100/child");
  expect(value(found, "outcome_difference/of")).toBeCloseTo(-fewer, 12);
  expect(fewer).toBeCloseTo(0.023864, 6);
  expect(value(found, "gross_benefit")).toBeCloseTo(23.864, 3);
  // Without it: the arms' own difference, 3.24 points.
  const own = worth(`{outcome: of, effect: 39/104 v 44/108}`, care, "£100/child");
  expect(value(own, "outcome_difference/of")).toBeCloseTo(39 / 104 - 44 / 108, 12);
});

test("two arms keep their own difference where there is no ratio: of a score, and of none without it", () => {
  const score = worth(
    "{outcome: of, without: 20 points, effect: 16 points v 18 points}",
    "kind: score\nbetter: lower",
    "£1/point",
  );
  expect(value(score, "outcome_difference/of")).toBeCloseTo(-2, 12);
  const none = worth("{outcome: of, without: 10%, effect: 5/100 v 0/100}", care, "£100/child");
  expect(value(none, "outcome_difference/of")).toBeCloseTo(0.05, 12);
});

test("the horizon cuts QALYs as it cuts what they are worth", () => {
  // One cohort in year 0 and one in year 1, each of 10; the horizon of 2 years cuts those who gain 18 months after their start in year 1.
  const twoYears = (horizon: string): string =>
    tenChildren(
      `outcomes:\n  - {outcome: of, effect: MD 0.02 QALY better, lag: 18 months}${outcome("kind: qaly\nbetter: higher", "£10000/QALY")}`,
    )
      .replace("starts: 10 children}", "starts: 10 children/year}")
      .replace("period: 1 year", `period: 2 years\n  horizon: ${horizon}`);
  const cut = assessed(twoYears("2 years"));
  expect(value(cut, "outcomes_expected/of")).toBeCloseTo(0.2, 12);
  expect(value(cut, "discounted_qalys/of")).toBeCloseTo(0.2 / 1.015, 12);
  expect(value(cut, "gross_benefit")).toBeCloseTo(2_000, 9);
  const all = assessed(twoYears("4 years"));
  expect(value(all, "discounted_qalys/of")).toBeCloseTo(0.2 / 1.015 + 0.2 / 1.015 ** 2, 12);
  const beyond = assessed(twoYears("1 year")).figures.get("discounted_qalys/of");
  expect(beyond?.value).toBeUndefined();
  expect(beyond?.none).toBe("not within the horizon");
});

test("what is bought for each of so many courses a year is bought as they are delivered, and its life is not used", () => {
  const courses = (delivered: string): string =>
    tenChildren("")
      .replace("costs:", `delivery: {course: ${delivered}}\ncosts:`)
      .replace("period: 1 year", "period: 4 years")
      .replace("amount: £100/child,", "amount: £100/course, lasts: 2 years,");
  // 3 a year for 4 years: 12 x £100, a quarter in each year.
  const flow = assessed(courses("3 courses/year"));
  expect(value(flow, "cost_total")).toBeCloseTo(1_200, 9);
  expect([0, 1, 2, 3].map((year) => value(flow, `cost_by_year/${year}`))).toEqual([300, 300, 300, 300]);
  expect(reasonsOf(flow)).toContain("lasts-without-capital");
  // 12 in all: all bought in year 0, and again in year 2.
  const total = assessed(courses("12 courses"));
  expect([0, 1, 2, 3].map((year) => value(total, `cost_by_year/${year}`) ?? 0)).toEqual([1_200, 0, 1_200, 0]);
  expect(reasonsOf(total)).not.toContain("lasts-without-capital");
});
