import { expect, test } from "vitest";
import { draw } from "../../server/src/report/charts/draw.ts";
import { reportOf } from "../../server/src/report/model.ts";
import { cellText, snapshotOf } from "./support.ts";

const path = "a.intervention.yaml";

function section(evaluation: string) {
  const snapshot = snapshotOf({
    [path]: `intervention: a\npopulation:\n  unit: family\nevaluation:\n  design: cluster-rct\n  per_cluster: 60 pupils\n  expected_effect: g 0.20\n${evaluation}`,
  });
  const [assessed] = snapshot.assessments(path);
  if (assessed === undefined) throw new Error("no figures");
  return reportOf(snapshot, path, assessed).sections.find(({ id }) => id === "power");
}

test("the report says whether the plan finds what it expects, with the sums and how power grows", () => {
  const found = section("  clusters: 40 schools\n  icc: 0.15\n  multiplier: normal\n");
  expect(found?.paragraphs[0]).toBe(
    "Too small for the effect expected: finds g 0.36 or more, expected 0.20; 129 schools needed.",
  );
  const cells = (found?.tables ?? []).flatMap(({ rows }) => rows.map((row) => row.cells.map(cellText)));
  // Power by hand: 0.20 / (0.3592 / 2.8016) - 1.960 = -0.400; the normal share below it.
  expect(cells).toContainEqual(["g 0.20", "g 0.20", "34%", "129 schools"]);
  expect(cells).toContainEqual(["J", "40", "clusters analysed, all arms"]);
  const [chart] = found?.charts ?? [];
  expect(chart?.kind === "curve" && chart.points.map(({ chance }) => chance)).toEqual(
    chart?.kind === "curve" && [...chart.points].map(({ chance }) => chance).sort((a, b) => a - b),
  );
  const { svg } = draw(chart as NonNullable<typeof chart>, 700);
  expect(svg).toContain("the plan");
  expect(svg).not.toMatch(/£|NaN/);
});

test("without an intraclass correlation it says what it needs and what it would find, and draws nothing", () => {
  const found = section("  clusters: 40 schools\n");
  expect(found?.charts).toEqual([]);
  expect(found?.paragraphs.join(" ")).toMatch(
    /Power not known: it needs the intraclass correlation .* of 0.05 it would find g 0\.2/,
  );
});

test("no plan that chance decides, no section", () => {
  const snapshot = snapshotOf({ [path]: "intervention: a\nevaluation:\n  design: before-after\n" });
  const [assessed] = snapshot.assessments(path);
  expect(assessed && reportOf(snapshot, path, assessed).sections.some(({ id }) => id === "power")).toBe(false);
});
