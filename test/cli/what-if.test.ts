import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { projectFolder } from "./support.ts";

const folder = projectFolder();

const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(new URL("../../schemas/cost-output.schema.json", import.meta.url), "utf8")),
);

const spec = (id: string, line: string) => `intervention: ${id}
population:
  unit: family
  starts: 60 families/year
costs:
  price_year: 2023-24
  period: 3 years
  perspective: public-sector
  comparator:
    cost: none
  lines:
    - item: ${line}
      quantity: 4 FTE
      unit_cost: £40,000/FTE/year
      who_pays: local-authority
    - item: Toys
      amount: £20/family
      who_pays: local-authority
stated:
  cost: £483,600
`;

function write(): void {
  folder.write("visits.intervention.yaml", spec("visits", "Workers"));
  folder.write("groups.intervention.yaml", spec("groups", "Trainers"));
}

describe("--what-if", () => {
  test("works out a variation and says before, after and change of each headline; the file stays as it is", () => {
    write();
    const before = readFileSync(`${folder.path}/visits.intervention.yaml`, "utf8");
    const args = ["cost", "visits.intervention.yaml", "--what-if", "costs.lines.Workers.quantity=5 FTE"];
    const { code, out, err } = folder.run(args);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("What if costs.lines.Workers.quantity is 5 FTE");
    // 4 x 40,000 x 3 + 180 x 20 = 483,600; with five workers 603,600.
    expect(out).toMatch(/Cost of the whole period +£483,600 +£603,600 +\+£120,000 \(\+24\.8%\)/);
    expect(out).toMatch(/Cost per family +£2,686\.67\/family +£3,353\.33\/family +\+£666\.67\/family \(\+24\.8%\)/);
    expect(out).toContain("1 other headline stays as it was.");
    expect(out).not.toContain("Participants who start");
    expect(readFileSync(`${folder.path}/visits.intervention.yaml`, "utf8")).toBe(before);
  });

  test("as JSON by the published schema, beside the figures as written", () => {
    write();
    const args = ["cost", "visits.intervention.yaml", "-f", "json", "--derivation"];
    const ran = folder.run([
      ...args,
      "--what-if",
      "population.starts=30 families/year",
      "--what-if",
      "costs.period=2 years",
    ]);
    expect(ran).toMatchObject({ code: 0, err: "" });
    const printed = JSON.parse(ran.out);
    expect(validate(printed), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
    const [found] = printed.specs;
    expect(found.figures.cost_total.value).toBe(483_600);
    expect(found.stated).toMatchObject([{ verdict: "agrees" }]);
    expect(found.what_if.changes).toEqual([
      { path: "population.starts", value: "30 families/year" },
      { path: "costs.period", value: "2 years" },
    ]);
    // 160,000 x 2 + 60 x 20.
    expect(found.what_if.figures.cost_total).toMatchObject({ value: 321_200, price_year: "2023-24" });
    const compared = Object.fromEntries(found.what_if.compared.map((each: { key: string }) => [each.key, each]));
    expect(compared.cost_total).toMatchObject({
      before: 483_600,
      after: 321_200,
      change: -162_400,
      difference: "changed",
    });
    expect(compared.starts_total).toMatchObject({ before: 180, after: 60, relative: -120 / 180 });
    // Without it, the same output as ever.
    const plain = JSON.parse(folder.run(args).out).specs[0];
    expect(plain.what_if).toBeUndefined();
    const { what_if: _changed, ...rest } = found;
    expect(rest).toEqual(plain);
  });

  test("a figure that becomes unknown, or known, says so", () => {
    write();
    const lost = folder.run(["cost", "visits.intervention.yaml", "--what-if", "costs.lines.Toys.amount=unknown"]).out;
    expect(lost).toMatch(/Cost of the whole period +£483,600 +£480,000 \(in part\) +no longer complete/);
    const other = folder.run(["cost", "visits.intervention.yaml", "--what-if", "costs.price_year=2019-20"]).out;
    expect(other).toContain("in prices of another year");
  });

  test("of several specs, those in which the path leads somewhere; the others are named", () => {
    write();
    const { code, out, err } = folder.run(["cost", "--what-if", "costs.lines.Workers.quantity=5 FTE"]);
    expect(code).toBe(0);
    expect(out).toContain("visits");
    expect(out).not.toContain("groups");
    expect(err).toContain('groups is left out: it has no "costs.lines.Workers.quantity"');
  });

  test.each([
    ["costs.perod=5 years", 'there is no "perod" in "costs". Did you mean "period"?'],
    ["costs.lines.Worker.quantity=5 FTE", 'Did you mean "Workers"?'],
    ["costs.period=five years", "Numbers are written in figures."],
    ["costs.perspective=socity", 'Did you mean "society"?'],
    ["costs.perspective=martian", 'Write "local-authority", "public-sector" or "society".'],
    ["costs=3", '"costs" holds several values'],
    ["costs.lines.1.who_pays={nhs: 140%}", "A share cannot be above 100%."],
    ["costs.lines.1.who_pays={nhs: 40%", "cannot stand there"],
    ["costs.period", "says no path and value"],
    ["=5 years", "says no path and value"],
  ])("%s: exit code 2, and what is wrong with it", (change, says) => {
    write();
    const ran = folder.run(["cost", "visits.intervention.yaml", "--what-if", change]);
    expect(ran.code).toBe(2);
    expect(ran.out).toBe("");
    expect(ran.err).toContain(says);
    expect(ran.err.trim().split("\n")).toHaveLength(1);
  });

  test("text that YAML would tear is taken as it is", () => {
    write();
    const at = (value: string) =>
      JSON.parse(
        folder.run(["cost", "visits.intervention.yaml", "-f", "json", "--what-if", `costs.lines.Toys.amount=${value}`])
          .out,
      ).specs[0].what_if.figures.cost_total.value;
    expect(at("£1,200/family")).toBe(480_000 + 180 * 1_200);
    expect(at('"£1,200/family"')).toBe(480_000 + 180 * 1_200);
  });

  test("shares in braces, a key that the format knows and the spec lacks", () => {
    write();
    const { out } = folder.run([
      "cost",
      "visits.intervention.yaml",
      "-f",
      "json",
      "--what-if",
      "costs.lines.Workers.who_pays={nhs: 40%, local-authority: 60%}",
      "--what-if",
      "appraisal.capital=expense",
    ]);
    const { figures } = JSON.parse(out).specs[0].what_if;
    expect(figures["cost_by_payer/nhs"].value).toBeCloseTo(192_000, 6);
  });

  test("with --simulate, how sure each side is, by the same draws", () => {
    folder.write("range.intervention.yaml", spec("range", "Workers").replace("£20/family", "£10/family to £30/family"));
    const args = ["cost", "range.intervention.yaml", "--simulate", "--what-if", "costs.lines.Workers.quantity=5 FTE"];
    const { out, code } = folder.run(args);
    expect(code).toBe(0);
    expect(out).toContain("How sure: 95% of 10,000 draws");
    // The toys come to £1,800 to £5,400 either way; the workers move both ends by £120,000.
    expect(out).toMatch(/Cost of the whole period +£482,000 to £485,000 +£602,000 to £605,000/);
    const printed = JSON.parse(folder.run([...args, "-f", "json"]).out);
    expect(validate(printed), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
    const [found] = printed.specs;
    const [was, is] = [found.figures.cost_total.interval, found.what_if.figures.cost_total.interval];
    expect(is.low - was.low).toBeCloseTo(120_000, 6);
    expect(is.high - was.high).toBeCloseTo(120_000, 6);
  });

  test("a portfolio too: its members' starts", () => {
    write();
    folder.write(
      "p.portfolio.yaml",
      "portfolio: p\nperiod: 3 years\ninterventions:\n  - intervention: visits\n    starts: 60 families/year\n",
    );
    const ran = folder.run([
      "cost",
      "p.portfolio.yaml",
      "-f",
      "json",
      "--what-if",
      "interventions.visits.starts=90 families/year",
    ]);
    expect(ran.code).toBe(0);
    const printed = JSON.parse(ran.out);
    expect(validate(printed), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
    const [found] = printed.portfolios;
    expect(found.figures.portfolio_cost.value).toBe(483_600);
    expect(found.what_if.figures.portfolio_cost.value).toBe(480_000 + 270 * 20);
  });
});

describe("--what-if of what a spec uses from other documents", () => {
  const uses = `intervention: uses
population:
  unit: child
  starts: 100 children
costs:
  price_year: 2023-24
  period: 1 year
  perspective: public-sector
  comparator:
    cost: none
  lines:
    - item: Visits
      quantity: 10 hours/child
      unit_cost: council/visit
      who_pays: local-authority
outcomes:
  - outcome: enters-care
    without: 50%
    effect: -10 points
---
outcome: enters-care
counts: child
kind: event
better: lower
values:
  - value: £8,000/child
    price_year: 2023-24
    kind: fiscal
    gains: local-authority
---
unit_costs: council
price_year: 2023-24
entries:
  - entry: visit
    value: £30 to £50/hour
  - entry: room
    value: £10/hour
`;
  const at = (...changes: string[]) => {
    folder.write("uses.intervention.yaml", uses);
    const flags = changes.flatMap((change) => ["--what-if", change]);
    return folder.run(["cost", "uses.intervention.yaml", "-f", "json", ...flags]);
  };
  const figure = (key: string, ...changes: string[]) => {
    const printed = JSON.parse(at(...changes).out);
    expect(validate(printed), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
    return printed.specs[0].what_if.figures[key].value;
  };

  test("a unit cost, by its entry or by a key of it: 100 x 10 hours at £45", () => {
    expect(figure("cost_total", "unit_costs.council/visit=£45/hour")).toBe(45_000);
    expect(figure("cost_total", "unit_costs.council/visit.value=£45/hour")).toBe(45_000);
  });

  test("a value of an outcome, beside a change in the spec: 200 x 10 points x £5,000", () => {
    const changes = ["outcome.enters-care.values.1.value=£5,000/child", "population.starts=200 children"];
    expect(figure("gross_benefit", ...changes)).toBe(100_000);
  });

  test("two changes of one definition: value and kind", () => {
    const changes = ["outcome.enters-care.values.1.kind=economic", "outcome.enters-care.values.1.value=£1,000/child"];
    expect(figure("benefit_by_kind/economic", ...changes)).toBeCloseTo(10_000, 9);
  });

  test("in a simulation the changed value is drawn as it is now written", () => {
    folder.write("uses.intervention.yaml", uses);
    const printed = JSON.parse(
      folder.run([
        "cost",
        "uses.intervention.yaml",
        "-f",
        "json",
        "--simulate",
        "--what-if",
        "unit_costs.council/visit=£40 to £60/hour",
      ]).out,
    ).specs[0];
    expect(printed.what_if.figures.cost_total.interval.low - printed.figures.cost_total.interval.low).toBeCloseTo(
      10_000,
      6,
    );
  });

  test.each([
    ["unit_costs.council/visitt=£45/hour", 'defines the unit cost "council/visitt". Did you mean "council/visit"?'],
    [
      "unit_costs.council=£45/hour",
      'Name one of its entries: "unit_costs.council/room" or "unit_costs.council/visit".',
    ],
    ["unit_costs.council/room=£20/hour", 'no figure here rests on the unit cost "council/room"'],
    ["unit_costs.council/visit.valeu=£20", 'the unit cost "council/visit" has no "valeu". Did you mean "value"?'],
    ["unit_costs.council/visit=lots", "`lots`"],
    ["outcome.enters-car.better=higher", 'Did you mean "enters-care"?'],
    ["outcome.enters-care.better=up", 'Write "lower" or "higher".'],
    ["outcome.enters-care=higher", "holds several values"],
  ])("%s: exit code 2, and what is wrong with it", (change, says) => {
    const ran = at(change);
    expect(ran.code).toBe(2);
    expect(ran.out).toBe("");
    expect(ran.err).toContain(says);
    expect(ran.err.trim().split("\n")).toHaveLength(1);
  });

  test("specs that do not use it are left out, named together", () => {
    write();
    folder.write("uses.intervention.yaml", uses);
    const { code, err, out } = folder.run(["cost", "--what-if", "unit_costs.council/visit=£45/hour"]);
    expect(code).toBe(0);
    expect(out).toContain("What if unit_costs.council/visit is £45/hour");
    expect(err).toContain('do not use "unit_costs.council/visit": they are left out');
  });
});
