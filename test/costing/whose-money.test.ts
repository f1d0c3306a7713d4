/** Whose money counts, what kind a benefit is, and what is not known of either: unknown is never zero, and a known share is kept. */
import { describe, expect, test } from "vitest";
import { assessed, value } from "./helper.ts";

/** 10 children, one year, a line of £100 a child: £1,000. */
const spec = (perspective: string, payers: string, benefits: readonly string[] = [], comparator = "none"): string => `
intervention: x
population: {unit: child, starts: 10 children}
costs:
  price_year: 2023-24
  period: 1 year
  perspective: ${perspective}
  comparator: {cost: ${comparator}}
  lines:
    - {item: Line, amount: £100/child, who_pays: ${payers}}
${benefits.length === 0 ? "" : "benefits:\n"}${benefits.map((one) => `  - {${one}, valued: undiscounted, over: 1 year}\n`).join("")}`;

const council = (payers: string) => assessed(spec("local-authority", payers));
const reasons = (of: ReturnType<typeof assessed>, key: string): readonly string[] =>
  (of.figures.get(key)?.missing ?? []).map(({ reason }) => reason);

describe("a split of which one part is not known", () => {
  test.each([
    ["one share not known", "{local-authority: 60%, nhs: unknown}"],
    ["one payer not known", "{local-authority: 60%, unknown: 40%}"],
    ["shares that come to less than 100%", "{local-authority: 60%}"],
  ])("%s: the council's £600 of £1,000 is kept, the rest is not known", (_, payers) => {
    const of = council(payers);
    expect(value(of, "cost_total")).toBeCloseTo(600, 9);
    expect(of.figures.get("cost_total")?.complete).toBe(false);
    expect(of.figures.get("cost_total")?.missing.map(({ what }) => what)).toEqual(["who pays 40% of Line"]);
    expect(value(of, "cost_by_payer/local-authority")).toBeCloseTo(600, 9);
    expect(of.figures.get("cost_by_payer/not known")?.value).toBeUndefined();
    expect([...of.figures.keys()].filter((key) => key.includes("unknown"))).toEqual([]);
    expect(of.lines[0]?.counted).toBe("part");
  });

  test("under the public sector, what nobody is named for counts; a charity's unknown share may or may not", () => {
    const under = (payers: string) => assessed(spec("public-sector", payers));
    expect(under("{local-authority: 60%, nhs: unknown}").figures.get("cost_total")).toMatchObject({
      value: 1_000,
      complete: true,
    });
    const open = under("{local-authority: 60%, charity: unknown}");
    expect(value(open, "cost_total")).toBeCloseTo(600, 9);
    expect(reasons(open, "cost_total")).toEqual(["payer-unknown"]);
  });

  test("unknown written and unknown left over are one group", () => {
    const of = assessed(spec("society", "{local-authority: 50%, unknown: 20%}"));
    expect(value(of, "cost_by_payer/not known")).toBeCloseTo(500, 9);
    expect([...of.figures.keys()].filter((key) => key.startsWith("cost_by_payer"))).toEqual([
      "cost_by_payer/local-authority",
      "cost_by_payer/not known",
    ]);
  });
});

test("what lies outside holds the outside part of a split line: £300 of £1,000", () => {
  expect(value(council("{local-authority: 70%, nhs: 30%}"), "cost_outside")).toBeCloseTo(300, 9);
  expect(value(council("nhs"), "cost_outside")).toBeCloseTo(1_000, 9);
  // Of the 40% that nobody is named for nobody knows that they are outside.
  expect(value(council("{local-authority: 50%, nhs: 10%}"), "cost_outside")).toBeCloseTo(100, 9);
  expect(council("local-authority").figures.has("cost_outside")).toBe(false);
});

test("of the comparator the perspective's part is shown: £40 a child, a quarter the council's, is £100", () => {
  const beside = (payers: string) =>
    assessed(spec("local-authority", "local-authority", [], `£40/child, who_pays: ${payers}`));
  expect(value(beside("{local-authority: 25%, nhs: 75%}"), "comparator_cost")).toBeCloseTo(100, 9);
  expect(value(beside("nhs"), "comparator_cost")).toBe(0);
  expect(value(beside("nhs"), "incremental_cost")).toBeCloseTo(1_000, 9);
});

describe("a benefit that does not say its kind", () => {
  const withKinds = (second: string) =>
    assessed(
      spec("society", "local-authority", [
        "benefit: Known, amount: £150/child, kind: fiscal, gains: nhs",
        `benefit: Open, amount: £500/child${second}`,
      ]),
    );

  test("leaves fiscal figures incomplete, and payback not known", () => {
    const of = withKinds(", gains: nhs");
    expect(value(of, "gross_benefit")).toBeCloseTo(6_500, 9);
    expect(value(of, "fiscal_benefit")).toBeCloseTo(1_500, 9);
    expect(value(of, "fiscal_return")).toBeCloseTo(1.5, 9);
    for (const key of ["fiscal_benefit", "fiscal_return", "payback"]) {
      expect(of.figures.get(key)?.complete, key).toBe(false);
      expect(reasons(of, key), key).toEqual(["kind-unknown"]);
    }
    expect(of.figures.get("fiscal_benefit")?.missing[0]?.what).toContain("whether Open is fiscal");
    expect(value(of, "payback")).toBeUndefined();
  });

  test("is not fiscal when no public body gains it", () => {
    const of = withKinds(", gains: participants");
    expect(of.figures.get("fiscal_benefit")?.complete).toBe(true);
    expect(value(of, "payback")).toBe(1);
  });

  test("is fiscal when taxpayers gain it", () => {
    expect(value(withKinds(", gains: taxpayers"), "fiscal_benefit")).toBeCloseTo(6_500, 9);
  });

  test("alone, leaves the fiscal return not known, never none and never zero", () => {
    const of = assessed(spec("society", "local-authority", ["benefit: Open, amount: £500/child, gains: nhs"]));
    for (const key of ["fiscal_benefit", "fiscal_return", "payback"])
      expect(of.figures.get(key), key).toMatchObject({ value: undefined, complete: false });
  });
});

test("payback counts of a split line what the public sector pays: £250 of £1,000 against £300", () => {
  const of = assessed(
    spec("society", "{local-authority: 25%, charity: 75%}", [
      "benefit: Gain, amount: £30/child, kind: fiscal, gains: nhs",
    ]),
  );
  expect(value(of, "payback")).toBe(1);
});

test("cashable benefits are the public sector's, and one without a share leaves them incomplete", () => {
  const of = assessed(
    spec("local-authority", "local-authority", [
      "benefit: Beds, amount: £150/child, kind: fiscal, gains: nhs, cashable: 20%",
      "benefit: Staff, amount: £80/child, kind: fiscal, gains: local-authority",
    ]),
  );
  // 20% of £1,500.
  expect(value(of, "cashable_benefit")).toBeCloseTo(300, 9);
  expect(reasons(of, "cashable_benefit")).toEqual(["cashable-unknown"]);
});

describe("with starts not known", () => {
  const open = (line: string, benefit: string) =>
    assessed(`
intervention: x
population: {unit: child, starts: unknown}
costs:
  price_year: 2023-24
  period: 1 year
  comparator: {cost: none}
  lines:
    - {item: Start, timing: start-up, amount: "£10,000"}
    - {item: Visits, amount: ${line}}
benefits:
  - {benefit: Prize, amount: "£5,000", kind: fiscal, gains: nhs, valued: present-value}
  - {benefit: Calm, amount: ${benefit}, kind: fiscal, gains: nhs, valued: present-value}
`);

  test("no return or balance rests on sums that no participant multiplies", () => {
    // For one participant nothing is known of the lumps: 300 / 100.
    const of = open("£100/child", "£300/child");
    expect(value(of, "bcr")).toBeCloseTo(3, 9);
    expect(of.figures.get("bcr")?.complete).toBe(false);
    expect(value(of, "npv")).toBeUndefined();
    expect(value(of, "net_benefit")).toBeUndefined();
    expect(value(of, "cost_total")).toBe(10_000);
    // Nothing is known for one participant: the lumps alone, 5,000 / 10,000, are no return.
    const less = open("£100/child", "unknown");
    expect(value(less, "bcr")).toBeUndefined();
    expect(value(less, "fiscal_return")).toBeUndefined();
  });
});

test("why there is no return: no fiscal benefit, although an economic one; a social one that others have; none at all", () => {
  const none = (perspective: string, benefit: string, figure: string) =>
    assessed(spec(perspective, "nhs", [`benefit: b, amount: £500/child, ${benefit}`])).figures.get(figure)?.none;
  expect(none("society", "kind: economic, gains: society", "fiscal_return")).toBe("no fiscal benefit");
  expect(none("society", "kind: economic, gains: society", "payback")).toBe("no fiscal benefit");
  expect(none("society", "kind: economic, gains: society", "bcr")).toBeUndefined();
  expect(none("public-sector", "kind: social, gains: participants", "bcr")).toBe("no benefit in this perspective");
  expect(none("public-sector", "kind: social, gains: participants", "public_value_return")).toBeUndefined();
});

describe("a line that does not say who pays", () => {
  // A post of £30,000 for one year, of 10 children: £30,000.
  const under = (payer: string, more = "") =>
    assessed(`
unit_costs: pay
price_year: 2023-24
entries:
  - {entry: worker, value: "£30,000/FTE/year"${payer}}
---${spec("local-authority", "nhs").replace(/- \{item: Line.*\}/, `- {item: Worker, quantity: 1 FTE, unit_cost: pay/worker${more}}`)}`);

  test("is paid by the payer of its unit cost, whole or in shares", () => {
    expect(value(under(", payer: local-authority"), "cost_total")).toBeCloseTo(30_000, 9);
    expect(value(under(", payer: {local-authority: 40%, nhs: 60%}"), "cost_by_payer/local-authority")).toBeCloseTo(
      12_000,
      9,
    );
    expect(value(under(", payer: nhs"), "cost_outside")).toBeCloseTo(30_000, 9);
  });

  test("the line's own payer wins, unknown too; without either nobody knows what the council pays", () => {
    expect(value(under(", payer: nhs", ", who_pays: local-authority"), "cost_total")).toBeCloseTo(30_000, 9);
    for (const of of [under(", payer: local-authority", ", who_pays: unknown"), under("")])
      expect(reasons(of, "cost_total")).toEqual(["payer-unknown"]);
  });
});
