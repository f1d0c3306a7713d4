/** The page of a simulated spec stays short: what repeats is said once. */
import { expect, test } from "vitest";
import { simulated } from "../../server/src/analysis/simulated.ts";
import { assumptionRows } from "../../server/src/report/facts.ts";
import { pageOf } from "../../server/src/report/pages.ts";
import { withUncertainty } from "../../server/src/report/uncertainty.ts";
import { snapshotOf } from "./support.ts";

const text = `intervention: x
population:
  unit: child
  starts: 100 children
costs:
  price_year: 2023-24
  period: 1 year
  horizon: 8 years
  perspective: public-sector
  comparator:
    cost: none
  lines:
    - item: Visits
      amount: £250 to £350/child
      who_pays: local-authority
    - item: Phones
      amount: £1/child
      who_pays: local-authority
benefits:
  - benefit: Saved
    amount: £500/child
    kind: fiscal
    gains: local-authority
    valued: present-value
    confidence: 3
evaluation:
  cost_evaluation:
    perspective: public-sector
    perspective_reason: The health service pays part
`;

const snapshot = snapshotOf({ "wellspent.yaml": "root: true\n", "x.intervention.yaml": text });
const [assessed] = snapshot.assessments("x.intervention.yaml");
if (assessed === undefined) throw new Error("no figures");
const page = withUncertainty(pageOf(assessed, "x"), simulated(snapshot, assessed, { draws: 1_000 }));
const section = (title: string) => page.sections.find((each) => each.title.startsWith(title));

test("figures on unverified data carry a mark, explained once", () => {
  const marked = page.headlines.filter(({ note }) => note.includes("†"));
  expect(marked.length).toBeGreaterThan(3);
  expect(page.headlines.filter(({ note }) => note.includes("not checked"))).toEqual([]);
  expect(page.notes.filter((note) => note.startsWith("† "))).toEqual([
    "† rests on reference data not checked against its source: Confidence grades of the GMCA cost-benefit model and their corrections for optimism.",
  ]);
});

test("a figure that repeats another is named in a note, not in a row", () => {
  const rows = section("Uncertainty")?.rows.map(({ cells }) => cells.slice(1).join("|")) ?? [];
  expect(new Set(rows).size).toBe(rows.length);
  expect(section("Uncertainty")?.notes[0]).toMatch(/^The same as a figure above: .*Incremental cost/);
});

test("only what turns the answer has a row; the rest are one sentence", () => {
  // 45,000 (500 less a tenth) against 100 x (300 + 1): turned at £449 a visit or below half the benefit; the phones turn nothing.
  const turns = section("Where the answer turns");
  expect(turns?.rows.map(({ cells }) => cells[0])).not.toContain("Phones, amount");
  expect(turns?.notes[0]).toMatch(/^Not turned by the rest: .*Phones, amount/);
});

test("why a perspective was chosen stands where the perspective does, and the spec's own horizon", () => {
  expect(page.notes).toContain("Why this perspective: The health service pays part.");
  const rows = assumptionRows(assessed).map(({ cells }) => cells.join(": "));
  expect(rows).toContain("Whose costs and benefits: The public sector's: The health service pays part");
  expect(rows).toContain("Years counted: 8 years, from the first");
});
