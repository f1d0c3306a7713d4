import fc from "fast-check";
import { expect, test } from "vitest";
import {
  add,
  convert,
  describeMismatch,
  divide,
  formatUnit,
  type Measured,
  multiply,
  type Result,
  read,
  unit,
} from "../../server/src/values/index.ts";

const YEAR = { workingYear: { weeks: 42, hoursPerWeek: 37 } };

function figure(text: string): Measured {
  for (const form of ["quantity", "money"] as const) {
    const reading = read(form, text);
    if (reading.ok) return reading.value;
  }
  throw new Error(`${text} does not read`);
}

function worked(result: Result): { value: number; unit: string; by: string[] } {
  if (!result.ok) throw new Error(describeMismatch(result));
  const by = result.conversions.map((conversion) => conversion.text);
  return { value: result.value.value, unit: formatUnit(result.value.unit), by };
}

test("like units cancel", () => {
  expect(worked(multiply(figure("18 hours/family"), figure("£38/hour")))).toEqual({
    value: 684,
    unit: "£/family",
    by: [],
  });
  expect(worked(multiply(figure("4 FTE"), figure("£52,300/FTE/year")))).toEqual({
    value: 209_200,
    unit: "£/year",
    by: [],
  });
  expect(worked(multiply(figure("60 families/year"), figure("£1,900/family"))).unit).toBe("£/year");
});

test("the calendar converts, and says how", () => {
  const yearly = worked(multiply(figure("£4,560 per week"), figure("1 year")));
  expect(yearly.value).toBeCloseTo((4560 * 365.25) / 7, 6);
  expect(yearly.by).toEqual(["365.25/7 weeks a year"]);
  expect(worked(multiply(figure("£100/month"), figure("2 years")))).toEqual({
    value: 2400,
    unit: "£",
    by: ["12 months a year"],
  });
  expect(worked(multiply(figure("90 minutes/visit"), figure("£38/hour")))).toMatchObject({
    value: 57,
    unit: "£/visit",
  });
});

test("hours are not parts of a week: a rate of work stays one", () => {
  expect(worked(multiply(figure("2 hours/week"), figure("12")))).toEqual({ value: 24, unit: "hour/week", by: [] });
  const result = multiply(figure("10 weeks"), figure("£38/hour"), YEAR);
  expect(result).toMatchObject({ ok: false, reason: "units" });
});

test("FTE meets hours through the working year, and not without it", () => {
  const wage = figure("£38/hour");
  expect(worked(multiply(figure("4 FTE"), wage, YEAR))).toEqual({
    value: 4 * 42 * 37 * 38,
    unit: "£/year",
    by: ["42 weeks x 37 hours"],
  });
  const back = worked(multiply(figure("100 hours/year"), figure("£52,300/FTE/year"), YEAR));
  expect(back.unit).toBe("£/year");
  expect(back.value).toBeCloseTo((100 / (42 * 37)) * 52_300, 8);
  expect(multiply(figure("4 FTE"), wage)).toMatchObject({ ok: false, reason: "working-year" });
});

test("hours times a price per visit shows both sides and what is left over", () => {
  const result = multiply(figure("18 hours"), figure("£38/visit"));
  expect(result.ok).toBe(false);
  if (result.ok) return;
  expect([result.left, result.right, result.over].map((of) => formatUnit(of))).toEqual([
    "hour",
    "£/visit",
    "hour/visit",
  ]);
  expect(describeMismatch(result)).toBe("`hour` and `£/visit` do not fit: `hour/visit` is left over.");
});

test("money times money does not fit", () => {
  expect(multiply(figure("£5"), figure("£5"))).toMatchObject({ ok: false, reason: "units" });
  expect(multiply(figure("£5"), figure("$5"))).toMatchObject({ ok: false, reason: "units" });
});

test("adding converts to the unit of the first", () => {
  expect(worked(add(figure("2 years"), figure("6 months")))).toEqual({
    value: 2.5,
    unit: "year",
    by: ["12 months a year"],
  });
  expect(worked(add(figure("1 FTE"), figure("18.5 hours/week"), YEAR))).toMatchObject({ value: 1.5, unit: "FTE" });
  expect(add(figure("£5"), figure("3 hours"))).toMatchObject({ ok: false, reason: "units" });
  expect(add(figure("£5"), figure("$5"))).toMatchObject({ ok: false, reason: "units" });
});

test("staff time converts on request", () => {
  expect(worked(convert(figure("10 weeks"), unit(["hour", 1]), YEAR)).value).toBe(370);
  expect(worked(convert(figure("1,554 hours"), unit(["year", 1]), YEAR)).value).toBe(1);
  expect(worked(convert(figure("1 FTE"), unit(["hour", 1], ["year", -1]), YEAR)).value).toBe(1554);
  expect(worked(convert(figure("18.5 hours/week"), unit(["FTE", 1]), YEAR)).value).toBe(0.5);
  expect(convert(figure("10 weeks"), unit(["hour", 1]))).toMatchObject({ ok: false, reason: "working-year" });
  expect(convert(figure("2 hours/week"), unit(), YEAR)).toMatchObject({ ok: false });
});

test("ranges scale end by end and give the extremes of a product", () => {
  const scaled = multiply(figure("£1,000 to £1,400"), figure("3"));
  expect(scaled).toMatchObject({ ok: true, value: { value: 3600, range: { low: 3000, high: 4200 } } });
  const both = multiply(figure("£10 to £20/visit"), figure("2 to 3 visits"));
  expect(both).toMatchObject({ ok: true, value: { range: { low: 20, high: 60 } } });
  const divided = divide(figure("£100"), figure("4 to 5 visits"));
  expect(divided).toMatchObject({ ok: true, value: { range: { low: 20, high: 25 } } });
});

test("an interval scales beside an exact figure", () => {
  const result = multiply(figure("£73/point (95% CI £42 to £140)"), figure("2 points"));
  expect(result).toMatchObject({ ok: true, value: { value: 146, interval: { low: 84, high: 280, level: 95 } } });
});

test("nothing is divided by nothing", () => {
  expect(divide(figure("£5"), figure("0 visits"))).toMatchObject({ ok: false, reason: "zero" });
});

test("multiplying is commutative, and division undoes it", () => {
  const base = fc.constantFrom("GBP", "hour", "visit", "family", "week", "month", "year", "FTE");
  const powers = fc.array(fc.tuple(base, fc.constantFrom(1, -1)), { maxLength: 3 });
  const one = fc.record({ value: fc.double({ min: 0.1, max: 1e4, noNaN: true }), unit: powers.map((p) => unit(...p)) });
  fc.assert(
    fc.property(one, one, (a, b) => {
      const ab = multiply(a, b, YEAR);
      const ba = multiply(b, a, YEAR);
      expect(ab.ok).toBe(ba.ok);
      if (!ab.ok || !ba.ok) return;
      expect(ab.value.unit).toEqual(ba.value.unit);
      expect(ab.value.value).toBeCloseTo(ba.value.value, 6);
      if (ab.conversions.length > 0) return;
      const back = divide(ab.value, b, YEAR);
      if (!back.ok || back.conversions.length > 0) return;
      expect(back.value.value / a.value).toBeCloseTo(1, 9);
    }),
  );
});
