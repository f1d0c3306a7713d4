/**
 * Cost bands in their editions, and the cost of a group at other sizes.
 * WE-EIFBANDS: EIF standards of evidence and cost ratings, 2017, http://guidebook.eif.org.uk/the-eif-standards-of-evidence.
 * WE-EDWARDS: Edwards et al. 2007, BMJ 334:682, https://pmc.ncbi.nlm.nih.gov/articles/PMC1839236.
 * EEF: about the Toolkits, cost; bands of 2013 and later.
 */
import { describe, expect, test } from "vitest";
import { projectOf } from "./support.ts";

function spec(standard: string, lines: string, starts = "100 pupils/year") {
  const files = {
    "wellspent.yaml": `root: true\nstandards:\n  cost_band: ${standard}\n`,
    "a.intervention.yaml": `intervention: a
population:
  unit: pupil
  starts: ${starts}
costs:
  price_year: 2017-18
  period: 3 years
  perspective: public-sector
  comparator:
    cost: none
  lines:
${lines}`,
  };
  const assessment = projectOf(files).assessments("a.intervention.yaml")[0]?.assessment;
  if (assessment === undefined) throw new Error("no figures");
  return assessment;
}
const each = (amount: string) => `    - item: Programme\n      amount: ${amount}/pupil\n`;
const bandOf = (standard: string, amount: string) => spec(standard, each(amount)).costBand?.rating;

describe("WE-EIFBANDS: the five EIF cost ratings as printed", () => {
  test.each([
    ["£99", 1],
    ["£100", 2],
    ["£499", 2],
    ["£500", 3],
    ["£999", 3],
    ["£1,000", 4],
    ["£2,000", 4],
    ["£2,001", 5],
  ])("%s is %d", (amount, rating) => {
    expect(bandOf("eif", amount)).toBe(rating);
  });

  test("Incredible Years Preschool is rated 2, but what its trial printed, £1,289 to £1,934 a child, is in band 4", () => {
    expect([bandOf("eif", "£1,289"), bandOf("eif", "£1,934")]).toEqual([4, 4]);
  });
});

test("a cost of which a part is outside the perspective has no band: it is not £0, nor the part that counts", () => {
  const charity = each("£694").replace(/\n$/, "\n      who_pays: charity\n");
  expect(spec("eif", charity).costBand).toBeUndefined();
  expect(spec("eif", each("£50") + charity).costBand).toBeUndefined();
  expect(spec("eif", charity.replace("charity", "nhs")).costBand?.rating).toBe(3);
});

describe("EEF cost ratings: edition by edition", () => {
  test.each([
    ["£79", 1, 1],
    ["£80", 2, 2],
    ["£170", 2, 2],
    ["£200", 3, 2],
    ["£700", 3, 3],
    ["£720", 4, 3],
    ["£1,200", 4, 4],
    ["£1,201", 5, 5],
  ])("%s a pupil is %d in 2013 and %d later", (amount, then, later) => {
    expect([bandOf("eef-2013", amount), bandOf("eef", amount)]).toEqual([then, later]);
  });

  test("the band says which edition it is of", () => {
    expect(spec("eef-2013", each("£50")).costBand).toMatchObject({
      standard: "eef-2013",
      edition: "2013",
      title: expect.stringMatching("EEF Toolkit"),
    });
    expect(spec("eef", each("£50")).costBand?.edition).not.toBe("2013");
  });

  test("a class of 25: £2,000, £5,000, £18,000 and £30,000 are £80, £200, £720 and £1,200 a pupil", () => {
    for (const [each, whole] of [
      [80, 2_000],
      [200, 5_000],
      [720, 18_000],
      [1_200, 30_000],
    ] as const) {
      const found = spec("eef", `    - item: Class\n      amount: £${whole}/year\n`, "25 pupils/year");
      expect(found.figures.get("averaged_cost_per_starter")?.value).toBe(each);
    }
  });

  test("start-up and prerequisite are averaged over three years of running: (£9,000 + £3,000 + 3 x £6,000) / 3 / 100 = £100", () => {
    const found = spec(
      "eef",
      "    - item: Training\n      timing: start-up\n      amount: £9,000\n    - item: Tablets\n      timing: prerequisite\n      amount: £3,000\n    - item: Teachers\n      amount: £6,000/year\n",
    );
    expect(found.figures.get("averaged_cost_per_starter")?.value).toBe(100);
    expect(found.costBand).toMatchObject({ rating: 2 });
    expect(found.figures.get("start_up_cost")?.value).toBe(9_000);
    expect(found.figures.get("prerequisite_cost")?.value).toBe(3_000);
    expect(found.figures.get("recurring_cost")?.value).toBe(18_000);
  });
});

test("WE-EDWARDS: a group costs the same for 8 as for 12 children, so £1,934 a child becomes £1,289 at half as many again", () => {
  const found = spec("eif", "    - item: Group\n      amount: £15,472/year\n", "8 pupils/year");
  expect(Math.round(found.figures.get("cost_per_starter")?.value ?? Number.NaN)).toBe(1_934);
  expect(Math.round(found.figures.get("cost_per_starter_at_volume/150%")?.value ?? Number.NaN)).toBe(1_289);
});
