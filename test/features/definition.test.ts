import { expect } from "vitest";
import { definition } from "../../server/src/features/definition.ts";
import { at } from "./council.ts";
import { type Marked, marked } from "./marked.ts";

const found = ({ snapshot, path, offset, show }: Marked) => {
  const link = definition(snapshot, path, offset);
  return link && [show(path, link.from), ...link.targets.map((target) => show(target.path, target.span))];
};

const cases: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[] | undefined])[] = [
  [
    "an outcome in quotes",
    at("mst.intervention.yaml", "enters-care"),
    ['mst.intervention.yaml:13 "child-enters-care"', "care.outcome.yaml:1 child-enters-care"],
  ],
  [
    "a study in a list",
    at("mst.intervention.yaml", "butler-2011"),
    ["mst.intervention.yaml:15 butler-2011", "trials.study.yaml:9 butler-2011"],
  ],
  [
    "a unit cost",
    at("mst.intervention.yaml", "therapist"),
    ["mst.intervention.yaml:9 local/therapist", "local.unit-costs.yaml:3 therapist"],
  ],
  [
    "a unit cost, from its library",
    at("mst.intervention.yaml", "local/visit"),
    ["mst.intervention.yaml:11 'local/visit'", "local.unit-costs.yaml:5 visit"],
  ],
  ["a measure", at("mst.intervention.yaml", "ecbi"), ["mst.intervention.yaml:17 ecbi", "care.outcome.yaml:6 ecbi"]],
  [
    "a measure of a result, behind hard signs on its line",
    at("trials.study.yaml", "ecbi"),
    ["trials.study.yaml:5 ecbi", "care.outcome.yaml:6 ecbi"],
  ],
  ["a measure in other words", at("trials.study.yaml", "Court records"), undefined],
  [
    "a need",
    at("mst.intervention.yaml", "family-conflict"),
    ["mst.intervention.yaml:4 family-conflict", "place.area.yaml:3 family-conflict"],
  ],
  [
    "a share of an intervention",
    at("mst.intervention.yaml", "manager"),
    ["mst.intervention.yaml:32 manager", "all.portfolio.yaml:5 manager"],
  ],
  [
    "a share within a portfolio",
    at("all.portfolio.yaml", "manager: 60%"),
    ["all.portfolio.yaml:9 manager", "all.portfolio.yaml:5 manager"],
  ],
  [
    "a contained benefit",
    at("mst.intervention.yaml", "Care not needed", 2),
    ["mst.intervention.yaml:24 Care not needed", "mst.intervention.yaml:20 Care not needed"],
  ],
  [
    "a step that a link starts from",
    {
      "a.intervention.yaml":
        "intervention: a\ntheory_of_change:\n  steps:\n    - step: groups\n      kind: activity\n  links:\n    - from: $0groups\n      to: calm\n",
    },
    ["a.intervention.yaml:7 groups", "a.intervention.yaml:4 groups"],
  ],
  [
    "a scenario's outcome",
    at("mst.intervention.yaml", "child-enters-care.effect"),
    ["mst.intervention.yaml:30 outcomes.child-enters-care.effect", "care.outcome.yaml:1 child-enters-care"],
  ],
  [
    "a scenario's line",
    at("mst.intervention.yaml", "Visits.quantity"),
    ["mst.intervention.yaml:31 Visits", "mst.intervention.yaml:10 Visits"],
  ],
  [
    "a definition is where it is",
    at("care.outcome.yaml", "child-enters-care"),
    ["care.outcome.yaml:1 child-enters-care", "care.outcome.yaml:1 child-enters-care"],
  ],
  ["a figure leads nowhere", at("mst.intervention.yaml", "4 FTE"), undefined],
  ["a comment leads nowhere", at("mst.intervention.yaml", "the programme"), undefined],
];

for (const [name, files, expected] of cases) marked(name, files, (project) => expect(found(project)).toEqual(expected));

const anchored = `intervention: a
notes: &why Because
title: *$0why
source: &why Elsewhere
`;
marked("an alias leads to the anchor before it", { "a.intervention.yaml": anchored }, (project) =>
  expect(found(project)).toEqual(["a.intervention.yaml:3 *why", "a.intervention.yaml:2 &why"]),
);

const twice = {
  "a.study.yaml": "study: one\n---\nstudy: one\n",
  "b.intervention.yaml": "intervention: b\noutcomes:\n  - outcome: x\n    evidence: [$0one]\n",
};
marked("an id defined twice leads to both", twice, (project) =>
  expect(found(project)).toEqual(["b.intervention.yaml:4 one", "a.study.yaml:1 one", "a.study.yaml:3 one"]),
);
