import { expect } from "vitest";
import { type HierarchyStep, hierarchyAt, usedBy, uses } from "../../server/src/features/hierarchy.ts";
import { at } from "./council.ts";
import { type Marked, marked } from "./marked.ts";

const steps = ({ show }: Marked, found: readonly HierarchyStep[]): readonly string[] =>
  found.map(
    ({ node, path, spans }) => `${node.kind} ${node.name} < ${spans.map((span) => show(path, span)).join(", ")}`,
  );

marked(
  "from a study up: claims, their intervention, its portfolio",
  at("trials.study.yaml", "fonagy-2018"),
  (project) => {
    const { snapshot, path, offset } = project;
    const study = hierarchyAt(snapshot, path, offset);
    if (study === undefined) throw new Error("no node");
    expect([study.name, study.detail]).toEqual(["fonagy-2018", "START trial"]);
    const claims = usedBy(snapshot, study);
    expect(steps(project, claims)).toEqual([
      "claim child-enters-care in mst < mst.intervention.yaml:15 fonagy-2018",
      "claim child-behaviour in mst < mst.intervention.yaml:18 fonagy-2018",
    ]);
    const second = claims[1]?.node;
    if (second === undefined) throw new Error("no claim");
    const interventions = usedBy(snapshot, second);
    expect(steps(project, interventions)).toEqual(["intervention mst < mst.intervention.yaml:16 child-behaviour"]);
    const mst = interventions[0]?.node;
    expect(mst === undefined ? [] : steps(project, usedBy(snapshot, mst))).toEqual([
      "portfolio early-help < all.portfolio.yaml:8 mst",
    ]);
  },
);

marked(
  "from a portfolio down: interventions, claims, outcomes and studies",
  at("all.portfolio.yaml", "early-help"),
  (project) => {
    const { snapshot, path, offset } = project;
    const portfolio = hierarchyAt(snapshot, path, offset);
    if (portfolio === undefined) throw new Error("no node");
    expect(steps(project, uses(snapshot, portfolio))).toEqual([
      "area town < all.portfolio.yaml:2 town",
      "intervention mst < all.portfolio.yaml:8 mst",
      "shared-cost early-help/manager < all.portfolio.yaml:9 manager",
    ]);
    expect(steps(project, uses(snapshot, { kind: "intervention", id: "mst" }))).toEqual([
      'claim child-enters-care in mst < mst.intervention.yaml:13 "child-enters-care"',
      "claim child-behaviour in mst < mst.intervention.yaml:16 child-behaviour",
      "need family-conflict < mst.intervention.yaml:4 family-conflict",
      "unit-cost local/therapist < mst.intervention.yaml:9 therapist",
      "unit-cost local/visit < mst.intervention.yaml:11 visit",
      "outcome child-enters-care < mst.intervention.yaml:26 child-enters-care, mst.intervention.yaml:30 child-enters-care",
      "shared-cost early-help/manager < mst.intervention.yaml:32 manager",
    ]);
    expect(steps(project, uses(snapshot, { kind: "claim", id: "mst", claim: 0 }))).toEqual([
      "outcome child-enters-care < mst.intervention.yaml:13 child-enters-care",
      "study fonagy-2018 < mst.intervention.yaml:15 fonagy-2018",
      "study butler-2011 < mst.intervention.yaml:15 butler-2011",
    ]);
  },
);

marked("an outcome is used by claims, plans and results", at("care.outcome.yaml", "child-behaviour"), (project) =>
  expect(steps(project, usedBy(project.snapshot, { kind: "outcome", id: "child-behaviour" }))).toEqual([
    "claim child-behaviour in mst < mst.intervention.yaml:16 child-behaviour",
    "study fonagy-2018 < trials.study.yaml:5 child-behaviour",
  ]),
);

marked(
  "nothing stands above or below what is not there",
  at("mst.intervention.yaml", "4 FTE"),
  ({ snapshot, path, offset }) => {
    expect(hierarchyAt(snapshot, path, offset)).toBeUndefined();
    expect(uses(snapshot, { kind: "claim", id: "mst", claim: 99 })).toEqual([]);
    expect(usedBy(snapshot, { kind: "study", id: "nowhere" })).toEqual([]);
  },
);

const circle = {
  "a.study.yaml": "study: a\ninterventions: [a]\n",
  "a.intervention.yaml": "intervention: a\noutcomes:\n  - outcome: a\n    evidence: [a]\n",
};

marked("interventions that name each other have an end", circle, ({ snapshot }) => {
  expect(uses(snapshot, { kind: "study", id: "a" }).map(({ node }) => node.kind)).toEqual(["intervention"]);
  expect(uses(snapshot, { kind: "claim", id: "a", claim: 0 }).map(({ node }) => node.kind)).toEqual(["study"]);
});
