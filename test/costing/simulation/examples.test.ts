import { expect, test } from "vitest";
import { simulated } from "../../../server/src/analysis/simulated.ts";
import { valuesAt } from "../../../server/src/costing/simulation/evaluate-plan.ts";
import { compile } from "../../../server/src/costing/simulation/plan.ts";
import { uncertaintyOf } from "../../../server/src/model/assess/uncertainty.ts";
import { uncertaintySections } from "../../../server/src/report/uncertainty.ts";
import { examples } from "../../report/support.ts";

const snapshot = examples();
const all = snapshot.files.flatMap((path) =>
  snapshot.assessments(path).flatMap((assessed) => (assessed.spec.kind === "intervention" ? [assessed] : [])),
);

test("the flat plan gives every figure of every example to the last digit, each written value put in anew", () => {
  let checked = 0;
  for (const { spec, assessment } of all) {
    if (spec.kind !== "intervention" || spec.reading === undefined) continue;
    const uncertainty = uncertaintyOf(spec.reading, assessment, () => undefined);
    const figures = [...assessment.figures.values()].filter(({ worked }) => worked.value !== undefined);
    const plan = compile(
      figures.map(({ worked }) => worked),
      (leaf) => uncertainty.case.inputOf(leaf)?.key,
    );
    const put = new Map([...plan.drawn.values()].map((at) => [at, plan.steps[at]?.central ?? Number.NaN]));
    const values = valuesAt(plan, put);
    for (const { id, of, worked } of figures) {
      expect([spec.id, id, of, values[plan.stepOf(worked) as number]]).toEqual([spec.id, id, of, worked.value]);
      checked += 1;
    }
  }
  expect(checked).toBeGreaterThan(200);
});

test("every example can be simulated, and what is said of it has no number that is none", () => {
  for (const assessed of all) {
    const found = simulated(snapshot, assessed, { draws: 500 });
    const text = JSON.stringify(found === undefined ? [] : uncertaintySections(found));
    expect([assessed.spec.id, /NaN|Infinity|undefined/.exec(text)?.[0]]).toEqual([assessed.spec.id, undefined]);
  }
});

test("MST (START trial, Fonagy 2018: OR 1.25, 0.77 to 2.05): without an effect shown nothing is valued, and the change is drawn all the same", () => {
  const mst = all.find(({ spec }) => spec.id === "mst");
  const found = mst && simulated(snapshot, mst);
  const change = found?.simulation.figures.get("outcome_difference/child-enters-care");
  // From 0.77 x 0.11 / (1 - 0.11 + 0.77 x 0.11) - 0.11 to the same with 2.05.
  expect(change?.low).toBeCloseTo((0.77 * 0.11) / (0.89 + 0.77 * 0.11) - 0.11, 2);
  expect(change?.high).toBeCloseTo((2.05 * 0.11) / (0.89 + 2.05 * 0.11) - 0.11, 2);
  expect(found?.simulation.chanceOfGain).toBeUndefined();
});
