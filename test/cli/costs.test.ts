import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { council } from "../places/council.ts";
import { projectFolder, wellspent } from "./support.ts";

const folder = projectFolder();
const examples = new URL("../../examples", import.meta.url).pathname;

const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(new URL("../../schemas/cost-output.schema.json", import.meta.url), "utf8")),
);

const intervention = (id: string, more: string, lines: string): string => `intervention: ${id}
${more}population:
  unit: family
  starts: 60 families/year
costs:
  price_year: 2024-25
  period: 3 years
  perspective: public-sector
  comparator:
    cost: none
  lines:
${lines}`;

const team = "    - item: Team\n      amount: £200,000/year\n      who_pays: local-authority\n";
const groups = "    - item: Groups\n      amount: £150/family\n      who_pays: nhs\n";

const portfolio = `portfolio: early-help
title: Early help
from: 2026-27
period: 3 years
budget: £300,000/year
shared:
  - item: Service manager
    id: manager
    amount: £70,000/year
    price_year: 2024-25
    who_pays: local-authority
interventions:
  - intervention: mst
    starts: 60 families/year
    shares:
      manager: 60%
  - intervention: epec
    from: 2027-28
    shares:
      manager: 30%
`;

function writePortfolio(epec = groups): void {
  folder.write("wellspent.yaml", "root: true\nappraisal:\n  price_year: 2024-25\n");
  folder.write("mst.intervention.yaml", intervention("mst", "strand: edge-of-care\n", team));
  folder.write("epec.intervention.yaml", intervention("epec", "strand: universal\n", epec));
  folder.write("p.portfolio.yaml", portfolio);
}

test("a portfolio as JSON: its members at its years, shared costs once, totals that add up, by the published schema", () => {
  writePortfolio();
  const ran = folder.run(["cost", "p.portfolio.yaml", "-f", "json", "--derivation"]);
  expect(ran).toMatchObject({ code: 0, err: "" });
  const printed = JSON.parse(ran.out);
  expect(validate(printed), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  expect(printed.specs).toEqual([]);
  const [found] = printed.portfolios;
  expect(found).toMatchObject({ id: "early-help", from: "2026-27", period: "3 years", price_year: "2024-25" });
  expect(found.members).toMatchObject([
    { intervention: "mst", first_year: 0, years: 3, own_cost: { value: 600_000 }, cost: { value: 726_000 } },
    { intervention: "epec", first_year: 1, years: 2, own_cost: { value: 18_000 }, cost: { value: 81_000 } },
  ]);
  expect(found.members[1].figures.starts_total).toMatchObject({ value: 120, shown: "120 families" });
  expect(found.shared).toMatchObject([{ id: "manager", total: { value: 210_000 }, unallocated: { shown: "£21,000" } }]);
  const { figures } = found;
  expect(figures.portfolio_cost).toMatchObject({ value: 828_000, complete: true, derivation: { operation: "sum" } });
  const together = (id: string): number =>
    Object.entries(figures as Record<string, { value: number }>)
      .filter(([key]) => key.startsWith(`${id}/`))
      .reduce((so, [, { value }]) => so + value, 0);
  for (const id of ["portfolio_cost_by_year", "portfolio_cost_by_payer", "portfolio_cost_by_strand"])
    expect(together(id), id).toBeCloseTo(828_000, 6);
  expect(figures["portfolio_budget_left/0"].value).toBeCloseTo(30_000, 6);
});

test("a portfolio as a table and as Markdown: what is not known is named, never zero", () => {
  writePortfolio("    - item: Groups\n      amount: unknown\n");
  const table = folder.run(["cost", "--only", "early-help"]).out;
  const markdown = folder.run(["cost", "--only", "early-help", "-f", "markdown"]).out.replaceAll("\\", "");
  for (const text of [
    "£810,000",
    "not costed: epec",
    "year 1, 2026-27",
    "edge-of-care",
    "the amount of Groups",
    "£21,000",
  ]) {
    expect(table.replace(/\s+/g, " ")).toContain(text);
    expect(markdown).toContain(text);
  }
});

test("the portfolio of the examples shows what its specs know, and says why the rest is not added", () => {
  const { code, out } = wellspent(examples, ["cost", "portfolios"]);
  expect(code).toBe(0);
  const said = out.replace(/\s+/g, " ");
  expect(said).toContain("fdac-london 3 years 46 cases £559,820");
  expect(said).toContain("in prices of 2014-15");
  expect(said).toContain("perspectives differ");
  expect(said).toContain("for no intervention how many start");
});

test("scenarios stand beside their spec, with what is printed for each", () => {
  folder.write("wellspent.yaml", "root: true\n");
  const scenarios = `scenarios:
  - scenario: half as many
    set:
      population.starts: 30 families/year
    stated:
      cost/starter: £6,667
  - scenario: lost
    set:
      costs.nowhere: 3 years
`;
  folder.write("mst.intervention.yaml", intervention("mst", "", `${team}${scenarios}`));
  const ran = folder.run(["cost", "-f", "json"]);
  const printed = JSON.parse(ran.out);
  expect(validate(printed), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  const [half, lost] = printed.specs[0].scenarios;
  expect(half).toMatchObject({
    scenario: "half as many",
    set: { "population.starts": "30 families/year" },
    problems: [],
  });
  expect(half.figures.cost_per_starter.value).toBeCloseTo(600_000 / 90, 6);
  expect(half.stated).toMatchObject([{ headline: "cost/starter", verdict: "agrees" }]);
  expect(lost).toMatchObject({ figures: null, problems: [{ reason: "path-unknown", path: "costs.nowhere" }] });
  for (const format of ["table", "markdown"]) {
    const text = folder.run(["cost", "-f", format]).out.replaceAll("\\", "").replace(/\s+/g, " ");
    expect(text).toContain("£3,333.33/family");
    expect(text).toContain("£6,666.67/family");
    expect(text).toContain("cost/starter is printed as £6,667, agrees");
    expect(text).toContain("there is no costs.nowhere");
  }
});

test("several formats at once, to files and to the terminal, show the same figures", () => {
  writePortfolio();
  const ran = folder.run(["cost", "-f", "table", "-f", "json=out/costs.json", "-f", "markdown=out/costs.md"]);
  expect(ran).toMatchObject({ code: 0 });
  const read = (name: string) => readFileSync(join(folder.path, "out", name), "utf8");
  expect(JSON.parse(read("costs.json")).portfolios[0].figures.portfolio_cost.shown).toBe("£828,000");
  for (const text of [ran.out, read("costs.md")]) expect(text).toContain("£828,000");
});

test("a report that cannot be written is said, and the others are written", () => {
  writePortfolio();
  const ran = folder.run(["cost", "-f", "json=p.portfolio.yaml/x.json", "-f", "markdown=costs.md", "-f", "table"]);
  expect(ran.code).toBe(4);
  expect(ran.err).toContain("could not write p.portfolio.yaml/x.json: a part of its path is a file");
  expect(ran.out).toContain("£828,000");
  expect(readFileSync(join(folder.path, "costs.md"), "utf8")).toContain("£828,000");
});

test("nothing with a cost is said in one line, and nothing else is printed", () => {
  folder.write("a.outcome.yaml", "outcome: a\ntitle: A\n");
  for (const format of ["table", "markdown"])
    expect(folder.run(["cost", "-f", format])).toEqual({
      code: 3,
      out: "",
      err: "None of these files holds anything that has a cost.\n",
    });
});

test("tables say in whose prices each column stands, and explain sums without years once", () => {
  folder.write("wellspent.yaml", "root: true\nappraisal:\n  price_year: 2024-25\n");
  const benefits = `benefits:
  - benefit: Fewer in care
    amount: £9,000/family
    kind: fiscal
    gains: local-authority
    valued: unknown
  - benefit: Fewer in court
    amount: £1,000/family
    kind: fiscal
    gains: courts
    valued: unknown
`;
  folder.write("m.intervention.yaml", intervention("m", "", `${team}${benefits}`).replace("2024-25", "2015-16"));
  const { out } = folder.run(["cost"]);
  expect(out).toContain("amount, 2015-16 prices");
  expect(out).toContain("total, 2024-25 prices");
  expect(out.match(/one sum over all years/g)).toHaveLength(1);
});

test("lines and totals say what is added in part or not at all, and what each line is multiplied by", () => {
  folder.write("wellspent.yaml", "root: true\nappraisal:\n  price_year: 2024-25\n");
  const lines = `    - item: Team
      amount: £100,000/year
      overhead: 10%
      who_pays: local-authority
    - item: Shared
      amount: £40,000
      who_pays: { nhs: 50%, local-authority: 50% }
    - item: Rooms
      amount: £20,000
      who_pays: [nhs, local-authority]
    - item: Travel
      amount: £10/family
    - item: Books
      amount: £5/family
      who_pays: nhs
`;
  folder.write("m.intervention.yaml", intervention("m", "", lines).replace("public-sector", "local-authority"));
  const { out } = folder.run(["cost", "-f", "markdown"]);
  const row = (name: string): string => out.split("\n").find((each) => each.includes(`| ${name} |`)) ?? "";
  expect(row("Team")).toContain("| 3 years \\+ 10% overhead | £330,000 |");
  expect(row("Shared")).toContain("added in part: £20,000 |");
  expect(row("Rooms")).toContain("who pays how much not known, not added |");
  expect(row("Travel")).toContain("payer not known, not added |");
  expect(out).toMatch(/Books.*£5\/family.*outside the perspective, not added/);
  expect(out).toMatch(/Total.*£350,000.*without who pays Rooms, who pays Travel/);
});

test("areas as JSON, by the published schema: needs, budgets of clusters, spend, other places, who is reached with and without a portfolio", () => {
  const files = { ...council };
  for (const [path, text] of Object.entries(files)) folder.write(`council/${path}`, text);
  const ran = folder.run(["cost", "council", "-f", "json"]);
  const printed = JSON.parse(ran.out);
  expect(validate(printed), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  const [area] = printed.areas;
  expect(area).toMatchObject({ id: "made-up-place", basis: "assumed" });
  expect(area.clusters[0]).toMatchObject({ id: "north", devolved: { shown: "£702,000/year" } });
  expect(area.reach.map((each: { portfolio: string }) => each.portfolio)).toEqual(["early-help"]);
  const [found] = printed.portfolios;
  expect(found.leagues[0].ranked[0]).toMatchObject({ intervention: "family-therapy", rank: 1 });
  expect(found.next.candidates).toMatchObject([{ fits: true }, { fits: false }]);
  folder.write("council/early-help.portfolio.yaml", "portfolio: other\n");
  folder.write(
    "council/mentoring.intervention.yaml",
    (council["mentoring.intervention.yaml"] ?? "").replace("population:", "area: made-up-place\npopulation:"),
  );
  const alone = JSON.parse(folder.run(["cost", "council", "-f", "json"]).out);
  expect(validate(alone), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  expect(alone.areas[0].reach).toMatchObject([{ portfolio: null, needs: expect.arrayContaining([]) }]);
  expect(alone.areas[0].reach[0].needs[0]).toMatchObject({ interventions: ["mentoring"], served: { value: 60 } });
});

test("delivery begins in the year that the settings give, unless the spec gives its own", () => {
  folder.write("wellspent.yaml", "root: true\nappraisal:\n  price_year: 2024-25\n  flows_from: 2026-27\n");
  folder.write("a.intervention.yaml", intervention("a", "", team));
  folder.write("b.intervention.yaml", intervention("b", "", team).replace("costs:\n", "costs:\n  from: 2027-28\n"));
  const zero = (id: string) =>
    JSON.parse(folder.run(["cost", "-f", "json", "--only", id]).out).specs[0].appraisal.year_zero;
  expect([zero("a"), zero("b")]).toEqual(["2026-27", "2027-28"]);
  expect(folder.run(["cost", "--only", "a"]).out).toContain("to year 0, 2026-27");
});
