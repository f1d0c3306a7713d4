import fc from "fast-check";
import { expect, test } from "vitest";
import { formatFigure, formatMoney, formatNumber, formatPercent, unit } from "../../server/src/values/index.ts";

const POUNDS = unit(["GBP", 1]);

const moneys: [number, string][] = [
  [559_820, "£559,820"],
  [1177.2, "£1,177.20"],
  [94_300.45, "£94,300"],
  [-2955, "-£2,955"],
  [0, "£0"],
  [-0, "£0"],
  [-0.001, "£0"],
  [0.45, "£0.45"],
  [1.005, "£1.01"],
  [2.675, "£2.68"],
  [9999.999, "£10,000"],
  [2.7e9, "£2,700,000,000"],
  [1e25, "£10,000,000,000,000,000,000,000,000"],
];

test.each(moneys)("money %d is %s", (value, shown) => {
  expect(formatMoney(value)).toBe(shown);
});

test("whole pounds round half up, away from zero on both sides", () => {
  expect(formatMoney(0.5, { places: 0 })).toBe("£1");
  expect(formatMoney(2.5, { places: 0 })).toBe("£3");
  expect(formatMoney(-0.5, { places: 0 })).toBe("-£1");
  expect(formatMoney(-0.4, { places: 0 })).toBe("£0");
  expect(formatMoney(701.5, { places: 0 })).toBe("£702");
});

test("other currencies", () => {
  expect(formatMoney(9140, { currency: "USD" })).toBe("$9,140");
  expect(formatMoney(-9140, { currency: "EUR" })).toBe("-€9,140");
});

const shorts: [number, string][] = [
  [1_290_000, "£1.29m"],
  [559_820, "£560k"],
  [999_999, "£1m"],
  [2_700_000_000, "£2.7bn"],
  [-12_345, "-£12.3k"],
  [1177, "£1,177"],
  [9999.9, "£10k"],
];

test.each(shorts)("short %d is %s", (value, shown) => {
  expect(formatMoney(value, { style: "short" })).toBe(shown);
});

const numbers: [number, string][] = [
  [2.55, "2.55"],
  [2.545, "2.55"],
  [1.8, "1.8"],
  [1080, "1,080"],
  [0.0082, "0.0082"],
  [103.14, "103"],
  [0.99999, "1"],
  [-0, "0"],
  [12_345.678, "12,346"],
];

test.each(numbers)("number %d is %s", (value, shown) => {
  expect(formatNumber(value)).toBe(shown);
});

test("places keep their zeros", () => {
  expect(formatNumber(2.3, { places: 2 })).toBe("2.30");
  expect(formatNumber(15, { places: 2 })).toBe("15.00");
});

test("percentages", () => {
  expect(formatPercent(0.125)).toBe("12.5%");
  expect(formatPercent(0.35)).toBe("35%");
  expect(formatPercent(0.1345)).toBe("13.5%");
  expect(formatPercent(0.1345, { places: 2 })).toBe("13.45%");
});

test("figures carry their unit once, in the number that fits", () => {
  expect(formatFigure({ value: 12_170, unit: unit(["GBP", 1], ["case", -1]) })).toBe("£12,170/case");
  expect(formatFigure({ value: 1.8, unit: unit(["year", 1]) })).toBe("1.8 years");
  expect(formatFigure({ value: 1, unit: unit(["year", 1]) })).toBe("1 year");
  expect(formatFigure({ value: 3, unit: unit(["child", 1], ["family", -1]) })).toBe("3 children/family");
  expect(formatFigure({ value: 0.4, unit: unit(["child", -1]) })).toBe("0.4/child");
  expect(formatFigure({ value: 0.125, unit: unit() }, { percent: true })).toBe("12.5%");
  expect(formatFigure({ value: 4, unit: unit(["FTE", 1]) })).toBe("4 FTE");
});

test("ranges", () => {
  expect(formatFigure({ value: 2955, unit: POUNDS, range: { low: 2950, high: 2960 } })).toBe("£2,950 to £2,960");
  expect(formatFigure({ value: -2955, unit: POUNDS, range: { low: -2960, high: -2950 } })).toBe("-£2,960 to -£2,950");
  expect(formatFigure({ value: 6.5, unit: unit(["year", 1]), range: { low: 5, high: 8 } })).toBe("5 to 8 years");
  const perCase = unit(["GBP", 1], ["case", -1]);
  expect(formatFigure({ value: 1.75, unit: perCase, range: { low: 1.5, high: 2 } })).toBe("£1.50 to £2.00/case");
});

test("what is not a number is not known, never zero", () => {
  expect(formatMoney(Number.NaN)).toBe("not known");
  expect(formatNumber(Number.POSITIVE_INFINITY)).toBe("not known");
  expect(formatFigure({ value: Number.NaN, unit: unit(["year", 1]) })).toBe("not known");
});

test("a rounded figure lies within half a unit of the last place shown, and never shows a negative zero", () => {
  const value = fc.double({ min: -1e9, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(value, fc.integer({ min: 0, max: 4 }), (v, places) => {
      const shown = formatNumber(v, { places });
      expect(shown).not.toMatch(/^-[0,.]*$/);
      expect(Math.abs(Number(shown.replaceAll(",", "")) - v)).toBeLessThanOrEqual(
        0.5 * 10 ** -places + Math.abs(v) * 1e-14,
      );
    }),
  );
});

test.each([
  [1e308, "£1e308"],
  [-1.5e40, "-£1.5e40"],
  [999_999_999_999_999, "£999,999,999,999,999"],
])("a number that fills a page is cut short: %s", (value, shown) => {
  expect(formatMoney(value)).toBe(shown);
});
