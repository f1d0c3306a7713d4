/**
 * Optimism bias of capital: the worked examples of Mott MacDonald (2002), Review of Large Public Procurement in the UK, sections 4.1,
 * 4.2 and combined projects. https://ppponline.affinitext.com/public/book?id=1343 (toc 444265, 444266, 444268).
 * Ids: ob-combined-capex, ob-managed.
 */
import { describe, expect, test } from "vitest";
import { boundsOf, type ProjectParts, resultantBias } from "../../server/src/costing/optimism-bias.ts";
import { optimismBounds } from "../../server/src/data/index.ts";
import { assessed, value } from "../costing/helper.ts";

const combined: ProjectParts = [
  ["non-standard-buildings", 0.3],
  ["standard-buildings", 0.7],
];
const percent = (share: number | undefined, places: number): string => ((share ?? Number.NaN) * 100).toFixed(places);

describe("ob-combined-capex: 30% non-standard and 70% standard building", () => {
  test("capital expenditure: 15.3 + 16.8 = 32.1%", () => {
    expect(percent(boundsOf(combined, "expenditure", optimismBounds)?.upper, 1)).toBe("32.1");
    const alone = (category: string, share: number) =>
      percent(share * (boundsOf([[category, 1]], "expenditure", optimismBounds)?.upper ?? Number.NaN), 1);
    expect([alone("non-standard-buildings", 0.3), alone("standard-buildings", 0.7)]).toEqual(["15.3", "16.8"]);
  });

  test("works duration: 11.7 + 2.8 = 14.5%", () => {
    expect(percent(boundsOf(combined, "duration", optimismBounds)?.upper, 1)).toBe("14.5");
  });

  test("outsourcing has no works, so a project with it has no bound for their duration", () => {
    expect(boundsOf([["outsourcing", 1]], "duration", optimismBounds)).toBeUndefined();
    expect(boundsOf([["outsourcing", 1]], "expenditure", optimismBounds)?.upper).toBe(0.41);
  });
});

test("works of 28 months: 38.9 unmanaged; 23.8% managed leaves 29.7%, 36.3 months", () => {
  const upper = boundsOf([["non-standard-buildings", 1]], "duration", optimismBounds)?.upper ?? Number.NaN;
  expect((28 * (1 + upper)).toFixed(1)).toBe("38.9");
  expect(percent(resultantBias(upper, 0.238), 1)).toBe("29.7");
  expect((28 * (1 + resultantBias(upper, 0.238))).toFixed(1)).toBe("36.3");
});

const building = (bias: string) => `
intervention: building
source: {title: Review of Large Public Procurement in the UK, authors: Mott MacDonald, year: 2002}
population: {unit: place, starts: 100 places}
costs:
  price_year: 2001-02
  period: 30 years
  perspective: public-sector
  comparator: {cost: none}
  lines:
    - {item: Non-standard building, resource: premises, timing: start-up, amount: £100m, lasts: 30 years, optimism_bias: ${bias}}
    - {item: Managing its risks, resource: contract, timing: start-up, amount: £7m}
`;

describe("ob-managed: £100m, upper bound 51%, 92% of it managed at a cost of £7m", () => {
  const found = assessed(building("{category: non-standard-buildings, managed: 92%}"));
  const millions = (amount: number | undefined) => Math.round((amount ?? Number.NaN) / 1e6);

  test("leaves 4% (4.08), £104m, and £111m with the cost of managing", () => {
    const line = found.lines[0]?.corrected.value;
    expect(percent((line ?? 0) / 1e8 - 1, 0)).toBe("4");
    expect(line).toBeCloseTo(104.08e6, 3);
    expect(millions(line)).toBe(104);
    expect(millions(value(found, "cost_total_corrected"))).toBe(111);
    // Bought in year 0, so the present value is the same.
    expect(millions(value(found, "pv_cost"))).toBe(111);
    expect(value(found, "pv_cost_uncorrected")).toBe(107e6);
  });

  test("unmanaged it is £151m", () => {
    const open = assessed(building("{category: non-standard-buildings}"));
    expect(millions(open.lines[0]?.corrected.value)).toBe(151);
  });

  test("the derivation names the bound, its source and the share managed", () => {
    const shown = JSON.stringify(found.figures.get("cost_total_corrected")?.derive());
    expect(shown).toContain("Upper bound, non-standard buildings");
    expect(shown).toContain(optimismBounds.title);
    expect(shown).toContain("Share of the bias managed");
  });

  test("a combined project is raised by the weighted bound: £132.1m", () => {
    const mixed = assessed(
      building("{category: {non-standard-buildings: 30%, standard-buildings: 70%}}").replace("managed: 92%", ""),
    );
    expect(mixed.lines[0]?.corrected.value).toBeCloseTo(132.1e6, 3);
  });

  test("what it is worth in the end is not raised: 104.08 less 10", () => {
    const kept = assessed(building("{category: non-standard-buildings, managed: 92%}, residual: £10m"));
    expect(kept.lines[0]?.corrected.value).toBeCloseTo(94.08e6, 3);
    // It comes back at the start of year 30: 1.035^-30.
    expect(kept.lines[0]?.presentValue.value).toBeCloseTo(104.08e6 - 10e6 / 1.035 ** 30, 1);
  });

  test("a sort of project that is not known leaves the corrected cost incomplete, never uncorrected", () => {
    const open = assessed(building("{managed: 92%}"));
    expect(open.figures.get("cost_total_corrected")?.complete).toBe(false);
    expect(open.figures.get("pv_cost")?.complete).toBe(false);
    expect(value(open, "pv_cost_uncorrected")).toBe(107e6);
  });
});
