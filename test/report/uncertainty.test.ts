import { expect, test } from "vitest";
import { simulated } from "../../server/src/analysis/simulated.ts";
import type { Snapshot } from "../../server/src/analysis/types.ts";
import { hover } from "../../server/src/features/hover.ts";
import { draw } from "../../server/src/report/charts/draw.ts";
import { reportFragment } from "../../server/src/report/html/fragment.ts";
import { reportOf } from "../../server/src/report/model.ts";
import { chanceText, intervalText } from "../../server/src/report/uncertainty-words.ts";
import { unit } from "../../server/src/values/units.ts";
import { service } from "../costing/simulation/support.ts";
import { cellText, snapshotOf } from "./support.ts";

const path = "edge-of-care.intervention.yaml";

function snapshot(): Snapshot {
  const files = Object.fromEntries(
    service("", "appraisal:\n  threshold: £20,000/child\n")
      .split("---\n")
      .map((text) => {
        const [, kind = "", id = ""] = /^(\w+): (.+)/.exec(text) ?? [];
        return [`${id}.${kind.replace("_", "-")}.yaml`, text];
      }),
  );
  return snapshotOf(files);
}

function report(drawn: boolean, offer = false) {
  const found = snapshot();
  const [assessed] = found.assessments(path);
  if (assessed === undefined) throw new Error("no figures");
  const simulation = drawn ? simulated(found, assessed) : undefined;
  if (simulation !== undefined) found.simulations.set(assessed.assessment, simulation);
  return reportOf(found, path, assessed, { offer });
}

const sectionOf = (found: ReturnType<typeof report>) => found.sections.find(({ id }) => id === "uncertainty");

test("nothing is drawn until somebody asks, and only where a button can be pressed is one offered", () => {
  expect(sectionOf(report(false))).toBeUndefined();
  const offered = report(false, true);
  expect(sectionOf(offered)?.action).toEqual({ id: "simulate", text: "Draw 10,000 times" });
  expect(reportFragment(offered, [], { actions: true })).toContain('data-action="simulate"');
  expect(reportFragment(offered, [])).not.toContain("data-action");
});

test("once drawn the report shows it: every chart with a description, and a table with the same figures", () => {
  const found = report(true, true);
  const section = sectionOf(found);
  expect(section?.action).toBeUndefined();
  expect(section?.charts.map(({ id, kind }) => [id, kind])).toEqual([
    ["what-moves-it", "swings"],
    ["plane-child-enters-care", "plane"],
    ["worth-child-enters-care", "curve"],
  ]);
  const text = JSON.stringify(section?.tables.map(({ rows }) => rows.map(({ cells }) => cells.map(cellText))));
  for (const { description } of section?.charts ?? []) expect(description).not.toBe("");
  const [swings] = section?.charts ?? [];
  // Figures of the chart stand in its table.
  for (const figure of (swings?.description ?? "").match(/-?£[\d,]+(?= to |;|$)/g) ?? [])
    expect(text).toContain(figure);
  expect(section?.paragraphs.join(" ")).toMatch(/Benefits exceed costs in \d+% of 10,000 draws/);
});

test("the charts are drawn as SVG that any page may hold", () => {
  const charts = sectionOf(report(true))?.charts ?? [];
  for (const chart of charts) {
    const { svg } = draw(chart, 700);
    expect(svg).toMatch(/^<svg /);
    expect(svg).toContain('role="img"');
    expect(svg).not.toMatch(/<style|style="|<script|NaN|Infinity/);
  }
  const curve = charts.find(({ kind }) => kind === "curve");
  expect(curve && draw(curve, 700).svg).toContain("set at £20k");
});

test("chances near none and all are not said to be none and all", () => {
  expect([0, 0.0001, 0.426, 0.9999, 1].map(chanceText)).toEqual(["0%", "under 1%", "43%", "over 99%", "100%"]);
});

test("an interval without an end, and one that nobody can give, are said in words", () => {
  const drawn = { central: 3, mean: undefined, median: 3, above: 0.2, below: 0, without: 0, convergence: undefined };
  const years = { id: "payback", unit: unit(["year", 1]) } as const;
  expect(intervalText(years, { ...drawn, low: 2, high: Number.POSITIVE_INFINITY })).toBe("2 years to never");
  expect(intervalText(years, { ...drawn, low: undefined, high: undefined, without: 0.3 })).toBe(
    "none: 30% of the draws have no figure",
  );
  const money = { id: "cost_per_outcome", unit: unit(["GBP", 1], ["child", -1]) } as const;
  expect(intervalText(money, { ...drawn, low: 12_294, high: 108_768 })).toBe("£12,300 to £109,000/child");
});

test("a hover tells the interval of what has been drawn, and draws nothing itself", () => {
  const found = snapshot();
  const text = found.text(path) ?? "";
  const at = text.indexOf("intervention:");
  expect(hover(found, path, at)?.markdown).not.toContain("draws");
  expect(found.assessments(path).some(({ assessment }) => found.simulations.has(assessment))).toBe(false);
  const [assessed] = found.assessments(path);
  const simulation = assessed && simulated(found, assessed);
  if (assessed !== undefined && simulation !== undefined) found.simulations.set(assessed.assessment, simulation);
  expect(hover(found, path, at)?.markdown.replaceAll("\\", "")).toMatch(
    /95% of 10,000 draws: .*Net present value -£[\d,]+ to £[\d,]+/,
  );
  const effect = hover(found, path, text.indexOf("effect:"))?.markdown.replaceAll("\\", "");
  expect(effect).toMatch(/95% of 10,000 draws: Change in outcomes .* children; Cost per outcome/);
});
