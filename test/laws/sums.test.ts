/** Totals are the sums of their shown parts, in every grouping; starts scale totals; a discount rate of zero gives plain sums. */
import { describe, expect, test } from "vitest";
import type { Assessment } from "../../server/src/model/assess/index.ts";
import { assessmentsOf, each, type Files, near, projects } from "./projects.ts";

const value = (assessment: Assessment, key: string): number | undefined => assessment.figures.get(key)?.value;

/** A figure that nothing is missing from. */
const whole = (assessment: Assessment, key: string): number | undefined =>
  assessment.figures.get(key)?.complete ? value(assessment, key) : undefined;

const parts = (assessment: Assessment, id: string): readonly number[] =>
  [...assessment.figures.values()].filter((figure) => figure.id === id).flatMap(({ value: one }) => one ?? []);

const sum = (numbers: readonly number[]): number => numbers.reduce((so, one) => so + one, 0);

/** Each grouping and the total that it is a grouping of. */
const groupings: readonly (readonly [grouping: string, total: string])[] = [
  ["cost_by_payer", "cost_total"],
  ["cost_by_resource", "cost_total"],
  ["cost_by_year", "cost_total"],
  ["cost_by_site", "cost_total"],
  ["cost_by_behaviour", "cost_total"],
  ["benefit_by_kind", "gross_benefit"],
  ["benefit_by_gainer", "gross_benefit"],
  ["net_by_party", "net_benefit"],
];

const everySpec = Object.entries(projects).flatMap(([project, files]) =>
  [...assessmentsOf(files)].map(([id, assessment]) => ({ project, id, assessment })),
);

describe.each(groupings)("%s adds up to %s", (grouping, total) => {
  const shown = everySpec.filter(
    ({ assessment }) => parts(assessment, grouping).length > 0 && value(assessment, total) !== undefined,
  );

  test("is shown somewhere", () => {
    expect(shown.length).toBeGreaterThan(1);
  });

  test("in every spec", () => {
    const wrong = shown.filter(
      ({ assessment }) => !near(sum(parts(assessment, grouping)), value(assessment, total) ?? Number.NaN),
    );
    expect(wrong.map(({ id, assessment }) => [id, sum(parts(assessment, grouping)), value(assessment, total)])).toEqual(
      [],
    );
  });
});

test("at the planned number of starters the cost is the cost, also per starter", () => {
  let checked = 0;
  for (const { id, assessment } of everySpec) {
    const planned = value(assessment, "cost_at_volume/100%");
    if (planned === undefined) continue;
    checked += 1;
    expect(near(planned, value(assessment, "cost_total") ?? Number.NaN), id).toBe(true);
    const each = value(assessment, "cost_per_starter_at_volume/100%");
    expect(near(each ?? Number.NaN, value(assessment, "cost_per_starter") ?? Number.NaN), id).toBe(true);
  }
  expect(checked).toBeGreaterThan(5);
});

test("start-up, recurring and prerequisite add up to the cost", () => {
  for (const { id, assessment } of everySpec) {
    const total = value(assessment, "cost_total");
    if (total === undefined) continue;
    const timed = ["start_up_cost", "recurring_cost", "prerequisite_cost"].map((key) => value(assessment, key) ?? 0);
    expect(near(sum(timed), total), id).toBe(true);
  }
});

test("the lines that are counted add up to the cost", () => {
  let checked = 0;
  for (const { id, assessment } of everySpec) {
    const total = value(assessment, "cost_total");
    if (total === undefined || assessment.lines.some(({ counted }) => counted === "part" || counted === "not known"))
      continue;
    const lines = assessment.lines.filter(({ counted }) => counted === "all").map((line) => line.total.value ?? 0);
    expect(near(sum(lines), total), id).toBe(true);
    checked++;
  }
  expect(checked).toBeGreaterThan(5);
});

test("a net is the benefit less the cost, and a ratio the one over the other", () => {
  let checked = 0;
  for (const { id, assessment } of everySpec) {
    const [gross, cost, net] = ["gross_benefit", "incremental_cost", "net_benefit"].map((key) =>
      value(assessment, key),
    );
    if (gross === undefined || cost === undefined || net === undefined) continue;
    expect(near(gross - cost, net), id).toBe(true);
    const [pvBenefit, pvCost, npv, bcr] = ["pv_benefit", "pv_cost", "npv", "bcr"].map((key) => value(assessment, key));
    if (pvBenefit === undefined || pvCost === undefined) continue;
    if (npv !== undefined) expect(near(pvBenefit - pvCost, npv), id).toBe(true);
    if (bcr !== undefined) expect(near(pvBenefit / pvCost, bcr), id).toBe(true);
    checked++;
  }
  expect(checked).toBeGreaterThan(3);
});

/** Starts written as plain numbers made `times` as many; with sites and groups every group is made larger. */
const withStarts = (files: Files, times: number): Files =>
  each(files, (text) =>
    text.replaceAll(
      /^( +(?:starts|completes|offered|eligible): )(\d+)( (?!%))/gm,
      (_, key, number, rest) => `${key}${Number(number) * times}${rest}`,
    ),
  );

const perStarter = ["cost_per_starter", "gross_benefit_per_starter", "incremental_cost_per_starter"];

test("three times the starts: totals of lines per participant are three times as high, figures per starter the same", () => {
  let checked = 0;
  for (const files of Object.values(projects)) {
    const before = assessmentsOf(files);
    const after = assessmentsOf(withStarts(files, 3));
    for (const [id, was] of before) {
      const is = after.get(id);
      const scales = was.lines.every(({ multiplier }) => multiplier?.by === "participants");
      const starts = [value(was, "starts_total"), is === undefined ? undefined : value(is, "starts_total")];
      if (is === undefined || !scales || starts[0] === undefined || starts[1] !== 3 * starts[0]) continue;
      for (const key of ["cost_total", "incremental_cost"]) {
        const total = value(was, key);
        if (total !== undefined) expect(near(3 * total, value(is, key) ?? Number.NaN), `${id} ${key}`).toBe(true);
      }
      for (const key of [...perStarter, "bcr"]) {
        const one = value(was, key);
        if (one !== undefined) expect(near(one, value(is, key) ?? Number.NaN), `${id} ${key}`).toBe(true);
      }
      checked++;
    }
  }
  expect(checked).toBeGreaterThan(2);
});

test("at a discount rate of zero a present value is the plain sum", () => {
  let checked = 0;
  for (const files of Object.values(projects)) {
    const flat = Object.fromEntries(
      Object.entries(files).map(([path, text]) => [
        path,
        path.endsWith("wellspent.yaml") ? text.replace(/discounting: .*/, "discounting: 0%") : text,
      ]),
    );
    expect(flat).not.toEqual(files);
    for (const [id, assessment] of assessmentsOf(flat)) {
      const [total, comparator, pv] = ["incremental_cost", "comparator_cost", "pv_cost_uncorrected"].map((key) =>
        whole(assessment, key),
      );
      const cost = pv ?? whole(assessment, "pv_cost");
      if (total !== undefined && cost !== undefined) {
        expect(near(total, cost), `${id}: ${total} ${comparator} ${cost}`).toBe(true);
        checked++;
      }
      const [gross, benefit] = ["gross_benefit", "pv_benefit_uncorrected"].map((key) => whole(assessment, key));
      const present = benefit ?? whole(assessment, "pv_benefit");
      if (gross !== undefined && present !== undefined)
        expect(near(gross, present), `${id}: ${gross} ${present}`).toBe(true);
    }
  }
  expect(checked).toBeGreaterThan(5);
});

test("the higher the rate, the lower what later years are worth", () => {
  const files = projects["the made-up service"] ?? {};
  const at = (rate: string) => {
    const changed = { ...files, "wellspent.yaml": (files["wellspent.yaml"] ?? "").replace(/discounting: .*/, rate) };
    return assessmentsOf(changed).get("home-visits");
  };
  const [none, some, more] = ["discounting: 0%", "discounting: 3.5%", "discounting: 7%"].map(at);
  for (const key of ["pv_benefit", "pv_cost_uncorrected"]) {
    const worth = [none, some, more].map((one) => (one === undefined ? Number.NaN : (value(one, key) ?? Number.NaN)));
    expect(worth[0]).toBeGreaterThan(worth[1] ?? Number.NaN);
    expect(worth[1]).toBeGreaterThan(worth[2] ?? Number.NaN);
  }
});
