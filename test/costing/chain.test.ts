/** The chain from a population to a discounted value: every step worked out by hand, every correction switchable. */
import { describe, expect, test } from "vitest";
import type { Appraisal } from "../../server/src/model/settings.ts";
import { read } from "../../server/src/values/index.ts";
import { assessed, value } from "./helper.ts";

/** 1,000 eligible a year for one year, one line of £50,000. */
const spec = (claim: string, definition: string, rest = "", costs = ""): string => `
intervention: x
population: {unit: child, eligible: 1000, starts: 240}
costs:
  price_year: 2023-24
  period: 1 year
  perspective: society
  comparator: {cost: none}
  ${costs}
  lines:
    - {item: Line, who_pays: local-authority, amount: "£50,000"}
outcomes:
  - outcome: o
${claim.replace(/^/gm, "    ")}
${rest}
---
outcome: o
counts: child
better: lower
${definition}
`;

const state = (kind = "fiscal", more = "") =>
  `kind: state\nvalues:\n  - {value: "£10,000/child/year", price_year: 2023-24, kind: ${kind}, gains: nhs${more}}`;

const full = `affects: eligible
need: 40%
engagement: 75%
retention: 80%
without: 50%
effect: RD -10%
attribution: 90%
lag: 1 year
lasts: 2 years
drop_off: 20%/year
confidence: 3`;

// 1,000 x 40% x 75% x 80% = 240; x 10 points x 90% = 21.6 children; x (1 + 0.8) years x £10,000 = £388,800.
// Year 1: 1 / 1.8 of it, year 2: 0.8 / 1.8; each discounted at 3.5%; then less 10%.
const gross = 388_800;
const discounted = (gross / 1.8) * (1 / 1.035 + 0.8 / 1.035 ** 2);

describe("need, engagement, retention, effect, attribution, years, drop-off, optimism, discount", () => {
  const of = (appraisal: Partial<Appraisal> = {}) => assessed(spec(full, state()), appraisal);

  test("all of them", () => {
    const found = of();
    expect(value(found, "outcome_reached/o")).toBeCloseTo(240, 9);
    expect(value(found, "outcomes_expected/o")).toBeCloseTo(-21.6, 9);
    expect(value(found, "gross_benefit")).toBeCloseTo(gross, 6);
    expect(value(found, "pv_benefit_uncorrected")).toBeCloseTo(discounted, 6);
    expect(value(found, "pv_benefit")).toBeCloseTo(discounted * 0.9, 6);
    expect(value(found, "bcr")).toBeCloseTo((discounted * 0.9) / 50_000, 9);
    for (const key of ["bcr", "public_value_return", "fiscal_return"])
      expect(value(found, `${key}_uncorrected`), key).toBeCloseTo(discounted / 50_000, 9);
    expect(found.corrections).toEqual(["optimism-bias", "attribution", "discounting", "drop-off"]);
  });

  test.each([
    ["optimism-bias", discounted],
    ["attribution", discounted],
    ["discounting", gross * 0.9],
    ["drop-off", (gross / 1.8) * (1 / 1.035 + 1 / 1.035 ** 2) * 0.9],
  ] as const)("left out: %s", (correction, expected) => {
    const pv = correction === "attribution" ? (expected / 0.9) * 0.9 : expected;
    const settings = of({ leaveOut: [correction] });
    expect(value(settings, "pv_benefit")).toBeCloseTo(pv, 6);
    expect(settings.corrections).not.toContain(correction);
    expect(of().without(correction).get("pv_benefit")?.value).toBeCloseTo(pv, 6);
    const own = spec(full, state(), `appraisal:\n  leave_out: [${correction}]`);
    expect(value(assessed(own), "pv_benefit")).toBeCloseTo(pv, 6);
  });

  test("a share of which nobody knows leaves the chain not known", () => {
    const found = assessed(spec(full.replace("75%", "unknown"), state()));
    expect(value(found, "gross_benefit")).toBeUndefined();
    expect(found.figures.get("outcomes_expected/o")?.missing[0]?.what).toBe("the share who engage");
  });

  test("grades of confidence can be the project's own, and are then not unverified", () => {
    const own = of({ confidenceGrades: [{ grade: 3, costs: 0, benefits: 0.25 }] });
    expect(value(own, "pv_benefit")).toBeCloseTo(discounted * 0.75, 6);
    expect(own.figures.get("pv_benefit")?.unverified).toEqual([]);
    expect(of().figures.get("pv_benefit")?.unverified).toHaveLength(1);
    const inSpec = spec(full, state(), "appraisal:\n  confidence_grades:\n    - {grade: 3, benefits: 25%}");
    expect(value(assessed(inSpec), "pv_benefit")).toBeCloseTo(discounted * 0.75, 6);
  });
});

describe("both readings of deadweight", () => {
  const of = (deadweight: string, appraisal: Partial<Appraisal> = {}) =>
    assessed(
      spec(
        `affects: starters\nimpact: 60%\ndeadweight: ${deadweight}`,
        state().replace("/year", "").replace("kind: state", "kind: event"),
      ),
      appraisal,
    );

  test("a share of the impact: 60% x (1 - 20%) = 48%; points: 60 - 12 = 48 too, and 20 points leave 40", () => {
    expect(value(of("20% of impact"), "gross_benefit")).toBeCloseTo(240 * 0.48 * 10_000, 6);
    expect(value(of("12 points"), "gross_benefit")).toBeCloseTo(240 * 0.48 * 10_000, 6);
    expect(value(of("20 points"), "gross_benefit")).toBeCloseTo(240 * 0.4 * 10_000, 6);
  });

  test("left out: all of the impact, and it is said which correction that is", () => {
    expect(of("20% of impact").corrections).toContain("deadweight");
    expect(value(of("20% of impact", { leaveOut: ["deadweight"] }), "gross_benefit")).toBeCloseTo(
      240 * 0.6 * 10_000,
      6,
    );
  });
});

describe("a transfer", () => {
  const line = (perspective: string) =>
    assessed(
      spec(
        "without: 50%\neffect: RD -10%",
        "kind: event",
        `benefits:
  - {benefit: Benefit payments, amount: £300/child, kind: fiscal, gains: dwp, transfer: true, valued: undiscounted, over: 1 year}
  - {benefit: Calm, amount: £100/child, kind: social, gains: participants, valued: undiscounted, over: 1 year}`,
      ).replace("perspective: society", `perspective: ${perspective}`),
    );

  test("is no gain to society, and is shown", () => {
    const found = line("society");
    expect(value(found, "gross_benefit")).toBeCloseTo(24_000, 6);
    expect(found.benefits[0]?.leftOut?.reason).toBe("transfer");
    expect(value(found, "public_value_return")).toBeCloseTo(24_000 / 50_000, 9);
  });

  test("is a gain to the purse that keeps it", () => {
    const found = line("public-sector");
    expect(value(found, "gross_benefit")).toBeCloseTo(72_000, 6);
    expect(value(found, "fiscal_return")).toBeCloseTo(72_000 / 50_000, 9);
    expect(value(found, "public_value_return")).toBeCloseTo(24_000 / 50_000, 9);
  });

  test("an outcome whose value is a transfer is none to society either", () => {
    const of = assessed(spec("without: 50%\neffect: RD -10%\nlasts: 1 year", `${state()}\ntransfer: true`));
    expect(of.benefits[0]?.leftOut?.reason).toBe("transfer");
    expect(value(of, "fiscal_benefit")).toBeCloseTo(240 * 0.1 * 10_000, 6);
  });
});

describe("who pays and who gains", () => {
  const found = assessed(`
intervention: x
population: {unit: child, starts: 100}
costs:
  price_year: 2023-24
  period: 1 year
  perspective: society
  comparator: {cost: £50/child, who_pays: schools}
  lines:
    - {item: Line, who_pays: {local-authority: 70%, nhs: 30%}, amount: £400/child}
benefits:
  - {benefit: A, amount: £600/child, kind: fiscal, gains: {nhs: 50%, criminal-justice: 50%}, cashable: 40%, valued: undiscounted, over: 1 year}
`);

  test("net by party: what each gains, less what it pays, with what the comparator would have cost it", () => {
    // Council -28,000; NHS 30,000 - 12,000; courts 30,000; schools are spared 5,000. Together the net benefit, 60,000 - 35,000.
    const net = (party: string) => value(found, `net_by_party/${party}`);
    expect(net("local-authority")).toBeCloseTo(-28_000, 9);
    expect(net("nhs")).toBeCloseTo(18_000, 9);
    expect(net("criminal-justice")).toBeCloseTo(30_000, 9);
    expect(net("schools")).toBeCloseTo(5_000, 9);
    expect(value(found, "net_benefit")).toBeCloseTo(25_000, 9);
  });

  test("net present budget impact: 40% of £60,000, less £35,000", () => {
    expect(value(found, "pv_cashable_benefit")).toBeCloseTo(24_000, 9);
    expect(value(found, "net_present_budget_impact")).toBeCloseTo(-11_000, 9);
  });

  test("each perspective of one spec: the council pays £28,000 and gains nothing", () => {
    expect(found.under("local-authority").get("cost_total")?.value).toBeCloseTo(28_000, 9);
    expect(found.under("local-authority").get("bcr")).toMatchObject({ none: "no benefit in this perspective" });
    expect(found.under("public-sector").get("bcr")?.value).toBeCloseTo(60_000 / 35_000, 9);
    expect(found.under("society")).toBe(found.figures);
  });
});

describe("the effect at which the service just pays", () => {
  test("half the effect brings half of £100,000, which is what it costs", () => {
    // 240 x 10 points x £10,000 for one year from the start: £240,000 in year 0; costs £50,000.
    const found = assessed(spec("affects: starters\nwithout: 50%\neffect: RD -10%\nlasts: 1 year", state()));
    expect(value(found, "break_even_share/o")).toBeCloseTo(50_000 / 240_000, 9);
    expect(value(found, "break_even_effect/o")).toBeCloseTo((-0.1 * 50_000) / 240_000, 9);
    const less = assessed(
      spec(`affects: starters\nwithout: 50%\neffect: RD ${(-10 * 50) / 240}%\nlasts: 1 year`, state()),
    );
    expect(value(less, "npv")).toBeCloseTo(0, 6);
  });

  test("none where no effect is shown", () => {
    const found = assessed(
      spec("affects: starters\nwithout: 50%\neffect: RD -10% (95% CI -30% to 10%)\nlasts: 1 year", state()),
    );
    expect(found.figures.has("break_even_share/o")).toBe(false);
  });
});

test("the category of value for money is read from the ratio, the upper one on a boundary", () => {
  const of = (amount: string) =>
    assessed(
      spec(
        "without: 50%\neffect: RD -10%",
        "kind: event",
        `benefits:
  - {benefit: A, amount: "${amount}", kind: fiscal, gains: nhs, valued: present-value}`,
      ),
    ).valueForMoney?.category;
  expect([of("£49,999"), of("£50,000"), of("£75,000"), of("£100,000"), of("£200,000"), of("unknown")]).toEqual([
    "poor",
    "low",
    "medium",
    "high",
    "very high",
    undefined,
  ]);
});

test("QALYs are discounted at the rates for health, money at the standard ones", () => {
  const read20 = read("threshold", "£20,000/QALY");
  const threshold = read20.ok ? read20.value : undefined;
  const found = assessed(
    spec(
      "affects: starters\neffect: MD 0.034 QALY better\nlag: 1 year",
      "kind: qaly\nvalues:\n  - {value: £20000/QALY, price_year: 2023-24, kind: social, gains: participants}".replace(
        "counts: child",
        "",
      ),
    ).replace("better: lower", "better: higher"),
    { threshold },
  );
  // 8.16 QALYs x £20,000 less £50,000; discounted by a year at 1.5%, the cost all in year 0.
  expect(value(found, "net_monetary_benefit/o")).toBeCloseTo(8.16 * 20_000 - 50_000, 6);
  expect(value(found, "net_monetary_benefit_discounted/o")).toBeCloseTo((8.16 * 20_000) / 1.015 - 50_000, 6);
  expect(value(found, "gross_benefit")).toBeCloseTo(240 * 0.034 * 20_000, 6);
  expect(value(found, "pv_benefit")).toBeCloseTo((240 * 0.034 * 20_000) / 1.015, 6);
  expect(value(found, "discounted_qalys/o")).toBeCloseTo((240 * 0.034) / 1.015, 9);
});

test("the chain that is shown ends at the present value, step by step", () => {
  const [chain] = assessed(spec(full, state())).chains;
  const steps = chain?.steps.map(({ step, leaves }) => [step, leaves]) ?? [];
  const expected: readonly (readonly [string, number])[] = [
    ["affected", 1_000],
    ["need", 400],
    ["engagement", 300],
    ["retention", 240],
    ["difference", 24],
    ["attribution", 21.6],
    ["years", 38.88],
    ["value", gross],
    ["optimism", gross * 0.9],
    ["discount", discounted * 0.9],
  ];
  expect(steps.map(([step]) => step)).toEqual(expected.map(([step]) => step));
  for (const [at, [step, leaves]] of expected.entries()) expect(steps[at]?.[1], step).toBeCloseTo(leaves, 6);
  const points = assessed(
    spec(
      "affects: starters\nimpact: 60%\ndeadweight: 12 points",
      state().replace("/year", "").replace("state", "event"),
    ),
  ).chains[0]?.steps.map(({ leaves }) => Number(leaves?.toFixed(6)));
  expect(points).toEqual([240, 144, 115.2, 1_152_000, 1_152_000]);
});
