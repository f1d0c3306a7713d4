/** Published amounts moved to another year's prices by a named edition of the deflator, set in `wellspent.yaml`. */
import { describe, expect, test } from "vitest";
import type { Figure } from "../../server/src/costing/figure.ts";
import { formatFigure } from "../../server/src/values/index.ts";
import { assessmentOf, cases, documentOf, projectOf, textOf } from "./support.ts";

interface Priced {
  readonly id: string;
  readonly amount: number;
  readonly to: string;
  /** Edition by edition: index of the amount's year and of the other. From the sources named in schemas/data/gdp-deflator. */
  readonly editions: Readonly<Record<string, { readonly from: number; readonly to: number; readonly shown: string }>>;
  readonly printed: {
    readonly edition: string;
    readonly amount: string;
    readonly places: number;
    readonly ratio?: string;
  };
}

const priced: readonly Priced[] = [
  {
    id: "we-deflate",
    amount: 1.3e9,
    to: "2025-26",
    editions: {
      "hmt-2026-06": { from: 72.0902, to: 100, shown: "£1.8bn" },
      "hmt-2026-03": { from: 74.5804, to: 103.2388, shown: "£1.8bn" },
    },
    printed: { edition: "hmt-2026-06", amount: "£1.8bn", places: 1 },
  },
  {
    id: "deflator-wellby",
    amount: 13_000,
    to: "2024-25",
    editions: {
      "hmt-2026-03": { from: 80.8738, to: 100, shown: "£16,074.4" },
      "hmt-2026-06": { from: 78.1735, to: 96.6694, shown: "£16,075.8" },
    },
    printed: { edition: "hmt-2026-03", amount: "£16,074.4", places: 1, ratio: "1.236494" },
  },
  {
    id: "deflator-homeless",
    amount: 20_128,
    to: "2024-25",
    editions: {
      "hmt-2026-03": { from: 74.5804, to: 100, shown: "£26,988.3" },
      "hmt-2026-06": { from: 72.0902, to: 96.6694, shown: "£26,990.7" },
    },
    printed: { edition: "hmt-2026-03", amount: "£26,988.3", places: 1, ratio: "1.340835" },
  },
];

/** `£1.8bn` for billions, pounds to a place otherwise. */
const shownAs = (value: number, places: number): string =>
  value >= 1e9
    ? `£${(Math.round(value / 1e8) / 10).toFixed(1)}bn`
    : formatFigure({ value, unit: { powers: [["GBP", 1]] } as Figure["unit"] }, { places });

describe.each(priced)("$id, to $to prices", ({ id, amount, to, editions, printed }) => {
  const published = cases.find((one) => one.id === id);
  if (published === undefined) throw new Error(`no case ${id}`);
  const path = `${id}.intervention.yaml`;
  const text = textOf(`specs/${path}`);
  const bare = text.slice(0, text.indexOf("appraisal:"));
  const under = (edition: string) => {
    const settings = `root: true\nappraisal:\n  price_year: ${to}\n  deflator: ${edition}\n`;
    const snapshot = projectOf({ "wellspent.yaml": settings, [path]: bare });
    const assessed = snapshot.assessments(path)[0]?.assessment;
    if (assessed === undefined) throw new Error("no figures");
    return assessed;
  };

  test.each(Object.entries(editions))("edition %s", (edition, index) => {
    const assessment = under(edition);
    const cost = assessment.figures.get("cost_total");
    expect(assessment.priceYear).toBe(to);
    expect(cost?.priceYear).toBe(to);
    expect(cost?.complete).toBe(true);
    expect(cost?.value).toBeCloseTo((amount * index.to) / index.from, 4);
    expect(shownAs(cost?.value ?? Number.NaN, printed.places)).toBe(index.shown);
    expect(JSON.stringify(cost?.derive())).toContain(edition);
    expect(assessment.ownFigures().figures.get("cost_total")?.value).toBe(amount);
  });

  test(`prints ${printed.amount} by ${printed.edition}, as the spec's own appraisal says too`, () => {
    const byOwn = assessmentOf(documentOf(published)).figures.get("cost_total");
    const bySettings = under(printed.edition).figures.get("cost_total");
    expect(bySettings?.value).toBe(byOwn?.value);
    expect(shownAs(byOwn?.value ?? Number.NaN, printed.places)).toBe(printed.amount);
    if (printed.ratio !== undefined) expect(((byOwn?.value ?? Number.NaN) / amount).toFixed(6)).toBe(printed.ratio);
  });

  test("an edition that is not held is a finding in the settings", () => {
    const settings = `root: true\nappraisal:\n  price_year: ${to}\n  deflator: hmt-1899-01\n`;
    const found = projectOf({ "wellspent.yaml": settings, [path]: bare }).findings("wellspent.yaml");
    expect(found.map(({ code, span }) => [code, settings.slice(span.start, span.end)])).toEqual([
      ["schema/unknown-word", "hmt-1899-01"],
    ]);
  });
});
