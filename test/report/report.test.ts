import { expect, test } from "vitest";
import { figureName } from "../../server/src/report/figure-name.ts";
import { citedBy } from "../../server/src/report/headlines.ts";
import { reportFragment } from "../../server/src/report/html/fragment.ts";
import { missingText, rangeText, shown } from "../../server/src/report/words.ts";
import { cellText, chain, examples, reportsOf, snapshotOf } from "./support.ts";

const project = examples();
const all = reportsOf(project);

test("every example has a report, with its title and a section on what is missing", () => {
  expect(all.length).toBeGreaterThan(10);
  for (const { report, assessed } of all) {
    expect(report.id).toBe(assessed.spec.id);
    expect(report.title).not.toBe("");
    expect(report.sections.map(({ id }) => id)).toContain("missing");
  }
});

test("headline figures are the assessment's, as the one formatter shows them", () => {
  for (const { report, assessed } of all)
    for (const headline of report.headlines) {
      const { assessment } = assessed;
      const figure = [...assessment.figures.values()].find((each) => figureName(each, assessment) === headline.label);
      if (figure !== undefined) expect(headline.figure).toBe(shown(figure));
      else expect(["Return", "Studies cited"]).toContain(headline.label);
    }
});

test("a figure that is not known is said to be so, never a zero", () => {
  const open = all.flatMap(({ report }) => report.headlines.filter(({ known }) => !known));
  expect(open.length).toBeGreaterThan(0);
  for (const { figure, label } of open)
    if (label !== "Studies cited") expect(figure).toMatch(/^(not known|none: |not worked out)/);
});

test("bars have the length of the figures in the table", () => {
  for (const { report } of all)
    for (const section of report.sections)
      for (const chart of section.charts) {
        if (chart.kind !== "bars") continue;
        const words = section.tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(cellText)));
        for (const { bars } of chart.rows)
          for (const bar of bars) if (chart.id !== "cost-by-line") expect(words).toContain(bar.shown);
      }
});

test("a section with a chart has a table beside it", () => {
  for (const { report } of [...all, ...reportsOf(snapshotOf(chain))])
    for (const { charts, tables } of report.sections) if (charts.length > 0) expect(tables.length).toBeGreaterThan(0);
});

test("every study that is cited stands in the evidence, and a claim without any is named", () => {
  for (const { report, assessed } of all) {
    const { outcomes } = assessed.assessment;
    const rows = report.sections.find(({ id }) => id === "evidence")?.tables[1]?.rows ?? [];
    expect(rows).toHaveLength(outcomes.reduce((sum, { claim }) => sum + Math.max(1, citedBy(claim).length), 0));
    for (const { claim, title } of outcomes)
      if (citedBy(claim).length === 0)
        expect(rows.map(({ cells }) => cells.slice(0, 2).map(cellText))).toContainEqual([title, "no study is cited"]);
  }
});

test("the court's report: cost, ratio, what is missing from it, and the one study", () => {
  const report = all.find(({ assessed }) => assessed.spec.id === "fdac-london")?.report;
  expect(report?.headlines).toMatchObject([
    { label: "Cost of the whole period", figure: "£559,820" },
    { label: "Cost per case", figure: "£12,170/case" },
    { label: "Participants who start", figure: "46 cases" },
    { label: "Benefit-cost ratio", figure: "2.55", note: "not costed: 1 line" },
    { label: "Net present value", figure: "£865,030" },
    { label: "Payback", figure: "not known", known: false },
    { label: "Studies cited", figure: "1" },
  ]);
});

test("the path over the years ends where payback was read", () => {
  const [found] = reportsOf(snapshotOf(chain));
  const chart = found?.report.sections.flatMap(({ charts }) => charts).find(({ id }) => id === "over-time");
  const payback = found?.assessed.assessment.figures.get("payback")?.value;
  if (chart?.kind !== "path") throw new Error("no path");
  const reached = chart.points.find(({ cost, benefit }) => benefit >= cost);
  expect(chart.payback).toBe(payback);
  expect(reached?.year).toBe(payback);
  expect(chart.points.map(({ year }) => year)).toEqual(chart.points.map((_, at) => at + 1));
});

test("who pays adds up to the cost", () => {
  const [found] = reportsOf(snapshotOf(chain));
  const figures = [...(found?.assessed.assessment.figures.values() ?? [])];
  const paid = figures.filter(({ id }) => id === "cost_by_payer").reduce((sum, { value = 0 }) => sum + value, 0);
  expect(paid).toBeCloseTo(figures.find(({ id }) => id === "cost_total")?.value ?? Number.NaN, 6);
  const chart = found?.report.sections.flatMap(({ charts }) => charts).find(({ id }) => id === "parties");
  if (chart?.kind !== "bars") throw new Error("no chart of parties");
  expect(chart.rows.map(({ label }) => label)).toEqual(["Local authority", "NHS"]);
});

test("parties bear the same name in every table, in words and not as keys", () => {
  const [found] = reportsOf(snapshotOf(chain));
  const tables = found?.report.sections.flatMap((section) => section.tables) ?? [];
  const column = (title: string) => {
    const table = tables.find(({ columns }) => columns.some((each) => each.title === title));
    const at = table?.columns.findIndex((each) => each.title === title) ?? -1;
    return table?.rows.map(({ cells }) => cells[at]).filter((cell) => cell !== "");
  };
  expect(column("Paid by")).toEqual(["Local authority 60%, NHS 40%", "Local authority", "Local authority"]);
  expect(column("Gained by")).toContain("Local authority");
  expect(column("Perspective")).toEqual(["Local authority", "Public sector (this page)", "Society"]);
});

test("without a way to follow them, places are plain text; with one, each is numbered once", () => {
  const [found] = reportsOf(snapshotOf(chain));
  if (found === undefined) throw new Error("no report");
  expect(reportFragment(found.report, [])).not.toContain("data-place");
  let count = 0;
  const html = reportFragment(found.report, [], { link: () => count++ });
  expect([...html.matchAll(/data-place="(\d+)"/g)].map(([, number]) => Number(number))).toEqual(
    Array.from({ length: count }, (_, at) => at),
  );
});

test("both ends of a ratio have two places, like the ratio itself", () => {
  expect(rangeText({ id: "bcr", low: 0.184, high: 1.3, unit: { powers: [] } })).toBe("0.18 to 1.30");
});

test("payback that a sum over years hides is said in a sentence, and what is lacking is said once", () => {
  const lump = {
    reason: "no-path-in-time",
    what: 'the years in which "Fewer: in care" is gained: it is given as one sum',
  } as const;
  expect(missingText({ value: undefined, missing: [lump, lump] })).toBe(
    'the years in which "Fewer: in care" is gained are not known: it is given as one sum',
  );
});
