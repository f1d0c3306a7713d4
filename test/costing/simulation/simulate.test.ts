import { expect, test } from "vitest";
import { evaluate, leaves } from "../../../server/src/costing/evaluate.ts";
import type { Distribution } from "../../../server/src/costing/simulation/distributions.ts";
import { draw, stream } from "../../../server/src/costing/simulation/draws.ts";
import { drawsOf, valuesAt } from "../../../server/src/costing/simulation/evaluate-plan.ts";
import { compile } from "../../../server/src/costing/simulation/plan.ts";
import { ratioAt } from "../../../server/src/costing/simulation/ratios.ts";
import { service, simulated } from "./support.ts";

test("the flat plan gives every figure of the graph to the last digit", () => {
  const { assessment, uncertainty } = simulated(service());
  const figures = [...assessment.figures.values()].filter(({ worked }) => worked.value !== undefined);
  const plan = compile(
    figures.map(({ worked }) => worked),
    (leaf) => uncertainty.case.inputOf(leaf)?.key,
  );
  // Every drawn value is put in anew, so that every step is worked out anew.
  const put = new Map([...plan.drawn.values()].map((at) => [at, plan.steps[at]?.central ?? Number.NaN]));
  expect(put.size).toBeGreaterThan(8);
  const values = valuesAt(plan, put);
  for (const { id, of, worked } of figures)
    expect([id, of, values[plan.stepOf(worked) as number]]).toEqual([id, of, worked.value]);
});

test("every draw of the plan is what the graph itself comes to with the drawn values put in", () => {
  const { assessment, uncertainty } = simulated(service());
  const figures = [...assessment.figures.values()].filter(
    ({ worked }) => worked.value !== undefined && worked.none === undefined,
  );
  const plan = compile(
    figures.map(({ worked }) => worked),
    (leaf) => {
      const input = uncertainty.case.inputOf(leaf);
      return input?.distribution === undefined ? undefined : input.key;
    },
  );
  const count = 700;
  const draws = new Map(
    [...plan.drawn].map(([key, at]) => {
      const input = uncertainty.inputs.get(key);
      return [at, draw(input?.distribution as Distribution, count, stream(5, key))] as const;
    }),
  );
  const wanted = new Set(figures.map(({ worked }) => plan.stepOf(worked) as number));
  const running = drawsOf(plan, draws, count, wanted);
  let turn = running.next();
  while (turn.done !== true) turn = running.next();
  // Some in each block of draws.
  for (const at of [0, 1, 250, 499, 500, 699])
    for (const { id, of, worked } of figures) {
      const instead = new Map(
        leaves(worked).flatMap((leaf) => {
          const step = plan.drawn.get(uncertainty.case.inputOf(leaf)?.key ?? "");
          return step === undefined ? [] : [[leaf, draws.get(step)?.[at] ?? Number.NaN] as const];
        }),
      );
      const [own, graph] = [turn.value.get(plan.stepOf(worked) as number)?.[at] ?? 0, evaluate(worked, instead)];
      // A payback that never comes is no number in the graph.
      const near =
        graph === undefined ? Number.isNaN(own) : Math.abs(own - graph) <= 1e-9 * Math.max(1, Math.abs(graph));
      expect([id, of, at, near]).toEqual([id, of, at, true]);
    }
});

test("the same seed gives the same figures, another seed others", () => {
  const once = simulated(service()).simulation;
  expect(simulated(service()).simulation.figures).toEqual(once.figures);
  const other = simulated(service(), { seed: 2 }).simulation;
  expect(other.figures.get("npv")?.low).not.toBe(once.figures.get("npv")?.low);
});

test("the order of the lines never changes a figure", () => {
  const text = service();
  const therapists = /^ {4}- item: Therapists\n(?: {6}.*\n)*/m.exec(text)?.[0] as string;
  const moved = text.replace(therapists, "").replace("outcomes:\n", `${therapists}outcomes:\n`);
  expect(moved).not.toBe(text);
  expect(simulated(moved).simulation.figures).toEqual(simulated(text).simulation.figures);
});

test("a line more leaves the draws of the others as they are", () => {
  const more = "    - item: Rooms\n      who_pays: nhs\n      amount: £10,000 to £20,000/year\n";
  const [before, after] = [simulated(service()), simulated(service(more))];
  expect(after.simulation.figures.get("gross_benefit")).toEqual(before.simulation.figures.get("gross_benefit"));
  expect(after.simulation.figures.get("cost_total")).not.toEqual(before.simulation.figures.get("cost_total"));
});

test("the mean of the draws is the figure itself where that is a sum of what is drawn evenly about its value", () => {
  const { figures } = simulated(service(), { draws: 40_000 }).simulation;
  for (const key of ["cost_total", "cost_per_starter", "incremental_cost", "completes_total"]) {
    const figure = figures.get(key);
    const error = figure?.convergence?.error ?? Number.NaN;
    expect([key, Math.abs((figure?.mean ?? 0) - (figure?.central ?? 1)) < 4 * error]).toEqual([key, true]);
  }
});

test("one drawn value: the interval of the figure is the formula at the ends of the interval", () => {
  const { figures } = simulated(
    "intervention: one\npopulation:\n  unit: child\n  starts: 100 children\noutcomes:\n  - outcome: care\n    without: 35%\n    effect: RR 0.72 (95% CI 0.55 to 0.94)\n    affects: starters\n---\noutcome: care\nkind: state\nbetter: lower\ncounts: children\n",
    { draws: 40_000 },
  ).simulation;
  const difference = figures.get("outcome_difference/care");
  // 0.35 x 0.55 - 0.35 and 0.35 x 0.94 - 0.35.
  expect(difference?.low).toBeCloseTo(-0.1575, 2);
  expect(difference?.high).toBeCloseTo(-0.021, 2);
  expect(difference?.median).toBeCloseTo(-0.098, 2);
});

test("two triangular amounts: the variance of the sum is the sum of the variances, (high - low)^2 / 24 each", () => {
  const line = (item: string, amount: string) => `    - item: ${item}\n      amount: ${amount}\n`;
  const { figures } = simulated(
    `intervention: two\ncosts:\n  price_year: 2023-24\n  period: 1 year\n  perspective: society\n  lines:\n${line("A", "£1,000 to £2,000")}${line("B", "£3,000 to £6,000")}`,
    { draws: 40_000 },
  ).simulation;
  const cost = figures.get("cost_total");
  const sd = Math.sqrt((1000 ** 2 + 3000 ** 2) / 24);
  expect((cost?.convergence?.error ?? 0) * Math.sqrt(40_000)).toBeCloseTo(sd, -1.5);
  expect(cost?.central).toBe(6000);
});

test("one unit cost used twice is one draw: the two lines rise and fall together", () => {
  const { simulation, uncertainty } = simulated(service());
  expect(simulation.drawn.filter((key) => key.startsWith("unit_costs."))).toEqual(["unit_costs.local/worker"]);
  expect(uncertainty.inputs.get("unit_costs.local/worker")?.distribution?.name).toBe("normal");
});

test("years that hang on how long the effect lasts move with it: at either end the present value is that of a spec so written", () => {
  const at = (lasts: string) =>
    simulated(service().replace("1 to 3 years", lasts)).assessment.figures.get("npv")?.value;
  const { simulation } = simulated(service());
  const row = simulation.sensitivity.get("npv")?.find(({ key }) => key.endsWith(".lasts"));
  expect(row?.low).toEqual({ input: 1, figure: at("1 year") });
  expect(row?.high).toEqual({ input: 3, figure: at("3 years") });
});

test("at its switching value the net present value is zero", () => {
  const { simulation } = simulated(service());
  const effect = simulation.switching.find(({ key }) => key.endsWith("effect"));
  const turned = service().replace("RR 0.72 (95% CI 0.55 to 0.94)", `RR ${effect?.value}`);
  expect(Math.abs(simulated(turned).assessment.figures.get("npv")?.value ?? 1e9)).toBeLessThan(0.01);
  expect(simulation.switching.find(({ key }) => key === "costs.comparator.cost")?.value).toBeUndefined();
});

test("the tornado is sorted by swing and holds what a spec with that value comes to", () => {
  const { simulation } = simulated(service());
  const rows = simulation.sensitivity.get("npv") ?? [];
  const swings = rows.map(({ swing }) => swing);
  expect(swings).toEqual([...swings].sort((a, b) => b - a));
  expect(rows[0]?.key).toBe("outcomes.child-enters-care.effect");
  const dear = service().replace("£4,000 to £5,200/family", "£5,200/family");
  const found = rows.find(({ key }) => key === "costs.lines.Therapists.amount");
  expect(found?.high.figure).toBeCloseTo(simulated(dear).assessment.figures.get("npv")?.value ?? 0, 6);
});

test("a ratio is put where it belongs when its denominator crosses zero", () => {
  expect(ratioAt("price", 100, 4)).toBe(25);
  expect(ratioAt("price", 100, -4)).toBe(Infinity);
  expect(ratioAt("price", 100, 0)).toBe(Infinity);
  expect(ratioAt("price", -100, 4)).toBe(-Infinity);
  expect(ratioAt("price", -100, -4)).toBeNaN();
  expect(ratioAt("return", 100, 50)).toBe(2);
  expect(ratioAt("return", -100, 50)).toBe(-2);
  expect(ratioAt("return", 100, -50)).toBe(Infinity);
  expect(ratioAt("return", -100, -50)).toBeNaN();
});

test("a cost per outcome has no upper end where too many draws gain nothing, and never a negative price", () => {
  const wide = service().replace("RR 0.72 (95% CI 0.55 to 0.94)", "RR 0.72 (80% CI 0.55 to 0.94)");
  const figure = simulated(wide).simulation.figures.get("cost_per_outcome/child-enters-care");
  expect(figure?.high).toBe(Infinity);
  expect(figure?.mean).toBeUndefined();
  expect(figure?.above).toBeGreaterThan(0.025);
  expect(figure?.low).toBeGreaterThan(0);
});

test("payback: draws in which it is never paid back lie beyond every year", () => {
  const payback = simulated(service()).simulation.figures.get("payback");
  expect(payback?.central).toBe(3);
  expect(payback?.high).toBe(Infinity);
  expect(payback?.without).toBe(0);
  expect(payback?.above).toBeGreaterThan(0.05);
});

test("the chance of being worth it rises with what an outcome is worth, and is the share of draws with a net monetary benefit", () => {
  const settings = "appraisal:\n  threshold: £20,000/child\n";
  const { simulation } = simulated(service("", settings));
  const [found] = simulation.effectiveness.values();
  const chances = found?.curve.map(({ chance }) => chance) ?? [];
  expect(chances).toEqual([...chances].sort((a, b) => a - b));
  expect(found?.curve.some(({ threshold }) => threshold === 20_000)).toBe(true);
  const quarters = Object.values(found?.quarters ?? {});
  expect(quarters.reduce((so, one) => so + one, 0)).toBeCloseTo(1, 9);
});

test("Sure Start (IFS 2025): printed figures within their rounding give a ratio of 1.98 to 2.17, and a simulation stays inside", () => {
  // Benefits £0.6bn, £1.9bn and £3.1bn, cost £2.7bn, each right to half of its last digit: 5.45 / 2.75 to 5.75 / 2.65.
  const benefit = (name: string, amount: string) => `  - benefit: ${name}\n    amount: ${amount}\n    kind: fiscal\n`;
  const { figures } = simulated(
    `intervention: sure-start\ncosts:\n  price_year: 2023-24\n  period: 1 year\n  perspective: society\n  comparator:\n    cost: none\n  lines:\n    - item: All\n      amount: £2.65bn to £2.75bn/year\nbenefits:\n${benefit("A", "£0.55bn to £0.65bn/year")}${benefit("B", "£1.85bn to £1.95bn/year")}${benefit("C", "£3.05bn to £3.15bn/year")}appraisal:\n  uncertainty:\n    level: 99.9%\n    distributions:\n      costs.lines.All.amount: uniform\n`,
  ).simulation;
  const ratio = figures.get("bcr");
  expect(ratio?.central).toBeCloseTo(5.6 / 2.7, 9);
  expect(ratio?.low).toBeGreaterThan(5.45 / 2.75);
  expect(ratio?.high).toBeLessThan(5.75 / 2.65);
  expect(ratio?.low?.toFixed(1)).toBe("2.0");
});

test("settings: draws, seed, level, and the choice of distribution by path", () => {
  const block =
    "appraisal:\n  uncertainty:\n    draws: 2000\n    seed: 9\n    level: 90%\n    distributions:\n      outcomes.child-enters-care.effect: fixed\n      population.completes: normal\n      costs.lines.1.amount: uniform\n      costs.lines.Nobody.amount: uniform\n";
  const { simulation, uncertainty } = simulated(service("", block));
  expect(simulation.settings).toEqual({ draws: 2000, seed: 9, level: 90 });
  expect(simulation.drawn).not.toContain("outcomes.child-enters-care.effect");
  expect(uncertainty.inputs.get("outcomes.child-enters-care.effect")?.held).toBe("by settings");
  expect(uncertainty.inputs.get("population.completes")?.distribution?.name).toBe("normal");
  expect(uncertainty.inputs.get("costs.lines.Therapists.amount")?.distribution?.name).toBe("uniform");
  expect(uncertainty.unusedPaths()).toEqual(["costs.lines.Nobody.amount"]);
});

test("an uncompared share, its deadweight and a time with an interval are drawn too", () => {
  const { simulation } = simulated(
    "intervention: i\npopulation:\n  unit: child\n  starts: 100 children\ncosts:\n  period: 1 year\noutcomes:\n  - outcome: care\n    impact: 60% (95% CI 50% to 70%)\n    deadweight: 20% of impact\n    lasts: 2 years (95% CI 1.5 to 2.5)\n    affects: starters\n---\noutcome: care\nkind: state\nbetter: higher\ncounts: children\nvalues:\n  - value: £100/child/year\n    price_year: 2023-24\n    kind: fiscal\n    gains: nhs\n",
  );
  expect(simulation.drawn).toEqual(["outcomes.care.impact", "outcomes.care.lasts"]);
  // 60% x 0.8: from 40 to 56 points.
  const difference = simulation.figures.get("outcome_difference/care");
  expect(difference?.low).toBeCloseTo(0.4, 1.5);
  expect(difference?.high).toBeCloseTo(0.56, 1.5);
});

test("what is not known stays not known, and a figure of known parts says so itself", () => {
  const { assessment, simulation } = simulated(
    service("    - item: Rooms\n      who_pays: nhs\n      amount: unknown\n"),
  );
  expect(assessment.figures.get("npv")?.complete).toBe(false);
  expect(simulation.figures.get("npv")?.central).toBe(assessment.figures.get("npv")?.value);
});

test("without anything uncertain there is nothing to draw, and no figure has an interval", () => {
  const { simulation } = simulated(
    "intervention: sure\ncosts:\n  price_year: 2023-24\n  period: 1 year\n  perspective: society\n  lines:\n    - item: A\n      amount: £1,000\n",
  );
  expect([simulation.drawn, [...simulation.figures], simulation.held]).toEqual([
    [],
    [],
    ["costs.lines.A.amount", "costs.period"],
  ]);
});
