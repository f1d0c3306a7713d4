/**
 * Troubled Families 2015-20, cohort of 2017-18 over five years, worked out by the ministry on the GMCA model: net public value £366m,
 * £2.28 for every pound; net fiscal benefit £147m, £1.51 for every pound (Local Government Chronicle, March 2019, quoting the
 * evaluation). The cost itself is not printed: 366 / 1.28 and 147 / 0.51 give £286m and £288m, which agree by rounding.
 */
import { expect, test } from "vitest";
import { assessed, value } from "../costing/helper.ts";

const spec = (cost: string): string => `
intervention: troubled-families
title: Troubled Families 2015-20, cohort of 2017-18
source: {title: Local Government Chronicle, year: 2019, seen: quoted}
population: {unit: family, starts: unknown}
costs:
  price_year: 2017-18
  period: 5 years
  perspective: society
  comparator: {cost: already deducted}
  lines:
    - {item: The programme, who_pays: public-sector, amount: "${cost}", basis: inferred}
benefits:
  - {benefit: Public money saved, amount: "£433m", kind: fiscal, gains: public-sector, valued: present-value, basis: inferred}
  - {benefit: Families and society, amount: "£219m", kind: social, gains: society, valued: present-value, basis: inferred}
stated:
  net_benefit: £366m
  benefit_cost_ratio: 2.28
  net_fiscal_benefit: £147m
  fiscal_return: 1.51
`;

// The benefits are those that a cost of £286m and the printed nets leave: 286 + 147, and 286 + 366 less that.
test("with a cost of £286m every printed figure comes out at printed precision", () => {
  const found = assessed(spec("£286m"));
  expect(found.stated.map(({ headline, verdict }) => [headline, verdict.kind])).toEqual([
    ["net_benefit", "agrees"],
    ["benefit_cost_ratio", "agrees"],
    ["net_fiscal_benefit", "agrees"],
    ["fiscal_return", "agrees"],
  ]);
  expect(value(found, "gross_benefit")).toBe(652e6);
  expect((652 / 286).toFixed(2)).toBe("2.28");
  expect((433 / 286).toFixed(2)).toBe("1.51");
});

test("the four printed figures imply one cost: £286m, to half a million", () => {
  const { inferred } = assessed(spec("unknown"));
  expect(inferred).toMatchObject({ item: "The programme", role: "cost" });
  expect(Math.round((inferred?.total.value ?? 0) / 1e6)).toBe(286);
  expect(inferred?.total.low).toBeGreaterThan(284e6);
  expect(inferred?.total.high).toBeLessThan(288e6);
});

test("a cost of £300m contradicts the ratios and the nets", () => {
  const kinds = assessed(spec("£300m")).stated.map(({ verdict }) => verdict.kind);
  expect(kinds).toEqual(["disagrees", "disagrees", "disagrees", "disagrees"]);
});
