/** Plain points: the score's own where the outcome is a score, percentage points of anything else. */
import { expect, test } from "vitest";
import { createSession } from "../../server/src/analysis/index.ts";
import { readResult } from "../../server/src/model/assess/evidence/index.ts";
import { designFor } from "../../server/src/report/design.ts";
import { evidenceSources } from "../../server/src/report/sources.ts";

const effect = "-2 points (95% CI -3 to -1)";

function assessed(kind: string, text = effect, expected = "2 points") {
  const session = createSession({ asOf: { kind: "date", year: 2026, month: 6, day: 1 } });
  session.setFile(
    "o.outcome.yaml",
    `outcome: o\nkind: ${kind}\nbetter: lower\nmeasures:\n  - measure: scale\n    sd: 6\n`,
  );
  session.setFile("s.study.yaml", `study: s\ndesign: rct\nresults:\n  - outcome: o\n    effect: ${text}\n`);
  session.setFile(
    "a.intervention.yaml",
    `intervention: a\npopulation:\n  unit: child\n  starts: 100 children\ncosts:\n  price_year: 2023-24\n  period: 1 year\n  comparator:\n    cost: none\n  lines:\n    - item: x\n      amount: £100/child\noutcomes:\n  - outcome: o\n    affects: starters\n    effect: ${text}\n    evidence: [s]\nevaluation:\n  design: rct\n  participants: 300\n  expected_effect: ${expected}\n`,
  );
  session.setComplete(true);
  const snapshot = session.snapshot();
  const [spec] = snapshot.assessments("a.intervention.yaml");
  if (spec === undefined) throw new Error("no figures");
  const sources = evidenceSources(snapshot);
  const study = sources.study("s")?.reading;
  const outcome = sources.outcome("o");
  const [result] = study?.results?.items ?? [];
  if (result === undefined) throw new Error("no result");
  const [reading] = readResult(study, result, outcome).readings;
  const design = designFor(snapshot, spec);
  return {
    design,
    claim: spec.assessment.outcomes[0]?.result,
    reading,
    found: snapshot.findings("a.intervention.yaml"),
  };
}

test("two points of a score are two points of each: 200 in 100 children, at £10,000 / 200 = £50 each", () => {
  const { claim, reading, found } = assessed("score");
  expect(claim?.gained?.value).toBeCloseTo(200, 9);
  expect(reading?.effect).toMatchObject({ scale: "MD", value: -2, low: -3, high: -1 });
  // 2 points over a standard deviation of 6; a trial of 300 finds 2.80 x 2 / sqrt(300) = 0.32.
  expect(found.some(({ code }) => code === "evaluation/power-not-known" || code === "evaluation/underpowered")).toBe(
    false,
  );
});

test("two points of a state are two in a hundred: 2 of 100 children", () => {
  const { claim, reading } = assessed("state");
  expect(claim?.gained?.value).toBeCloseTo(2, 9);
  expect(reading?.effect).toMatchObject({ scale: "RD", value: -0.02 });
});

test("what is said to be percentage points stays so, whatever the outcome", () => {
  const { reading } = assessed("score", "-2 percentage points");
  expect(reading?.effect).toMatchObject({ scale: "RD", value: -0.02 });
});

test("two mean scores are an expected effect: 2 points over a standard deviation of 5 are 0.4", () => {
  const { design } = assessed("score", effect, "14 points (SD 5) v 16 points (SD 5)");
  expect(design?.expected[0]?.size).toMatchObject({ kind: "sized", sd: expect.closeTo(0.4, 9) });
});
