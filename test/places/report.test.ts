import { describe, expect, test } from "vitest";
import { reportAt } from "../../server/src/report/choose.ts";
import { changeText, compareFigures, sideText } from "../../server/src/report/compare.ts";
import { areaPage } from "../../server/src/report/places/area-page.ts";
import { portfolioPage } from "../../server/src/report/portfolio-page.ts";
import type { Report } from "../../server/src/report/types.ts";
import { cellText } from "../report/support.ts";
import { areaFile, councilWith, edited, portfolioFile } from "./support.ts";

const { snapshot, assessedPortfolio, assessedArea } = councilWith();

const reportOf = (file: string): Report => {
  const report = reportAt(snapshot, file, 0);
  if (report === undefined) throw new Error(`no report of ${file}`);
  return report;
};
const wordsOf = ({ sections }: Report): readonly string[] =>
  sections.flatMap(({ paragraphs, tables }) => [
    ...paragraphs,
    ...tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(cellText))),
  ]);

describe.each([portfolioFile, areaFile])("the report of %s", (file) => {
  const report = reportOf(file);

  test("has a heading for every row, and none twice for a section", () => {
    for (const { tables } of report.sections)
      for (const { rows } of tables) for (const { cells } of rows) expect(cellText(cells[0] ?? "")).not.toBe("");
    const ids = report.sections.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("has a table beside every chart, and every figure of a chart in words", () => {
    for (const { charts, tables } of report.sections) {
      if (charts.length > 0) expect(tables.length).toBeGreaterThan(0);
      for (const chart of charts) {
        expect(chart.description).not.toBe("");
        if (chart.kind !== "bars") continue;
        const words = tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(cellText)));
        for (const { bars } of chart.rows) for (const bar of bars) expect(words).toContain(bar.shown);
      }
    }
  });
});

test("a portfolio says what is arithmetic only, and that no rank is not the worst", () => {
  const words = wordsOf(reportOf(portfolioFile)).join("\n");
  expect(words).toContain("not a recommendation");
  expect(words).toContain("Those without a rank are not the worst");
  expect(words).toContain("not comparable: perspective society, the others public-sector");
  expect(words).toContain("at least 22.9%");
});

test("an assumed place says so before anything else; factors come with no claim of cause", () => {
  const report = reportOf(areaFile);
  expect(report.facts).toContain("figures assumed: not a real place");
  expect(report.sections[0]?.paragraphs[0]).toContain("Nothing here describes a real place");
  expect(wordsOf(report).join("\n")).toMatch(
    /about half of the variation.*it shows no cause.*gives no right level of spend/s,
  );
});

test("the terminal's page shows the same figures as the report", () => {
  const pages = [
    [portfolioPage(assessedPortfolio, portfolioFile), reportOf(portfolioFile)],
    [areaPage(snapshot, assessedArea, areaFile), reportOf(areaFile)],
  ] as const;
  for (const [page, report] of pages) {
    const money = (texts: readonly string[]): ReadonlySet<string> =>
      new Set(texts.join(" ").match(/£[\d,]+(?:\.\d+)?/g) ?? []);
    const terminal = money(
      page.sections.flatMap(({ rows, notes }) => [...notes, ...rows.flatMap(({ cells }) => cells)]),
    );
    for (const figure of money(wordsOf(report))) expect(terminal).toContain(figure);
  }
});

test("in a file with several documents the report is of the one that the cursor is in", () => {
  const text = `${snapshot.text(portfolioFile)}---\n${snapshot.text(areaFile)}`;
  const both = councilWith({ [portfolioFile]: text }).snapshot;
  expect(reportAt(both, portfolioFile, 5)?.id).toBe("early-help");
  expect(reportAt(both, portfolioFile, text.length - 5)?.id).toBe("made-up-place");
});

test("the report opens with the whole in a few sentences, each from a figure below", () => {
  const brief = reportOf(portfolioFile).sections[0];
  expect(brief?.id).toBe("brief");
  expect(brief?.paragraphs).toEqual([
    "5 interventions cost £3,486,000 over 3 years. £88,000 of the budget is left in the tightest year (year 1).",
    // 1,122 / 3,156: benefits and costs fall alike over the years.
    "Its benefits are 0.36 times its cost, in present values, from the benefits of 3 of 5 interventions. The net present value is -£1,965,993.",
    "Of the 3 that can be compared, Family therapy on the edge of care (0.77) has the highest return and Intensive support on the way home (0.27) the lowest. 2 cannot be ranked, which says nothing against them.",
    "£1,566,000 of it is early help and £963,000 late intervention, by strand of service.",
    "Of those with each need it reaches in a year: At risk of coming into care, 43.3%; Behaviour problems, 12%.",
  ]);
});

test("a share that changes is compared in percentages and percentage points", () => {
  const fewer = councilWith(edited(portfolioFile, "starts: 50 children/year", "starts: 40 children/year")).portfolio;
  const reach = compareFigures(councilWith().portfolio, fewer).find(
    ({ key }) => key === "portfolio_reach/risk-of-care",
  );
  // 130 and 120 of 300.
  expect([sideText(reach?.before), sideText(reach?.after)]).toEqual(["43.3%", "40%"]);
  expect(reach === undefined ? "" : changeText(reach)).toBe("-3.33 percentage points");
});
