import { describe, expect, test } from "vitest";
import { type Form, type FormTypes, formatUnit, read } from "../../server/src/values/index.ts";

function value<F extends Form>(form: F, text: string): FormTypes[F] {
  const reading = read(form, text);
  if (!reading.ok) throw new Error(`${text}: ${reading.problem.message}`);
  return reading.value;
}

const money: [text: string, amount: number, unit: string][] = [
  ["£1,200", 1200, "£"],
  ["£1200", 1200, "£"],
  ["£1.2m", 1_200_000, "£"],
  ["£1.2 million", 1_200_000, "£"],
  ["£2.7bn", 2_700_000_000, "£"],
  ["£91m", 91_000_000, "£"],
  ["£5k", 5000, "£"],
  ["£71/hour", 71, "£/hour"],
  ["£71 per hour", 71, "£/hour"],
  ["£71 an hour", 71, "£/hour"],
  ["£70,000 pa", 70_000, "£/year"],
  ["£4,560 per week", 4560, "£/week"],
  ["£50.97 per pupil per year", 50.97, "£/pupil/year"],
  ["£52,300/FTE/year", 52_300, "£/FTE/year"],
  ["£63 002", 63_002, "£"],
  ["£63\u2009002", 63_002, "£"],
  ["£63\u00a0002", 63_002, "£"],
  ["£17 862.66", 17_862.66, "£"],
  ["£33 341.4", 33_341.4, "£"],
  ["$9,140/participant", 9140, "$/participant"],
  ["-$3,257", -3257, "$"],
  ["−£5", -5, "£"],
  ["£-5", -5, "£"],
  ["EUR 1,200", 1200, "€"],
  ["€1,200", 1200, "€"],
  ["1,200 GBP", 1200, "£"],
  ["US$9,140", 9140, "$"],
  ["£0·38", 0.38, "£"],
  ["45p", 0.45, "£"],
  ["45p/mile", 0.45, "£/mile"],
  ["£4.50", 4.5, "£"],
  ["£0.6bn/year", 600_000_000, "£/year"],
  ["£71/huor", 71, "£/huor"],
  ["£38/hour x 1.5 hours/visit", 57, "£/visit"],
  ["£1,400 - £1,000", 400, "£"],
];

test.each(money)("money %s", (text, amount, unit) => {
  const read = value("money", text);
  expect(read.value).toBe(amount);
  expect(formatUnit(read.unit)).toBe(unit);
});

const ranges: [Form, string, number, number, number][] = [
  ["money", "£1,000 to £1,400", 1000, 1400, 1200],
  ["money", "£1,000–£1,400", 1000, 1400, 1200],
  ["money", "about £1,200 to £2,500 per participant", 1200, 2500, 1850],
  ["stated", "2.8 to 6.1", 2.8, 6.1, 4.45],
  ["share", "35% ± 5%", 0.3, 0.4, 0.35],
  ["share", "30 to 40%", 0.3, 0.4, 0.35],
  ["duration", "5 to 8 years", 5, 8, 6.5],
  ["duration", "5-8 years", 5, 8, 6.5],
];

test.each(ranges)("range of %s: %s", (form, text, low, high, middle) => {
  expect(value(form, text)).toMatchObject({ value: middle, range: { low, high } });
});

const quantities: [text: string, amount: number, unit: string][] = [
  ["1.5 hours/session x 12 sessions/family x 60 families/year", 1080, "hours/year"],
  ["1.5 hours/session X 12 sessions/family × 60 families/year", 1080, "hours/year"],
  ["1.5 hours/session * 12 sessions/family", 18, "hours/family"],
  ["2x0.25 hours", 0.5, "hours"],
  ["4 FTE", 4, "FTE"],
  ["2 hours/week x 3 months", ((2 * 365.25) / 12 / 7) * 3, "hours"],
  ["90 minutes/visit x 2 visits/hour", 3, ""],
  ["2 years + 6 months", 2.5, "years"],
  ["82 per 10,000 children", 0.0082, "/child"],
];

test.each(quantities)("quantity %s", (text, amount, unit) => {
  const read = value("quantity", text);
  expect(read.value).toBeCloseTo(amount, 12);
  expect(formatUnit(read.unit, { plural: true })).toBe(unit);
});

test("a sum per unlike things keeps each part and has no one value", () => {
  const read = value("quantity", "2 x 0.25 hours/pupil/week + 3 x 0.5 hours/group/week");
  expect(read.value).toBeNaN();
  expect(read.parts?.map((part) => [part.value, formatUnit(part.unit)])).toEqual([
    [0.5, "hour/pupil/week"],
    [1.5, "hour/group/week"],
  ]);
});

test("plain YAML numbers are read from their text, places and all", () => {
  expect(value("count", "46")).toMatchObject({ value: 46, written: { finest: 0, lastNonZero: 0, decimals: false } });
  expect(value("stated", "2.30")).toMatchObject({
    value: 2.3,
    written: { finest: -2, lastNonZero: -1, decimals: true },
  });
  expect(value("number", "+0.24")).toMatchObject({ value: 0.24 });
  expect(value("number", "1e3")).toMatchObject({ value: 1000, written: { finest: 3 } });
});

test("how finely a number was written", () => {
  expect(value("stated", "£1.29m")).toMatchObject({ written: { finest: 4, lastNonZero: 4, decimals: true } });
  expect(value("stated", "£560,000")).toMatchObject({ written: { finest: 0, lastNonZero: 4, decimals: false } });
  expect(value("share", "30%")).toMatchObject({ written: { finest: -2, lastNonZero: -1 } });
  expect(value("effect", "-7.1 points")).toMatchObject({ written: { finest: -3 } });
  expect(value("quantity", "1.5 hours/visit x 12 visits")).toMatchObject({ written: { finest: 0 } });
});

test("bounds and about", () => {
  expect(value("money", "less than £100")).toMatchObject({ value: 100, bound: "less-than" });
  expect(value("money", "more than £2,000")).toMatchObject({ value: 2000, bound: "more-than" });
  expect(value("count", "at least 20")).toMatchObject({ value: 20, bound: "at-least" });
  expect(value("count", "up to 20 families")).toMatchObject({ value: 20, bound: "at-most" });
  expect(value("rate", "below 18%")).toMatchObject({ value: 0.18, bound: "less-than" });
  expect(value("stated", "about £13,000")).toMatchObject({ value: 13_000, about: true });
  expect(value("stated", "~£13,000")).toMatchObject({ value: 13_000, about: true });
});

describe("rates", () => {
  test("chance, counts, per many, rate over time, score", () => {
    expect(value("rate", "35%")).toMatchObject({ value: 0.35, unit: { powers: [] } });
    expect(value("rate", "44/108")).toMatchObject({ value: 44 / 108, events: 44, total: 108 });
    expect(value("rate", "44 of 108 children")).toMatchObject({ events: 44, total: 108, unit: { powers: [] } });
    expect(value("rate", "82 per 10,000 children")).toMatchObject({ value: 0.0082, unit: { powers: [] } });
    expect(formatUnit(value("rate", "82 per 10,000 children per year").unit)).toBe("/year");
    expect(formatUnit(value("rate", "0.4 incidents/child/year").unit)).toBe("incident/child/year");
    expect(value("rate", "42.1 points")).toMatchObject({ value: 42.1 });
  });
});

const effects: [text: string, wanted: object][] = [
  ["g 0.35 (SE 0.11)", { metric: "g", value: 0.35, se: 0.11 }],
  ["OR 0.67 (0.43 to 1.04)", { metric: "OR", interval: { low: 0.43, high: 1.04, level: 95, levelWritten: false } }],
  ["OR 0.67 (0.43–1.04)", { interval: { low: 0.43, high: 1.04 } }],
  ["OR 0.67 [0.43, 1.04]", { interval: { low: 0.43, high: 1.04 } }],
  ["OR 0.67 95% CI 0.43 to 1.04", { interval: { low: 0.43, high: 1.04 } }],
  ["aOR 0.67", { metric: "OR", adjusted: true }],
  ["d 0.26 (95% CI 0.17 to 0.35), p = 0.01", { metric: "d", p: { value: 0.01, relation: "equal" } }],
  ["d 0.26 (95% CI 0.17 to 0.35; p = 0.01)", { interval: { low: 0.17 }, p: { value: 0.01 } }],
  ["d 0.38 better (95% CI 0.01 to 0.75), P=0.01", { direction: "better", interval: { levelWritten: true } }],
  ["g 0.35 (90% CI 0.1 to 0.6)", { interval: { level: 90 } }],
  ["g 0.35 (97.5% CI 0.1 to 0.6)", { interval: { level: 97.5 } }],
  ["d 0.3, p<0.05", { p: { value: 0.05, relation: "less" } }],
  ["d 0.3, p over 0.05", { p: { value: 0.05, relation: "more" } }],
  ["about +1 point", { metric: "RD", value: 0.01, about: true }],
  ["-3 points", { metric: "RD", value: -0.03 }],
  ["-3 points (95% CI -5 to -1)", { value: -0.03, interval: { low: -0.05, high: -0.01 } }],
  ["3 percentage points", { metric: "RD", value: 0.03 }],
  ["RD -3% (−5% to −1%)", { metric: "RD", value: -0.03, interval: { low: -0.05, high: -0.01 } }],
  ["32% relative", { metric: "relative", value: 0.32 }],
  ["-32% relative", { metric: "relative", value: -0.32 }],
  ["MD 0.034 QALY better", { metric: "MD", value: 0.034, unit: { powers: [["qaly", 1]] }, direction: "better" }],
  ["SMD 0.3", { metric: "g", value: 0.3 }],
  ["ES +0.12", { metric: "g", value: 0.12 }],
  ["effect size = 0.12 better", { metric: "g", value: 0.12, direction: "better" }],
  ["Hedges' g 0.3", { metric: "g", value: 0.3 }],
  ["HR 0.8", { metric: "HR", value: 0.8 }],
  ["13% v 11%", { kind: "comparison", with: { value: 0.13 }, without: { value: 0.11 } }],
  ["44/108 v 39/104", { kind: "comparison", with: { events: 44 }, without: { total: 104 } }],
  ["13% vs. 11%, p = 0.04", { kind: "comparison", p: { value: 0.04 } }],
  ["no difference", { kind: "word", word: "no difference" }],
  ["not measured", { kind: "word", word: "not measured" }],
  ["unknown", { kind: "word", word: "unknown" }],
];

test.each(effects)("effect %s", (text, wanted) => {
  expect(value("effect", text)).toMatchObject(wanted);
});

test("raw changes", () => {
  expect(value("change", "10.57 points better")).toMatchObject({ metric: "change", value: 10.57, direction: "better" });
  expect(value("change", "10.57-point improvement")).toMatchObject({ value: 10.57, direction: "better" });
  expect(value("change", "d 0.6 better")).toMatchObject({ metric: "d", value: 0.6 });
});

test("money with an interval", () => {
  const wanted = { value: 73, interval: { low: 42, high: 140 } };
  expect(value("money", "£73/point (95% CI £42 to £140)")).toMatchObject(wanted);
  expect(value("money", "£73 per point (95% CI 42 to 140)")).toMatchObject(wanted);
});

const years: [text: string, basis: string, label: string][] = [
  ["2023-24", "financial", "2023-24"],
  ["2019/20", "financial", "2019-20"],
  ["2023/24", "financial", "2023-24"],
  ["2023–24", "financial", "2023-24"],
  ["2023-2024", "financial", "2023-24"],
  ["1999-00", "financial", "1999-00"],
  ["2016", "calendar", "2016"],
  ["2014/15 prices", "financial", "2014-15"],
];

test.each(years)("price year %s", (text, basis, label) => {
  expect(value("price-year", text)).toMatchObject({ basis, label });
});

test("dates, moments, ages", () => {
  expect(value("date", "2027-03-31")).toEqual({ kind: "date", year: 2027, month: 3, day: 31 });
  expect(value("date", "2024-02-29")).toMatchObject({ day: 29 });
  expect(value("moment", "6 months after end")).toMatchObject({ from: "end", after: 0.5 });
  expect(value("moment", "18 months after start")).toMatchObject({ from: "start", after: 1.5 });
  expect(value("moment", "end of programme")).toMatchObject({ from: "end", after: 0 });
  expect(value("moment", "12 months after randomisation")).toMatchObject({ from: "start", after: 1 });
  expect(value("moment", "12 months after referral")).toMatchObject({ from: "start", after: 1 });
  expect(value("moment", "24 months after birth")).toMatchObject({ from: "birth", after: 2 });
  expect(value("moment", "0 months after end")).toMatchObject({ from: "end", after: 0 });
  expect(value("ages", "2 to 11 years")).toMatchObject({ from: 2, to: 11 });
  expect(value("ages", "36 to 59 months")).toMatchObject({ from: 3, to: 59 / 12 });
  expect(value("ages", "under 5")).toMatchObject({ from: 0, to: 4 });
});

test("designs", () => {
  expect(value("working-year", "42 weeks x 37 hours/week")).toEqual({ weeks: 42, hoursPerWeek: 37 });
  expect(value("allocation", "2 to 1")).toMatchObject({ intervention: 2, control: 1 });
  expect(value("allocation", "1:1")).toMatchObject({ intervention: 1, control: 1 });
  expect(value("significance", "5% two-sided")).toMatchObject({ level: 0.05, sides: 2 });
  expect(value("significance", "5% one-sided")).toMatchObject({ sides: 1 });
  expect(value("p", "<0.001")).toMatchObject({ value: 0.001, relation: "less" });
  expect(value("score-range", "36 to 252")).toMatchObject({ low: 36, high: 252 });
  expect(value("deadweight", "20% of impact")).toMatchObject({ kind: "share", value: 0.2, of: "impact" });
  expect(value("deadweight", "12 points")).toMatchObject({ metric: "RD", value: 0.12 });
  expect(formatUnit(value("count", "58 schools/arm").unit)).toBe("school/arm");
  expect(value("share-per-time", "20%/year")).toMatchObject({ value: 0.2, per: { powers: [["year", 1]] } });
});

test("what stands behind a range is of both its ends", () => {
  const yearly = { value: 0.2, per: { powers: [["year", 1]] }, range: { low: 0.1, high: 0.3 } };
  for (const text of ["10 to 30%/year", "10% to 30%/year", "10–30% per year", "10%/year to 30%/year"])
    expect(value("share-per-time", text)).toMatchObject(yearly);
  const rate = value("rate", "0.2 to 0.4 incidents/child/year");
  expect(rate).toMatchObject({ value: 0.3, range: { low: 0.2, high: 0.4 } });
  expect(formatUnit(rate.unit)).toBe("incident/child/year");
  expect(formatUnit(value("rate", "10 to 20 points").unit)).toBe("point");
  // 80 and 90 of 10,000, not 80 and 0.009.
  for (const text of ["80 to 90 per 10,000 children", "80 per 10,000 to 90 per 10,000 children"])
    expect(value("rate", text)).toMatchObject({
      value: 0.0085,
      unit: { powers: [] },
      range: { low: 0.008, high: 0.009 },
    });
  for (const text of [
    "40 per 10,000 children (95% CI 30 to 50)",
    "40 per 10,000 (95% CI 30 per 10,000 to 50 per 10,000)",
  ])
    expect(value("rate", text)).toMatchObject({ value: 0.004, interval: { low: 0.003, high: 0.005 } });
});
