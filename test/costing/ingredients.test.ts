/** Ingredients: on-costs, overheads, working years, time given free, capacity and the cost at other numbers of starters. Sums by hand. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assessed, value } from "./helper.ts";

const spec = (
  lines: string,
  population = "unit: family, starts: 60 families/year",
  more = "",
  perspective = "society",
) => `
intervention: visits
population: {${population}}
costs:
  price_year: 2023-24
  period: 3 years
  perspective: ${perspective}
  comparator: {cost: none}
  lines:
${lines}
${more}`;

describe("a salary becomes what the post costs", () => {
  const line = (more: string) =>
    `    - {item: Workers, resource: staff, quantity: 4 FTE, unit_cost: "£30,000/FTE/year"${more}}`;

  test("on-costs are a share of the salary: 4 x 30,000 x 1.28 x 3 = 460,800", () => {
    const found = assessed(spec(line(", on_costs: 28%")));
    expect(value(found, "cost_total")).toBeCloseTo(460_800, 6);
  });

  test("overhead is a share of salary and on-costs: 460,800 x 1.1", () => {
    const found = assessed(spec(line(", on_costs: 28%, overhead: 10%")));
    expect(value(found, "cost_total")).toBeCloseTo(506_880, 6);
    const shown = JSON.stringify(found.figures.get("cost_total")?.derive());
    expect(shown).toContain("On-costs on Workers");
    expect(shown).toContain("Overhead on Workers");
  });

  test("a library says them once for every line; a line's own wins", () => {
    const library = `
unit_costs: pay
price_year: 2023-24
entries:
  - {entry: worker, value: "£30,000/FTE/year", on_costs: 28%, overhead: 10%, working_year: "40 weeks x 30 hours/week"}
---`;
    const at = (more: string, quantity = "4 FTE") =>
      value(
        assessed(`${library}${spec(`    - {item: Workers, quantity: ${quantity}, unit_cost: pay/worker${more}}`)}`),
        "cost_total",
      );
    expect(at("")).toBeCloseTo(120_000 * 1.28 * 1.1 * 3, 6);
    expect(at(", overhead: 0%, on_costs: 30%")).toBeCloseTo(120_000 * 1.3 * 3, 6);
    // 12 hours for each of 180 families, of posts of 1,200 hours a year.
    expect(at("", "12 hours/family")).toBeCloseTo(((12 * 180) / 1_200) * 30_000 * 1.28 * 1.1, 6);
  });

  test("on-costs that are not known leave the line out, and say so", () => {
    const found = assessed(spec(`${line(", on_costs: unknown")}\n    - {item: Toys, amount: "£20/family"}`));
    const total = found.figures.get("cost_total");
    // The known part is the toys (180 x 20) and the salary without on-costs.
    expect(total?.complete).toBe(false);
    expect(total?.missing.map(({ what }) => what).join()).not.toBe("");
  });

  test("a line's own working year turns posts into hours: 2 FTE x 44 x 36 x £20 x 3 years", () => {
    const hours = (more: string) => `    - {item: Workers, quantity: 2 FTE, unit_cost: "£20/hour"${more}}`;
    expect(value(assessed(spec(hours(""))), "cost_total")).toBeCloseTo(2 * 42 * 37 * 20 * 3, 6);
    const own = assessed(spec(hours(', working_year: "44 weeks x 36 hours/week"')));
    expect(value(own, "cost_total")).toBeCloseTo(2 * 44 * 36 * 20 * 3, 6);
    expect(JSON.stringify(own.figures.get("cost_total")?.derive())).toContain("44 weeks x 36 hours a week");
  });
});

describe("what is given free", () => {
  const lines = (more = "") => `
    - {item: Team, amount: "£1,000/family"}
    - {item: Volunteers, resource: volunteers, quantity: 10 hours/family, unit_cost: "£12/hour"${more}}
    - {item: Hall, paid: in-kind, amount: "£5,000/year"}`;

  test("counts in the economic cost at its opportunity cost, never in the budget cost, and stands apart", () => {
    const found = assessed(spec(lines()));
    expect(value(found, "cost_total_budget")).toBe(180_000);
    expect(value(found, "cost_total_economic")).toBe(180_000 + 180 * 120 + 15_000);
    expect(value(found, "cost_in_kind")).toBe(180 * 120 + 15_000);
    expect(found.lines.map(({ inKind }) => inKind)).toEqual([false, true, true]);
  });

  test("volunteers who are paid are paid", () => {
    const found = assessed(spec(lines(", paid: cash")));
    expect(value(found, "cost_in_kind")).toBe(15_000);
    expect(value(found, "cost_total_budget")).toBe(180_000 + 180 * 120);
  });

  test("outside the perspective it is not added here either", () => {
    const found = assessed(spec(lines(", who_pays: volunteers"), undefined, "", "public-sector"));
    expect(value(found, "cost_in_kind")).toBe(15_000);
  });
});

describe("the cost at other numbers of starters", () => {
  const lines = `
    - {item: Manager, amount: "£30,000/year"}
    - {item: Workers, quantity: 4 FTE, unit_cost: "£40,000/FTE/year", capacity: 15 families/FTE/year}
    - {item: Toys, amount: "£20/family"}`;
  const found = assessed(spec(lines));
  const at = (share: string) => value(found, `cost_at_volume/${share}`);

  test("fixed, stepped and variable parts add up to the cost", () => {
    expect(value(found, "cost_by_behaviour/fixed")).toBe(90_000);
    expect(value(found, "cost_by_behaviour/stepped")).toBe(480_000);
    expect(value(found, "cost_by_behaviour/variable")).toBe(3_600);
    expect(value(found, "cost_total")).toBe(573_600);
  });

  test("at half the starters two workers are needed, at three quarters three, at one and a half six", () => {
    expect(at("50%")).toBeCloseTo(90_000 + 2 * 40_000 * 3 + 1_800, 6);
    expect(at("75%")).toBeCloseTo(90_000 + 3 * 40_000 * 3 + 2_700, 6);
    expect(at("100%")).toBe(573_600);
    expect(at("125%")).toBeCloseTo(90_000 + 5 * 40_000 * 3 + 4_500, 6);
    expect(at("150%")).toBeCloseTo(90_000 + 6 * 40_000 * 3 + 5_400, 6);
  });

  test("per starter it is divided by that number: 331,800 / 90 at half", () => {
    expect(value(found, "cost_per_starter_at_volume/50%")).toBeCloseTo(331_800 / 90, 6);
    expect(value(found, "cost_per_starter_at_volume/100%")).toBe(value(found, "cost_per_starter"));
  });

  test("a part of a step is a whole one: 75 families at 40 a course need 2 courses, 60 need 2, 30 need 1", () => {
    const courses = assessed(
      spec(
        `    - {item: Groups, amount: "£9,000/course", capacity: 40 families/course}`,
        "unit: family, starts: 60 families",
        "delivery: {course: 2 courses}",
      ),
    );
    expect(value(courses, "cost_total")).toBe(18_000);
    expect(value(courses, "cost_at_volume/50%")).toBe(9_000);
    expect(value(courses, "cost_at_volume/75%")).toBe(18_000);
    expect(value(courses, "cost_at_volume/125%")).toBe(18_000);
    expect(value(courses, "cost_at_volume/150%")).toBe(27_000);
  });

  test("a capacity of the line as a whole: £50,000 a year serves 80 families, 90 need it twice", () => {
    const whole = assessed(spec(`    - {item: Team, amount: "£50,000/year", capacity: 80 families/year}`));
    expect(value(whole, "cost_at_volume/100%")).toBe(150_000);
    expect(value(whole, "cost_at_volume/125%")).toBe(150_000);
    expect(value(whole, "cost_at_volume/150%")).toBe(300_000);
  });

  test("what is paid for each participant has no steps, whatever is said of its capacity", () => {
    const each = assessed(spec(`    - {item: Toys, amount: "£20/family", capacity: 30 families}`));
    expect(each.lines[0]?.behaviours).toEqual(["variable"]);
    expect(value(each, "cost_at_volume/50%")).toBe(1_800);
    expect(each.problems.map(({ reason }) => reason)).toContain("capacity-unit");
  });

  test("completers and places offered follow the starters; those eligible and a counted number do not", () => {
    const mixed = assessed(
      spec(
        `
    - {item: A, amount: "£100/family", of: completers}
    - {item: B, amount: "£100/family", of: eligible}
    - {item: C, amount: "£100/family", of: 50 families}`,
        "unit: family, starts: 60 families/year, completes: 50%, eligible: 100 families/year",
      ),
    );
    expect(mixed.lines.flatMap(({ behaviours }) => behaviours)).toEqual(["variable", "fixed", "fixed"]);
    expect(value(mixed, "cost_at_volume/50%")).toBe(4_500 + 30_000 + 5_000);
  });

  test("without a number of starters there is no such table", () => {
    const open = assessed(spec(lines, "unit: family"));
    expect([...open.figures.keys()].filter((key) => key.includes("volume"))).toEqual([]);
  });

  test("what is not known is missing at every number of starters", () => {
    const open = assessed(spec(`${lines}\n    - {item: Rooms, amount: unknown}`));
    expect(open.figures.get("cost_at_volume/50%")?.complete).toBe(false);
    expect(open.figures.get("cost_at_volume/50%")?.value).toBe(at("50%"));
  });

  test("law: with enough capacity as planned, the cost never falls as more start, and the cost per starter of fixed lines falls", () => {
    fc.assert(
      fc.property(
        fc.record({
          fixed: fc.integer({ min: 0, max: 1_000_000 }),
          each: fc.integer({ min: 0, max: 5_000 }),
          starts: fc.integer({ min: 1, max: 500 }),
          most: fc.integer({ min: 1, max: 50 }),
        }),
        ({ fixed, each, starts, most }) => {
          const posts = Math.ceil(starts / most);
          const made = assessed(
            spec(
              `
    - {item: A, amount: "£${fixed}/year"}
    - {item: B, quantity: ${posts} FTE, unit_cost: "£40,000/FTE/year", capacity: ${most} families/FTE/year}
    - {item: C, amount: "£${each}/family"}`,
              `unit: family, starts: ${starts} families/year`,
            ),
          );
          const costs = ["50%", "75%", "100%", "125%", "150%"].map(
            (share) => value(made, `cost_at_volume/${share}`) ?? Number.NaN,
          );
          for (const [index, cost] of costs.entries())
            if (index > 0) expect(cost).toBeGreaterThanOrEqual((costs[index - 1] ?? 0) - 1e-6);
          expect(costs[2]).toBeCloseTo(value(made, "cost_total") ?? Number.NaN, 4);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("a universal service", () => {
  const universal = (groups: string, ages = "0 to 10 years") => `
area: town
population:
${groups}
---
${spec('    - {item: Centres, amount: "£40,000/year"}', `unit: child, ages: ${ages}, eligible: all of area, area: town`)}`;
  const group = (ages: string, number: string) => `  - {who: children, ages: ${ages}, number: "${number}"}`;

  test("costs so much a year for each child of its ages in the area: 40,000 / 8,000", () => {
    const found = assessed(universal(group("0 to 10 years", "8,000")));
    expect(value(found, "cost_per_year_per_eligible")).toBe(5);
    expect(value(found, "cost_per_eligible")).toBe(15);
  });

  test("ages that follow one another without a gap are added; the rest of the area is not", () => {
    const groups = [group("0 to 4 years", "3,500"), group("11 to 17 years", "9,999"), group("5 to 10 years", "4,500")];
    expect(value(assessed(universal(groups.join("\n"))), "cost_per_year_per_eligible")).toBe(5);
  });

  test("a gap, an overlap or a part of a group is not known", () => {
    for (const groups of [
      [group("0 to 4 years", "3,500"), group("6 to 10 years", "4,000")],
      [group("0 to 5 years", "3,500"), group("5 to 10 years", "4,000")],
      [group("0 to 17 years", "18,400")],
    ]) {
      const found = assessed(universal(groups.join("\n")));
      expect(found.figures.has("cost_per_eligible")).toBe(false);
      expect(found.figures.has("cost_per_year_per_eligible")).toBe(false);
    }
  });

  test("a service for some is not universal", () => {
    const some = spec('    - {item: Centres, amount: "£40,000/year"}', "unit: child, eligible: 8,000 children");
    expect(assessed(some).figures.has("cost_per_year_per_eligible")).toBe(false);
  });
});
