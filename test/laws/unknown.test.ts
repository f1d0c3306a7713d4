/** Unknown never becomes zero: whatever amount is taken away, no figure that was made of it stays whole; and costs never fall when a quantity rises. */
import { describe, expect, test } from "vitest";
import { leaves } from "../../server/src/costing/evaluate.ts";
import type { Figure } from "../../server/src/costing/figure.ts";
import { everyField } from "../../server/src/model/fields.ts";
import type { Place } from "../../server/src/syntax/types.ts";
import { assessmentsOf, type Files, projects, snapshotOf } from "./projects.ts";

interface Amount {
  readonly path: string;
  readonly id: string;
  readonly at: Place;
  readonly span: { readonly start: number; readonly end: number };
  readonly text: string;
  readonly where: string;
}

/** Paths whose value is an amount that figures are made of. */
const amounts =
  /^(?:costs lines \d+ (?:amount|quantity|unit_cost)|benefits \d+ amount|outcomes \d+ (?:without|effect))(?: |$)/;

function amountsOf(files: Files): readonly Amount[] {
  const snapshot = snapshotOf(files);
  return snapshot.files.flatMap((path) =>
    snapshot.specs(path).flatMap((spec) => {
      const parsed = snapshot.parsed(path);
      if (spec.kind !== "intervention" || parsed === undefined) return [];
      return everyField(spec).flatMap((visit): Amount[] => {
        const where = visit.path.join(" ");
        const { field } = visit;
        if (!amounts.test(where) || field.value === undefined || field.$definition !== undefined) return [];
        const span = parsed.spanOf(field.$);
        return [{ path, id: spec.id ?? path, at: field.$, span, text: field.text, where }];
      });
    }),
  );
}

const instead = (files: Files, { path, span }: Amount, text: string): Files => {
  const old = files[path] ?? "";
  return { ...files, [path]: old.slice(0, span.start) + text + old.slice(span.end) };
};

/** Whether a figure was worked out from what stands at a place. */
const restsOn = (figure: Figure, place: Place): boolean =>
  leaves(figure.worked).some(
    ({ ref }) =>
      ref !== undefined &&
      (ref as Place).chunk === place.chunk &&
      (ref as Place).start === place.start &&
      (ref as Place).end === place.end,
  );

const slice = <T>(items: readonly T[], most: number): readonly T[] => {
  const step = Math.max(1, Math.ceil(items.length / most));
  return items.filter((_, at) => at % step === 0);
};

describe.each(Object.entries(projects))("%s", (name, files) => {
  // One file of the project at a time is enough for its own figures, and the libraries come with it.
  const snapshot = snapshotOf(files);
  const all = amountsOf(files);
  const some = slice(all, name === "the published cases" ? 60 : 140);

  test("have amounts", () => {
    expect(all.length).toBeGreaterThan(10);
  });

  test.each(some)("$id $where: unknown instead of $text", (amount) => {
    const before = snapshot.assessments(amount.path).find(({ spec }) => spec.id === amount.id)?.assessment;
    const resting = [...(before?.figures ?? [])].filter(
      ([, figure]) => figure.complete && figure.value !== undefined && restsOn(figure, amount.at),
    );
    const changed = snapshotOf(instead(files, amount, "unknown"));
    const after = changed.assessments(amount.path).find(({ spec }) => spec.id === amount.id)?.assessment;
    expect(after).toBeDefined();
    const stillWhole = resting.filter(([key]) => after?.figures.get(key)?.complete);
    expect(stillWhole.map(([key]) => [key, after?.figures.get(key)?.value])).toEqual([]);
  });
});

test("the law has something to hold: figures rest on amounts", () => {
  const files = projects["the made-up service"] ?? {};
  const found = assessmentsOf(files);
  for (const amount of amountsOf(files)) {
    const resting = [...(found.get(amount.id)?.figures.values() ?? [])];
    expect(resting.length, amount.where).toBeGreaterThan(0);
  }
});

test("a library entry that is unknown leaves every cost made with it incomplete", () => {
  const files = projects["the made-up service"] ?? {};
  const path = "home-visits.intervention.yaml";
  const changed = { ...files, [path]: (files[path] ?? "").replace("value: £52,300/FTE/year", "value: unknown") };
  const after = assessmentsOf(changed).get("home-visits");
  for (const key of [
    "cost_total",
    "cost_per_starter",
    "incremental_cost",
    "pv_cost",
    "npv",
    "bcr",
    "cost_by_resource/staff",
  ])
    expect(after?.figures.get(key)?.complete, key).toBe(false);
});

test("what is left of a cost below nothing is no cost of nothing: without the therapists the comparator is dearer", () => {
  const files = projects["the made-up service"] ?? {};
  const path = "home-visits.intervention.yaml";
  const changed = { ...files, [path]: (files[path] ?? "").replace("value: £52,300/FTE/year", "value: unknown") };
  const after = assessmentsOf(changed).get("home-visits");
  expect(after?.figures.get("incremental_cost")?.value).toBeLessThan(0);
  for (const key of ["bcr", "fiscal_return", "cost_per_outcome/enters-care"]) {
    expect(after?.figures.get(key)?.none, key).toBeUndefined();
    expect(after?.figures.get(key)?.value, key).toBeUndefined();
    expect(after?.figures.get(key)?.missing.length, key).toBeGreaterThan(0);
  }
});

test.each(["starts", "has", "completes", "time_in_service"])(
  "population.%s unknown: totals made of it are not whole",
  (key) => {
    const files = projects["the made-up service"] ?? {};
    const path = "home-visits.intervention.yaml";
    const text = (files[path] ?? "").replace(new RegExp(`^  ${key}: .*$`, "m"), `  ${key}: unknown`);
    const after = assessmentsOf({ ...files, [path]: text }).get("home-visits");
    expect(after?.figures.get("cost_total")?.complete).toBe(false);
  },
);

describe("costs never fall when a quantity rises", () => {
  const files = projects["the made-up service"] ?? {};
  const rising = amountsOf(files).filter(({ where }) => where.startsWith("costs lines"));
  test.each(rising)("$id $where", (amount) => {
    // The first number of the amount, twice as large.
    const more = amount.text.replace(/\d[\d,]*(?:\.\d+)?/, (number) => String(2 * Number(number.replaceAll(",", ""))));
    if (more === amount.text) return;
    const before = assessmentsOf(files).get(amount.id);
    const after = assessmentsOf(instead(files, amount, more)).get(amount.id);
    for (const key of ["cost_total_economic", "cost_total", "cost_per_starter", "incremental_cost", "cost_outside"]) {
      const was = before?.figures.get(key)?.value;
      if (was !== undefined) expect(after?.figures.get(key)?.value, key).toBeGreaterThanOrEqual(was);
    }
    const everything = (found: typeof before): number =>
      (found?.figures.get("cost_total")?.value ?? 0) + (found?.figures.get("cost_outside")?.value ?? 0);
    expect(everything(after)).toBeGreaterThan(everything(before));
  });
});
