import { expect, test } from "vitest";
import { codeLenses, lensTitle, lensTooltip } from "../../server/src/features/code-lens.ts";
import { designNoun } from "../../server/src/report/study-designs.ts";
import { study } from "../../server/src/schema/kinds/index.ts";
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
    expect(evidence).toBe(
      "0 EIF NE to 3+ (indicative) · 2 studies cited: 1 randomised trial, 1 before-and-after study",
    );
    expect(findings).toMatch(/^0 \d+ findings?$/);
    expect(otherCost).toMatch(/^19 cost per child not known/);
    expect(otherReturn).toMatch(/^19 return not known/);
    expect(otherEvidence).toBe("19 no studies cited");
  });

  const evidenceOf = (studies: string, evidence: string) => {
    const { snapshot, path } = marked(
      way,
      `$0intervention: a\noutcomes:\n  - outcome: b\n    evidence: ${evidence}\n`,
      {
        files: { "s.study.yaml": studies },
      },
    );
    const [lens] = codeLenses(snapshot, path).filter(({ topic }) => topic === "evidence");
    if (lens === undefined) throw new Error("no lens of the evidence");
    const cited = lensTitle(snapshot, path, lens).split(" · ").at(-1);
    return { cited, tooltip: lensTooltip(snapshot, path, lens) };
  };

  test("studies are counted in words, randomised ones together, and the pointer tells them apart", () => {
    const studies = [
      "study: a\ndesign: rct\nsource:\n  authors: Fonagy P\n  year: 2018",
      "study: b\ndesign: cluster-rct",
      "study: c\ndesign: matched",
      "study: d\ndesign: unknown",
    ].join("\n---\n");
    const all = evidenceOf(studies, "[a, b, c, d, e]");
    expect(all.cited).toBe(
      "5 studies cited: 2 randomised trials, 1 comparison with a matched group, 1 design not said, 1 not found",
    );
    expect(all.tooltip?.split("\n").map((line) => line.replace(/, EIF.*/, ""))).toEqual([
      "Fonagy P, 2018: individually randomised trial",
      "b: groups were randomised",
      "c: matched comparison group",
      "d: design not said",
      "e: not in this project",
    ]);
    expect(evidenceOf(studies, "[c]").cited).toBe("1 study cited: comparison with a matched group");
    expect(evidenceOf(studies, "[]")).toEqual({ cited: "no studies cited", tooltip: undefined });
  });

  test("a tooltip names eight studies and counts the rest", () => {
    const ids = Array.from({ length: 10 }, (_, at) => `s${at}`);
    const { tooltip } = evidenceOf(ids.map((id) => `study: ${id}\ndesign: rct`).join("\n---\n"), `[${ids.join(", ")}]`);
    expect(tooltip?.split("\n")).toHaveLength(9);
    expect(tooltip).toMatch(/\nand 2 more$/);
  });

  test("every design that a study may have has words to count it by", () => {
    const shape = study.shape.object?.keys.design?.shape.scalar;
    const words = shape?.kind === "word" ? Object.keys(shape.words) : [];
    expect(words).toContain("rct");
    expect(words.filter((word) => designNoun(word)[0] === word)).toEqual([]);
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
