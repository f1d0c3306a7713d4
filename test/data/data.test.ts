import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import * as data from "../../server/src/data/index.ts";
import { quantile } from "../../server/src/evidence/index.ts";
import published from "./fixtures/discount-factors.json" with { type: "json" };

const folder = fileURLToPath(new URL("../../schemas/data", import.meta.url));
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".json"))
  .map((entry) => join(entry.parentPath, entry.name));
const sets: readonly data.Dataset[] = [
  ...Object.values(data.deflators),
  ...Object.values(data.discountSchedules),
  ...Object.values(data.costBands),
  ...Object.values(data.evidenceStandardData),
  ...Object.values(data.checklistData),
  data.confidenceGrades,
  data.optimismBounds,
  data.monthsOfProgress,
  data.attritionBoundary,
  data.baselineDifference,
  data.section251,
  data.earlyAndLate,
  data.spendFactors,
  data.valueForMoney,
  data.parties,
];

describe("every file of reference figures", () => {
  test.each(files.map((file) => relative(folder, file)))("%s says where it comes from", (file) => {
    const head = JSON.parse(readFileSync(join(folder, file), "utf8"));
    for (const key of ["title", "edition", "source"]) expect(head[key], key).toMatch(/\S/);
    expect(head.retrieved).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(["seen", "quoted", "memory"]).toContain(head.provenance);
    for (const key of ["url", "licence"]) expect(head, key).toHaveProperty(key);
    expect(head.url ?? "https://").toMatch(/^https?:\/\//);
  });

  test("is loaded, and nothing else is", () => {
    const titles = files.map((file) => JSON.parse(readFileSync(file, "utf8")).title as string);
    expect(sets.map((set) => set.title).sort()).toEqual(titles.sort());
  });

  test("cannot be changed once loaded", () => {
    const row = data.deflators["hmt-2026-03"].rows[0] as { index: number } | undefined;
    expect(() => {
      if (row) row.index = 0;
    }).toThrow(TypeError);
  });
});

describe("deflators", () => {
  const first = (year: string) => Number(year.slice(0, 4));

  test.each(Object.entries(data.deflators))("%s: years in order and well formed, base year 100", (_, edition) => {
    for (const [index, row] of edition.rows.entries()) {
      if (edition.series === "calendar") expect(row.year).toMatch(/^\d{4}$/);
      else expect(row.year).toBe(`${first(row.year)}-${String((first(row.year) + 1) % 100).padStart(2, "0")}`);
      expect(row.index).toBeGreaterThan(0);
      const before = edition.rows[index - 1];
      if (before !== undefined) expect(first(row.year)).toBeGreaterThan(first(before.year));
    }
    const base = edition.rows.find((row) => row.year === edition.base);
    if (edition.edition !== "hmt-2017-11") expect(base?.index).toBe(100);
  });

  test.each(["hmt-2026-03", "hmt-2025-12-calendar", "hmt-2017-11"] as const)("%s has no gap", (name) => {
    const years = data.deflators[name].rows.map((row) => first(row.year));
    expect(years).toEqual(years.map((_, index) => (years[0] ?? Number.NaN) + index));
  });

  test("the two editions of 2026 differ where METHODS says so: 2015-16 is 72.24 and 72.09 of 2025-26", () => {
    const relative = (name: data.DeflatorEdition) => {
      const index = (year: string) => data.deflators[name].rows.find((row) => row.year === year)?.index ?? Number.NaN;
      return (100 * index("2015-16")) / index("2025-26");
    };
    expect(relative("hmt-2026-03")).toBeCloseTo(72.24, 2);
    expect(relative("hmt-2026-06")).toBeCloseTo(72.09, 2);
  });
});

describe("discount rates", () => {
  test.each(Object.entries(data.discountSchedules))("%s: bands meet, rates fall, the last is open", (_, schedule) => {
    for (const [index, row] of schedule.rows.entries()) {
      const before = schedule.rows[index - 1];
      expect(row.from).toBe(before === undefined ? 0 : (before.to ?? Number.NaN) + 1);
      if (before !== undefined) expect(row.rate).toBeLessThan(before.rate);
    }
    expect(schedule.rows.at(-1)?.to).toBeNull();
  });

  test("the standard schedule gives the published factors, chained year by year", () => {
    const rateIn = (year: number) =>
      data.discountSchedules["green-book-standard"].rows.find((row) => row.to === null || year <= row.to)?.rate ??
      Number.NaN;
    const factors = [1];
    for (let year = 1; year <= 400; year++) factors.push((factors[year - 1] ?? Number.NaN) / (1 + rateIn(year)));
    for (const row of published.rows) expect(factors[row.year]).toBeCloseTo(row.factor, 4);
    expect(published.rows.length).toBeGreaterThan(30);
  });
});

test.each(Object.entries(data.costBands))("cost bands %s: five, rising, the last open", (_, standard) => {
  expect(standard.bands.map((band) => band.rating)).toEqual([1, 2, 3, 4, 5]);
  const ends = standard.bands.slice(0, -1).map((band) => band.below ?? band.upTo ?? Number.NaN);
  expect(ends).toEqual([...new Set(ends)].sort((a, b) => a - b));
  expect(ends.every(Number.isFinite)).toBe(true);
  expect(standard.bands.at(-1)).not.toHaveProperty("below");
  expect(standard.bands.at(-1)).not.toHaveProperty("upTo");
});

test("confidence grades 1 to 6 rise, and are marked as unverified", () => {
  expect(data.confidenceGrades.provenance).toBe("memory");
  expect(data.confidenceGrades.rows.map((row) => row.grade)).toEqual([1, 2, 3, 4, 5, 6]);
  for (const side of ["costs", "benefits"] as const) {
    const shares = data.confidenceGrades.rows.map((row) => row[side]);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  }
});

test("months of progress: bands meet at two decimal places, one month each", () => {
  const { bands } = data.monthsOfProgress;
  expect(bands.map((band) => band.months)).toEqual(bands.map((_, index) => index));
  for (const [index, band] of bands.entries()) {
    const before = bands[index - 1];
    if (before !== undefined) expect(band.from - before.to).toBeCloseTo(0.01, 9);
  }
});

test("optimism bounds: the lower is below the upper", () => {
  for (const row of data.optimismBounds.rows) expect(row.lower).toBeLessThan(row.upper);
});

describe("section 251 outturn", () => {
  test("gross less income is net within a pound (sums of 152 rounded returns) on every line that gives all three", () => {
    const whole = data.section251.rows.filter((row) => row.net !== undefined);
    expect(whole.length).toBeGreaterThan(30);
    for (const { gross = Number.NaN, income = Number.NaN, net = Number.NaN, name } of whole)
      expect(Math.abs(gross - income - net), name).toBeLessThanOrEqual(1);
  });

  test("a figure that was not printed is absent, not zero", () => {
    for (const row of data.section251.rows.filter((each) => each.code === undefined))
      expect(row).not.toHaveProperty("net");
  });
});

test("parties are the words that `who_pays` and `gains` accept", async () => {
  const { payers } = await import("../../server/src/schema/kinds/common.ts");
  expect(data.parties.rows.map((row) => row.party)).toEqual(Object.keys(payers));
  for (const row of data.parties.rows) if (row.council) expect(row.public).toBe(true);
});

test("no file holds a control character: a stray byte of another encoding is put right when figures are taken in", () => {
  for (const file of files) expect(readFileSync(file, "utf8"), relative(folder, file)).not.toMatch(/[\p{Cc}--\n]/v);
});

/**
 * The model behind the table (Deke and Chiang, Evaluation Review 2017;41(2):130): whether one is still there goes with the outcome by a
 * correlation, 0.45 with the intervention and 0.39 without it by the cautious view, 0.27 and 0.22 by the optimistic. Those who stay of an
 * arm that lost the share a stand correlation x phi(Phi^-1(a)) / (1 - a) off the mean. The copied rows all give a bias of 0.055, which is
 * 0.05 when cut to two places; the first rows cannot be checked so (an arm cannot lose less than nobody).
 */
describe("the boundary of attrition", () => {
  const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  const off = (lost: number): number => density(quantile(lost)) / (1 - lost);
  const { rows } = data.attritionBoundary;

  test.each([
    ["cautious", 0.45, 0.39],
    ["optimistic", 0.27, 0.22],
  ] as const)("%s: every row follows from the model", (view, withIt, without) => {
    for (const row of rows.filter(({ overall }) => overall >= 8)) {
      const half = row[view] / 200;
      const bias = withIt * off(row.overall / 100 + half) - without * off(row.overall / 100 - half);
      expect(bias, `at ${row.overall}%`).toBeGreaterThan(0.0535);
      expect(bias, `at ${row.overall}%`).toBeLessThan(0.0558);
    }
  });

  test("rows run from 0 without a gap, the cautious below the optimistic", () => {
    expect(rows.map(({ overall }) => overall)).toEqual(rows.map((_, nth) => nth));
    for (const { cautious, optimistic } of rows) expect(cautious).toBeLessThan(optimistic);
  });
});
