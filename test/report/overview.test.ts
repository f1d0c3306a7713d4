import { expect, test } from "vitest";
import { gapGroups, gapRows, gapsOf, overviewRows, rowsUnder } from "../../server/src/features/overview/index.ts";
import { statusOf } from "../../server/src/features/status.ts";
import { shown } from "../../server/src/report/words.ts";
import { chain, examples, reportsOf, snapshotOf } from "./support.ts";

const project = examples();

test("the headings count what the project defines", () => {
  for (const { key, description } of overviewRows(project))
    if (key !== "gaps") expect(Number(description)).toBe(rowsUnder(project, key).length);
});

test("an intervention's row has the figures of its assessment, and leads to its id", () => {
  const rows = rowsUnder(project, "interventions");
  for (const { assessed, path } of reportsOf(project)) {
    const row = rows.find(({ label }) => label === assessed.spec.id);
    const { figures } = assessed.assessment;
    const [cost, ratio] = [figures.get("cost_per_starter"), figures.get("bcr")];
    if (cost?.value !== undefined) expect(row?.description).toContain(shown(cost));
    if (ratio?.value !== undefined) expect(row?.spoken).toMatch(/, returns -?[£$][\d.]+ for each [£$]1,/);
    const span = row?.at?.span;
    expect(row?.at?.path).toBe(path);
    expect(project.text(path)?.slice(span?.start, span?.end)).toBe(assessed.spec.id);
  }
});

test("a row says in a sentence what it shows", () => {
  const court = rowsUnder(project, "interventions").find(({ label }) => label === "fdac-london");
  expect(court).toMatchObject({
    title: "London Family Drug and Alcohol Court",
    description: "£12,170/case · returns £2.55 per £1 · EIF NL2 to 3 · 1 study",
    spoken:
      "London Family Drug and Alcohol Court: cost per participant £12,170/case, returns £2.55 for each £1, 1 study cited, EIF NL2 to 3 (indicative)",
  });
});

test("what others rely on is counted", () => {
  const snapshot = snapshotOf(chain);
  expect(rowsUnder(snapshot, "studies")).toMatchObject([
    { description: "randomised trial · 684 families · cited by 1" },
  ]);
  expect(rowsUnder(snapshot, "unit-costs")).toMatchObject([
    { label: "local/therapist", description: "£52,300/FTE/year · 2023-24 prices · used by 1 line" },
  ]);
  expect(rowsUnder(snapshot, "outcomes")).toMatchObject([{ description: "claimed by 1 · 1 study measures it" }]);
});

test("gaps are the findings that say something is missing: all of them, each at its place", () => {
  const gaps = project.files.flatMap((path) => gapsOf(project, path));
  const groups = gapGroups(gaps);
  expect(groups.map(({ label }) => label)).toContain("Lines not costed");
  expect(groups.reduce((sum, { description }) => sum + Number(description), 0)).toBe(gaps.length);
  for (const group of groups) {
    const rows = gapRows(project, gaps, group.key);
    expect(rows).toHaveLength(Number(group.description));
    for (const { at, title } of rows)
      expect(gaps.some(({ path, span, message }) => path === at?.path && span === at.span && message === title)).toBe(
        true,
      );
  }
});

test("a claim whose evidence is taken away becomes a gap", () => {
  const spec = (chain["mst.intervention.yaml"] ?? "").replace("    evidence: [trial-2018]\n", "");
  const before = gapGroups(gapsOf(snapshotOf(chain), "mst.intervention.yaml"));
  const snapshot = snapshotOf({ ...chain, "mst.intervention.yaml": spec });
  const after = gapGroups(gapsOf(snapshot, "mst.intervention.yaml"));
  expect(before.map(({ label }) => label)).not.toContain("Claims without evidence");
  expect(after.map(({ label }) => label)).toContain("Claims without evidence");
});

test("the status says what was found, and the prices and rate in force", () => {
  const status = statusOf(snapshotOf(chain), "mst.intervention.yaml");
  expect(status).toMatchObject({ complete: true, prices: "Prices of 2023-24" });
  expect(status.discounting).toBe("Discounted at 3.5% a year, less later on");
  const rate = statusOf(
    snapshotOf({ ...chain, "wellspent.yaml": "root: true\nappraisal:\n  discounting: 5%\n" }),
    "mst.intervention.yaml",
  );
  expect(rate).toMatchObject({ prices: "Prices of 2023-24", discounting: "Discounted at 5% a year" });
});
