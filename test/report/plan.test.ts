import { expect, test } from "vitest";
import { checklistData } from "../../server/src/data/index.ts";
import { cellText, reportsOf, snapshotOf } from "./support.ts";

const spec = (evaluation: string): string =>
  `intervention: a\ntitle: A\npopulation:\n  unit: family\noutcomes:\n  - outcome: care\n    effect: unknown\n${evaluation}`;

const sectionOf = (evaluation: string, settings = "root: true\n") =>
  reportsOf(
    snapshotOf({ "wellspent.yaml": settings, "a.intervention.yaml": spec(evaluation) }),
  )[0]?.report.sections.find(({ id }) => id === "evaluation");

const children = "root: true\nstandards:\n  checklists: [children]\n";

test("a plan: what it says, who decides, what was changed, what it leaves open and who asks", () => {
  const section = sectionOf(
    `evaluation:
  design: cluster-rct
  stage: registered
  harms: Re-referrals
  decision:
    who: Leadership team
    stop: No fall after 18 months
  deviations:
    - field: follow_up
      reason: Records come late
`,
    children,
  );
  const [said, decision, deviations, open] = section?.tables ?? [];
  const rows = (table: typeof said): unknown => table?.rows.map(({ cells }) => cells.map(cellText));
  expect(section?.paragraphs).toEqual(["Stage: registered."]);
  expect(rows(said)).toEqual([
    ["Design", "cluster-rct"],
    ["Harms", "Re-referrals"],
  ]);
  expect(rows(decision)).toEqual([
    ["Who decides", "Leadership team"],
    ["Stops if", "No fall after 18 months"],
  ]);
  expect(rows(deviations)).toEqual([["follow_up", "not said", "Records come late", "not said", "not said"]]);
  // All that the checklist asks of a cluster trial, but harms and the decision.
  const asked = checklistData.children.items.map(({ topic }) => topic).filter((topic) => !/Harms|Decision/.test(topic));
  expect(open?.rows.map(({ cells }) => cellText(cells[0] ?? ""))).toEqual(asked);
  expect(open?.rows.every(({ cells }) => cellText(cells[2] ?? "") === "A plan for children (unverified)")).toBe(true);
});

test("of a reported one nothing is asked, and without one there is no section", () => {
  const reported = sectionOf("evaluation:\n  design: rct\n  stage: reported\n  report: b\n");
  expect(reported?.tables.map(({ caption }) => caption)).toEqual(["What the plan says"]);
  expect(sectionOf("")).toBeUndefined();
});
