/**
 * Capital charged over its life and very long horizons, through whole specs.
 * Ids: annuity-salvage-form, nigeae-declining, nigeae-annuity-20 (the source contradicts itself: test/costing/discounting.test.ts).
 */
import { describe, expect, test } from "vitest";
import { assessed, value } from "../costing/helper.ts";

const bought = (amount: string, lasts: string, period: string, discounting: string, more = "") => `
intervention: thing
population: {unit: pupil, starts: 100 pupils/year}
appraisal: {discounting: ${discounting}}
costs:
  price_year: 2023-24
  period: ${period}
  perspective: society
  comparator: {cost: none}
  lines:
    - {item: Thing, resource: equipment, timing: start-up, amount: ${amount}, lasts: ${lasts}${more}}
`;

test("£200,000 at 8% over 30 years is 17,765.49 a year (Levin and McEwan 2001)", () => {
  const found = assessed(bought('"£200,000"', "30 years", "5 years", "8%"));
  expect(value(found, "annualised_cost_per_year")).toBeCloseTo(17_765.49, 2);
});

test("annuity-salvage-form: 100 with 10 left after 10 years at 4.2% is 11.626937 a year (Dutch costing manual 3.3)", () => {
  const found = assessed(bought("£100", "10 years", "10 years", "4.2%", ", residual: £10"));
  expect(value(found, "annualised_cost_per_year")).toBeCloseTo(11.626937, 6);
  // K = (V - R / (1 + i)^n) / a, and what it takes is shown.
  const shown = JSON.stringify(found.figures.get("annualised_cost_per_year")?.derive());
  for (const said of ["V: replacement value", "R: residual value", "discount rate a year"])
    expect(shown).toContain(said);
});

describe("nigeae-declining: the factor of a far year reaches a whole spec (NI Guide, Appendix 4 Table 1)", () => {
  // Bought in year 0 and once more in year n: present value = V (1 + D(n)).
  test.each([
    [30, "0.3563"],
    [40, "0.2651"],
    [75, "0.0942"],
    [125, "0.0274"],
    [300, "0.0014"],
  ])("year %d: %s", (year, factor) => {
    const found = assessed(bought("£1m", `${year} years`, `${year + 1} years`, "green-book-standard"));
    expect(((value(found, "pv_cost") ?? Number.NaN) / 1e6 - 1).toFixed(4)).toBe(factor);
  });

  // No factors are printed for these two: the chain of their own rates, written out.
  test.each([
    ["green-book-health", 1 / (1.015 ** 30 * 1.0129 ** 45 * 1.0107 ** 50)],
    ["green-book-2026-sensitivity", 1 / (1.03 ** 30 * 1.0257 ** 45 * 1.0214 ** 50)],
  ])("%s, year 125", (schedule, factor) => {
    const found = assessed(bought("£1m", "125 years", "126 years", schedule));
    expect((value(found, "pv_cost") ?? Number.NaN) / 1e6 - 1).toBeCloseTo(factor, 10);
  });

  test("mid-year flows are half a year later, each at the rate of its own year", () => {
    const at = (flows: string) =>
      value(assessed(bought("£1m", "40 years", "41 years", `green-book-standard, flows: ${flows}`)), "pv_cost") ??
      Number.NaN;
    const factor = 1 / (1.035 ** 30 * 1.03 ** 10);
    expect(at("start-of-year") / 1e6).toBeCloseTo(1 + factor, 10);
    expect(at("mid-year") / 1e6).toBeCloseTo(1.035 ** -0.5 + factor * 1.03 ** -0.5, 10);
  });
});

describe("calendar years move by a series of calendar years, and by no other", () => {
  const spec = (year: string, to: string, deflator: string) =>
    bought('"£1,000"', "1 year", "1 year", `0%, price_year: ${to}, deflator: ${deflator}`).replace("2023-24", year);

  // MNF2, December 2025: 2016 is 76.4554 of 2024.
  test("£1,000 of 2016 is £1,307.95 of 2024", () => {
    const found = assessed(spec("2016", "2024", "hmt-2025-12-calendar"));
    expect(found.priceYear).toBe("2024");
    expect(value(found, "cost_total")).toBeCloseTo(100_000 / 76.4554, 6);
  });

  // HM Treasury, November 2017: 4.929 and 5.472.
  test("£1,000 of 1958-59 in prices of 1963-64, by the edition that holds both", () => {
    expect(value(assessed(spec("1958-59", "1963-64", "hmt-2017-11")), "cost_total")).toBeCloseTo(5_472_000 / 4_929, 6);
  });

  test.each([
    ["2016", "2024", "hmt-2026-03"],
    ["2016", "2024-25", "hmt-2026-03"],
    ["2016-17", "2024", "hmt-2025-12-calendar"],
    ["2016-17", "2024-25", "hmt-2025-12-calendar"],
    ["1958-59", "2024-25", "hmt-2026-03"],
  ])("%s to %s by %s: nothing is moved, and it says so", (year, to, deflator) => {
    const found = assessed(spec(year, to, deflator));
    expect(found.priceNote).toBe("not movable");
    expect(found.priceYear).toBe(year);
    expect(value(found, "cost_total")).toBe(1_000);
  });
});

test("the equivalent annual cost, paid in years 1 to n, has the same present value", () => {
  const found = assessed(bought("£1m", "80 years", "80 years", "green-book-standard"));
  let factors = 0;
  for (let year = 1; year <= 80; year++)
    factors +=
      1 /
      (1.035 ** Math.min(year, 30) * 1.03 ** Math.max(0, Math.min(year, 75) - 30) * 1.025 ** Math.max(0, year - 75));
  expect((value(found, "equivalent_annual_cost") ?? Number.NaN) * factors).toBeCloseTo(1e6, 5);
});
