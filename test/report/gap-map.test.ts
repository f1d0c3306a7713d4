import { expect, test } from "vitest";
import { draw } from "../../server/src/report/charts/draw.ts";
import { reportAt } from "../../server/src/report/choose.ts";
import { cellText, gapMap, mappedSpecs } from "../../server/src/report/gap-map/index.ts";
import { reportPage } from "../../server/src/report/html/page.ts";
import { improvements } from "../../server/src/report/improve.ts";
import { snapshotOf } from "../evidence/project.ts";

const outcome = (id: string): string => `---\noutcome: ${id}\ntitle: Outcome ${id}\nkind: event\nbetter: lower\n`;
const study = (id: string, design: string, results: string): string =>
  `---\nstudy: ${id}\ndesign: ${design}\ninterventions: [mst]\nresults:\n${results}`;
const result = (id: string, rest: string): string => `  - outcome: ${id}\n    ${rest}\n`;

const project = `intervention: mst
title: Therapy <b>& support
population:
  unit: family
outcomes:
  - outcome: care
    evidence: [one, two]
  - outcome: offending
  - outcome: school
    evidence: [three]
---
intervention: quiet
title: Says nothing
population:
  unit: family
${study("one", "rct", result("care", "effect: RR 0.5 (0.3 to 0.8)"))}${study("two", "matched", result("care", "effect: RR 0.9 (0.6 to 1.35)"))}${study("three", "rct", result("school", "effect: not measured"))}${study("four", "before-after", result("stress", "change_over_time: d 0.6 better"))}${["care", "offending", "school", "stress"].map(outcome).join("")}`;

const files = { "a.intervention.yaml": project, "wellspent.yaml": "root: true\n" };

test("what was found, a null, an outcome not measured, a claim without a study and an empty place are told apart", () => {
  const snapshot = snapshotOf(files);
  const map = gapMap(snapshot, mappedSpecs(snapshot, ["mst", "quiet"]));
  expect(map.silent).toEqual(["Says nothing"]);
  const cells = new Map(map.columns.map(({ outcome: id }, at) => [id, map.rows[0]?.cells[at]]));
  const care = cells.get("care");
  expect(care && cellText(care)).toBe("1 better; 1 no effect shown");
  expect(care?.strength).toBe("randomised");
  expect(cells.get("offending")?.state).toBe("claimed, not studied");
  expect(cells.get("school")?.state).toBe("no finding");
  expect(cells.get("stress")).toMatchObject({ state: "studied", claimed: false, strength: "no comparison" });
});

test("a study that only names the intervention speaks of it too; another project's outcomes stay apart", () => {
  const snapshot = snapshotOf(files);
  const map = gapMap(snapshot, mappedSpecs(snapshot, ["mst"]));
  expect(map.columns.map(({ outcome: id }) => id).sort()).toEqual(["care", "offending", "school", "stress"]);
});

test("the settings show the map of the whole project, drawn and as a table, escaped", () => {
  const report = reportAt(snapshotOf(files), "wellspent.yaml", 0);
  if (report === undefined) throw new Error("no report");
  const charts = report.sections.flatMap((section) => section.charts).map((chart) => draw(chart, 900));
  const html = reportPage(report, charts, { asOf: "22 November 2026" });
  expect(html).toContain("claimed, not studied");
  expect(html).not.toContain("<b>&");
  expect(html).toMatch(/<svg role="img" aria-label="What has been looked for/);
  expect(charts[0]?.svg).not.toMatch(/style=|<style|<script/);
});

test("what would improve a case: what can be looked up first, each with what waits for it, at most five", () => {
  const snapshot = snapshotOf(files);
  const [assessed] = snapshot.assessments("a.intervention.yaml");
  if (assessed === undefined) throw new Error("no spec");
  const list = improvements(snapshot, "a.intervention.yaml", assessed);
  expect(list.length).toBeLessThanOrEqual(5);
  const efforts = list.map(({ effort }) => effort);
  expect([...efforts].sort((a, b) => (a === b ? 0 : a === "look up" ? -1 : 1))).toEqual(efforts);
  for (const each of list) expect(each.waiting.length).toBeGreaterThan(0);
  const all = improvements(snapshot, "a.intervention.yaml", assessed, 99).map(({ what }) => what);
  expect(all).toContain("a study that measures Outcome offending");
  const scores = list.filter(({ effort }) => effort === "look up").map(({ score }) => score);
  expect([...scores].sort((a, b) => b - a)).toEqual(scores);
});
