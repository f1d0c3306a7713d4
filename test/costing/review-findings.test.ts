/** Cases in which a figure once came out wrong, each with what it must come to. */
import { expect, test } from "vitest";
import { assessed, value } from "./helper.ts";

const spec = (costs: string, rest = "", starts = "30 children"): string => `
intervention: x
population: {unit: child, starts: ${starts}}
costs:
  price_year: 2023-24
${costs.replace(/^/gm, "  ")}
${rest}`;

test.each([501, 20_000, 1_000_000_000])("a period of %d years has no equivalent annual cost, and says why", (years) => {
  const of = assessed(
    spec(`period: ${years} years\ncomparator: {cost: none}\nlines:\n  - {item: Line, amount: "£300"}`),
  );
  const yearly = of.figures.get("equivalent_annual_cost");
  expect(yearly?.value).toBeUndefined();
  expect(yearly?.missing[0]?.what).toContain("more than 500 years");
  expect(value(of, "cost_total")).toBe(300);
});

const besideUsualCare = (payer: string): string =>
  spec(`period: 1 year
perspective: local-authority
comparator: {cost: £20/child${payer}}
lines:
  - {item: Line, amount: £100/child, who_pays: {local-authority: 30%, nhs: 70%}}`);

test("of the comparator, only what the perspective would have paid is taken off", () => {
  const incremental = (text: string) => assessed(text).figures.get("incremental_cost");
  expect(incremental(besideUsualCare(", who_pays: nhs"))?.value).toBeCloseTo(900, 9);
  expect(incremental(besideUsualCare(", who_pays: local-authority"))?.value).toBeCloseTo(300, 9);
  expect(incremental(besideUsualCare(", who_pays: {local-authority: 50%, nhs: 50%}"))?.value).toBeCloseTo(600, 9);
  expect(incremental(besideUsualCare(""))?.missing.map(({ reason }) => reason)).toEqual(["payer-unknown"]);
  const whole = assessed(besideUsualCare("").replace("local-authority\n", "public-sector\n"));
  expect(value(whole, "incremental_cost")).toBeCloseTo(2_400, 9);
  expect(whole.figures.get("incremental_cost")?.missing).toEqual([]);
});

const splitGain = (perspective: string): string =>
  spec(
    `period: 1 year
perspective: ${perspective}
comparator: {cost: none}
lines:
  - {item: Line, amount: £10/child, who_pays: local-authority}`,
    `benefits:
  - {item: Gain, amount: £100/child, kind: fiscal, gains: {local-authority: 25%, families: 75%}}`,
  );

test("only what public bodies gain of a benefit is fiscal", () => {
  expect(value(assessed(splitGain("society")), "fiscal_benefit")).toBeCloseTo(750, 9);
});

test.each(["local-authority", "public-sector", "society"])(
  "benefits by gainer add up to the benefit: %s",
  (perspective) => {
    const { figures } = assessed(splitGain(perspective));
    const byGainer = [...figures].filter(([key]) => key.startsWith("benefit_by_gainer"));
    expect(byGainer.length).toBeGreaterThan(0);
    expect(byGainer.reduce((so, [, figure]) => so + (figure.value ?? 0), 0)).toBeCloseTo(
      figures.get("gross_benefit")?.value ?? Number.NaN,
      9,
    );
  },
);

test("a printed net present value for each participant is checked, also where nobody says how many start", () => {
  // As WSIPP prints them: present values of $11,842 for each pupil, at a cost of $164.
  const printed = (net: string, starts: string) =>
    assessed(`
intervention: game
population: {unit: pupil, starts: ${starts}}
costs:
  currency: USD
  price_year: 2018
  period: 1 year
  perspective: society
  comparator: {cost: already deducted}
  lines:
    - {item: Line, amount: "$164/pupil"}
benefits:
  - {benefit: b, amount: "$11,842/pupil", kind: social, gains: others, valued: present-value}
stated:
  net_present_value/pupil: ${net}
appraisal: {price_year: 2018}
`).stated[0]?.verdict.kind;
  expect(printed("$11,678", "unknown")).toBe("agrees");
  expect(printed("$11,678", "50 pupils")).toBe("agrees");
  expect(printed("$12,678", "unknown")).toBe("disagrees");
});
