import { expect, test } from "vitest";
import { semanticTokens } from "../../server/src/features/semantic-tokens.ts";
import { marked } from "./cursor.ts";
import { eachWay } from "./ways.ts";

const spec = `$0intervention: mst
status: running
population:
  unit: family
  starts: "60 families/year" # £ é
costs:
  price_year: 2023-24
  lines:
    - item: Therapists
      quantity: 4 FTE
      unit_cost: local/therapist
    - item: Visits
      unit_cost: £38/hour
      amount: &a £1,200
outcomes:
  - outcome: child-enters-care
    without: 35%
    effect: RR 0.72 (95% CI 0.55 to 0.94)
    evidence: [start-2018]
`;

eachWay((way) => {
  test("every part of a figure, ids and head keys", () => {
    const { snapshot, path, text } = marked(way, spec);
    const found = semanticTokens(snapshot, path).map(
      ({ span, type, modifier }) =>
        `${text.slice(span.start, span.end)} ${type}${modifier === undefined ? "" : `.${modifier}`}`,
    );
    expect(found).toEqual(
      expect.arrayContaining([
        "intervention keyword",
        "mst class.declaration",
        "running enumMember",
        "60 number",
        "families type",
        "year type",
        "2023-24 number.year",
        "local/therapist class",
        "child-enters-care class",
        "start-2018 class",
        "£1,200 number.money",
        "35% number.percentage",
        "95% number.estimate",
      ]),
    );
    expect(found.includes("RR number.estimate")).toBe(true);
  });

  test("tokens do not overlap, and a range gives those inside it", () => {
    const { snapshot, path, text } = marked(way, spec);
    const all = semanticTokens(snapshot, path);
    for (const [index, each] of all.entries())
      expect(each.span.start).toBeGreaterThanOrEqual(all[index - 1]?.span.end ?? 0);
    const within = { start: text.indexOf("costs:"), end: text.indexOf("outcomes:") };
    const some = semanticTokens(snapshot, path, within);
    expect(some).toEqual(all.filter(({ span }) => span.end > within.start && span.start < within.end));
    expect(some.length).toBeGreaterThan(5);
  });
});
