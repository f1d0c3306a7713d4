/** The 108 rows of the WSIPP table of December 2017: total, net and ratio of each, through the real engine. */
import { expect, test } from "vitest";
import { amountOf, assessmentOf, digitsAt, projectOf, textOf, wsippRows } from "./support.ts";

const path = "wsipp-2017-table.intervention.yaml";
const snapshot = projectOf({ "wellspent.yaml": textOf("specs/wellspent.yaml"), [path]: textOf(`specs/${path}`) });
const byId = new Map(snapshot.specs(path).map((spec) => [spec.id, spec]));

test("the table is whole", () => {
  expect(wsippRows).toHaveLength(108);
  expect(byId.size).toBe(108);
  expect(snapshot.findings(path).filter(({ severity }) => severity === "error")).toEqual([]);
  expect(snapshot.findings(path).filter(({ code }) => code === "costing/stated-disagrees")).toEqual([]);
});

test.each(wsippRows)(
  "$id: total, net and ratio agree by rounding, and are sums and quotients of its own parts",
  (row) => {
    const spec = byId.get(row.id);
    if (spec === undefined) throw new Error(`no document ${row.id}`);
    const assessment = assessmentOf({ path, snapshot, spec });
    const checked = new Map(assessment.stated.map((check) => [check.headline, check]));
    const printed = {
      "gross_benefit/starter": row.total_benefits,
      "net_benefit/starter": row.benefits_minus_costs,
      benefit_cost_ratio: Number(row.benefit_cost_ratio),
    };
    const total = row.taxpayer_benefits + row.non_taxpayer_benefits;
    const worked = {
      "gross_benefit/starter": total,
      "net_benefit/starter": total - row.net_programme_cost,
      benefit_cost_ratio: total / row.net_programme_cost,
    };
    for (const headline of ["gross_benefit/starter", "net_benefit/starter", "benefit_cost_ratio"] as const) {
      const check = checked.get(headline);
      expect(check?.verdict.kind, headline).toBe("agrees");
      if (check?.verdict.kind !== "agrees") continue;
      const value = amountOf(check.verdict.worked);
      expect(value, headline).toBeCloseTo(worked[headline], 9);
      // Two rounded parts and a rounded total: never more than two in the last place of money.
      if (headline !== "benefit_cost_ratio")
        expect(Math.abs(value - printed[headline]), headline).toBeLessThanOrEqual(2);
      expect(check.printed.replaceAll(/[$,]/g, ""), headline).toBe(
        headline === "benefit_cost_ratio" ? row.benefit_cost_ratio : String(printed[headline]),
      );
    }
  },
);

test("most rows show exactly what is printed; the rest differ in their last digits by rounding of their parts", () => {
  let same = 0;
  let all = 0;
  for (const { assessment } of snapshot.assessments(path))
    for (const { verdict, written, printed, headline } of assessment.stated) {
      if (verdict.kind !== "agrees" || written === undefined || verdict.worked.value === undefined) continue;
      const place = headline === "benefit_cost_ratio" ? -2 : 0;
      all++;
      if (digitsAt(verdict.worked.value, place) === digitsAt(Number(printed.replaceAll(/[$,]/g, "")), place)) same++;
    }
  expect({ same, all }).toMatchInlineSnapshot(`
    {
      "all": 324,
      "same": 238,
    }
  `);
});
