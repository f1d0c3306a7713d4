/** London FDAC, the fullest chain in print: every figure, the gap and its size, as the engine and its findings say them. */
import { expect, test } from "vitest";
import { assessmentOf, cases, documentOf } from "./support.ts";

const published = cases.find(({ id }) => id === "we-fdac");
if (published === undefined) throw new Error("no FDAC");
const document = documentOf(published);
const assessment = assessmentOf(document);
const figure = (key: string) => assessment.figures.get(key);

test("costs £559,820, complete", () => {
  expect(figure("cost_total")?.value).toBe(559_820);
  expect(figure("cost_total")?.complete).toBe(true);
  expect(assessment.priceYear).toBe("2014-15");
});

test("the known ratio is 2.55 with one line not costed", () => {
  const ratio = figure("bcr");
  expect(ratio?.value?.toFixed(2)).toBe("2.55");
  expect(ratio?.complete).toBe(false);
  expect(ratio?.missing).toHaveLength(1);
  expect(ratio?.missing[0]?.what).toBe("Extra drug treatment taken up");
});

test("the missing line is -£2,950 to -£2,960 a case, inferred, and closes every printed figure", () => {
  const { inferred } = assessment;
  expect(inferred?.item).toBe(published?.implied?.benefit);
  expect(inferred?.perStarter?.low).toBeCloseTo(-2_960, 6);
  expect(inferred?.perStarter?.high).toBeCloseTo(-2_950, 6);
  expect(inferred?.perStarter?.value).toBeCloseTo(-2_955, 6);
  const closed = new Map(inferred?.closed.map((each) => [each.id, each]));
  expect(closed.get("bcr")?.value?.toFixed(2)).toBe("2.30");
  expect(closed.get("gross_benefit")?.value).toBeCloseTo(1_288_920, 6);
  expect(closed.get("net_benefit")?.value).toBeCloseTo(729_100, 6);
  expect(closed.get("net_benefit_per_starter")?.value).toBeCloseTo(15_850, 6);
  for (const each of closed.values()) expect(each.basis).toBe("inferred");
});

test("nothing that is inferred is used in a figure", () => {
  expect(figure("gross_benefit")?.value).toBe(1_424_850);
  expect(figure("net_benefit")?.value).toBe(865_030);
  for (const each of assessment.figures.values()) expect(each.basis, each.id).not.toBe("inferred");
});

test("the findings say what is missing and how large it must be", () => {
  const said = new Map(document.snapshot.findings(document.path).map(({ code, message }) => [code, message]));
  expect(said.get("costing/implied-amount")).toContain("-£2,960 to -£2,950/case");
  expect(said.get("costing/implied-amount")).toContain("2.30, without it 2.55");
  expect(said.get("costing/not-costed")).toContain("Extra drug treatment taken up");
});
