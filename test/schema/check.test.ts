import { describe, expect, test } from "vitest";
import type { SchemaFacts } from "../../server/src/schema/check.ts";
import { fixtures, found, marked } from "./support.ts";

test.each(fixtures)("$name: a published case has nothing wrong in its structure", ({ name, text }) => {
  expect(found(text, name)).toEqual([]);
});

const mst = "intervention: mst\ntitle: MST\n";

/** One slip each: its code, the place between « and », and the facts the message needs. */
const slips: readonly [what: string, code: keyof SchemaFacts, source: string, data: object][] = [
  ["misspelt key", "unknown-key", `${mst}«statuss»: running\n`, { nearest: { name: "status", certain: true } }],
  [
    "key in another case",
    "unknown-key",
    `${mst}«Need level»: universal\n`,
    { nearest: { name: "need_level", certain: true } },
  ],
  [
    "key deep down",
    "unknown-key",
    `${mst}costs:\n  lines:\n    - item: A\n      «quantitty»: 4 FTE\n`,
    { inside: "lines" },
  ],
  ["unknown key", "unknown-key", `${mst}«colour»: red\n`, { key: "colour" }],
  [
    "key of another place",
    "misplaced-key",
    `${mst}«price_year»: 2023-24\n`,
    { belongs: [["costs"], ["benefits"], ["appraisal"], ["costs", "lines"]] },
  ],
  [
    "what reports call a return",
    "unknown-key",
    `${mst}stated:\n  «social_return»: 2.30\n`,
    { nearest: { name: "benefit_cost_ratio", certain: false } },
  ],
  [
    "the foundation's short name",
    "unknown-word",
    `${mst}ratings:\n  - standard: «eef»\n`,
    { nearest: { name: "eef-padlocks", certain: false } },
  ],
  ["author at the top", "misplaced-key", `${mst}«authors»: Butler S\n`, { belongs: [["source"]] }],
  ["cost line at the top", "misplaced-key", `${mst}«lines»: []\n`, { belongs: [["costs"]] }],
  [
    "missing key of a mapping",
    "missing-key",
    `${mst}«population»:\n  who: Families\n`,
    { keys: [expect.objectContaining({ name: "unit", example: "family" })] },
  ],
  [
    "missing key of an item",
    "missing-key",
    `${mst}outcomes:\n  - «without»: 3%\n    effect: RR 0.7\n`,
    { keys: [expect.objectContaining({ name: "outcome" })] },
  ],
  ["list where text belongs", "wrong-type", `${mst}need_level: «[universal]»\n`, { expected: ["text"], found: "list" }],
  [
    "mapping where text belongs",
    "wrong-type",
    `${mst}outcomes:\n  - outcome: a\n    effect: «{a: b}»\n`,
    { key: "effect", found: "mapping" },
  ],
  [
    "text where a list belongs",
    "wrong-type",
    `${mst}outcomes: «child-enters-care»\n`,
    { expected: ["list"], found: "text" },
  ],
  [
    "text where a mapping belongs",
    "wrong-type",
    `${mst}costs:\n  lines:\n    - «Therapists»\n`,
    { expected: ["mapping"], found: "text" },
  ],
  [
    "list where money or a mapping by site belongs",
    "wrong-type",
    `${mst}costs:\n  lines:\n    - item: A\n      amount: «[1, 2]»\n`,
    { expected: ["text", "mapping"] },
  ],
  [
    "unknown word",
    "unknown-word",
    `${mst}status: «runing»\n`,
    { word: "runing", nearest: { name: "running", certain: true } },
  ],
  [
    "word with a space for a hyphen",
    "unknown-word",
    `${mst}costs:\n  perspective: «public sector»\n`,
    { nearest: { name: "public-sector", certain: true } },
  ],
  ["number for a word", "unknown-word", `${mst}status: «3»\n`, { word: "3" }],
  [
    "yes for true",
    "unknown-word",
    `${mst}costs:\n  lines:\n    - item: A\n      additional: «yes»\n`,
    { nearest: { name: "true", certain: true } },
  ],
  [
    "unknown payer in shares",
    "unknown-key",
    `${mst}costs:\n  lines:\n    - item: A\n      who_pays:\n        «nsh»: 40%\n`,
    { nearest: { name: "nhs", certain: false } },
  ],
  [
    "unknown word in a list",
    "unknown-word",
    `${mst}benefits:\n  - benefit: B\n    gains: [nhs, «polcie»]\n`,
    { word: "polcie" },
  ],
  [
    "unknown headline",
    "unknown-key",
    `${mst}stated:\n  «net_benefits/case»: £15,850\n`,
    { nearest: { name: "net_benefit/case", certain: true } },
  ],
  [
    "nothing after the colon",
    "empty-value",
    `${mst}costs:\n  «price_year»:\n  period: 3 years\n`,
    { key: "price_year", example: "2023-24" },
  ],
  ["null", "empty-value", `${mst}strand: «~»\n`, { key: "strand" }],
  ["empty quotes", "empty-value", `${mst}provider: «""»\n`, { key: "provider" }],
  ["id with capitals", "bad-id", "intervention: «MST Edge of Care»\n", { suggestion: "mst-edge-of-care" }],
  [
    "address without scheme",
    "bad-url",
    `${mst}source:\n  url: «www.example.org/a»\n`,
    { suggestion: "https://www.example.org/a" },
  ],
  [
    "DOI as an address",
    "bad-doi",
    `${mst}source:\n  doi: «https://doi.org/10.1186/1471-2458-11-803»\n`,
    { suggestion: "10.1186/1471-2458-11-803" },
  ],
  ["head key not first", "head-not-first", "title: MST\n«intervention»: mst\n", { first: "title" }],
  ["misspelt head key", "unknown-key", "«intervension»: mst\n", { nearest: { name: "intervention", certain: true } }],
  ["no head key", "missing-head", "«title»: MST\n", { head: "intervention", kind: "intervention" }],
  [
    "head key of another kind than the file's",
    "kind-mismatch",
    "«study»: start-2018\n",
    { kind: "study", fileKind: "intervention" },
  ],
  ["not a mapping", "not-a-mapping", "«hello»\n", { found: "text" }],
];

test.each(slips)("%s: exactly one finding, %s, at its exact place", (_, code, source, data) => {
  const { text, start, at } = marked(source);
  const issues = found(text);
  expect(issues.map((issue) => [issue.code, issue.text, issue.start])).toEqual([[code, at, start]]);
  expect(issues[0]?.data).toMatchObject(data);
});

test("words come with what each means", () => {
  const [issue] = found(`${mst}status: ended\n`);
  expect(issue?.data).toMatchObject({ allowed: expect.arrayContaining([{ name: "stopped", doc: "Ended." }]) });
});

test("a gate that asks for nothing has too few items", () => {
  const issues = found("gates:\n  - gate: Nothing\n    needs: []\n", "wellspent.yaml");
  expect(issues.map(({ code, text, data }) => ({ code, text, data }))).toEqual([
    { code: "too-few-items", text: "[]", data: { key: "needs", least: 1 } },
  ]);
});

test("several slips of one document are all found, in one pass", () => {
  const issues = found("intervention: A B\nstatus: x\ncosts: 3\npopulation: {}\n");
  expect(issues.map((issue) => issue.code)).toEqual(["bad-id", "unknown-word", "wrong-type", "missing-key"]);
});

test("a file nobody can place says which head keys there are", () => {
  const [issue, ...others] = found("studdy: a\n", "notes.yaml");
  expect(others).toEqual([]);
  expect(issue).toMatchObject({ code: "unknown-kind", text: "studdy", data: { nearest: { name: "study" } } });
});

test("an empty document and a document of comments have nothing wrong", () => {
  expect(found("")).toEqual([]);
  expect(found("# later\n---\n# as well\n")).toEqual([]);
});

describe("head keys and file names", () => {
  test("only the first document of a file has to agree with its name", () => {
    expect(found("intervention: a\n---\narea: england\n")).toEqual([]);
    expect(found("area: england\n---\nintervention: a\n").map(({ code, text }) => [code, text])).toEqual([
      ["kind-mismatch", "area"],
    ]);
  });

  test("`area:` before the head of an intervention is its place, not its head", () => {
    const { text, start } = marked("area: england\n«intervention»: a\n");
    expect(found(text).map((issue) => [issue.code, issue.start])).toEqual([["head-not-first", start]]);
  });

  test("a head key decides for files of any name, `.yml` and capitals included", () => {
    expect(found("outcome: a\ncounts: children\n", "notes.yaml")).toEqual([]);
    expect(found("title: A\n", "folder/X.Study.YML").map((issue) => issue.data)).toMatchObject([{ kind: "study" }]);
  });
});

describe("aliases and merges: the use is primary, the definition related, and each use is said once", () => {
  test("a wrong mapping used again", () => {
    const issues = found(
      "outcome: a\nvalues:\n  - &v\n    value: £3/child\n    knd: fiscal\n  - *v\n",
      "a.outcome.yaml",
    );
    expect(issues.map(({ code, text, related }) => [code, text, related])).toEqual([
      ["unknown-key", "knd", undefined],
      ["unknown-key", "*v", "knd"],
    ]);
  });

  test("a wrong key brought in by a merge", () => {
    const issues = found(
      "outcome: a\nvalues:\n  - &v\n    value: £3/child\n    knd: fiscal\n  - <<: *v\n    title: B\n",
      "a.outcome.yaml",
    );
    expect(issues.map(({ code, text, related }) => [code, text, related])).toEqual([
      ["unknown-key", "knd", undefined],
      ["unknown-key", "*v", "knd"],
    ]);
  });

  test("the merge key is never unknown, and what it brings is not missing", () => {
    const text = "outcome: a\nvalues:\n  - &v {value: £3/child, kind: fiscal}\n  - <<: *v\n    kind: social\n";
    expect(found(text, "a.outcome.yaml")).toEqual([]);
  });

  test("an alias that leads nowhere is left to the parser", () => {
    expect(found(`${mst}costs: *nothing\n`)).toEqual([]);
  });
});
