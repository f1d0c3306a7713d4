import { expect, test } from "vitest";
import { createSession } from "../../server/src/analysis/session.ts";
import { figureKey } from "../../server/src/costing/figure.ts";

/** A small project in which nothing is wrong. */
const sound: Readonly<Record<string, string>> = {
  "wellspent.yaml": `root: true
country: England
appraisal:
  price_year: 2023-24
`,
  "visits.intervention.yaml": `intervention: visits
title: Home visits
status: running
source: Council report 2024
need_level: targeted-indicated
population:
  who: Families with young children
  unit: family
  starts: 60 families/year
  ages: 0 to 4 years
costs:
  price_year: 2023-24
  period: 3 years
  perspective: public-sector
  comparator:
    cost: £100/family
    who_pays: local-authority
  lines:
    - item: Visitors
      resource: contract
      who_pays: local-authority
      quantity: 2 FTE
      unit_cost: local/visitor
    - item: Travel
      who_pays: local-authority
      amount: £20/family
outcomes:
  - outcome: enters-care
    affects: starters
    without: 35%
    effect: RR 0.72 (95% CI 0.55 to 0.94)
    evidence: [smith-2020, jones-2021]
`,
  "care.outcome.yaml": `outcome: enters-care
title: A child enters care
kind: event
better: lower
`,
  "local.unit-costs.yaml": `unit_costs: local
title: Local prices
source: Council report 2024
entries:
  - entry: visitor
    value: £41,300/FTE/year
    price_year: 2023-24
`,
  "studies.study.yaml": ["smith-2020", "jones-2021"]
    .map(
      (id) => `study: ${id}
title: Home visits
country: England
need_level: targeted-indicated
ages: 0 to 4 years
design: rct
arms:
  - arm: visits
    randomised: 200 families
    analysed: 190 families
  - arm: control
    randomised: 200 families
    analysed: 190 families
last_follow_up: 12 months after end
analysis: intention-to-treat
independent_evaluator: true
registration: ISRCTN77132214
results:
  - outcome: enters-care
    role: primary
    at: 12 months after end
    reported_by: observer
    validated: true
    effect: RR 0.72 (95% CI 0.55 to 0.94)
`,
    )
    .join("---\n"),
};

/** `open`: the files are open in an editor; else they are known as those of a project on disk are. */
interface How {
  readonly open?: boolean;
  readonly crlf?: boolean;
}

function sessionWith(file: string, from: string, to: string, { open = true, crlf = false }: How = {}) {
  const text = sound[file] ?? "";
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
  const session = createSession({ asOf: { kind: "date", year: 2024, month: 6, day: 1 } });
  for (const [path, each] of Object.entries(sound)) {
    const now = path === file ? text.replace(from, to) : each;
    session.setFile(path, crlf ? now.replaceAll("\n", "\r\n") : now, open);
  }
  session.setComplete(true);
  return session.snapshot();
}

const found = (file: string, from: string, to: string, how?: How): readonly string[] => {
  const snapshot = sessionWith(file, from, to, how);
  return snapshot.files.flatMap((path) =>
    snapshot.findings(path).flatMap(({ code, suppressed }) => (suppressed === undefined ? [`${code} in ${path}`] : [])),
  );
};

const visits = "visits.intervention.yaml";

test("nothing is found in the project that is broken below", () => {
  expect(found(visits, "title: Home visits", "title: Home visits")).toEqual([]);
});

test.each<[file: string, from: string, to: string, code: string]>([
  // An alias of nothing where a value belongs: the value is written, and not known.
  [visits, "quantity: 2 FTE", "quantity: *nope", "syntax/missing-anchor"],
  [visits, "amount: £20/family", "amount: *nope", "syntax/missing-anchor"],
  [visits, "starts: 60 families/year", "starts: *nope", "syntax/missing-anchor"],
  [visits, "cost: £100/family", "cost: *nope", "syntax/missing-anchor"],
  [visits, "  price_year: 2023-24", "  price_year: *nope", "syntax/missing-anchor"],
  [visits, "effect: RR 0.72 (95% CI 0.55 to 0.94)", "effect: *nope", "syntax/missing-anchor"],
  ["local.unit-costs.yaml", "value: £41,300/FTE/year", "value: *nope", "syntax/missing-anchor"],
  // A mark reaches only within its own document, and is not lost text for that.
  [
    "care.outcome.yaml",
    "better: lower\n",
    "better: &way lower\n---\noutcome: leaves-care\ntitle: A child leaves care\nbetter: *way\n# wellspent-disable-file reference/unused -- it is here for its mark\n",
    "syntax/missing-anchor",
  ],
  // One value in brackets, which also tear it: without them it is whole.
  ["local.unit-costs.yaml", "value: £41,300/FTE/year", "value: [£41,300/FTE/year]", "schema/wrong-type"],
  // What a comma tore is not read as the beginning of itself.
  [
    "local.unit-costs.yaml",
    "- entry: visitor\n    value: £41,300/FTE/year\n    price_year: 2023-24\n",
    "- {entry: visitor, value: £41,300/FTE/year, price_year: 2023-24}\n",
    "syntax/torn-by-comma",
  ],
  [visits, "comparator:\n    cost: £100/family\n", "comparator: {cost: £1,900/family}\n#", "syntax/torn-by-comma"],
  // What stands under a misspelt key, or on a line without its colon, is written and not known: nothing says that it is missing.
  [visits, "  lines:", "  lnies:", "schema/unknown-key"],
  [visits, "  lines:", "  Lines:", "schema/unknown-key"],
  [visits, "costs:\n", "cotss:\n", "schema/unknown-key"],
  [visits, "    who_pays: local-authority\n  lines", "    whopays: local-authority\n  lines", "schema/unknown-key"],
  [visits, "    cost: £100/family", "    cots: £100/family", "schema/unknown-key"],
  [visits, "      amount: £20/family", "      amuont: £20/family", "schema/unknown-key"],
  [visits, "      amount: £20/family", "      amount £20/family", "syntax/missing-colon"],
  [visits, "  price_year: 2023-24", "  priceyear: 2023-24", "schema/unknown-key"],
  [visits, "  price_year: 2023-24", "  year: 2023-24", "schema/unknown-key"],
  [visits, "  period: 3 years", "  period 3 years", "syntax/missing-colon"],
  [visits, "  perspective: public-sector", "  perspectve: public-sector", "schema/unknown-key"],
  [visits, "  starts: 60 families/year", "  satrts: 60 families/year", "schema/unknown-key"],
  [visits, "source: Council", "soruce: Council", "schema/unknown-key"],
  [visits, "    without: 35%", "    baseline: 35%", "schema/unknown-key"],
  [visits, "    effect: RR", "    efect: RR", "schema/unknown-key"],
  // Ids that were not read may be defined, and used, where they stand.
  ["local.unit-costs.yaml", "- entry: visitor", "- entry: {visitor", "syntax/unclosed-bracket"],
  ["local.unit-costs.yaml", "- entry: visitor", "- entry visitor", "syntax/missing-colon"],
  ["local.unit-costs.yaml", "entries:", "entries", "syntax/missing-colon"],
  ["local.unit-costs.yaml", "entries:", "entries;", "syntax/missing-colon"],
  [visits, "\ncosts:", "\ncosts", "syntax/missing-colon"],
  [visits, "  lines:", "  lines", "syntax/missing-colon"],
  [visits, "  comparator:", "  comparator", "syntax/missing-colon"],
  [visits, "- item: Travel", "- item Travel", "syntax/missing-colon"],
  [visits, "- outcome: enters-care", "- outcome:enters-care", "syntax/missing-colon"],
  ["studies.study.yaml", "- outcome: enters-care", "- outcome enters-care", "syntax/missing-colon"],
  ["local.unit-costs.yaml", "- entry: visitor", "- enrty: visitor", "schema/unknown-key"],
  ["local.unit-costs.yaml", "entries:", "entires:", "schema/unknown-key"],
  ["local.unit-costs.yaml", "unit_costs: local", "unit_csots: local", "schema/unknown-key"],
  ["local.unit-costs.yaml", "unit_costs: local", "unit_costs: [local]", "schema/wrong-type"],
  ["studies.study.yaml", "study: smith-2020", "stduy: smith-2020", "schema/unknown-key"],
  ["studies.study.yaml", "study: jones-2021", "stduy: jones-2021", "schema/unknown-key"],
  ["studies.study.yaml", "study: smith-2020", 'study: "smith-2020', "syntax/unclosed-quote"],
  ["care.outcome.yaml", "outcome: enters-care", "outcome enters-care", "syntax/missing-colon"],
  [visits, "    evidence:", "    evidense:", "schema/unknown-key"],
  [visits, "    evidence:", "    evidence", "syntax/missing-colon"],
  [visits, "[smith-2020, jones-2021]", "smith-2020, jones-2021", "schema/wrong-type"],
  [visits, "[smith-2020, jones-2021]", "[smith-2020, jones-2021", "syntax/unclosed-bracket"],
  [visits, "[smith-2020, jones-2021]", "{smith-2020, jones-2021}", "schema/wrong-type"],
  [visits, "  - outcome: enters-care", "  - otcome: enters-care", "schema/unknown-key"],
  [visits, "      unit_cost: local/visitor", "      unitcost: local/visitor", "schema/unknown-key"],
  [visits, "      unit_cost: local/visitor", "      unit_cost: [local/visitor]", "schema/wrong-type"],
  // Settings that cannot be read are not known, which is another thing than not set.
  ["wellspent.yaml", "country: England", "cuontry: England", "schema/unknown-key"],
  ["wellspent.yaml", "country: England", "country England", "syntax/missing-colon"],
  ["wellspent.yaml", "country: England", 'country: "England', "syntax/unclosed-quote"],
  ["wellspent.yaml", "country: England", "country: [England", "syntax/unclosed-bracket"],
  ["wellspent.yaml", "country: England", "country: [England]", "schema/wrong-type"],
  ["wellspent.yaml", "country: England", "country:", "schema/empty-value"],
  ["wellspent.yaml", "price_year: 2023-24", "priceyear: 2023-24", "schema/unknown-key"],
  [
    "wellspent.yaml",
    "country: England",
    "country: England\ngates:\n  - gate: Growth\n    sattus: [scaling]\n    needs: [outcome-and-benefit]",
    "schema/unknown-key",
  ],
  // What a finding would count or compare is written, and cannot be read.
  [visits, "  unit: family", "  uint: family", "schema/unknown-key"],
  [visits, "  unit: family", "  unit family", "syntax/missing-colon"],
  ["studies.study.yaml", "country: England", "cuontry: England", "schema/unknown-key"],
  ["studies.study.yaml", "need_level: targeted-indicated", "needlevel: targeted-indicated", "schema/unknown-key"],
  ["studies.study.yaml", "ages: 0 to 4 years", "agse: 0 to 4 years", "schema/unknown-key"],
  ["studies.study.yaml", "design: rct", "dseign: rct", "schema/unknown-key"],
  ["studies.study.yaml", "results:", "reslts:", "schema/unknown-key"],
  ["studies.study.yaml", "arms:", "arms", "syntax/missing-colon"],
  // Lines that fit nowhere may belong elsewhere: what follows them is no duplicate.
  ["studies.study.yaml", "  - arm: control", "   - arm: control", "syntax/bad-indent"],
  // A word processor's quotation marks: what stands between them is read.
  [visits, "intervention: visits", "intervention: “visits”", "syntax/curly-quotes"],
  [visits, "starts: 60 families/year", "starts: “60 families/year”", "syntax/curly-quotes"],
  [visits, "need_level: targeted-indicated", "need_level: ‘targeted-indicated’", "syntax/curly-quotes"],
  [visits, "unit_cost: local/visitor", "unit_cost: “local/visitor”", "syntax/curly-quotes"],
  [visits, "[smith-2020, jones-2021]", "[smith-2020, “jones-2021”]", "syntax/curly-quotes"],
  [visits, "- outcome: enters-care", "- outcome: “enters-care”", "syntax/curly-quotes"],
  ["care.outcome.yaml", "outcome: enters-care", "outcome: “enters-care”", "syntax/curly-quotes"],
  ["wellspent.yaml", "country: England", "“country”: England", "schema/unknown-key"],
  [visits, "amount: £20/family", "amount: Â£20/family", "units/unreadable-value"],
  [visits, "amount: £20/family", "amount: \ufffd20/family", "units/unreadable-value"],
])("one finding: in %s, %j as %j", (file, from, to, code) => {
  for (const how of [{ open: true }, { open: false }, { crlf: true }])
    expect(found(file, from, to, how), JSON.stringify(how)).toEqual([`${code} in ${file}`]);
});

test("needs that could not be read are not said to be listed nowhere", () => {
  const codes = (key: string): readonly string[] => {
    const session = createSession({ asOf: { kind: "date", year: 2024, month: 6, day: 1 } });
    for (const [path, each] of Object.entries(sound))
      session.setFile(path, each.replace("  unit: family\n", "  unit: family\n  needs: [family-conflict]\n"));
    session.setFile(
      "place.area.yaml",
      `area: place\ntitle: A place\n${key}:\n  - need: family-conflict\n    number: 620 families\n`,
    );
    session.setComplete(true);
    const snapshot = session.snapshot();
    return snapshot.files.flatMap((path) => snapshot.findings(path).map(({ code }) => code));
  };
  expect(codes("notes")).toContain("reference/needs-not-listed");
  expect(codes("nedes")).not.toContain("reference/needs-not-listed");
});

test("of text that is broken the syntax finding alone is told, whatever the text seems to lack", () => {
  for (const head of ["    - item: Travel", "  - outcome: enters-care", "    - item: Visitors"]) {
    const [only, ...others] = found(visits, head, head.replace("- ", "- {"));
    expect(only).toMatch(/^syntax\//);
    expect(others).toEqual([]);
  }
});

test("the marks of a word processor and misread signs are put right for certain", () => {
  const fixes = (from: string, to: string) =>
    sessionWith(visits, from, to)
      .findings(visits)
      .flatMap((each) => each.fixes.map(({ certain, edits }) => ({ certain, text: edits[0]?.text })));
  expect(fixes("amount: £20/family", "amount: “£20/family”")).toEqual([{ certain: true, text: "£20/family" }]);
  expect(fixes("amount: £20/family", "amount: Â£20/family")).toEqual([{ certain: true, text: "£20/family" }]);
  // Which sign was lost nobody knows.
  expect(fixes("amount: £20/family", "amount: \ufffd20/family").filter(({ certain }) => certain)).toEqual([]);
  // Where marks are needed they are straight ones.
  expect(fixes("quantity: 2 FTE", "quantity: “2 FTE, all year”")).toContainEqual({
    certain: true,
    text: '"2 FTE, all year"',
  });
});

test("settings that give no text are not known", () => {
  const session = createSession({ asOf: { kind: "date", year: 2024, month: 6, day: 1 } });
  for (const [path, each] of Object.entries(sound)) session.setFile(path, each);
  session.setProblem("wellspent.yaml", "binary");
  session.setComplete(true);
  const snapshot = session.snapshot();
  expect(snapshot.files.flatMap((path) => snapshot.findings(path).map(({ code }) => code))).toEqual([
    "syntax/binary-file",
  ]);
});

const library = "local.unit-costs.yaml";

test("an id is called missing where nothing that was not read can define it", () => {
  // The text that is broken holds the word, but a study defines no price; and another word is not the id.
  expect(found("studies.study.yaml", "title: Home visits", "titel: visitor")).toEqual([
    "schema/unknown-key in studies.study.yaml",
  ]);
  const gone = sound[library]?.slice(sound[library].indexOf("  - entry")) ?? "";
  for (const how of [{ open: true }, { open: false }]) {
    expect(found(library, gone, "  - entry: {visitor\n", how)).toEqual([`syntax/unclosed-bracket in ${library}`]);
    expect(found(library, gone, "  - entry: {visits\n", how)).toEqual([
      `syntax/unclosed-bracket in ${library}`,
      `reference/not-found in ${visits}`,
    ]);
    expect(found("studies.study.yaml", "study: smith-2020\n", "study: {smith-2021\n", how)).toContain(
      `reference/not-found in ${visits}`,
    );
    expect(found(visits, "evidence: [smith-2020, jones-2021]", "evidense: [smith-2020]", how)).toEqual([
      "reference/unused in studies.study.yaml",
      `schema/unknown-key in ${visits}`,
    ]);
  }
});

test("what is written again while it is typed is missed again, and found again", () => {
  const session = createSession({ asOf: { kind: "date", year: 2024, month: 6, day: 1 } });
  for (const [path, each] of Object.entries(sound)) session.setFile(path, each);
  session.setComplete(true);
  const missing = (): boolean =>
    session
      .snapshot()
      .findings(visits)
      .some(({ code }) => code === "reference/not-found");
  const write = (entry: string): void =>
    session.setFile(library, sound[library]?.replace("  - entry: visitor\n", `  - ${entry}\n`));
  const steps: [entry: string, isMissing: boolean][] = [
    ["entry: visitor", false],
    ["entry: {visitor", false],
    ["entry: {visit", true],
    ["entry: visit", true],
    ["enrty: visitor", false],
    ["entry: visitor", false],
  ];
  for (const [entry, isMissing] of steps) {
    write(entry);
    expect(missing(), entry).toBe(isMissing);
  }
});

test("an amount that a comma tore is not known: its beginning is in no figure", () => {
  const snapshot = sessionWith(
    visits,
    "- item: Travel\n      who_pays: local-authority\n      amount: £20/family\n",
    "- {item: Travel, who_pays: local-authority, amount: £1,200/year}\n",
  );
  const total = snapshot.assessments(visits)[0]?.assessment.figures.get(figureKey("cost_total"));
  // 2 posts for 3 years.
  expect(total).toMatchObject({ value: 2 * 41_300 * 3, complete: false });
});

test("nor is that of a list of amounts", () => {
  const benefits = `benefits:
  - benefit: Fewer days in care
    by_year: [£1,200/family, £900/family]
    kind: fiscal
    gains: local-authority
    cashable: 50%
    confidence: 1
`;
  const snapshot = sessionWith(visits, "outcomes:\n", `${benefits}outcomes:\n`);
  const figures = snapshot.assessments(visits)[0]?.assessment.figures;
  expect(figures?.get(figureKey("gross_benefit"))).toMatchObject({ complete: false });
  // Not £1 or £200 for each of 180 families; £900 in the second year is what is known, if anything.
  expect([undefined, 900 * 180]).toContain(figures?.get(figureKey("gross_benefit"))?.value);
});
