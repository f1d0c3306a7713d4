/** Published figures of other kinds than those of cases.json: present values as the Green Book prints them, and a return that fits both readings. */
import { expect, test } from "vitest";
import { assessUnitCosts } from "../../server/src/model/assess/index.ts";
import { assessed, project as projectOf } from "../costing/helper.ts";

/** The Green Book (HM Treasury, 2003), annex 6: £10m, then £2.5m a year for four years; £5m, then £1.5m a year. 3.5%, factors 0.9662 to 0.8714. */
const project = (cost: string, gain: string, stated: string): string => `
intervention: project
title: Project of the Green Book 2003, annex 6
source: The Green Book 2003, annex 6
population: {unit: project, starts: 1 project}
costs:
  price_year: 2002-03
  period: 1 year
  perspective: public-sector
  comparator: {cost: none}
  lines:
    - {item: Capital, timing: start-up, who_pays: public-sector, amount: ${cost}}
benefits:
  - {benefit: Gain, kind: fiscal, gains: public-sector, valued: undiscounted, amount: ${gain}, lag: 1 year, lasts: 4 years}
appraisal: {price_year: 2002-03}
stated: {${stated}}
`;

const verdicts = (text: string): readonly unknown[] =>
  assessed(text).stated.map(({ headline, verdict, figure }) => [
    headline,
    verdict.kind,
    figure?.value === undefined ? undefined : Number(figure.value.toFixed(2)),
  ]);

test("the Green Book's two projects: net present values of -£0.82m and £0.51m, and what they are made of", () => {
  // 0.966184 + 0.933511 + 0.901943 + 0.871442 = 3.673079; x 2.5m = 9,182,698; x 1.5m = 5,509,619.
  expect(
    verdicts(
      project(
        "£10m",
        "£2.5m/year",
        "net_present_value: -£0.82m, present_value_of_cost: £10m, present_value_of_benefit: £9.18m",
      ),
    ),
  ).toEqual([
    ["net_present_value", "agrees", -817_301.98],
    ["present_value_of_cost", "agrees", 10_000_000],
    ["present_value_of_benefit", "agrees", 9_182_698.02],
  ]);
  expect(
    verdicts(
      project("£5m", "£1.5m/year", "net_present_value/project: £0.51m, present_value_of_benefit/project: £6.51m"),
    ),
  ).toEqual([
    ["net_present_value/project", "agrees", 509_618.81],
    ["present_value_of_benefit/project", "disagrees", 5_509_618.81],
  ]);
});

test("what a printed figure is per is read as units are: of two words, in the plural", () => {
  const text = (per: string): string => `
intervention: coaching
source: Evaluation
population: {unit: young person, starts: 320 young people}
costs:
  price_year: 2013-14
  period: 1 year
  comparator: {cost: none}
  lines:
    - {item: Coaching, who_pays: charity, amount: "£222,400"}
appraisal: {price_year: 2013-14}
stated: {cost/${per}: £695}
`;
  // 222,400 / 320 = 695.
  for (const per of ["young person", "young people", "young-person", "Young People", "starters", "participant"])
    expect(verdicts(text(per))).toEqual([[`cost/${per}`, "agrees", 695]]);
  expect(verdicts(text("course"))).toEqual([["cost/course", "not checked", undefined]]);
});

test("a printed limit is kept by what stays within it, and not by what only rounds to it", () => {
  // 10 parents at £30: £300, £30 a parent; 10 x £10 of benefit: £100, a third of the cost, £200 less than it.
  const text = (stated: string): string => `
intervention: parents
source: Evaluation
population: {unit: parent, starts: 10 parents}
costs:
  price_year: 2024-25
  period: 1 year
  perspective: public-sector
  comparator: {cost: none}
  lines:
    - {item: Groups, who_pays: nhs, amount: £30/parent}
benefits:
  - {benefit: Visits, kind: fiscal, gains: nhs, valued: undiscounted, over: 1 year, amount: £10/parent}
stated: {${stated}}
`;
  const kinds = (stated: string) => assessed(text(stated)).stated.map(({ verdict }) => verdict.kind);
  for (const stated of [
    "cost/parent: less than £100",
    "cost: at least £200",
    "benefit_cost_ratio: less than 1",
    "net_benefit: up to £100",
    "cost/parent: £30 or more",
  ])
    expect([stated, kinds(stated)]).toEqual([stated, ["agrees"]]);
  for (const stated of [
    "gross_benefit: more than £200",
    "cost/parent: less than £29",
    "benefit_cost_ratio: more than 0.4",
  ])
    expect([stated, kinds(stated)]).toEqual([stated, ["disagrees"]]);
});

test("of several readings the one that is printed so is shown, not one that its rounding also allows", () => {
  // £6m / £5m is 1.20, and with £5m right to half a million anything from 1.09 to 1.33; discounted it is 1.10.
  expect(verdicts(project("£5m", "£1.5m/year", "benefit_cost_ratio: 1.10"))).toEqual([
    ["benefit_cost_ratio", "agrees", 1.1],
  ]);
  expect(verdicts(project("£5m", "£1.5m/year", "benefit_cost_ratio: 1.20"))).toEqual([
    ["benefit_cost_ratio", "agrees", 1.2],
  ]);
});

/** The shape of a post in Unit Costs of Health and Social Care: pay, on-costs, overheads and capital of a year over the hours worked in it. */
test("what a post costs in a year enters the price of its hour by the working year that is given", () => {
  const library = (hour: string, year: string): string => `
unit_costs: posts
source: Made in the shape of the PSSRU's tables
price_year: 2012-13
entries:
  - entry: social-worker
    value: ${hour}
    ${year}
    parts:
      - {item: Salary and on-costs, value: "£40,200/FTE/year"}
      - {item: Overheads and capital, value: "£21,183/FTE/year"}
`;
  const checkOf = (text: string) => assessUnitCosts(projectOf(text).library("posts")).entries[0]?.check;
  const year = "working_year: 42 weeks x 37 hours/week";
  // 61,383 / (42 x 37) = 39.50.
  expect(checkOf(library("£39.50/hour", year))).toMatchObject({ sum: { value: 39.5 }, verdict: { kind: "agrees" } });
  expect(checkOf(library("£45/hour", year))?.verdict.kind).toBe("disagrees");
  // Without a working year of its own nothing is assumed.
  expect(checkOf(library("£45/hour", "over: 1 year"))?.verdict.kind).toBe("not checked");
});
