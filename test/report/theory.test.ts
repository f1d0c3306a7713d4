import { expect, test } from "vitest";
import { draw } from "../../server/src/report/charts/draw.ts";
import type { ReportSection } from "../../server/src/report/types.ts";
import { cellText, reportsOf, snapshotOf } from "./support.ts";

const step = (name: string, kind: string, title: string): string =>
  `    - step: ${name}\n      kind: ${kind}\n      title: ${title}\n`;
const link = (from: string, to: string, rest = ""): string => `    - from: ${from}\n      to: ${to}\n${rest}`;

const spec = (links: string): string =>
  `intervention: parents
title: Parents' groups
population:
  unit: family
theory_of_change:
  summary: Parents who praise more shout less
  steps:
${step("money", "input", "Two leaders and a room")}${step("groups", "activity", "Eight weekly groups")}${step("praise", "output", "Parents who practise praise")}${step("calm", "outcome", "Evenings without <b>shouting</b>")}${step("school", "impact", "Fewer exclusions")}  links:
${links}outcomes:
  - outcome: calm
    effect: unknown
`;

const whole = spec(
  link("money", "groups") +
    link("groups", "praise", "      assumption: Parents come to six sessions\n") +
    link("praise", "calm", "      evidence: [day-2012]\n") +
    link("calm", "school"),
);

function sectionOf(text: string): ReportSection {
  const [found] = reportsOf(snapshotOf({ "parents.intervention.yaml": text }));
  const section = found?.report.sections.find(({ id }) => id === "theory");
  if (section === undefined) throw new Error("no section");
  return section;
}

test("every step stands once in the table, with what it leads to, and every link with what it rests on", () => {
  const [steps, links] = sectionOf(whole).tables;
  expect(steps?.rows.map(({ cells }) => cells.map(cellText))).toEqual([
    ["Two leaders and a room", "what is put in", "Eight weekly groups", ""],
    ["Eight weekly groups", "what is done", "Parents who practise praise", ""],
    ["Parents who practise praise", "what comes of it at once", "Evenings without <b>shouting</b>", ""],
    ["Evenings without <b>shouting</b>", "what changes", "Fewer exclusions", ""],
    ["Fewer exclusions", "what that leads to", "", ""],
  ]);
  expect(links?.rows.map(({ cells }) => cells.map(cellText).slice(1))).toEqual([
    ["none said", "none named"],
    ["Parents come to six sessions", "none named"],
    ["none said", "day-2012"],
    ["none said", "none named"],
  ]);
});

test("a step that leads nowhere is said to", () => {
  const [steps] = sectionOf(spec(link("money", "groups"))).tables;
  expect(steps?.rows.map(({ cells }) => cellText(cells[3] ?? ""))).toEqual([
    "leads to no outcome",
    "leads to no outcome",
    "leads to no outcome",
    "nothing that is done leads to it",
    "nothing that is done leads to it",
  ]);
});

test("the drawing has a box a step, an arrow a link, escaped words and nothing outside its frame", () => {
  const [chart] = sectionOf(whole).charts;
  if (chart === undefined) throw new Error("no chart");
  for (const width of [320, 600, 900]) {
    const { svg } = draw(chart, width);
    expect(svg.match(/<rect /g)).toHaveLength(5);
    expect(svg.match(/<path /g)).toHaveLength(8);
    expect(svg.match(/stroke-dasharray/g)).toHaveLength(3);
    expect(svg).not.toContain("<b>");
    expect(svg).toContain('role="img"');
    for (const [, x = "", across = ""] of svg.matchAll(/<rect x="([\d.-]+)" y="[\d.-]+" width="([\d.]+)"/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(0);
      expect(Number(x) + Number(across)).toBeLessThanOrEqual(width);
    }
  }
});

test("a sentence is shown as one, and nothing where nothing is said", () => {
  const sentence = sectionOf("intervention: a\npopulation:\n  unit: family\ntheory_of_change: Praise helps\n");
  expect(sentence).toMatchObject({ paragraphs: ["Praise helps"], charts: [], tables: [] });
  expect(() => sectionOf("intervention: a\npopulation:\n  unit: family\n")).toThrow("no section");
});
