import { expect, test } from "vitest";
import { codeLenses, lensTitle } from "../../server/src/features/code-lens.ts";
import { marked } from "./cursor.ts";
import { eachWay, plainLine } from "./ways.ts";

const files = {
  "care.outcome.yaml": "outcome: child-enters-care\nvalues:\n  - value: £51,080/child/year\n    kind: fiscal\n",
  "trials.study.yaml": "study: start-2018\ndesign: rct\n---\nstudy: pilot\ndesign: before-after\n---\nstudy: unread\n",
  "local.unit-costs.yaml":
    "unit_costs: local\nprice_year: 2023-24\nentries:\n  - entry: visit\n    value: £38/hour\n  - entry: room\n    value: £9/hour\n",
};
const spec = `$0intervention: mst
population:
  unit: family
  starts: 60 families/year
costs:
  price_year: 2023-24
  period: 1 year
  perspective: public-sector
  comparator:
    cost: none
  lines:
    - item: Visits
      who_pays: local-authority
      quantity: 10 hours/family
      unit_cost: local/visit
outcomes:
  - outcome: child-enters-care
    evidence: [start-2018, pilot, start-2018]
---
intervention: other
population:
  unit: child
costs:
  lines:
    - item: Visits
      unit_cost: local/visit
`;

eachWay((way) => {
  const project = marked(way, spec, { files });
  const titles = (path: string): readonly string[] =>
    codeLenses(project.snapshot, path).map((lens) => {
      const parsed = project.snapshot.parsed(path);
      const line = parsed?.positionAt(lens.span.start).line ?? -1;
      return `${plainLine(way, line)} ${lensTitle(project.snapshot, path, lens)}`;
    });

  test("an intervention: cost, return, evidence, findings", () => {
    const [cost, back, evidence, findings, otherCost, otherReturn, otherEvidence] = titles(project.path);
    expect(cost).toBe("0 £380 per family · 2023-24 prices");
    expect(back).toMatch(/^0 return not known/);
    expect(evidence).toBe("0 EIF NE to 3+ (indicative) · 2 studies cited: 1 rct, 1 before-after");
    expect(findings).toMatch(/^0 \d+ findings?$/);
    expect(otherCost).toMatch(/^19 cost per child not known/);
    expect(otherReturn).toMatch(/^19 return not known/);
    expect(otherEvidence).toBe("19 no studies cited");
  });

  test("studies, outcomes and unit costs: what studies show, and who uses them", () => {
    expect(titles("trials.study.yaml")).toEqual([
      "0 rating not known",
      "0 used by mst",
      "3 EIF NL2 to 2 (indicative)",
      "3 used by mst",
      "6 rating not known",
      "6 not used",
    ]);
    expect(titles("care.outcome.yaml")).toEqual(["0 used by mst", "0 valued at £51,080/child/year"]);
    expect(titles("local.unit-costs.yaml")).toEqual(["3 used by 2", "5 not used"]);
  });

  test("lenses keep still while a line below the head is typed", () => {
    const places = (text: string) => {
      const { snapshot, path } = marked(way, text);
      return codeLenses(snapshot, path).map(({ span, topic, id }) => [span, topic, id]);
    };
    const whole = places(spec);
    for (const broken of [
      spec.replace("starts: 60 families/year", "starts: 60 fam"),
      spec.replace("    - item: Visits\n      who_pays", "    - ite\n      who_pays"),
      spec.replace("cost: none", "cost: [£1"),
    ])
      expect(places(broken).map(([, topic, id]) => [topic, id])).toEqual(whole.map(([, topic, id]) => [topic, id]));
  });
});
