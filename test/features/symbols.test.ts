import { expect, test } from "vitest";
import { type DocumentSymbol, documentSymbols } from "../../server/src/features/document-symbols.ts";
import { howWell } from "../../server/src/features/fuzzy.ts";
import { workspaceSymbols } from "../../server/src/features/workspace-symbols.ts";
import { council } from "./council.ts";
import { marked } from "./marked.ts";

const outline = (symbols: readonly DocumentSymbol[], indent = ""): readonly string[] =>
  symbols.flatMap((each) => [
    `${indent}${each.kind} ${each.name}${each.detail === undefined ? "" : ` | ${each.detail}`}`,
    ...outline(each.children, `${indent}  `),
  ]);

marked("the outline of an intervention", council, ({ snapshot }) =>
  expect(
    outline(documentSymbols(snapshot, "mst.intervention.yaml")).map((line) =>
      line.replace(/y .* at home/, "y %% at home"),
    ),
  ).toEqual([
    "intervention mst | Therapy %% at home",
    "  block population",
    "  block costs",
    "    block lines",
    "      item Therapists | local/therapist",
    "      item Visits | local/visit",
    "  block outcomes",
    "    item child-enters-care | RR 0.72",
    "    item child-behaviour",
    "  block benefits",
    "    item Care not needed | £1,000/family",
    "    item All of society | £3,000/family",
    "  block evaluation",
    "  block scenarios",
    "    item Smaller effect",
    "      block set",
    "  block shares",
  ]),
);

marked("one root for each document, with spans that nest", council, ({ snapshot, show }) => {
  const symbols = documentSymbols(snapshot, "care.outcome.yaml");
  expect(outline(symbols)).toEqual([
    "outcome child-enters-care | Child enters care",
    "outcome child-behaviour",
    "  block measures",
    "    item ecbi",
  ]);
  expect(symbols.map(({ selection }) => show("care.outcome.yaml", selection))).toEqual([
    "care.outcome.yaml:1 child-enters-care",
    "care.outcome.yaml:4 child-behaviour",
  ]);
  const nested = (symbol: DocumentSymbol): boolean =>
    symbol.span.start <= symbol.selection.start &&
    symbol.selection.end <= symbol.span.end &&
    symbol.children.every(
      (child) => symbol.span.start <= child.span.start && child.span.end <= symbol.span.end && nested(child),
    );
  expect(snapshot.files.flatMap((path) => documentSymbols(snapshot, path)).every(nested)).toBe(true);
});

const broken = "intervention: a\ncosts:\n  lines:\n    - item: Staff\n      amount: [\n    - item: Rooms\n- x\n: :\n";

marked("broken text has an outline of what stands", { "a.intervention.yaml": broken }, ({ snapshot }) =>
  expect(outline(documentSymbols(snapshot, "a.intervention.yaml"))).toContain("      item Staff"),
);

for (const [text, names] of [
  ["intervention: ''\n", ["document 1"]],
  ["title: First\noutcome: late\n", ["late"]],
  ["study: [a]\n---\n- x\n---\nstudy: b\n", ["document 1", "document 2", "b"]],
  ["' ':\n  a: 1\n'':\n  b: 1\noutcome: c\n", ["c"]],
] as const)
  marked(`every symbol has a name: ${JSON.stringify(text)}`, { "a.outcome.yaml": text }, ({ snapshot }) => {
    const symbols = documentSymbols(snapshot, "a.outcome.yaml");
    expect(symbols.map(({ name }) => name)).toEqual(names);
    expect(outline(symbols).every((line) => !/ $/.test(line))).toBe(true);
  });

const entries = Array.from({ length: 6000 }, (_, index) => `  - entry: e${index}\n    value: £1/hour\n`);
const huge = { "a.unit-costs.yaml": `unit_costs: a\nentries:\n${entries.join("")}` };

marked("an outline of a huge file is cut", huge, ({ snapshot }) => {
  const [root] = documentSymbols(snapshot, "a.unit-costs.yaml");
  expect(root?.children[0]?.children.length).toBe(4998);
});

marked("found across the project by id or title, best first", council, ({ snapshot }) => {
  const found = (query: string) => workspaceSymbols(snapshot, query).map(({ definition }) => definition.id);
  expect(found("therapist")[0]).toBe("local/therapist");
  expect(found("START trial")).toEqual(["fonagy-2018"]);
  expect(found("Childenters")[0]).toBe("child-enters-care");
  expect(found("zzz")).toEqual([]);
  expect(new Set(found(""))).toEqual(
    new Set([
      "mst",
      "child-enters-care",
      "child-behaviour",
      "child-behaviour/ecbi",
      "fonagy-2018",
      "butler-2011",
      "local",
      "local/therapist",
      "local/visit",
      "town",
      "family-conflict",
      "early-help",
      "early-help/manager",
    ]),
  );
});

test.each([
  ["cbe", "child-behaviour", "carbon-footprint-echo"],
  ["visit", "local/visit", "vast-indirect-set-in-town"],
  ["care", "enters-care", "c-a-r-e-of-others"],
])("%s rather finds %s than %s", (query, better, worse) =>
  expect(howWell(query, better)).toBeGreaterThan(howWell(query, worse)),
);
