import { expect, test } from "vitest";
import { createSession, type Snapshot } from "../../server/src/analysis/index.ts";
import { interventionRows } from "../../server/src/features/overview/interventions.ts";

const spec = `intervention: visits
title: Visits
population:
  unit: family
  starts: 10 families
costs:
  price_year: 2023-24
  period: 1 year
  perspective: public-sector
  comparator:
    cost: none
  lines:
    - item: Visits
      who_pays: local-authority
      quantity: 2 hours/family
      unit_cost: local/worker
`;
const library = (price: string, note = ""): string =>
  `${note}unit_costs: local\nprice_year: 2023-24\nentries:\n  - entry: worker\n    value: ${price}\n`;

function project() {
  const session = createSession({ asOf: { kind: "date", year: 2026, month: 3, day: 31 } });
  session.load([
    ["a.intervention.yaml", { kind: "text", text: spec }],
    ["local.unit-costs.yaml", { kind: "text", text: library("£38/hour") }],
  ]);
  session.setComplete(true);
  let made = 0;
  const cost = (snapshot: Snapshot): number | undefined => {
    made += 1;
    return snapshot.assessments("a.intervention.yaml")[0]?.assessment.figures.get("cost_per_starter")?.value;
  };
  return {
    session,
    made: () => made,
    ask: () => session.snapshot().headlines("a.intervention.yaml", "cost", cost),
    description: () => interventionRows(session.snapshot())[0]?.description,
  };
}

test("headline figures of a closed file are worked out once, and again when what they rest on changes", () => {
  const { session, ask, made } = project();
  // 2 hours for each family at £38.
  expect([ask(), ask(), made()]).toEqual([76, 76, 1]);
  session.setFile("other.outcome.yaml", "outcome: other\ntitle: Another\n");
  session.setFile("local.unit-costs.yaml", library("£38/hour", "# a comment\n"));
  expect([ask(), made()]).toEqual([76, 1]);
  session.setFile("local.unit-costs.yaml", library("£40/hour"));
  expect([ask(), made()]).toEqual([80, 2]);
  session.setFile("a.intervention.yaml", spec.replace("2 hours", "3 hours"), false);
  expect([ask(), made()]).toEqual([120, 3]);
  session.setFile("wellspent.yaml", "root: true\nappraisal:\n  price_year: 2024-25\n");
  expect(ask()).toBeGreaterThan(120);
  expect(made()).toBe(4);
  session.setFile("a.intervention.yaml", undefined);
  expect([ask(), made()]).toEqual([undefined, 5]);
});

test("the overview shows the figures that hold now", () => {
  const { session, description } = project();
  expect(description()).toContain("£76");
  expect(description()).toContain("£76");
  session.setFile("local.unit-costs.yaml", library("£40/hour"));
  expect(description()).toContain("£80");
});
