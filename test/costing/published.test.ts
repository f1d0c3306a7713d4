/** Published interventions, written as specs, at the precision printed. Sources stand in each spec. */
import { expect, test } from "vitest";
import { assessUnitCosts } from "../../server/src/model/assess/index.ts";
import type { PriceYear } from "../../server/src/values/types.ts";
import { assessed, project, value } from "./helper.ts";

const fdac = `
intervention: fdac-london
source: {title: "Better Courts: the financial impact of the London Family Drug and Alcohol Court", authors: Reeder N and Whitehead S, year: 2016}
population: {who: Families in care proceedings, unit: case, starts: 46 cases}
costs:
  price_year: 2014-15
  period: 1 year
  perspective: public-sector
  comparator: {title: Standard care proceedings, cost: in benefits}
  lines:
    - {item: Specialist team and court, amount: "£12,170/case"}
benefits:
  - {benefit: Shorter and cheaper proceedings, amount: "£6,345/case", kind: fiscal, gains: unknown, over: 1 year}
  - {benefit: Fewer children placed in care, amount: "£17,220/case", kind: fiscal, gains: local-authority, outcome: child-enters-care, over: 5 years}
  - {benefit: Fewer returns to court, amount: "£2,110/case", kind: fiscal, gains: unknown, over: 5 years}
  - {benefit: Less substance misuse, amount: "£5,300/case", kind: fiscal, gains: [nhs, criminal-justice], over: 5 years}
  - {benefit: Extra drug treatment taken up, amount: unknown, kind: fiscal, gains: nhs, sign: cost}
stated:
  cost/year: £560,000
  gross_benefit: £1.29m
  net_benefit: £729,000
  net_benefit/case: £15,850
  benefit_cost_ratio: 2.30
`;

const financial = (start: number): PriceYear => ({
  kind: "price-year",
  basis: "financial",
  start,
  label: `${start}-${String(start + 1).slice(2)}`,
});

test("London FDAC: £559,820; the known ratio is 2.55 with one line not costed", () => {
  const found = assessed(fdac);
  expect(value(found, "cost_total")).toBe(559_820);
  expect(found.figures.get("cost_total")?.complete).toBe(true);
  expect(value(found, "gross_benefit")).toBe(1_424_850);
  const ratio = found.figures.get("bcr");
  expect(ratio?.value?.toFixed(2)).toBe("2.55");
  expect(ratio?.complete).toBe(false);
  expect(ratio?.missing.map(({ reason, what }) => [reason, what])).toEqual([["line", "Extra drug treatment taken up"]]);
});

test("London FDAC: the gap is sized at £2,950 to £2,960 a case and closes every printed figure", () => {
  const found = assessed(fdac);
  const { inferred } = found;
  expect(inferred?.item).toBe("Extra drug treatment taken up");
  expect(inferred?.perStarter?.value).toBeCloseTo(-2_955, 6);
  expect(inferred?.perStarter?.low).toBeCloseTo(-2_960, 6);
  expect(inferred?.perStarter?.high).toBeCloseTo(-2_950, 6);
  const closed = new Map(inferred?.closed.map((figure) => [figure.id, figure]));
  expect(closed.get("gross_benefit")?.value).toBeCloseTo(1_288_920, 6);
  expect(closed.get("net_benefit")?.value).toBeCloseTo(729_100, 6);
  expect(closed.get("net_benefit_per_starter")?.value).toBeCloseTo(15_850, 6);
  expect(closed.get("bcr")?.value?.toFixed(2)).toBe("2.30");
  expect([...closed.values()].every(({ basis }) => basis === "inferred")).toBe(true);
  expect(
    found.stated.map(({ headline, verdict, explainedBy }) => [headline, verdict.kind, explainedBy !== undefined]),
  ).toEqual([
    ["cost/year", "agrees", false],
    ["gross_benefit", "incomplete", true],
    ["net_benefit", "incomplete", true],
    ["net_benefit/case", "incomplete", true],
    ["benefit_cost_ratio", "incomplete", true],
  ]);
});

test("London FDAC: a saving taken as a negative cost would give 3.72, which is why it is a benefit", () => {
  const netted = fdac
    .replace("£12,170/case", "£5,825/case")
    .replace(/ {2}- \{benefit: Shorter[^\n]*\n/, "")
    .replace("taken up, amount: unknown", 'taken up, amount: "-£2,955/case"');
  expect(value(assessed(netted), "bcr")?.toFixed(2)).toBe("3.72");
});

test("London FDAC in prices of 2024-25 keeps its ratios and its printed figures still agree", () => {
  const found = assessed(fdac, { priceYear: financial(2024) });
  expect(found.priceYear).toBe("2024-25");
  expect(value(found, "cost_total")).toBeGreaterThan(700_000);
  expect(value(found, "bcr")?.toFixed(2)).toBe("2.55");
  expect(found.stated[0]?.verdict.kind).toBe("agrees");
  expect(found.inferred?.perStarter?.value).toBeCloseTo(-2_955, 6);
  expect(found.ownFigures().figures.get("cost_total")?.value).toBe(559_820);
});

const bmj = `
intervention: parenting-four-sites
source: {title: "BMJ Open Table 6, costs of implementation", url: "https://bmjopen.bmj.com/highwire/markup/82212/expansion"}
population: {who: Families, unit: family, offered: 13 families/course, starts: 8 families/course, completes: 6 families/course}
delivery:
  sites: [a, b, c, d]
  course: {a: 15 courses, b: 13 courses, c: 15 courses, d: 15 courses}
costs:
  price_year: unknown
  period: unknown
  perspective: public-sector
  lines:
    - item: Salaries
      amount: {a: £63 002, b: £33 341.4, c: £52 772, d: £44 423}
    - item: Training
      timing: start-up
      amount: {a: £5801.90, b: £4733.90, c: £5081.90, d: £5144}
    - item: Room hire
      amount: {a: £3883.89, b: £3003, c: £3000, d: £3000}
    - item: Course materials
      amount: {a: £3750, b: £1625, c: £2250, d: £2250}
    - item: Creche
      amount: {a: £17 862.66, b: £17 097.96, c: £15 000, d: £15 000}
stated:
  cost: {a: £94 300.45, b: £59 801.26, c: £78 103.90, d: £69 827, all: £302 022.21}
  cost/course: {a: £6286.70, b: £4600, c: £5206.93, d: £4654.47, all: £5207.28, mean_of_sites: £5187.03}
  cost/starter: {mean_of_sites: £648.38}
  cost/offered: {mean_of_sites: £399}
  cost/completer: {mean_of_sites: £865}
`;

test("BMJ Open Table 6: every cell, pooled and as the mean of the sites", () => {
  const found = assessed(bmj);
  const at = (key: string): string | undefined => value(found, key)?.toFixed(2);
  expect(["a", "b", "c", "d"].map((site) => at(`cost_by_site/${site}`))).toEqual([
    "94300.45",
    "59801.26",
    "78103.90",
    "69817.00",
  ]);
  expect(at("cost_total")).toBe("302022.61");
  expect(at("cost_per_unit/course")).toBe("5207.29");
  expect(at("cost_per_unit_mean_of_sites/course")).toBe("5187.05");
  expect(at("cost_per_unit_sd_of_sites/course")).toBe("782.68");
  expect(at("cost_per_starter")).toBe("650.91");
  expect(at("cost_per_offered")).toBe("400.56");
  expect(at("cost_per_completer")).toBe("867.88");
  expect(found.priceYear).toBeUndefined();
});

test("BMJ Open Table 6: the misprints are found, and only they", () => {
  const wrong = assessed(bmj).stated.flatMap(({ headline, site, verdict }) =>
    verdict.kind === "disagrees"
      ? [[headline, site, Number(verdict.gap.toFixed(2)), verdict.level]]
      : verdict.kind === "agrees"
        ? []
        : [[headline, site, verdict.kind]],
  );
  expect(wrong).toEqual([
    ["cost", "d", 10, "warning"],
    ["cost", "all", -0.4, "information"],
    ["cost/course", "mean_of_sites", -0.02, "information"],
  ]);
});

const gmca = `
unit_costs: gmca
source: {title: GMCA Unit Cost Database v1.4, year: 2015, seen: quoted}
entries:
  - entry: lac-low
    value: £29,580/child/year
    price_year: 2010-11
    parts:
      - {item: care planning, value: "£274/child/year"}
      - {item: maintaining the placement, value: "£28,080/child/year"}
      - {item: reviews, value: "£945/child/year"}
      - {item: legal, value: "£281/child/year"}
      - {item: transition to leaving care, value: "£1,328/child"}
  - entry: lac-very-high
    value: £317,127/child/year
    price_year: 2010-11
    parts:
      - {item: care planning, value: "£138/child/year"}
      - {item: maintaining the placement, value: "£306,458/child/year"}
      - {item: reviews, value: "£1,862/child/year"}
      - {item: finding later placements, value: "£7,159/child/year"}
      - {item: legal, value: "£182/child/year"}
      - {item: transition to leaving care, value: "£1,328/child"}
  - entry: section-31
    value: £25,000/application
    price_year: 2005-06
    parts:
      - {item: legal aid, value: "£15,000/application", payer: criminal-justice}
      - {item: local authority, value: "£6,250/application", payer: local-authority}
      - {item: court, value: "£1,250/application", payer: criminal-justice}
      - {item: Cafcass, value: "£2,500/application", payer: dfe}
  - {entry: parenting-group, value: "£952/family", price_year: 2008-09}
  - {entry: parenting-individual, value: "£2,078/family", price_year: 2008-09}
  - {entry: conduct-saving-to-30, value: "£3,368/child", price_year: 2008-09, over: 25 years, valued: unknown}
`;

test("GMCA unit costs: parts add in the total's own unit, and a once-only cost in a yearly total is named", () => {
  const { entries } = assessUnitCosts(project(gmca).library("gmca"));
  expect(entries.map(({ name, check }) => [name, check.sum.value, check.verdict.kind, check.addedIn?.name])).toEqual([
    ["lac-low", 29_580, "agrees", undefined],
    ["lac-very-high", 315_799, "disagrees", "transition to leaving care"],
    ["section-31", 25_000, "agrees", undefined],
  ]);
  expect(entries[0]?.check.apart.map(({ name }) => name)).toEqual(["transition to leaving care"]);
  expect(entries[2]?.check.shares).toEqual([
    ["criminal-justice", 0.65],
    ["local-authority", 0.25],
    ["dfe", 0.1],
  ]);
});

const bonin = `${gmca}
---
intervention: parenting-conduct
source: {title: Costs and longer-term savings of parenting programmes, authors: Bonin EM and others, year: 2011, doi: 10.1186/1471-2458-11-803}
population: {who: Parents, unit: family, has: 1 child/family, starts: unknown}
costs:
  price_year: 2008-09
  period: 1 year
  perspective: public-sector
  comparator: {title: No programme, cost: none}
  lines:
    - {item: Group programme, unit_cost: gmca/parenting-group, of: 80% of starters}
    - {item: Individual programme, unit_cost: gmca/parenting-individual, of: 20% of starters}
benefits:
  - {benefit: Public services to age 30, value: gmca/conduct-saving-to-30, kind: fiscal, over: 25 years}
  - benefit: Society over 25 years
    amount: £16,435/family
    kind: social
    gains: society
    over: 25 years
    includes: [Public services to age 30]
stated: {cost/starter: "£1,177", fiscal_return: 2.8 to 6.1, payback: 5 to 8 years}
`;

test("Bonin 2011: 1,177.20 a family with starts unknown; 2.86; society 13.96 beside it, never on top; payback not known", () => {
  const found = assessed(bonin);
  expect(value(found, "cost_per_starter")).toBeCloseTo(1_177.2, 9);
  expect(value(found, "cost_total")).toBeUndefined();
  expect(value(found, "fiscal_return")?.toFixed(2)).toBe("2.86");
  expect(value(found, "bcr")?.toFixed(2)).toBe("2.86");
  expect(value(found, "public_value_return")?.toFixed(2)).toBe("13.96");
  expect(found.benefits[1]?.leftOut?.reason).toBe("outside-perspective");
  expect(value(found, "payback")).toBeUndefined();
  expect(found.figures.get("payback")?.missing[0]?.reason).toBe("no-path-in-time");
  expect(found.stated.map(({ verdict }) => verdict.kind)).toEqual(["agrees", "agrees", "not known"]);
  const society = assessed(bonin.replace("perspective: public-sector", "perspective: society"));
  expect(value(society, "bcr")?.toFixed(2)).toBe("13.96");
  expect(society.benefits[0]?.leftOut).toEqual({ reason: "contained", by: "Society over 25 years" });
});

const mst = `
unit_costs: local
entries:
  - {entry: therapist, value: "£52,300/FTE/year", price_year: 2023-24}
---
outcome: child-enters-care
counts: children
kind: state
better: lower
values:
  - {value: "£51,080/child/year", kind: fiscal, gains: local-authority, price_year: 2013-14}
---
intervention: mst
population: {who: Young people, unit: family, has: 1 child/family, eligible: 240 families/year, starts: 60 families/year, completes: 85%}
costs:
  price_year: 2023-24
  period: 3 years
  perspective: public-sector
  comparator:
    title: Usual services
    cost: £1,900/family
  lines:
    - {item: Therapists, resource: staff, who_pays: local-authority, quantity: 4 FTE, unit_cost: local/therapist}
    - {item: Licence and initial training, timing: start-up, amount: "£46,000", lasts: 3 years}
outcomes:
  - outcome: child-enters-care
    affects: starters
    without: 11%
    effect: OR 1.25 (95% CI 0.77 to 2.05), p = 0.37
    lag: 0 months
    lasts: 18 months
`;

test("MST on START's effect: 673,600; 3,742 in cash, 3,760 annualised; 1,842 over the comparator", () => {
  const found = assessed(mst);
  expect(value(found, "cost_total")).toBeCloseTo(673_600, 6);
  expect(value(found, "cost_per_starter")?.toFixed(0)).toBe("3742");
  expect(value(found, "annualised_cost_per_starter")?.toFixed(0)).toBe("3760");
  expect(value(found, "incremental_cost_per_starter")?.toFixed(0)).toBe("1842");
  expect(value(found, "comparator_cost")).toBe(342_000);
  expect(value(assessed(mst, { capital: "expense" }), "annualised_cost_per_starter")?.toFixed(0)).toBe("3742");
});

test("MST on START's effect: 4.3 more in care of 180 (from 4.2 fewer to 16.6 more), shown as no effect shown and never valued", () => {
  const found = assessed(mst);
  const change = found.figures.get("outcomes_expected/child-enters-care");
  expect(change?.value?.toFixed(1)).toBe("4.3");
  expect(change?.low?.toFixed(1)).toBe("-4.2");
  expect(change?.high?.toFixed(1)).toBe("16.6");
  expect(change?.none).toBe("no effect shown");
  expect(found.figures.get("cost_per_outcome/child-enters-care")?.none).toBe("no effect shown");
  expect(found.figures.get("bcr")?.none).toBe("no effect shown");
  expect(found.benefits[0]?.leftOut?.reason).toBe("no-effect-shown");
});

test("staff written by FTE and by hours as well are paid twice, as in the sketch: 6,022", () => {
  const twice = mst.replace(
    "    - {item: Licence",
    '    - {item: Visits, quantity: 1.5 hours/visit x 40 visits/family, unit_cost: "£38/hour"}\n    - {item: Licence',
  );
  expect(value(assessed(twice), "cost_per_starter")?.toFixed(0)).toBe("6022");
});

const sureStart = `
intervention: sure-start
source: {title: "Sure Start: long-run costs and benefits", authors: Institute for Fiscal Studies, year: 2025, seen: quoted}
population: {who: Children under 5, unit: child, ages: 0 to 4 years, starts: unknown}
costs:
  price_year: 2023-24
  period: 1 year
  perspective: public-sector
  lines:
    - {item: Sure Start at its peak, amount: £2.7bn/year}
benefits:
  - {benefit: Service savings, amount: £0.6bn/year, kind: fiscal, gains: [nhs, schools, local-authority], valued: present-value}
  - {benefit: Tax and National Insurance, amount: £1.9bn/year, kind: fiscal, gains: treasury, valued: present-value}
  - {benefit: Lifetime earnings after tax, amount: £3.1bn/year, kind: economic, gains: participants, valued: present-value}
stated: {fiscal_benefit/year: £2.4bn, gross_benefit/cost: £2.05, earnings/user: "£7,800"}
`;

test("Sure Start: 2.5bn fiscal, 2.07 for all, 0.93 fiscal; cost per child not known", () => {
  const found = assessed(sureStart);
  expect(value(found, "fiscal_benefit")).toBe(2.5e9);
  expect(value(found, "public_value_return")?.toFixed(2)).toBe("2.07");
  expect(value(found, "fiscal_return")?.toFixed(2)).toBe("0.93");
  expect(value(found, "cost_per_starter")).toBeUndefined();
  expect(found.stated.map(({ verdict }) => verdict.kind)).toEqual(["agrees", "agrees", "not checked"]);
  expect(value(assessed(sureStart.replace("public-sector", "society")), "bcr")?.toFixed(2)).toBe("2.07");
});

const wsipp = (cost: string, benefits: readonly string[], stated: string): string => `
intervention: wsipp-row
source: {title: WSIPP benefit-cost results}
population: {who: Participants, unit: participant}
costs:
  currency: USD
  price_year: unknown
  comparator: {title: Usual services, cost: already deducted}
  lines: [{item: Net programme cost, amount: "${cost}/participant"}]
benefits:
${benefits.map((amount, at) => `  - {benefit: Part ${at + 1}, amount: "${amount}/participant", kind: ${at === 0 ? "fiscal" : "social"}, gains: ${at === 0 ? "taxpayers" : "society"}, valued: present-value}`).join("\n")}
stated: {${stated}}
`;

test.each([
  [
    "PCIT",
    "$1,642",
    ["$9,140", "$15,496"],
    'gross_benefit/starter: "$24,636", net_benefit/starter: "$22,994", benefit_cost_ratio: 15.00',
    24_636,
    22_994,
    "15.00",
  ],
  [
    "NFP 2016",
    "$10,170",
    ["$7,489", "$8,995", "$5,931", "-$3,257"],
    'gross_benefit/starter: "$19,157", net_benefit/starter: "$8,988", benefit_cost_ratio: 1.88',
    19_158,
    8_988,
    "1.88",
  ],
  [
    "SafeCare",
    "$185",
    ["$1,425", "$2,322"],
    'gross_benefit/starter: "$3,748", net_benefit/starter: "$3,563", benefit_cost_ratio: 20.25',
    3_747,
    3_562,
    "20.25",
  ],
  [
    "Family dependency treatment court",
    "$5,499",
    ["-$1,310", "-$4,794"],
    'gross_benefit/starter: "-$6,104", net_benefit/starter: "-$11,604", benefit_cost_ratio: -1.11',
    -6_104,
    -11_603,
    "-1.11",
  ],
  [
    "Triple P System 2015",
    "$150",
    ["$387", "$675", "$62", "-$4"],
    'gross_benefit/starter: "$1,120", net_benefit/starter: "$970", benefit_cost_ratio: 7.48',
    1_120,
    970,
    "7.47",
  ],
  [
    "Functional Family Therapy after release",
    "$7,910",
    ["$34,067", "$114,203"],
    'gross_benefit/starter: "$148,271", net_benefit/starter: "$140,361", benefit_cost_ratio: 18.75',
    148_270,
    140_360,
    "18.74",
  ],
])(
  "WSIPP %s: total, net and ratio per participant without any volume",
  (_, cost, benefits, stated, gross, net, ratio) => {
    const found = assessed(wsipp(cost, benefits, stated));
    expect(value(found, "gross_benefit_per_starter")).toBe(gross);
    expect(value(found, "net_benefit_per_starter")).toBe(net);
    expect(value(found, "bcr")?.toFixed(2)).toBe(ratio);
    expect(found.stated.map(({ verdict }) => verdict.kind)).toEqual(["agrees", "agrees", "agrees"]);
  },
);

/** Every other row in hand: taxpayers and the rest (or the four parties), net programme cost, printed total, net and ratio. */
test.each([
  ["MST, Dec. 2017", ["$3,434", "$9,220"], "$7,830", "$12,655", "$4,824", "1.62"],
  ["Triple P level 4 individual", ["$1,168", "$2,162"], "$992", "$3,331", "$2,339", "3.36"],
  ["Strengthening Families 10-14", ["$1,378", "$4,004"], "$835", "$5,381", "$4,547", "6.45"],
  ["Healthy Families America", ["$2,087", "$1,145"], "$5,072", "$3,232", "-$1,840", "0.64"],
  ["PATHS", ["$1,826", "$5,662"], "$360", "$7,487", "$7,127", "20.80"],
  ["Early Head Start", ["$2,176", "-$3,670"], "$11,123", "-$1,494", "-$12,617", "-0.13"],
  ["Incredible Years parent training", ["$934", "$1,426"], "$1,321", "$2,360", "$1,039", "1.79"],
  ["Alternative Response", ["$977", "$2,313"], "$243", "$3,290", "$3,047", "13.51"],
  ["Family Check-Up", ["$18", "-$84"], "$333", "-$66", "-$399", "-0.20"],
  ["Parents as Teachers", ["$829", "-$287"], "$4,467", "$542", "-$3,926", "0.12"],
  ["HOMEBUILDERS 2022", ["$11,704", "$6,289", "$582", "$2,506"], "$4,109", "$21,081", "$16,971", "5.13"],
  ["MST, May 2017", ["$4,651", "$786", "$15,280", "-$1,782"], "$7,834", "$18,935", "$11,102", "2.42"],
  ["MST, Dec. 2018", ["$3,876", "$792", "$11,345", "-$1,878"], "$7,973", "$14,134", "$6,161", "1.77"],
])("WSIPP %s agrees with its own parts", (_, benefits, cost, total, net, ratio) => {
  const stated = `gross_benefit/starter: "${total}", net_benefit/starter: "${net}", benefit_cost_ratio: ${ratio}`;
  expect(assessed(wsipp(cost, benefits, stated)).stated.map(({ verdict }) => verdict.kind)).toEqual([
    "agrees",
    "agrees",
    "agrees",
  ]);
  const slip = stated.replace(`"${total}"`, `"${total.replace(/.$/, (digit) => (digit === "9" ? "1" : "9"))}"`);
  expect(
    assessed(
      wsipp(
        cost,
        benefits,
        slip.replace(/,(\d)/, (_all, digit) => `,${(Number(digit) + 5) % 10}`),
      ),
    ).stated[0]?.verdict.kind,
  ).toBe("disagrees");
});

test("E-SEE: £446 for 0.034 QALY is £13,118; more cost for less QALY has no price", () => {
  const esee = (cost: string, effect: string): string => `
outcome: qaly
kind: qaly
better: higher
---
intervention: e-see
population: {who: Dyads, unit: dyad, starts: unknown}
costs:
  price_year: 2018-19
  comparator: {cost: already deducted}
  lines: [{item: All services, amount: "${cost}/dyad"}]
outcomes:
  - {outcome: qaly, effect: "${effect}"}
`;
  expect(value(assessed(esee("£446", "MD 0.034 QALY better")), "cost_per_outcome/qaly")?.toFixed(0)).toBe("13118");
  expect(assessed(esee("£178", "MD -0.005 QALY")).figures.get("cost_per_outcome/qaly")?.none).toBe(
    "worse or no better",
  );
});

test("WSIPP programme 181 costs nothing: no ratio, never infinite, never zero", () => {
  const found = assessed(
    wsipp("$0", ["$574", "$1,058", "$86", "$103"], 'net_benefit/starter: "$1,821", benefit_cost_ratio: none'),
  );
  expect(value(found, "net_benefit_per_starter")).toBe(1_821);
  expect(value(found, "bcr")).toBeUndefined();
  expect(found.figures.get("bcr")?.none).toBe("no cost");
  expect(found.stated.map(({ verdict }) => verdict.kind)).toEqual(["agrees", "agrees"]);
});

test("Edwards 2007: a fixed cost per group, 15,472 with 8 and 15,468 with 12 (£1934 and £1289 a child)", () => {
  const group = (cost: string, children: number): string => `
intervention: incredible-years
population: {who: Parents, unit: child, starts: ${children} children/group}
delivery: {group: unknown}
costs:
  price_year: 2003-04
  comparator: {title: Waiting list, cost: none}
  lines: [{item: One group, amount: "${cost}/group"}]
`;
  expect(value(assessed(group("£15,472", 8)), "cost_per_starter")).toBe(1_934);
  expect(value(assessed(group("£15,468", 12)), "cost_per_starter")).toBe(1_289);
});

test("re-pricing £1.3bn of 2015-16 in 2025-26 by the June 2026 edition gives £1.803bn; March 2026 differs, and each says which it is", () => {
  const spec =
    "intervention: x\npopulation: {unit: child, starts: 1}\ncosts:\n  price_year: 2015-16\n  period: 1 year\n  comparator: {cost: none}\n  lines: [{item: All, amount: £1.3bn}]\n";
  const june = assessed(spec, { priceYear: financial(2025), deflator: "hmt-2026-06" });
  expect(((value(june, "cost_total") ?? 0) / 1e9).toFixed(3)).toBe("1.803");
  const step = june.figures.get("cost_total")?.derive();
  expect(JSON.stringify(step)).toContain("100 / 72.0902");
  expect(JSON.stringify(step)).toContain("June 2026");
  const march = assessed(spec, { priceYear: financial(2025), deflator: "hmt-2026-03" });
  expect(value(march, "cost_total")).not.toBe(value(june, "cost_total"));
});

test.each([
  [13_000, "2019-20", 16_074.4, 1],
  [20_128, "2015-16", 26_988.3, 1],
])("£%d of %s in 2024-25 prices, March 2026 edition", (amount, year, uprated, digits) => {
  const spec = `intervention: x\npopulation: {unit: child, starts: 1}\ncosts:\n  price_year: ${year}\n  period: 1 year\n  comparator: {cost: none}\n  lines: [{item: All, amount: "£${amount}"}]\n`;
  expect(value(assessed(spec, { priceYear: financial(2024) }), "cost_total")).toBeCloseTo(uprated, digits);
});
