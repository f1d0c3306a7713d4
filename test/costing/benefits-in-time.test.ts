/** Benefits that an evaluation gave, by when they are gained. Green Book factors at 3.5%: 1, 0.966184, 0.933511, 0.901943. */
import { describe, expect, test } from "vitest";
import { derive } from "../../server/src/costing/derive.ts";
import { assessed, value } from "./helper.ts";

const D = [1, 1 / 1.035, 1 / 1.035 ** 2, 1 / 1.035 ** 3, 1 / 1.035 ** 4] as const;

const spec = (benefit: string, more = "", after = ""): string => `
intervention: x
population:
  unit: family
  starts: 60 families/year
costs:
  price_year: 2023-24
  period: 2 years
${more}  perspective: public-sector
  comparator:
    cost: none
  lines:
    - item: Visits
      amount: £500/family
      who_pays: local-authority
benefits:
  - benefit: Saved
    kind: fiscal
    gains: local-authority
${benefit}${after}`;

describe("a yearly amount runs from its lag for as long as it lasts", () => {
  const yearly = "    amount: £400/family/year\n    lag: 6 months\n    lasts: 2 years\n    drop_off: 20%/year\n";

  test("0.5, 0.9 and 0.4 years: 1.8 x £400 x 120 starters = £86,400", () => {
    expect(value(assessed(spec(yearly)), "gross_benefit")).toBeCloseTo(86_400, 6);
  });

  test("two cohorts of 60: 30, 84, 78 and 24 family-years, at £400, discounted", () => {
    // Year 0: 60 x 0.5; year 1: 60 x (0.9 + 0.5); year 2: 60 x (0.4 + 0.9); year 3: 60 x 0.4.
    const byHand = 400 * (30 * D[0] + 84 * D[1] + 78 * D[2] + 24 * D[3]);
    expect(value(assessed(spec(yearly)), "pv_benefit")).toBeCloseTo(byHand, 6);
    expect(byHand).toBeCloseTo(82_247.95, 2);
  });

  test("the same as when an outcome is worth that much a year", () => {
    const claim = assessed(`
intervention: x
population:
  unit: family
  starts: 60 families/year
costs:
  price_year: 2023-24
  period: 2 years
  perspective: public-sector
  comparator:
    cost: none
  lines:
    - item: Visits
      amount: £500/family
      who_pays: local-authority
outcomes:
  - outcome: o
    impact: 100%
    deadweight: 0 points
    lag: 6 months
    lasts: 2 years
    drop_off: 20%/year
---
outcome: o
counts: family
kind: state
better: higher
values:
  - value: £400/family/year
    price_year: 2023-24
    kind: fiscal
    gains: local-authority
`);
    const given = assessed(spec(yearly));
    for (const key of ["gross_benefit", "pv_benefit", "npv", "bcr", "fiscal_return", "payback"])
      expect(value(claim, key), key).toBeCloseTo(value(given, key) ?? Number.NaN, 9);
  });

  test("a week's amount counts 365.25/7 times a year", () => {
    const of = assessed(spec("    amount: £10/family/week\n    lasts: 1 year\n"));
    expect(value(of, "gross_benefit")).toBeCloseTo((10 * 120 * 365.25) / 7, 6);
  });

  test("the horizon cuts on the very day: of the first cohort 0.75 years, of the second none", () => {
    const of = assessed(
      spec("    amount: £400/family/year\n    lag: 6 months\n    lasts: 2 years\n", "  horizon: 1.25 years\n"),
    );
    expect(value(of, "gross_benefit")).toBeCloseTo(60 * 0.75 * 400, 6);
  });

  test("drop-off left out is none: 2 years x £400 x 120", () => {
    const of = assessed(spec(yearly), { leaveOut: ["drop-off"] });
    expect(value(of, "gross_benefit")).toBeCloseTo(96_000, 6);
  });

  test("how long it lasts unknown, or the lag unknown: not known, never zero", () => {
    const lasts = assessed(spec("    amount: £400/family/year\n    lasts: unknown\n"));
    expect(lasts.figures.get("gross_benefit")).toMatchObject({ value: undefined });
    expect(lasts.problems).toEqual([]);
    const lag = assessed(spec("    amount: £400/family\n    valued: undiscounted\n    lag: unknown\n"));
    expect(value(lag, "gross_benefit")).toBeCloseTo(48_000, 6);
    expect(lag.figures.get("pv_benefit")).toMatchObject({ value: undefined });
    expect(lag.figures.get("payback")).toMatchObject({ value: undefined });
  });

  test("a limit is no number: at least 2 years, up to 5 years", () => {
    const lasts = assessed(spec("    amount: £400/family/year\n    lasts: at least 2 years\n"));
    expect(lasts.figures.get("gross_benefit")).toMatchObject({ value: undefined });
    const over = assessed(spec("    amount: £400/family\n    valued: undiscounted\n    over: up to 5 years\n"));
    expect(value(over, "gross_benefit")).toBeCloseTo(48_000, 6);
    expect(over.figures.get("pv_benefit")).toMatchObject({ value: undefined });
  });

  test("of the service as a whole it counts from year 0, not once for every cohort", () => {
    // £10,000 x (0.5 in year 0, 1 in year 1, 0.5 in year 2).
    const of = assessed(spec("    amount: £10,000/year\n    lag: 6 months\n    lasts: 2 years\n"));
    expect(value(of, "gross_benefit")).toBeCloseTo(20_000, 6);
    expect(value(of, "pv_benefit")).toBeCloseTo(5_000 + 10_000 * D[1] + 5_000 * D[2], 6);
  });

  test("undiscounted and without `lasts` it runs for the years of delivery, and has a path in time", () => {
    const of = assessed(spec("    amount: £40,000/year\n    valued: undiscounted\n"));
    expect(value(of, "gross_benefit")).toBeCloseTo(80_000, 6);
    expect(value(of, "pv_benefit")).toBeCloseTo(40_000 + 40_000 * D[1], 6);
    // £30,000 a year is paid: paid back at the end of the first year.
    expect(value(of, "payback")).toBe(1);
  });

  test("a yearly amount of which the source says nothing stays one sum for each year's starters", () => {
    const of = assessed(spec("    amount: £40,000/year\n    valued: unknown\n"));
    expect(value(of, "pv_benefit")).toBeCloseTo(40_000 + 40_000 * D[1], 6);
    expect(value(of, "payback")).toBeUndefined();
  });
});

describe("a sum may come later", () => {
  test("£1,000 over 2 years from the end of the first: a quarter, a half and a quarter in years 1 to 3", () => {
    const of = assessed(
      spec("    amount: £1,000/family\n    valued: undiscounted\n    over: 2 years\n    lag: 1 year\n"),
    );
    expect(value(of, "pv_benefit")).toBeCloseTo(30_000 * D[1] + 60_000 * D[2] + 30_000 * D[3], 6);
    // £30,000 a year is paid: 58,985.5 in all by year 1; 28,985.5 gained by year 1, 84,996.2 by year 2.
    expect(value(of, "payback")).toBe(3);
  });

  test("at once, when the lag ends", () => {
    const of = assessed(spec("    amount: £1,000/family\n    valued: undiscounted\n    lag: 18 months\n"));
    expect(value(of, "pv_benefit")).toBeCloseTo(60_000 * D[1] + 60_000 * D[2], 6);
    expect(value(of, "payback")).toBe(3);
  });

  test("a present value is delayed by nothing: its source has counted the delay", () => {
    const of = assessed(spec("    amount: £1,000/family\n    valued: present-value\n    lag: 3 years\n"));
    expect(value(of, "pv_benefit")).toBeCloseTo(60_000 + 60_000 * D[1], 6);
    expect(of.problems.map(({ reason }) => reason)).toEqual(["timing-not-used"]);
  });
});

describe("amounts year by year", () => {
  const stream = "    by_year:\n      - £100/family\n      - £200/family/year\n      - £9,000\n";

  test("each by its own unit: 12,000 + 24,000 + 9,000", () => {
    expect(value(assessed(spec(stream)), "gross_benefit")).toBeCloseTo(45_000, 6);
  });

  test("those of participants start with each cohort, those of the service in year 0", () => {
    const byHand = 6_000 + (6_000 + 12_000) * D[1] + (12_000 + 9_000) * D[2];
    expect(value(assessed(spec(stream)), "pv_benefit")).toBeCloseTo(byHand, 6);
    expect(byHand).toBeCloseTo(42_995.03, 2);
  });

  test("payback follows the years: 30,000 a year is paid", () => {
    // Gained by the end of year 0, 1, 2: 24,000; 24,000 + 54,000 D1 = 76,174 against 58,986 paid.
    const of = assessed(spec("    by_year:\n      - £400/family\n      - £500/family\n"));
    expect(value(of, "payback")).toBe(2);
    const path = of.paybackPath;
    expect(path?.kind === "years" ? path.years.map(({ benefit }) => benefit) : []).toEqual([
      24_000,
      expect.closeTo(24_000 + 54_000 * D[1], 6),
      expect.closeTo(24_000 + 54_000 * D[1] + 30_000 * D[2], 6),
    ]);
  });

  test("the lag puts every year off: half of each year's amount falls in the next", () => {
    const of = assessed(spec("    by_year:\n      - £100/family\n    lag: 6 months\n"));
    expect(value(of, "pv_benefit")).toBeCloseTo(3_000 + 6_000 * D[1] + 3_000 * D[2], 6);
  });

  test("a year not known leaves the known part, and says so", () => {
    const of = assessed(spec("    by_year:\n      - £100/family\n      - unknown\n"));
    const figure = of.figures.get("gross_benefit");
    expect(figure?.value).toBeCloseTo(12_000, 6);
    expect(figure?.missing).toHaveLength(1);
  });

  test("attribution, confidence and horizon hold for each year", () => {
    const of = assessed(spec(`${stream}    attribution: 50%\n    confidence: 4\n`, "  horizon: 2 years\n"));
    // Inside two years: 12,000 of the first amount, 12,000 of the second (first cohort), nothing of the third; half of it due.
    expect(value(of, "gross_benefit")).toBeCloseTo(12_000, 6);
    expect(value(of, "pv_benefit_uncorrected")).toBeCloseTo(3_000 + 9_000 * D[1], 6);
    // Grade 4 takes 15% off.
    expect(value(of, "pv_benefit")).toBeCloseTo(0.85 * (3_000 + 9_000 * D[1]), 6);
  });

  test("amounts stand in the benefit's own price year, each moved by the deflator", () => {
    const [plain, moved] = ["", "    price_year: 2019-20\n"].map((year) =>
      value(assessed(spec(`${stream}${year}`)), "gross_benefit"),
    );
    const one = value(
      assessed(spec("    amount: £45,000\n    valued: undiscounted\n    price_year: 2019-20\n")),
      "gross_benefit",
    );
    expect(plain).toBeCloseTo(45_000, 6);
    expect(moved).toBeCloseTo(one ?? Number.NaN, 6);
    expect(moved).toBeGreaterThan(45_000);
  });

  test("already discounted by the source: worth that much in the year of the start, and no path in time", () => {
    const of = assessed(spec("    by_year:\n      - £100/family\n      - £200/family\n    valued: present-value\n"));
    expect(value(of, "pv_benefit")).toBeCloseTo(18_000 + 18_000 * D[1], 6);
    expect(value(of, "payback")).toBeUndefined();
  });

  test("without a number of starts: the figures of one participant", () => {
    const of = assessed(
      spec("    by_year:\n      - £300/family\n      - £400/family\n").replace("  starts: 60 families/year\n", ""),
    );
    expect(value(of, "gross_benefit_per_starter")).toBeCloseTo(700, 9);
    // One who starts in year 0: (300 + 400 D1) / 500.
    expect(value(of, "bcr")).toBeCloseTo((300 + 400 * D[1]) / 500, 9);
  });

  test("a derivation names every year", () => {
    const of = assessed(spec(stream));
    const step = derive(of.benefits[0]?.presentValue as never);
    expect(step.operands.map(({ label }) => label)).toEqual([
      "Saved, year 1, present value",
      "Saved, year 2, present value",
      "Saved, year 3, present value",
    ]);
  });

  test("amounts by year stand before an amount beside them, with a finding", () => {
    const of = assessed(spec(`${stream}    amount: £1,000/family\n`));
    expect(value(of, "gross_benefit")).toBeCloseTo(45_000, 6);
    expect(of.problems.map(({ reason }) => reason)).toEqual(["amount-and-unit-cost"]);
  });
});
