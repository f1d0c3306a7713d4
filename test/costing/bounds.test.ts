/** `20 or more` is a limit: what rests on it is not known, and nothing is worked out as if the limit were the number. */
import { describe, expect, test } from "vitest";
import { assessed, value } from "./helper.ts";

const spec = (starts: string, completes: string, claim = ""): string => `
intervention: x
population:
  unit: family
  starts: ${starts}
  completes: ${completes}
costs:
  price_year: 2023-24
  period: 2 years
  comparator:
    cost: none
  lines:
    - item: Visits
      amount: £500/family
    - item: Office
      amount: £10,000/year
    - item: Workers
      amount: £80,000/year
      capacity: up to 40 families/year
${claim}
---
outcome: o
counts: family
better: lower
`;

describe("a limit", () => {
  test("on how many start leaves totals their known part, and the cost of one that hangs on no number", () => {
    const of = assessed(spec("20 or more families/year", "50%"));
    expect(value(of, "cost_total")).toBeCloseTo(180_000, 6);
    expect(of.figures.get("cost_total")?.missing).toHaveLength(1);
    expect(of.figures.get("cost_total")?.missing[0]?.because?.map(({ reason }) => reason)).toEqual(["only-a-bound"]);
    expect(value(of, "starts_total")).toBeUndefined();
  });

  test("on the share who complete leaves what is per completer not known", () => {
    const limit = assessed(spec("20 families/year", "at least 50%"));
    expect(value(limit, "cost_per_completer")).toBeUndefined();
    // £20,000 and £180,000, over 20 completers.
    expect(value(assessed(spec("20 families/year", "50%")), "cost_per_completer")).toBeCloseTo(200_000 / 20, 6);
  });

  test.each([
    ["without: less than 30%, effect: RR 0.5"],
    ["without: 30%, effect: RR less than 0.5"],
    ["without: 30%, with: up to 15%"],
    ["impact: at least 30%, deadweight: 10 points"],
    ["without: 30%, effect: RR 0.5, need: at least 40%"],
  ])("in a claim leaves its outcomes not known: %s", (claim) => {
    const of = assessed(spec("20 families/year", "50%", `outcomes:\n  - {outcome: o, ${claim}}`));
    expect(of.figures.get("outcomes_expected/o")).toMatchObject({ value: undefined });
  });

  test("is what a capacity means: 20 starters a year need one of what serves 40", () => {
    const of = assessed(spec("20 families/year", "50%"));
    // Fixed £20,000, stepped £160,000 as long as 40 a year are not passed, variable £500 each: at 150%, 60 starters.
    expect(value(of, "cost_at_volume/150%")).toBeCloseTo(20_000 + 160_000 + 500 * 60, 6);
  });

  test("`about` is no limit", () => {
    expect(value(assessed(spec("about 20 families/year", "50%")), "cost_total")).toBeCloseTo(200_000, 6);
  });
});
