import { expect } from "vitest";
import { prepareRename, rename } from "../../server/src/features/rename.ts";
import { at, council } from "./council.ts";
import { type Marked, marked } from "./marked.ts";
import { openProject, written } from "./ways.ts";

/** Files that a rename changes, with their text after it. */
function renamed(
  { snapshot, path, offset, changed }: Marked,
  wanted: string,
): Readonly<Record<string, string>> | string {
  const result = rename(snapshot, path, offset, wanted);
  if (!result.ok) return result.why;
  const touched = [...new Set(result.changes.map((each) => each.path))].sort();
  return Object.fromEntries(touched.map((each) => [each, changed(each, result.changes)]));
}

const file = (path: keyof typeof council): string => council[path] ?? "";

marked("an outcome, in quotes and in a scenario's path", at("care.outcome.yaml", "child-enters-care"), (project) =>
  expect(renamed(project, "enters-care")).toEqual({
    "care.outcome.yaml": file("care.outcome.yaml").replace("child-enters-care", "enters-care"),
    "mst.intervention.yaml": file("mst.intervention.yaml").replaceAll("child-enters-care", "enters-care"),
    "trials.study.yaml": file("trials.study.yaml").replace("child-enters-care", "enters-care"),
  }),
);

marked("an entry changes its own part only", at("mst.intervention.yaml", "visit'"), (project) =>
  expect(renamed(project, "home-visit")).toEqual({
    "local.unit-costs.yaml": file("local.unit-costs.yaml").replace("visit", "home-visit"),
    "mst.intervention.yaml": file("mst.intervention.yaml").replace("local/visit", "local/home-visit"),
  }),
);

marked("an entry, typed with its library", at("local.unit-costs.yaml", "visit"), (project) =>
  expect(renamed(project, "local/home-visit")).toEqual({
    "local.unit-costs.yaml": file("local.unit-costs.yaml").replace("visit", "home-visit"),
    "mst.intervention.yaml": file("mst.intervention.yaml").replace("local/visit", "local/home-visit"),
  }),
);

marked("a library, everywhere it is named", at("local.unit-costs.yaml", "local"), (project) =>
  expect(renamed(project, "council")).toEqual({
    "local.unit-costs.yaml": file("local.unit-costs.yaml").replace("local", "council"),
    "mst.intervention.yaml": file("mst.intervention.yaml").replaceAll("local/", "council/"),
  }),
);

const missing = (file("mst.intervention.yaml") ?? "").replace("local/therapist", "local/nobody");
marked(
  "a library that lacks an entry which is named",
  { ...at("local.unit-costs.yaml", "local"), "mst.intervention.yaml": missing },
  (project) =>
    expect(renamed(project, "council")).toEqual({
      "local.unit-costs.yaml": file("local.unit-costs.yaml").replace("local", "council"),
      "mst.intervention.yaml": missing.replaceAll("local/", "council/"),
    }),
);

marked("a library whose id was none", { "a.unit-costs.yaml": "unit_costs: $0a(b\n" }, (project) =>
  expect(renamed(project, "a-b")).toEqual({ "a.unit-costs.yaml": "unit_costs: a-b\n" }),
);

marked("a measure, in results as well", at("care.outcome.yaml", "ecbi"), (project) =>
  expect(renamed(project, "ecbi-intensity")).toEqual({
    "care.outcome.yaml": file("care.outcome.yaml").replace("ecbi", "ecbi-intensity"),
    "mst.intervention.yaml": file("mst.intervention.yaml").replace("ecbi", "ecbi-intensity"),
    "trials.study.yaml": file("trials.study.yaml").replace("ecbi", "ecbi-intensity"),
  }),
);

const withAlias = `intervention: one
area: &place $0town # where
---
area: town
---
portfolio: all
area: "town"
interventions:
  - intervention: &it one
  - intervention: *it
`;
marked("an anchored id changes once, its aliases follow", { "a.intervention.yaml": withAlias }, (project) =>
  expect(renamed(project, "city")).toEqual({
    "a.intervention.yaml": withAlias
      .replace("$0", "")
      .replace("&place town", "&place city")
      .replace("area: town", "area: city")
      .replace('"town"', '"city"'),
  }),
);
marked(
  "an anchor with its aliases",
  { "a.intervention.yaml": withAlias.replace("$0", "").replace("*it", "*i$0t") },
  (project) =>
    expect(renamed(project, "first")).toEqual({
      "a.intervention.yaml": withAlias.replace("$0", "").replace("&it", "&first").replace("*it", "*first"),
    }),
);

for (const [where, text] of [
  ["defined", "Care not needed"],
  ["included", "Care not needed]"],
] as const)
  marked(`a benefit, from where it is ${where}`, at("mst.intervention.yaml", text), (project) =>
    expect(renamed(project, "Fewer children in care (local £)")).toEqual({
      "mst.intervention.yaml": file("mst.intervention.yaml").replaceAll(
        "Care not needed",
        "Fewer children in care (local £)",
      ),
    }),
  );

const theory = `intervention: a
theory_of_change:
  steps:
    - step: groups
      kind: activity
    - step: calm evenings
      kind: outcome
  links:
    - from: [groups]
      to: "calm evenings"
---
intervention: b
theory_of_change:
  steps:
    - step: groups
      kind: activity
`;
for (const [where, text] of [
  ["named", "groups\n      kind"],
  ["linked", "groups]"],
] as const)
  marked(
    `a step of a theory of change, from where it is ${where}, in its own document`,
    { "a.intervention.yaml": theory.replace(text, `$0${text}`) },
    (project) =>
      expect(renamed(project, "parent groups")).toEqual({
        "a.intervention.yaml": theory.replace("groups", "parent groups").replace("[groups]", "[parent groups]"),
      }),
  );

marked("the same name again changes nothing", at("mst.intervention.yaml", "mst"), (project) =>
  expect(renamed(project, "mst")).toEqual({}),
);

const refusals: readonly (readonly [string, Readonly<Record<string, string>>, string, string])[] = [
  [
    "capitals and spaces",
    at("mst.intervention.yaml", "mst"),
    "MST at home",
    '"MST at home" cannot be an id: ids are lower-case letters, figures and hyphens. "mst-at-home" would do.',
  ],
  [
    "nothing at all",
    at("mst.intervention.yaml", "mst"),
    " ",
    '"" cannot be an id: ids are lower-case letters, figures and hyphens.',
  ],
  [
    "a bare number",
    at("mst.intervention.yaml", "mst"),
    "2018",
    '"2018" cannot be an id: YAML reads it as something other than text. Add a word.',
  ],
  [
    "a name that is taken",
    at("mst.intervention.yaml", "butler-2011"),
    "fonagy-2018",
    '"fonagy-2018" is already taken, in trials.study.yaml. Two of one name could not be told apart.',
  ],
  [
    "an entry that is taken",
    at("mst.intervention.yaml", "therapist"),
    "visit",
    '"local/visit" is already taken, in local.unit-costs.yaml. Two of one name could not be told apart.',
  ],
  [
    "an entry of another library",
    at("mst.intervention.yaml", "therapist"),
    "gmca/therapist",
    '"gmca/therapist" cannot be an id: ids are lower-case letters, figures and hyphens. "gmca-therapist" would do.',
  ],
  [
    "a library that begins with a figure",
    at("local.unit-costs.yaml", "local"),
    "2024-prices",
    '"2024-prices" cannot name a library: it must begin with a letter, or "2024-prices/..." would be read as an amount.',
  ],
  [
    "a benefit with a comma",
    at("mst.intervention.yaml", "Care not needed"),
    "Care, not needed",
    '"Care, not needed" cannot name a benefit here: begin with a letter, and leave out commas, dots, colons, quotation marks, brackets, #, & and *, which mean something else in a spec.',
  ],
  [
    "a benefit as another one",
    at("mst.intervention.yaml", "Care not needed"),
    "All of society",
    'This spec already has a benefit called "All of society". Two of one name could not be told apart.',
  ],
  [
    "a step as another one",
    { "a.intervention.yaml": theory.replace("groups", "$0groups") },
    "calm evenings",
    'This spec already has a step called "calm evenings". Two of one name could not be told apart.',
  ],
  [
    "an amount",
    at("mst.intervention.yaml", "£1,000"),
    "x",
    "Only names that are referred to can be changed everywhere: ids of interventions, outcomes, studies, unit costs, areas and the like, and what benefits and steps of a theory of change are called.",
  ],
];
for (const [name, files, wanted, why] of refusals)
  marked(`refused: ${name}`, files, (project) => expect(renamed(project, wanted)).toBe(why));

marked(
  "what is typed over is the name alone",
  at("mst.intervention.yaml", "visit'"),
  ({ snapshot, path, offset, show }) => {
    const prepared = prepareRename(snapshot, path, offset);
    expect(prepared.ok && [prepared.text, show(path, prepared.span)]).toEqual([
      "visit",
      "mst.intervention.yaml:11 visit",
    ]);
  },
);

marked("while the project is still being read nothing is renamed", {}, ({ way }) => {
  const session = openProject(way, { "a.study.yaml": "study: one\n" });
  session.setComplete(false);
  const result = rename(session.snapshot(), "a.study.yaml", written(way, "study: o").length, "two");
  expect(result.ok ? "" : result.why).toContain("still being read");
});

marked("renamed there and back, a project reads as before", at("care.outcome.yaml", "child-enters-care"), (project) => {
  const there = rename(project.snapshot, project.path, project.offset, "another-name");
  if (!there.ok) throw new Error(there.why);
  const texts = project.snapshot.files.map((path) => [path, project.changed(path, there.changes)] as const);
  const after = openProject(project.way, Object.fromEntries(texts)).snapshot();
  const cursor = written(project.way, "outcome: a").length;
  const back = rename(after, "care.outcome.yaml", cursor, "child-enters-care");
  expect(back.ok && back.changes.length).toBe(there.changes.length);
  expect(after.findings("mst.intervention.yaml").filter(({ code }) => code.startsWith("reference/"))).toEqual([]);
});

const drawn = `$0intervention: mst
outcomes:
  - outcome: in-care
    effect: RR 0.5 (95% CI 0.3 to 0.8)
appraisal:
  uncertainty:
    distributions:
      outcomes.in-care.effect: normal
`;
marked(
  "the path of a distribution goes with the name it goes through",
  { "a.intervention.yaml": drawn.replace("$0", ""), "care.outcome.yaml": "outcome: $0in-care\n" },
  (project) =>
    expect(renamed(project, "in-homes")).toMatchObject({
      "a.intervention.yaml": drawn.replace("$0", "").replaceAll("in-care", "in-homes"),
    }),
);
