/** The rules of the format, one by one: what each way of writing a line, a time or an effect comes to. */
import { describe, expect, test } from "vitest";
import type { Appraisal } from "../../server/src/model/settings.ts";
import { unit } from "../../server/src/values/units.ts";
import { assessed, value } from "./helper.ts";

interface Parts {
  readonly population?: string;
  readonly delivery?: string;
  readonly costs?: string;
  readonly lines?: readonly string[];
  readonly rest?: string;
  readonly before?: string;
}

const spec = ({
  population = "starts: 60 families/year",
  delivery = "",
  costs = "comparator: {cost: none}",
  lines = [],
  rest = "",
  before = "",
}: Parts): string => `${before}
intervention: x
population:
  unit: family
${population.replace(/^/gm, "  ")}
${delivery}
costs:
  price_year: 2023-24
  period: 3 years
${costs.replace(/^/gm, "  ")}
  lines:
${lines.map((line) => `    - {item: Line, ${line}}`).join("\n")}
${rest}`;

const total = (parts: Parts, appraisal: Partial<Appraisal> = {}): number | undefined =>
  value(assessed(spec(parts), appraisal), "cost_total");
const problems = (parts: Parts): readonly string[] => assessed(spec(parts)).problems.map(({ reason }) => reason);

describe("the unit left on a line says what it is multiplied by", () => {
  test.each([
    ["once", 'amount: "£46,000"', 46_000],
    ["years of the period", 'amount: "£10,000/year"', 30_000],
    ["months are brought to years", "amount: £100/month", 3_600],
    ["weeks too, at 365.25/7 a year", "amount: £7/week", 7 * (365.25 / 7) * 3],
    ["starters", "amount: £50/family", 9_000],
    ["`participant` is the population's unit", "amount: £50/participant", 9_000],
    ["a quantity at a price", "quantity: 1.5 hours/visit x 12 visits/family, unit_cost: £38/hour", 1.5 * 12 * 38 * 180],
    ["minutes at a price by the hour", "quantity: 90 minutes/family, unit_cost: £40/hour", 60 * 180],
    ["posts at a price by the post", 'quantity: 4 FTE, unit_cost: "£52,300/FTE/year"', 627_600],
    [
      "posts at a price by the hour, through the working year",
      "quantity: 2 FTE, unit_cost: £20/hour",
      2 * 42 * 37 * 20 * 3,
    ],
    ["hours at a price by the post", 'quantity: 1554 hours/year, unit_cost: "£50,000/FTE/year"', 150_000],
  ])("%s", (_, line, expected) => {
    expect(total({ lines: [line] })).toBeCloseTo(expected, 6);
  });

  test("time in service, and what comes with a participant", () => {
    const population = "starts: 60 families/year\nhas: 1.5 children/family\ntime_in_service: 6 months";
    expect(total({ population, lines: ["amount: £100/family/month"] })).toBeCloseTo(100 * 6 * 180, 6);
    expect(total({ population, lines: ["amount: £100/child"] })).toBeCloseTo(150 * 180, 6);
    expect(total({ population, lines: ["amount: £100/child/year"] })).toBeCloseTo(100 * 0.5 * 1.5 * 180, 6);
  });

  test("counted units: in total, and a year", () => {
    expect(total({ delivery: "delivery: {course: 15 courses}", lines: ["amount: £500/course"] })).toBe(7_500);
    expect(total({ delivery: "delivery: {course: 5 courses/year}", lines: ["amount: £500/course"] })).toBe(7_500);
    expect(total({ delivery: "delivery: {sites: [a, b]}", lines: ["amount: £500, per_site: true"] })).toBe(1_000);
  });

  test.each([
    ["a unit nobody has counted", "amount: £500/school", "unit-not-counted"],
    ["a child where families are counted, even if the author meant one", "amount: £100/child", "missing-has"],
    ["a week of a family, its time in service not said", "amount: £100/family/week", "missing-time-in-service"],
    ["hours against a price by the visit", "quantity: 12 hours/family, unit_cost: £38/visit", "units-left-over"],
    ["a quantity without a price", "quantity: 4 FTE", "quantity-without-price"],
    ["nothing at all", "resource: staff", "amount-missing"],
    ["a unit cost that no library has", "unit_cost: local/nobody", "unit-cost-missing"],
    ["an amount beside a unit cost", "amount: £3, unit_cost: £3/family", "amount-and-unit-cost"],
    ["shares of payers over 100%", "amount: £3, who_pays: {nhs: 60%, dwp: 60%}", "payer-shares-over"],
    ["dollars among pounds", "amount: $3/family", "currency-differs"],
  ])("%s is a problem, never a one", (_, line, reason) => {
    expect(problems({ lines: [line] })).toContain(reason);
    if (reason !== "amount-and-unit-cost" && reason !== "payer-shares-over")
      expect(total({ lines: [line] })).toBeUndefined();
  });

  test("an amount per family by site is not multiplied by everyone at each site", () => {
    const found = assessed(spec({ lines: ["amount: {a: £100/family, b: £120/family}"] }));
    expect(found.figures.get("cost_total")).toMatchObject({ value: undefined, complete: false });
    expect(value(found, "cost_per_starter")).toBeUndefined();
    const alone = assessed(
      spec({ population: "starts: unknown", lines: ["amount: {a: £100/family, b: £120/family}"] }),
    );
    expect(value(alone, "cost_per_starter")).toBeUndefined();
    const counted = spec({
      population: "starts: 8 families/course",
      delivery: "delivery:\n  course: {a: 2 courses, b: 3 courses}",
      lines: ["amount: {a: £100/family, b: £120/family}"],
    });
    expect(value(assessed(counted), "cost_total")).toBe(16 * 100 + 24 * 120);
  });

  test("an amount beside a unit cost: quantity times price stands", () => {
    expect(total({ lines: ["amount: £3, unit_cost: £5/family"] })).toBe(900);
  });
});

describe("volumes", () => {
  test("a total is spread over the period, a flow is multiplied by it, never both", () => {
    expect(total({ population: "starts: 46", lines: ["amount: £100/family"] })).toBe(4_600);
    expect(total({ population: "starts: 46 families/year", lines: ["amount: £100/family"] })).toBe(13_800);
    expect(total({ population: "starts: 2 families/week", lines: ["amount: £100/family"] })).toBeCloseTo(
      (2 * 365.25 * 3 * 100) / 7,
      6,
    );
  });

  test("completers are a share of starters; a line may be for them, for a share, or for a number", () => {
    const population = "starts: 60 families/year\ncompletes: 85%\neligible: 240 families/year";
    expect(total({ population, lines: ["amount: £100/family, of: completers"] })).toBeCloseTo(15_300, 6);
    expect(total({ population, lines: ["amount: £100/family, of: eligible"] })).toBe(72_000);
    expect(total({ population, lines: ["amount: £100/family, of: 40% of starters"] })).toBeCloseTo(7_200, 6);
    expect(total({ population, lines: ["amount: £100/family, of: 20"] })).toBe(2_000);
    expect(value(assessed(spec({ population, lines: ["amount: £100/family"] })), "cost_per_completer")).toBeCloseTo(
      18_000 / 153,
      9,
    );
  });

  test("a cost per starter needs no volume; sums in £ make it incomplete and it says so", () => {
    const alone = assessed(
      spec({
        population: "starts: unknown",
        lines: ["amount: £100/family", "amount: £50/family, of: 50% of starters"],
      }),
    );
    expect(value(alone, "cost_per_starter")).toBe(125);
    expect(value(alone, "cost_total")).toBeUndefined();
    const fixed = assessed(
      spec({ population: "starts: unknown", lines: ["amount: £100/family", 'amount: "£5,000/year"'] }),
    );
    const figure = fixed.figures.get("cost_per_starter");
    expect([figure?.value, figure?.complete]).toEqual([100, false]);
    expect(value(fixed, "cost_total")).toBe(15_000);
  });

  test("a number of something else is not the number of participants", () => {
    expect(problems({ population: "starts: 60 children/year", lines: ["amount: £100/family"] })).toContain(
      "volume-unit",
    );
  });
});

describe("perspective, view and comparator", () => {
  const lines = [
    "amount: £10/family, who_pays: local-authority",
    "amount: £20/family, who_pays: nhs",
    "amount: £40/family, who_pays: charity",
    "amount: £80/family",
  ];
  test.each([
    ["society", 150, true],
    ["public-sector", 110, true],
    ["local-authority", 10, false],
  ])("%s", (perspective, each, complete) => {
    const found = assessed(spec({ costs: `perspective: ${perspective}\ncomparator: {cost: none}`, lines }));
    expect(value(found, "cost_per_starter")).toBe(each);
    expect(found.figures.get("cost_total")?.complete).toBe(complete);
  });

  test("a split between payers counts by its shares", () => {
    const found = assessed(
      spec({
        costs: "perspective: public-sector\ncomparator: {cost: none}",
        lines: ["amount: £100/family, who_pays: {nhs: 40%, charity: 60%}"],
      }),
    );
    expect(value(found, "cost_per_starter")).toBe(40);
    expect(value(found, "cost_by_payer/nhs")).toBe(7_200);
  });

  test("what is paid anyway counts in the economic cost, not in the budget cost; unknown, it spoils that view alone", () => {
    const found = assessed(spec({ lines: ["amount: £58/family", "amount: unknown, additional: false"] }));
    expect(found.figures.get("cost_total_budget")).toMatchObject({ value: 58 * 180, complete: true });
    expect(found.figures.get("cost_total_economic")).toMatchObject({ value: 58 * 180, complete: false });
    expect(
      assessed(spec({ lines: ["amount: £58/family", "amount: £2/family, additional: false"] }), {
        costs: "budget",
      }).figures.get("cost_total")?.value,
    ).toBe(58 * 180);
  });

  test("an unknown comparator leaves the incremental cost incomplete; none, already deducted and in benefits leave the lines", () => {
    const cost = (text: string) =>
      assessed(spec({ costs: text, lines: ["amount: £100/family"] })).figures.get("incremental_cost");
    expect(cost("comparator: {cost: unknown}")).toMatchObject({ value: 18_000, complete: false });
    for (const word of ["none", "already deducted", "in benefits"])
      expect(cost(`comparator: {cost: ${word}}`)).toMatchObject({ value: 18_000, complete: true });
    expect(cost("comparator: {cost: £30/family}")).toMatchObject({ value: 12_600, complete: true });
  });

  test("incremental cost of zero or below: no ratio, never infinite", () => {
    const found = assessed(
      spec({
        costs: "comparator: {cost: £100/family}",
        lines: ["amount: £100/family"],
        rest: "benefits:\n  - {benefit: B, amount: £5/family, kind: fiscal, valued: present-value}\n",
      }),
    );
    expect(found.figures.get("bcr")).toMatchObject({ value: undefined, none: "no cost" });
  });
});

describe("time", () => {
  test("cash by year: start-up in year 0, flows in each year, things bought again when worn out", () => {
    const found = assessed(
      spec({
        costs: "comparator: {cost: none}",
        lines: ['amount: "£46,000", timing: start-up, lasts: 2 years', 'amount: "£9,000"', 'amount: "£1,000/year"'],
      }),
    );
    expect([0, 1, 2].map((year) => value(found, `cost_by_year/${year}`))).toEqual([50_000, 4_000, 50_000]);
    expect(value(found, "pv_cost")).toBeCloseTo(50_000 + 4_000 / 1.035 + 50_000 / 1.035 ** 2, 6);
  });

  test("a residual value comes back when the life ends inside the period", () => {
    const found = assessed(spec({ lines: ['amount: "£1,000", timing: start-up, lasts: 3 years, residual: £100'] }));
    expect(value(found, "cost_total")).toBe(900);
    expect(value(found, "pv_cost")).toBeCloseTo(1_000 - 100 / 1.035 ** 3, 9);
  });

  test("capital: annualised, spread, expensed", () => {
    const each = (capital: Appraisal["capital"]) =>
      value(
        assessed(spec({ lines: ['amount: "£18,000", timing: start-up, lasts: 6 years'] }), { capital }),
        "annualised_cost_per_starter",
      );
    expect(each("expense")).toBeCloseTo(100, 9);
    expect(each("spread")).toBeCloseTo(50, 9);
    expect(each("annualise")).toBeCloseTo((3 * 18_000 * 0.035) / (1 - 1.035 ** -6) / 180, 9);
  });

  test("EEF's average over three years, whatever the setting of capital", () => {
    const found = assessed(
      spec({ lines: ['amount: "£18,000", timing: start-up, lasts: 2 years', "amount: £60/family"] }),
    );
    expect(value(found, "averaged_cost_per_starter")).toBeCloseTo((18_000 + 3 * 3_600) / 3 / 60, 9);
  });

  test("a price year not in the series, unknown, or of the other kind of year is not known", () => {
    const at = (year: string) =>
      assessed(spec({ lines: ["amount: £10/family", `amount: £100/family, price_year: ${year}`] }), {
        priceYear: { kind: "price-year", basis: "financial", start: 2024, label: "2024-25" },
      });
    for (const [year, reason] of [
      ["1901-02", "price-year-outside-series"],
      ["2016", "price-year-other-basis"],
      ["unknown", "price-year-unknown"],
    ] as const) {
      const found = at(year);
      expect(found.problems.map((problem) => problem.reason)).toContain(reason);
      expect(found.figures.get("cost_total")?.complete).toBe(false);
      expect(found.priceYear).toBe("2024-25");
    }
  });

  test("where no amount can be moved, all stay as printed and the assessment says so", () => {
    const found = assessed(spec({ lines: ["amount: £10/family"] }).replace("2023-24", "unknown"), {
      priceYear: { kind: "price-year", basis: "financial", start: 2024, label: "2024-25" },
    });
    expect(found.priceNote).toBe("not movable");
    expect(value(found, "cost_per_starter")).toBe(10);
    expect(found.figures.get("cost_per_starter")?.priceYear).toBeUndefined();
  });
});

const outcomeDoc = (kind: string, better: string, amount: string, counts = "children"): string => `
outcome: o
counts: ${counts}
kind: ${kind}
better: ${better}
values:
  - {value: "${amount}", kind: fiscal, gains: local-authority, price_year: 2023-24}
---
`;

describe("outcomes", () => {
  const claim = (text: string, kind: string, amount: string, better = "lower", counts = "children") =>
    assessed(
      spec({
        before: outcomeDoc(kind, better, amount, counts),
        population: "starts: 100\nhas: 2 children/family",
        lines: ["amount: £400/family"],
        rest: `outcomes:\n  - outcome: o\n${text.replace(/^/gm, "    ")}\n`,
      }),
      { discounting: { rate: 0 } },
    );

  test.each([
    ["RR", "effect: RR 0.72 (95% CI 0.55 to 0.94)", 0.35 * 0.72 - 0.35, 0.35 * 0.55 - 0.35, 0.35 * 0.94 - 0.35],
    [
      "OR",
      "effect: OR 0.67 (95% CI 0.43 to 0.95)",
      (0.67 * 0.35) / (0.65 + 0.67 * 0.35) - 0.35,
      (0.43 * 0.35) / (0.65 + 0.43 * 0.35) - 0.35,
      (0.95 * 0.35) / (0.65 + 0.95 * 0.35) - 0.35,
    ],
    [
      "HR",
      "effect: HR 0.8 (95% CI 0.7 to 0.9)",
      1 - 0.65 ** 0.8 - 0.35,
      1 - 0.65 ** 0.7 - 0.35,
      1 - 0.65 ** 0.9 - 0.35,
    ],
    ["points", "effect: -3 points (95% CI -5 to -1)", -0.03, -0.05, -0.01],
    ["relative", "effect: -32% relative (95% CI -45% to -6%)", -0.32 * 0.35, -0.45 * 0.35, -0.06 * 0.35],
  ])("difference from %s, with its interval", (_, effect, expected, low, high) => {
    const figure = claim(`without: 35%\n${effect}`, "event", "£100/child").figures.get("outcome_difference/o");
    expect(figure?.value).toBeCloseTo(expected, 12);
    expect(figure?.low).toBeCloseTo(low, 12);
    expect(figure?.high).toBeCloseTo(high, 12);
  });

  // 0.8 incidents for each of 200 children, a third fewer: 200 x 0.8 x 0.3 = 48 incidents. 0.8 is no chance: it has no odds.
  test("a number for each person is a rate over the whole window, and no chance", () => {
    const of = (effect: string) =>
      claim(`without: 0.8 incidents/child\n${effect}`, "event", "£100/incident", "lower", "incidents");
    const rated = of("effect: RR 0.70 (95% CI 0.60 to 0.90)");
    expect(value(rated, "outcomes_expected/o")).toBeCloseTo(-48, 9);
    expect(rated.figures.get("outcomes_expected/o")?.unit).toEqual(unit(["incident", 1]));
    expect(value(rated, "gross_benefit")).toBeCloseTo(4_800, 9);
    expect(value(of("effect: HR 0.70 (95% CI 0.60 to 0.90)"), "outcomes_expected/o")).toBeCloseTo(-48, 9);
    expect(value(of("effect: OR 0.70 (95% CI 0.60 to 0.90)"), "outcomes_expected/o")).toBeUndefined();
    expect(value(of("effect: g 0.26 better (95% CI 0.17 to 0.35)"), "outcomes_expected/o")).toBeUndefined();
  });

  test("a coefficient on a yes/no outcome is not taken as points or as log odds", () => {
    const of = (kind: string) => claim("without: 35%\neffect: b -0.10 (95% CI -0.15 to -0.05)", kind, "£100/child");
    expect(value(of("event"), "outcomes_expected/o")).toBeUndefined();
    expect(of("event").figures.get("outcomes_expected/o")?.missing[0]?.what).toContain("log odds ratio");
  });

  test("a standardised difference on a yes/no outcome goes through the odds ratio", () => {
    const odds = Math.exp((-0.26 * Math.PI) / Math.sqrt(3));
    expect(
      value(
        claim("without: 35%\neffect: g 0.26 better (95% CI 0.17 to 0.35)", "event", "£100/child"),
        "outcome_difference/o",
      ),
    ).toBeCloseTo((odds * 0.35) / (0.65 + odds * 0.35) - 0.35, 12);
  });

  test("a chance is valued once; a state by its years; a rate by its years", () => {
    expect(
      value(claim("without: 35%\neffect: RR 0.72 (95% CI 0.55 to 0.94)", "event", "£100/child"), "gross_benefit"),
    ).toBeCloseTo(200 * 0.098 * 100, 9);
    expect(
      value(
        claim(
          "without: 35%\neffect: RR 0.72 (95% CI 0.55 to 0.94)\nlag: 6 months\nlasts: 2 years\ndrop_off: 20%/year",
          "state",
          "£100/child/year",
        ),
        "gross_benefit",
      ),
    ).toBeCloseTo(200 * 0.098 * 1.8 * 100, 9);
    expect(
      value(
        claim(
          "without: 0.4 incidents/child/year\nwith: 0.3 incidents/child/year\nlasts: 2 years",
          "event",
          "£100/incident",
          "lower",
        ),
        "gross_benefit",
      ),
    ).toBeCloseTo(200 * 0.1 * 2 * 100, 9);
  });

  test("what does not fit is a problem: a rate by the year, a state without its years, a value for something else", () => {
    const reasons = (text: string, kind: string, amount: string) =>
      claim(text, kind, amount).problems.map(({ reason }) => reason);
    expect(
      reasons(
        "without: 0.4 incidents/child/year\nwith: 0.3 incidents/child/year\nlasts: 2 years",
        "event",
        "£100/child/year",
      ),
    ).toContain("rate-valued-by-year");
    expect(reasons("without: 35%\neffect: RR 0.72", "state", "£100/child/year")).toContain("missing-lasts");
    expect(reasons("without: 35%\neffect: RR 0.72", "state", "£100/school")).toContain("value-unit");
    expect(reasons("effect: RR 0.72", "event", "£100/child")).toContain("missing-without");
  });

  test("without the lag or the period nobody knows when it is gained: its present value is not known", () => {
    const late = claim("without: 35%\neffect: RR 0.72 (95% CI 0.55 to 0.94)\nlag: unknown", "event", "£100/child");
    expect(value(late, "gross_benefit")).toBeCloseTo(200 * 0.098 * 100, 9);
    expect(late.figures.get("pv_benefit")).toMatchObject({ value: undefined, complete: false });
  });

  test("points and QALYs", () => {
    expect(
      value(claim("effect: MD 4 points better (95% CI 1 to 7)", "score", "£50/point", "lower"), "gross_benefit"),
    ).toBeCloseTo(200 * 4 * 50, 9);
    expect(
      value(
        claim("effect: MD 0.034 QALY better (95% CI 0.01 to 0.06)\nlasts: 5 years", "qaly", "£20,000/QALY", "higher"),
        "gross_benefit",
      ),
    ).toBeCloseTo(200 * 0.034 * 20_000, 6);
  });

  test("a difference without a unit is in QALYs where the outcome is one: 200 x 0.034", () => {
    const gained = claim("effect: MD 0.034 better (95% CI 0.01 to 0.06)", "qaly", "£20,000/QALY", "higher").figures.get(
      "outcomes_expected/o",
    );
    expect(gained?.value).toBeCloseTo(6.8, 9);
    expect(gained?.worked.unit.powers).toEqual([["qaly", 1]]);
  });

  test("cost per outcome: one child is one outcome, whatever its years; with the interval of the effect", () => {
    const figure = claim(
      "without: 35%\neffect: RR 0.72 (95% CI 0.55 to 0.94)\nlasts: 2 years",
      "state",
      "£100/child/year",
    ).figures.get("cost_per_outcome/o");
    expect(figure?.value).toBeCloseTo(40_000 / (200 * 0.098), 9);
    expect(figure?.low).toBeCloseTo(40_000 / (200 * 0.35 * 0.45), 9);
    expect(figure?.high).toBeCloseTo(40_000 / (200 * 0.35 * 0.06), 9);
  });

  test("no effect shown, whatever shows it; worse is none, never a negative price", () => {
    for (const effect of ["RR 0.9 (95% CI 0.7 to 1.1)", "no difference", "RR 0.9 (SE 0.2)", "-3 points, p = 0.3"])
      expect(
        claim(`without: 35%\neffect: ${effect}`, "event", "£100/child").figures.get("cost_per_outcome/o")?.none,
        effect,
      ).toBe("no effect shown");
    expect(
      claim("without: 35%\neffect: RR 1.4 (95% CI 1.1 to 1.8)", "event", "£100/child").figures.get("cost_per_outcome/o")
        ?.none,
    ).toBe("worse or no better");
  });

  test("deadweight: of the impact, or in points; twice is refused; without it nothing is claimed", () => {
    const gained = (text: string) => claim(text, "event", "£100/child", "higher");
    expect(value(gained("impact: 60%\ndeadweight: 20% of impact"), "gross_benefit")).toBeCloseTo(200 * 0.48 * 100, 9);
    expect(value(gained("impact: 60%\ndeadweight: 12 points"), "gross_benefit")).toBeCloseTo(200 * 0.48 * 100, 9);
    expect(gained("impact: 60%").problems.map(({ reason }) => reason)).toContain("deadweight-missing");
    expect(
      gained("without: 35%\neffect: RR 1.2 (95% CI 1.1 to 1.3)\ndeadweight: 20% of impact").problems.map(
        ({ reason }) => reason,
      ),
    ).toContain("deadweight-twice");
  });

  test("of several grades the worst corrects: the claim's, the value's, the unit cost's", () => {
    const graded = (own: number, ofValue: number): number | undefined =>
      value(
        assessed(
          spec({
            before: outcomeDoc("event", "lower", "£100/child").replace(
              "kind: fiscal",
              `kind: fiscal, confidence: ${ofValue}`,
            ),
            population: "starts: 100\nhas: 2 children/family",
            lines: ["amount: £400/family"],
            rest: `outcomes:\n  - {outcome: o, without: 50%, with: 40%, confidence: ${own}}\n`,
          }),
          { discounting: { rate: 0 } },
        ),
        "pv_benefit",
      );
    expect(graded(3, 1)).toBeCloseTo(200 * 0.1 * 100 * 0.9, 9);
    expect(graded(3, 6)).toBeCloseTo(200 * 0.1 * 100 * 0.6, 9);
    expect(graded(1, 1)).toBeCloseTo(200 * 0.1 * 100, 9);
  });

  test("attribution and the correction for optimism, beside the uncorrected; the grade is marked unverified", () => {
    const found = claim(
      "without: 35%\neffect: RR 0.72 (95% CI 0.55 to 0.94)\nattribution: 50%\nconfidence: 3",
      "event",
      "£100/child",
    );
    expect(value(found, "gross_benefit")).toBeCloseTo(200 * 0.098 * 100 * 0.5, 9);
    expect(value(found, "pv_benefit")).toBeCloseTo(200 * 0.098 * 100 * 0.5 * 0.9, 9);
    expect(value(found, "pv_benefit_uncorrected")).toBeCloseTo(200 * 0.098 * 100 * 0.5, 9);
    expect(found.figures.get("bcr")?.unverified.length).toBeGreaterThan(0);
    expect(found.figures.get("bcr_uncorrected")?.unverified).toEqual([]);
  });
});

describe("benefits", () => {
  const benefits = (lines: readonly string[], appraisal: Partial<Appraisal> = {}, before = "", outcomes = "") =>
    assessed(
      spec({
        before,
        population: "starts: 100\nhas: 1 child/family",
        lines: ["amount: £400/family"],
        rest: `${outcomes}benefits:\n${lines.map((line) => `  - {${line}}`).join("\n")}\n`,
      }),
      appraisal,
    );

  test("undiscounted sums are spread and discounted; others stand in the participant's first year", () => {
    const one = (text: string): string => `benefit: B, amount: £1/family, kind: fiscal, ${text}`;
    const starts = (1 + 1 / 1.035 + 1 / 1.035 ** 2) / 3;
    expect(value(benefits([one("valued: present-value, over: 20 years")]), "pv_benefit")).toBeCloseTo(100 * starts, 9);
    const spread = (1 + 1 / 1.035) / 2;
    expect(value(benefits([one("valued: undiscounted, over: 2 years")]), "pv_benefit")).toBeCloseTo(
      100 * starts * spread,
      9,
    );
  });

  test("nothing is added twice: the direct one stands for the outcome's, of one outcome and gainer one is added", () => {
    const before = outcomeDoc("event", "lower", "£100/child");
    const outcomes = "outcomes:\n  - outcome: o\n    without: 35%\n    effect: RR 0.72 (95% CI 0.55 to 0.94)\n";
    const found = benefits(
      [
        "benefit: Direct, amount: £7/family, kind: fiscal, gains: local-authority, outcome: o",
        "benefit: Again, amount: £9/family, kind: fiscal, gains: local-authority, outcome: o",
        "benefit: Social, amount: £3/family, kind: social, gains: society, outcome: o",
      ],
      {},
      before,
      outcomes,
    );
    expect(value(found, "gross_benefit")).toBe(1_000);
    expect(found.benefits.map(({ leftOut }) => leftOut?.reason)).toEqual([
      undefined,
      "same-benefit",
      undefined,
      "replaced",
    ]);
  });

  test("payback from dated fiscal benefits; never spread from a lump", () => {
    const dated = benefits(["benefit: B, amount: £1000/family, kind: fiscal, valued: undiscounted, over: 10 years"]);
    expect(value(dated, "payback")).toBe(6);
    expect(
      benefits(["benefit: B, amount: £1000/family, kind: fiscal, valued: present-value, over: 10 years"]).figures.get(
        "payback",
      )?.missing[0]?.reason,
    ).toBe("no-path-in-time");
    expect(
      benefits(["benefit: B, amount: £1/family, kind: fiscal, valued: undiscounted, over: 10 years"]).figures.get(
        "payback",
      )?.none,
    ).toBe("never paid back");
  });

  test("the fiscal return leaves out who is not the public sector, on both sides", () => {
    const found = assessed(
      spec({
        population: "starts: 100",
        costs: "perspective: society\ncomparator: {cost: none}",
        lines: ["amount: £100/family, who_pays: nhs", "amount: £100/family, who_pays: charity"],
        rest: "benefits:\n  - {benefit: A, amount: £300/family, kind: fiscal, gains: treasury, valued: present-value}\n  - {benefit: B, amount: £500/family, kind: social, gains: society, valued: present-value}\n",
      }),
    );
    expect(value(found, "bcr")).toBeCloseTo(4, 12);
    expect(value(found, "fiscal_return")).toBeCloseTo(3, 12);
  });

  test("nothing counts beyond the horizon", () => {
    const found = assessed(
      spec({
        population: "starts: 100",
        costs: "horizon: 4 years\ncomparator: {cost: none}",
        lines: ["amount: £1/family"],
        rest: "benefits:\n  - {benefit: A, amount: £10/family, kind: fiscal, valued: undiscounted, over: 10 years}\n",
      }),
      { discounting: { rate: 0 } },
    );
    // Starters of years 0, 1 and 2 gain £1 a year for 4, 3 and 2 years.
    expect(value(found, "gross_benefit")).toBeCloseTo((100 / 3) * (4 + 3 + 2), 9);
  });
});
