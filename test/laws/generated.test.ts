/** Services made up at random and written in two ways: the same figures, whatever the hand that wrote them. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { assessmentsOf, figuresOf } from "./projects.ts";

interface Line {
  readonly pounds: number;
  readonly per: string;
  readonly hours: number | undefined;
  readonly timing: string;
  readonly payer: string;
  readonly resource: string;
  readonly unknown: boolean;
}

const line: fc.Arbitrary<Line> = fc.record({
  pounds: fc.integer({ min: 1, max: 90_000 }),
  per: fc.constantFrom("", "/year", "/week", "/family", "/child", "/family/week", "/course"),
  hours: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
  timing: fc.constantFrom("recurring", "start-up", "prerequisite"),
  payer: fc.constantFrom("local-authority", "nhs", "charity", "unknown"),
  resource: fc.constantFrom("staff", "premises", "other"),
  unknown: fc.boolean(),
});

const service = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 6 }),
  starts: fc.integer({ min: 1, max: 400 }),
  period: fc.integer({ min: 1, max: 5 }),
  priceYear: fc.constantFrom("2015-16", "2019-20", "2024-25", "unknown"),
  benefit: fc.integer({ min: 1, max: 40_000 }),
});
type Service = typeof service extends fc.Arbitrary<infer T> ? T : never;

/** How a hand writes. */
interface Hand {
  readonly indent: number;
  readonly quote: "" | '"' | "'";
  readonly commas: boolean;
  readonly minutes: boolean;
  readonly reversed: boolean;
  readonly eol: "\n" | "\r\n";
  readonly comments: boolean;
}

const hand: fc.Arbitrary<Hand> = fc.record({
  indent: fc.constantFrom(2, 3, 4),
  quote: fc.constantFrom<Hand["quote"][]>("", '"', "'"),
  commas: fc.boolean(),
  minutes: fc.boolean(),
  reversed: fc.boolean(),
  eol: fc.constantFrom<Hand["eol"][]>("\n", "\r\n"),
  comments: fc.boolean(),
});

function written(of: Service, by: Hand): string {
  const pad = (depth: number): string => " ".repeat(by.indent * depth);
  const quoted = (value: string): string => `${by.quote}${value}${by.quote}`;
  const money = (pounds: number, per: string): string =>
    `£${by.commas ? pounds.toLocaleString("en-GB") : pounds}${per}`;
  const keys = (entries: readonly (readonly [string, string])[]): readonly string[] =>
    (by.reversed ? [...entries].reverse() : entries).map(([key, value]) => `${key}: ${quoted(value)}`);
  const items = of.lines.map((one, at) => {
    const time =
      one.hours === undefined
        ? undefined
        : by.minutes
          ? `${one.hours * 60} minutes/family`
          : `${one.hours} hours/family`;
    const amount: readonly (readonly [string, string])[] =
      time === undefined
        ? [["amount", one.unknown && at > 0 ? "unknown" : money(one.pounds, one.per)]]
        : [
            ["quantity", time],
            ["unit_cost", money(one.pounds, "/hour")],
          ];
    const all = keys([
      ["item", `Line ${at}`],
      ["timing", one.timing],
      ["who_pays", one.payer],
      ["resource", one.resource],
      ...amount,
    ]);
    return all.map((text, i) => `${pad(1)}${i === 0 ? "- " : "  "}${text}${by.comments ? " # £1 of nothing" : ""}`);
  });
  const costs = [
    ...keys([
      ["price_year", of.priceYear],
      ["period", `${of.period} years`],
      ["perspective", "public-sector"],
    ]).map((text) => pad(1) + text),
    `${pad(1)}comparator:`,
    `${pad(2)}cost: ${quoted("none")}`,
    `${pad(1)}lines:`,
    ...(by.reversed ? [...items].reverse() : items).flat(),
  ];
  const blocks = [
    [
      "population:",
      ...keys([
        ["unit", "family"],
        ["starts", `${of.starts} families/year`],
        ["has", "2 children/family"],
        ["time_in_service", "10 weeks"],
      ]).map((text) => pad(1) + text),
    ],
    ["delivery:", `${pad(1)}course: ${quoted("12 courses")}`],
    ["costs:", ...costs],
    [
      "benefits:",
      ...keys([
        ["benefit", "Fewer crises"],
        ["amount", money(of.benefit, "/child")],
        ["kind", "fiscal"],
        ["gains", "nhs"],
        ["valued", "present-value"],
      ]).map((text, i) => `${i === 0 ? "- " : "  "}${text}`),
    ],
  ];
  return ["intervention: made-up", ...(by.reversed ? [...blocks].reverse() : blocks).flat(), ""].join(by.eol);
}

const settings = "root: true\nappraisal:\n  price_year: 2024-25\n  deflator: hmt-2026-03\n";
const project = (text: string) => ({ "wellspent.yaml": settings, "made-up.intervention.yaml": text });

test("two hands that write the same service give the same figures", () => {
  fc.assert(
    fc.property(service, hand, hand, (of, one, other) => {
      const [a, b] = [written(of, one), written(of, other)];
      const [left, right] = [figuresOf(project(a)), figuresOf(project(b))];
      expect(left.size).toBeGreaterThan(10);
      expect([...right.keys()]).toEqual([...left.keys()]);
      for (const [key, seen] of left) {
        const there = right.get(key);
        expect({ ...there, value: 0, low: 0, high: 0 }).toEqual({ ...seen, value: 0, low: 0, high: 0 });
        if (seen.value === undefined) expect(there?.value, key).toBeUndefined();
        else
          expect(Math.abs((there?.value ?? Number.NaN) - seen.value)).toBeLessThanOrEqual(
            1e-9 * Math.max(1, Math.abs(seen.value)),
          );
      }
    }),
    { numRuns: 150 },
  );
});

test("an unknown line is counted as missing in the total that should hold it, and in nothing that it has no part in", () => {
  fc.assert(
    fc.property(service, hand, (of, by) => {
      const found = assessmentsOf(project(written(of, by))).get("made-up");
      const unknown = of.lines.filter(
        (one, at) => one.unknown && at > 0 && one.hours === undefined && one.payer !== "charity",
      );
      const figure = found?.figures.get("cost_total_economic") ?? found?.figures.get("cost_total");
      const counted = (found?.lines ?? []).filter((each) => each.total.value === undefined && each.counted !== "none");
      expect(counted.length).toBe(unknown.length);
      expect(figure?.complete).toBe(
        (found?.lines ?? []).every((each) => each.counted === "none" || each.total.missing.length === 0),
      );
    }),
    { numRuns: 150 },
  );
});
