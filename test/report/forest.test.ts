import { expect, test } from "vitest";
import { evidenceOf } from "../../server/src/model/assess/evidence/index.ts";
import { draw } from "../../server/src/report/charts/draw.ts";
import { bodyParts, forestChart } from "../../server/src/report/forest.ts";
import { evidenceSources } from "../../server/src/report/sources.ts";
import { snapshotOf } from "../evidence/project.ts";

const study = (id: string, effect: string): string =>
  `---\nstudy: ${id}\nsource:\n  authors: ${id} <b>&\n  year: 2020\ndesign: rct\nresults:\n  - outcome: o\n    effect: ${effect}\n`;

const bodyOf = Object.assign((...effects: readonly string[]) => bodyFor("", effects), {
  claiming: (claim: string, ...effects: readonly string[]) => bodyFor(`    effect: ${claim}\n`, effects),
});

function bodyFor(claim: string, effects: readonly string[]) {
  const ids = effects.map((_, at) => `s${at}`);
  const text = `intervention: i\npopulation:\n  unit: child\noutcomes:\n  - outcome: o\n${claim}    evidence: [${[...ids, "gone"].join(", ")}]\n${effects
    .map((effect, at) => study(`s${at}`, effect))
    .join("")}---\noutcome: o\ntitle: Tuberculosis\nkind: event\nbetter: lower\n`;
  const snapshot = snapshotOf({ "a.intervention.yaml": text });
  const [spec] = snapshot.specs("a.intervention.yaml");
  if (spec?.kind !== "intervention" || spec.reading === undefined) throw new Error("no spec");
  const [body] = evidenceOf(spec.reading, evidenceSources(snapshot));
  if (body === undefined) throw new Error("no claim");
  return body;
}

test("a forest has a row for each study that can be compared, a diamond, and where a new place may lie", () => {
  const chart = forestChart(bodyOf("RR 0.5 (0.25 to 1.0)", "RR 0.8 (0.4 to 1.6)", "RR 0.7 (0.5 to 0.98)"), 1);
  expect(chart?.rows.map(({ mark }) => mark.kind)).toEqual(["study", "study", "study", "pooled", "prediction"]);
  expect(chart?.better).toBe("left");
  expect(chart?.rows[0]?.shown).toMatch(/^0\.50 \(0\.25 to 1\.00\) · \d+%$/);
  expect(chart?.description).toContain("3 studies together");
});

test("what the spec claims stands below what was found, and one outside it is said to be", () => {
  const body = bodyOf("RR 0.5 (0.25 to 1.0)", "RR 0.8 (0.4 to 1.6)");
  expect(forestChart(body, 1)?.rows.at(-1)?.mark.kind).toBe("pooled");
  const claimed = bodyOf.claiming("RR 0.2", "RR 0.5 (0.4 to 0.63)", "RR 0.6 (0.5 to 0.72)");
  expect(forestChart(claimed, 1)?.rows.at(-1)).toMatchObject({ mark: { kind: "claimed" }, value: 0.2 });
  expect(claimed.remarks.join(" ")).toContain("lies outside what the studies show together");
});

test("a single study has a row and nothing pooled; without a number there is no plot", () => {
  expect(forestChart(bodyOf("RR 0.5 (0.25 to 1.0)"), 1)?.rows.map(({ mark }) => mark.kind)).toEqual(["study"]);
  expect(forestChart(bodyOf("no difference"), 1)).toBeUndefined();
});

test("the table beside it says the same, and why a study is left out", () => {
  const parts = bodyParts([bodyOf("RR 0.5 (0.25 to 1.0)", "RR 0.8 (0.4 to 1.6)", "not measured")]);
  const [table] = parts.tables;
  const text = JSON.stringify(table?.rows);
  expect(table?.rows).toHaveLength(5);
  for (const part of ["missing, not null", "not in this project", "weight 50%", "2 studies together"])
    expect(text).toContain(part);
  expect(parts.paragraphs.join(" ")).toContain("two studies");
});

test.each([380, 900])("drawn %i pixels wide: one image, escaped, with a name for screen readers", (width) => {
  const chart = forestChart(bodyOf("RR 0.5 (0.01 to 20)", "RR 0.8 (0.4 to 1.6)", "RR 0.7 (0.5 to 0.98)"), 1);
  if (chart === undefined) throw new Error("no chart");
  const { svg } = draw(chart, width);
  expect(svg).toMatch(/^<svg role="img" aria-label="What studies show on Tuberculosis/);
  expect(svg).not.toContain("<b>");
  expect(svg).toContain("better");
  expect(svg).not.toMatch(/style=|<style|<script/);
});
