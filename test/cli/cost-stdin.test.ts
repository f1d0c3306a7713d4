import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { outcome, projectFolder } from "./support.ts";

const folder = projectFolder();

const prices = "unit_costs: local\nprice_year: 2023-24\nentries:\n  - entry: visit\n    value: £40/hour\n";
const spec = (starts: number): string => `intervention: visits
population:
  unit: family
  starts: ${starts} families
costs:
  price_year: 2023-24
  period: 1 year
  lines:
    - item: Visits
      who_pays: nhs
      quantity: 10 hours/family
      unit_cost: local/visit
`;
const name = "visits.intervention.yaml";

interface Shown {
  readonly specs: readonly {
    readonly path: string;
    readonly figures: { readonly cost_total: { readonly value: number } };
  }[];
}
const costOf = (out: string) =>
  (JSON.parse(out) as Shown).specs.map(({ path, figures }) => [path, figures.cost_total.value]);

test("a draft on standard input is costed by the prices of the project: 20 families x 10 hours x £40", () => {
  folder.write("local.unit-costs.yaml", prices);
  folder.write(name, spec(10));
  for (const asked of [["-"], ["--stdin"]]) {
    const ran = folder.run(["cost", ...asked, "-f", "json"], { input: spec(20) });
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(costOf(ran.out)).toEqual([["standard-input.intervention.yaml", 8000]]);
  }
  const named = folder.run(["cost", "-", "--stdin-filename", name, "-f", "json"], { input: spec(30) });
  expect(costOf(named.out)).toEqual([[name, 12000]]);
  expect(costOf(folder.run(["cost", "-f", "json"]).out)).toEqual([[name, 4000]]);
  expect(readFileSync(join(folder.path, name), "utf8")).toBe(spec(10));
});

test("a draft may bring prices of its own: 10 families x 10 hours x £50", () => {
  folder.write("local.unit-costs.yaml", prices);
  const both = `${spec(10)}---\n${prices.replace("£40", "£50").replace("local", "other")}`.replace("local/", "other/");
  expect(costOf(folder.run(["cost", "-", "-f", "json"], { input: both }).out)).toEqual([
    ["standard-input.intervention.yaml", 5000],
  ]);
});

test("what a variation changes holds of standard input too", () => {
  folder.write("local.unit-costs.yaml", prices);
  const ran = folder.run(["cost", "-", "--what-if", "population.starts=25 families"], { input: spec(20) });
  expect(ran.out).toMatch(/Cost of the whole period +£8,000 +£10,000/);
});

test("it ends as check does: beside other files, by a name of no spec, with no text, with nothing that has a cost", () => {
  folder.write(name, spec(10));
  const beside = folder.run(["cost", "-", name], { input: spec(20) });
  expect(beside).toMatchObject({ code: 2, err: expect.stringContaining("name no other files beside it") });
  for (const file of ["notes.txt", "none/visits.intervention.yaml"])
    expect(folder.run(["cost", "-", "--stdin-filename", file], { input: spec(20) }).code).toBe(2);
  expect(folder.run(["cost", "-"], { input: Buffer.from([0xff, 0xfe, 0x61, 0x00]) }).code).toBe(4);
  const other = folder.run(["cost", "-"], { input: outcome("care") });
  expect(other).toMatchObject({
    code: 3,
    err: expect.stringContaining("Standard input holds nothing that has a cost"),
  });
});

test("the help says so", () => {
  const out = folder.run(["cost", "--help"]).out.replace(/\s+/g, " ");
  expect(out).toContain("`-` for standard input");
  expect(out).toContain("--stdin-filename");
});
