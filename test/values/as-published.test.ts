/** Forms that trials, reports and councils print: each read as what it says, and what is ambiguous is not guessed. */
import { expect, test } from "vitest";
import { type Form, type FormTypes, formatUnit, read, write } from "../../server/src/values/index.ts";

function value<F extends Form>(form: F, text: string): FormTypes[F] {
  const reading = read(form, text);
  if (!reading.ok) throw new Error(`${text}: ${reading.problem.message}`);
  return reading.value;
}

test.each([
  ["16+", 16],
  ["16 and over", 16],
  ["16 years and over", 16],
  ["at least 16", 16],
  ["18 months or older", 1.5],
])("ages %s have no upper end", (text, from) => {
  const ages = value("ages", text);
  expect(ages).toEqual({ kind: "ages", from, to: Number.POSITIVE_INFINITY });
  expect(value("ages", write(ages))).toEqual(ages);
});

test.each([
  ["20 or more sessions", 20, "at-least", "session"],
  ["20+ sessions", 20, "at-least", "session"],
  ["20 sessions or fewer", 20, "at-most", "session"],
] as const)("%s is a bound", (text, number, bound, unit) => {
  expect(value("quantity", text)).toMatchObject({ value: number, bound });
  expect(formatUnit(value("quantity", text).unit)).toBe(unit);
});

test("a plus before another number still adds", () => {
  expect(value("quantity", "2 hours + 3 hours").value).toBe(5);
  expect(value("quantity", "2+3").value).toBe(5);
});

test.each([
  ["duration", "1 year 6 months", 1.5, "year"],
  ["duration", "1 year and 6 months", 1.5, "year"],
  ["duration", "2 fortnights", 2, "fortnight"],
  ["quantity", "1 hour 30 minutes/visit x 4 visits/family", 6, "hour/family"],
] as const)("%s %s", (form, text, number, unit) => {
  const read = value(form, text);
  expect(read.value).toBeCloseTo(number, 12);
  expect(formatUnit(read.unit)).toBe(unit);
});

test("a fortnight is two weeks", () => {
  expect(value("quantity", "26 fortnights + 2 weeks").value * 14).toBeCloseTo(26 * 14 + 14, 9);
});

test("1 in 5 is one counted out of five", () => {
  expect(value("rate", "1 in 5")).toMatchObject({ value: 0.2, events: 1, total: 5 });
  expect(value("rate", "1 in 5 to 1 in 4")).toMatchObject({ value: 0.225, range: { low: 0.2, high: 0.25 } });
});

test("a number needed to treat is a risk difference of one over it, its interval turned round", () => {
  const benefit = value("effect", "NNT 12 (95% CI 8 to 25)");
  expect(benefit).toMatchObject({ kind: "estimate", metric: "RD", value: 1 / 12, direction: "better" });
  expect(benefit).toMatchObject({ interval: { low: 1 / 25, high: 1 / 8, level: 95 } });
  expect(value("effect", "NNH 40")).toMatchObject({ metric: "RD", value: 1 / 40, direction: "worse" });
});

test("a standard deviation stands beside a mean score", () => {
  for (const text of ["12.3 (SD 4.5)", "M 12.3 (SD 4.5)", "mean = 12.3, SD = 4.5", "12.3 points (SD 4.5)"]) {
    const score = value("rate", text);
    expect(score, text).toMatchObject({ value: 12.3, sd: 4.5 });
    expect(formatUnit(score.unit), text).toBe("point");
  }
});
