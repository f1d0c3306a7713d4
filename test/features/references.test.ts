import { expect } from "vitest";
import { highlights } from "../../server/src/features/highlights.ts";
import { references } from "../../server/src/features/references.ts";
import { at } from "./council.ts";
import { type Marked, marked } from "./marked.ts";

const found = ({ snapshot, path, offset, show }: Marked, withDefinition: boolean) =>
  references(snapshot, path, offset, withDefinition).map((each) => show(each.path, each.span));

marked("uses of an outcome, in paths of scenarios as well", at("care.outcome.yaml", "child-enters-care"), (project) =>
  expect(found(project, false)).toEqual([
    "mst.intervention.yaml:13 child-enters-care",
    "mst.intervention.yaml:26 child-enters-care",
    "mst.intervention.yaml:30 child-enters-care",
    "trials.study.yaml:6 child-enters-care",
  ]),
);

marked("the definition as well, when asked for", at("mst.intervention.yaml", "butler-2011"), (project) =>
  expect(found(project, true)).toEqual(["mst.intervention.yaml:15 butler-2011", "trials.study.yaml:9 butler-2011"]),
);

marked("uses of an entry", at("local.unit-costs.yaml", "visit"), (project) =>
  expect(found(project, false)).toEqual(["mst.intervention.yaml:11 visit"]),
);

marked("uses of a library, from the library part of one", at("mst.intervention.yaml", "local/visit"), (project) =>
  expect(found(project, true)).toEqual([
    "local.unit-costs.yaml:1 local",
    "mst.intervention.yaml:9 local",
    "mst.intervention.yaml:11 local",
  ]),
);

marked("uses of a measure, in results as well", at("care.outcome.yaml", "ecbi"), (project) =>
  expect(found(project, false)).toEqual(["mst.intervention.yaml:17 ecbi", "trials.study.yaml:5 ecbi"]),
);

marked("uses of a shared cost", at("all.portfolio.yaml", "manager"), (project) =>
  expect(found(project, false)).toEqual(["all.portfolio.yaml:9 manager", "mst.intervention.yaml:32 manager"]),
);

marked(
  "an id that nothing defines still has its uses",
  { "a.intervention.yaml": "intervention: a\narea: $0nowhere\n---\nintervention: b\narea: nowhere\n" },
  (project) => expect(found(project, true)).toEqual(["a.intervention.yaml:2 nowhere", "a.intervention.yaml:5 nowhere"]),
);

marked("nothing where no name stands", at("mst.intervention.yaml", "RR 0.72"), (project) =>
  expect(found(project, true)).toEqual([]),
);

marked(
  "the same name in the same file",
  at("mst.intervention.yaml", "fonagy-2018"),
  ({ snapshot, path, offset, show }) =>
    expect(highlights(snapshot, path, offset).map(({ span, defines }) => `${show(path, span)} ${defines}`)).toEqual([
      "mst.intervention.yaml:15 fonagy-2018 false",
      "mst.intervention.yaml:18 fonagy-2018 false",
    ]),
);

marked(
  "a benefit and where it is contained",
  at("mst.intervention.yaml", "Care not needed"),
  ({ snapshot, path, offset, show }) =>
    expect(highlights(snapshot, path, offset).map(({ span, defines }) => `${show(path, span)} ${defines}`)).toEqual([
      "mst.intervention.yaml:20 Care not needed true",
      "mst.intervention.yaml:24 Care not needed false",
    ]),
);

const theory = `intervention: a
theory_of_change:
  steps:
    - step: groups
      kind: activity
    - step: calm-evenings
      kind: outcome
  links:
    - from: groups
      to: [$0calm-evenings]
`;
marked("a step of a theory of change and the links that use it", { "a.intervention.yaml": theory }, (project) => {
  const { snapshot, path, offset, show } = project;
  expect(found(project, true)).toEqual(["a.intervention.yaml:6 calm-evenings", "a.intervention.yaml:10 calm-evenings"]);
  expect(highlights(snapshot, path, offset).map(({ span, defines }) => `${show(path, span)} ${defines}`)).toEqual([
    "a.intervention.yaml:6 calm-evenings true",
    "a.intervention.yaml:10 calm-evenings false",
  ]);
});
