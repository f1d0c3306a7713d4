import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { service } from "../costing/simulation/support.ts";
import { council } from "../places/council.ts";
import { projectFolder } from "./support.ts";

const folder = projectFolder();

const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(new URL("../../schemas/cost-output.schema.json", import.meta.url), "utf8")),
);

function write(text = service()): void {
  for (const document of text.split("---\n")) {
    const [, kind = "", id = ""] = /^(\w+): (.+)/.exec(document) ?? [];
    folder.write(`${id}.${kind.replace("_", "-")}.yaml`, document);
  }
}

test("a simulation as JSON, by the published schema: the same run gives the same text", () => {
  write();
  const args = ["cost", "edge-of-care.intervention.yaml", "--simulate", "--draws", "1000", "--seed", "4", "-f", "json"];
  const ran = folder.run(args);
  expect(ran).toMatchObject({ code: 0, err: "" });
  const printed = JSON.parse(ran.out);
  expect(validate(printed), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  const [spec] = printed.specs;
  expect(spec.uncertainty).toMatchObject({ draws: 1000, seed: 4, level: 95, known_parts_only: false });
  expect(spec.figures.npv.interval).toEqual(spec.uncertainty.figures.npv.interval);
  expect(spec.figures.npv.interval.low).toBeLessThan(spec.figures.npv.value);
  // Payback: never, in more draws than the upper tail holds. JSON has no infinity.
  expect(spec.uncertainty.figures.payback).toMatchObject({
    interval: { high: null },
    note: expect.stringMatching(/^never in \d+%$/),
  });
  expect(spec.uncertainty.inputs.map(({ path }: { path: string }) => path)).toContain("unit_costs.local/worker");
  expect(folder.run(args).out).toBe(ran.out);
});

test("without the option no figure has an interval of draws", () => {
  write();
  const [spec] = JSON.parse(folder.run(["cost", "-f", "json"]).out).specs;
  expect(spec.uncertainty).toBeUndefined();
  expect(spec.figures.npv.interval).toBeUndefined();
});

test("as a table and as Markdown: intervals, chances, what moves the answer, where it turns, and what is held", () => {
  write();
  const table = folder.run(["cost", "--simulate"]).out.replace(/\s+/g, " ");
  const markdown = folder.run(["cost", "--simulate", "-f", "markdown"]).out.replaceAll("\\", "").replace(/\s+/g, " ");
  for (const text of [table, markdown])
    for (const said of [
      "95% of 10,000 draws",
      "Benefits exceed costs in",
      "are held as written",
      "10,000 draws are enough",
      "What moves it most: net present value",
      "child-enters-care, effect",
      "Where the answer turns",
      "Chance of being worth it: child-enters-care",
      "beta (44, 64), 95% between 31.7% and 50.1%",
      "triangular, £4,000/family to £5,200/family, likeliest £4,600/family",
    ])
      expect(text).toContain(said);
});

test("nothing uncertain, parts not known, and a path that leads nowhere are said", () => {
  write(
    "intervention: sure\npopulation:\n  unit: family\n  starts: 10 families\ncosts:\n  price_year: 2023-24\n  period: 1 year\n  lines:\n    - item: A\n      amount: £1,000\n",
  );
  expect(folder.run(["cost", "--simulate"]).out).toContain("Nothing to simulate");
  write(
    service(
      "    - item: Rooms\n      who_pays: nhs\n      amount: unknown\n",
      "appraisal:\n  uncertainty:\n    distributions:\n      costs.lines.Nobody.amount: fixed\n",
    ),
  );
  const out = folder.run(["cost", "--only", "edge-of-care", "--simulate"]).out.replace(/\s+/g, " ");
  expect(out).toContain("known parts only");
  expect(out).toContain("No uncertain value stands at costs.lines.Nobody.amount");
});

test("a number of draws or a seed that cannot be is refused", () => {
  write();
  expect(folder.run(["cost", "--draws", "5"])).toMatchObject({ code: 2, err: expect.stringContaining("from 100 to") });
  expect(folder.run(["cost", "--seed", "x"]).code).toBe(2);
});

test("a portfolio's totals have the intervals of the same draws, with the chance that benefits exceed costs, by the published schema", () => {
  for (const [path, text] of Object.entries(council)) folder.write(path, text);
  const ran = folder.run(["cost", "early-help.portfolio.yaml", "--simulate", "--draws", "500", "-f", "json"]);
  const printed = JSON.parse(ran.out);
  expect(validate(printed), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  const [{ figures, uncertainty, leagues, members }] = printed.portfolios;
  expect(uncertainty).toMatchObject({ draws: 500, seed: 1, chance_benefits_exceed_costs: 0 });
  expect(figures.portfolio_npv.interval).toEqual(uncertainty.figures.portfolio_npv.interval);
  expect(figures.portfolio_npv.interval.low).toBeLessThan(figures.portfolio_npv.value);
  expect(Object.keys(uncertainty.figures).every((key) => key in figures)).toBe(true);
  expect(leagues[0].ranked[0].figure.low).toBeLessThan(leagues[0].ranked[0].figure.value);
  // The headline return holds its shares of the manager; the return of its own lines alone stands beside it.
  expect(members[0].headline_return.value).toBeCloseTo(720 / 936, 9);
  expect(members[0].own_return.value).toBeCloseTo(720 / 810, 9);
  const table = folder.run(["cost", "early-help.portfolio.yaml", "--draws", "500"]).out.replace(/\s+/g, " ");
  expect(table).toContain("95% of 500 draws");
  expect(table).toContain("Benefits exceed costs in 0% of 500 draws, of the known parts only");
  const changed = ["--what-if", "interventions.family-therapy.starts=100 children/year", "-f", "json"];
  const varied = JSON.parse(folder.run(["cost", "early-help.portfolio.yaml", "--draws", "500", ...changed]).out);
  expect(validate(varied), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  expect(varied.portfolios[0].what_if.figures.portfolio_npv.interval.low).toBeTypeOf("number");
});
