import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { areaPage } from "../../server/src/report/places/area-page.ts";
import { directReach } from "../../server/src/report/places/serving.ts";
import { snapshotOf } from "../report/support.ts";
import { areaFile, councilWith, edited } from "./support.ts";

const { area } = councilWith();

describe("budgets devolved to clusters", () => {
  test("by several bases with their weights", () => {
    // 40% by population (30,000 of 40,000) and 60% by need (240 of 300): 30% + 48% to the north.
    expect(area.clusters.map(({ share }) => share?.value)).toEqual([
      expect.closeTo(0.78, 12),
      expect.closeTo(0.22, 12),
    ]);
    expect(area.clusters.map(({ devolved }) => devolved?.value)).toEqual([
      expect.closeTo(702_000, 6),
      expect.closeTo(198_000, 6),
    ]);
  });

  test("a missing base leaves every part unknown, weights that are not whole too", () => {
    const missing = councilWith(edited(areaFile, "number: 60 children", "number: unknown")).area;
    expect(missing.clusters.map(({ devolved }) => devolved?.value)).toEqual([undefined, undefined]);
    const weights = councilWith(edited(areaFile, "need: 60%", "need: 50%")).area;
    expect(weights.clusters.map(({ devolved }) => devolved?.value)).toEqual([undefined, undefined]);
  });

  test("the parts add up to the whole, whatever the numbers and their order", () => {
    const cluster = fc.record({
      children: fc.integer({ min: 1, max: 1e6 }),
      families: fc.integer({ min: 0, max: 1e4 }),
      seed: fc.integer(),
    });
    const text = (all: readonly { children: number; families: number; id: number }[]): string =>
      [
        "area: a",
        "needs:",
        "  - need: n",
        "clusters:",
        ...all.map(
          ({ id, children, families }) =>
            `  - cluster: c${id}\n    population:\n      - who: children\n        number: ${children}\n    needs:\n      - need: n\n        number: ${families} families`,
        ),
        "devolved:",
        "  budget: £987,654/year",
        "  by:",
        "    population: 37%",
        "    need: 63%",
        "  need: n",
        "",
      ].join("\n");
    const partsOf = (all: Parameters<typeof text>[0]): ReadonlyMap<string, number | undefined> => {
      const [found] = snapshotOf({ "a.area.yaml": text(all) }).areas("a.area.yaml");
      return new Map((found?.assessment.clusters ?? []).map(({ cluster: id, devolved }) => [id, devolved?.value]));
    };
    fc.assert(
      fc.property(fc.array(cluster, { minLength: 1, maxLength: 6 }), (drawn) => {
        const all = drawn.map((each, id) => ({ ...each, id }));
        fc.pre(all.some(({ families }) => families > 0));
        const parts = partsOf(all);
        const total = [...parts.values()].reduce<number>((so, part) => so + (part ?? Number.NaN), 0);
        expect(total).toBeCloseTo(987_654, 4);
        const shuffled = partsOf([...all].sort((a, b) => a.seed - b.seed));
        for (const [id, part] of parts) expect(shuffled.get(id)).toBe(part);
      }),
      { numRuns: 60 },
    );
  });
});

describe("needs", () => {
  test("a prevalence is a share of the population of its ages", () => {
    expect(area.needs.map(({ number }) => number.value)).toEqual([300, 0.05 * 40_000]);
    expect(area.clusters[0]?.needs.map(({ number }) => number.value)).toEqual([240, 0.06 * 30_000]);
  });

  test("without an entry of just those ages the number is not known", () => {
    const other = councilWith(
      edited(areaFile, "    share: 5%\n    ages: 0 to 17 years\n", "    share: 5%\n    ages: 5 to 10 years\n"),
    ).area;
    expect(other.needs[1]?.number.value).toBeUndefined();
    expect(other.needs[1]?.measured).toBe(true);
  });
});

describe("spend", () => {
  test("net is gross less income; early help and late intervention are sums of their lines", () => {
    expect(area.spend.map(({ net, stage }) => [net.value, stage])).toEqual([
      [8_000_000, "late"],
      [2_500_000, "early"],
      [1_500_000, "early"],
    ]);
    expect(area.figures.get("area_spend_by_stage/early help")?.value).toBe(4_000_000);
    expect(area.figures.get("area_spend_by_stage/late intervention")?.value).toBe(8_000_000);
  });

  test("spend per child: the lines that sum no others / the children of the ages named", () => {
    const [own, first, second] = area.places;
    expect(own).toMatchObject({ own: true, perChild: { value: 12_000_000 / 40_000 }, year: "2024-25" });
    expect(first).toMatchObject({
      place: "Neighbour A",
      perChild: { value: 350 },
      year: "2024-25",
      named: "with figures",
    });
    expect(second).toMatchObject({ place: "Neighbour B", named: "only", perChild: { value: undefined } });
  });

  test("the budget line of all services stands for the sum of the lines", () => {
    const with_ = councilWith(
      edited(areaFile, "spend:\n", "spend:\n  - line: s251/5.0.2\n    year: 2024-25\n    net: £20,000,000\n"),
    ).area;
    expect(with_.places[0]?.perChild.value).toBe(500);
    // A total of others is on neither side.
    expect(with_.figures.get("area_spend_by_stage/late intervention")?.value).toBe(8_000_000);
  });

  test("another area of the project lends its own figures", () => {
    const [found] = snapshotOf({
      "a.area.yaml":
        "area: a\ntitle: A\nspend_per_child:\n  amount: £500/child\ncomparators:\n  - place: B\n    area: b\n",
      "b.area.yaml":
        "area: b\npopulation:\n  - who: children\n    number: 2,000\nspend:\n  - line: s251/5.0.2\n    year: 2016-17\n    net: £900,000\nfactors:\n  deprivation: 0.3\n",
    }).areas("a.area.yaml");
    expect(found?.assessment.places[1]).toMatchObject({
      place: "B",
      perChild: { value: 450 },
      year: "2016-17",
      factors: [{ factor: "deprivation", text: "0.3" }],
    });
  });

  test("years that differ are not added into one side", () => {
    const mixed = councilWith(
      edited(areaFile, "  - line: s251/3.5.1\n    year: 2024-25", "  - line: s251/3.5.1\n    year: 2023-24"),
    ).area;
    expect(mixed.figures.get("area_spend_by_stage/early help")?.value).toBeUndefined();
  });
});

test("an area without a portfolio is reached by the interventions that name it, at their own numbers", () => {
  const snapshot = snapshotOf({
    "a.area.yaml": "area: a\nneeds:\n  - need: n\n    number: 200 families\n",
    "i.intervention.yaml":
      "intervention: i\narea: a\npopulation:\n  unit: family\n  starts: 90 families\n  needs: [n]\ncosts:\n  period: 3 years\n  lines:\n    - item: A\n      amount: £100\n",
  });
  const [assessed] = snapshot.areas("a.area.yaml");
  if (assessed === undefined) throw new Error("no area");
  // 90 over three years are 30 a year, of 200.
  expect(directReach(snapshot, assessed.assessment, [])).toMatchObject([
    { served: { value: 30 }, reach: { value: 0.15 } },
  ]);
  const page = areaPage(snapshot, assessed, "a.area.yaml");
  expect(page.sections.map(({ title }) => title)).toContain("Need, and who is reached");
  expect(page.notes).toEqual([]);
});
