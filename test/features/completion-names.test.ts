import { expect, test } from "vitest";
import { completions } from "../../server/src/features/completion.ts";
import { plainText } from "../../server/src/features/completion-snippet.ts";
import { marked } from "./cursor.ts";
import { eachWay, plain } from "./ways.ts";

const library = {
  "local.unit-costs.yaml": "unit_costs: local\nprice_year: 2024-25\nentries:\n  - entry: visit\n    value: £38/visit\n",
  "green.study.yaml": "study: green-2019\ntitle: Trial of mentoring\ndesign: rct\n",
};

eachWay((way) => {
  const complete = (text: string, path = "a.intervention.yaml") => {
    const at = marked(way, text, { path, files: library });
    return { ...at, items: completions(at.snapshot, at.path, at.offset) };
  };
  const labels = (text: string, path?: string): string[] => complete(text, path).items.map(({ label }) => label);
  const taken = (marked: string, label: string, path?: string): string => {
    const { items, text } = complete(marked, path);
    const item = items.find((each) => each.label === label);
    if (item === undefined) throw new Error(`no "${label}" among ${items.map((each) => each.label).join(", ")}`);
    return plain(way, text.slice(0, item.replace.start) + plainText(item.snippet) + text.slice(item.replace.end));
  };

  test("between quotation marks a value is completed, and the marks stay", () => {
    const head = "intervention: a\n";
    expect(taken(`${head}status: "$0"\n`, "piloting")).toBe(`${head}status: "piloting"\n`);
    expect(taken(`${head}status: 'pi$0lot' # why\n`, "running")).toBe(`${head}status: 'running' # why\n`);
    expect(taken(`${head}status: "pil$0\n`, "piloting")).toBe(`${head}status: "piloting\n`);
    const line = `${head}costs:\n  lines:\n    - item: "£1"\n      unit_cost: `;
    expect(taken(`${line}"local/$0"\n`, "local/visit")).toBe(`${line}"local/visit"\n`);
    const claim = `${head}outcomes:\n  - outcome: o\n    evidence:\n      - `;
    expect(taken(`${claim}"gr$0"\n`, "green-2019")).toBe(`${claim}"green-2019"\n`);
  });

  test("nothing is offered in quoted prose, after a closed quotation, or in brackets' stead", () => {
    expect(labels('intervention: a\ntitle: "a $0"\n')).toEqual([]);
    expect(labels('intervention: a\nstatus: "piloting"$0\n')).toEqual([]);
    expect(labels('intervention: a\noutcomes:\n  - outcome: o\n    evidence: "$0"\n')).toEqual([]);
  });

  test("what is counted is offered from the file, and as people usually count", () => {
    const found = labels("intervention: a\npopulation:\n  unit: $0\n  starts: 60 apprentices/year\n");
    expect(found[0]).toBe("apprentice");
    expect(found).toEqual(expect.arrayContaining(["child", "family"]));
    expect(labels("outcome: o\ncounts: $0\n", "o.outcome.yaml")).toContain("child");
  });

  test("the levels of a standard, the countries that evidence is compared by, the benefits that one may contain", () => {
    expect(labels("intervention: a\nratings:\n  - standard: maryland\n    rating: $0\n")).toEqual([
      "1",
      "2",
      "3",
      "4",
      "5",
    ]);
    expect(labels("intervention: a\nratings:\n  - rating: $0\n")).toEqual([]);
    expect(labels("study: s\ncountry: $0\n", "s.study.yaml")).toEqual(expect.arrayContaining(["England", "Wales"]));
    const benefits = "intervention: a\nbenefits:\n  - benefit: Care avoided\n    amount: £1/family\n  - benefit: All\n";
    expect(labels(`${benefits}    includes: [$0]\n`)).toEqual(["Care avoided"]);
  });

  test("a scenario is offered the paths of its spec, with what stands there", () => {
    const spec =
      "intervention: a\nstatus: running\npopulation:\n  unit: child\n  starts: 80 children/year\ncosts:\n  lines:\n    - item: Key workers\n      amount: £5/child\n    - amount: £6/child\nscenarios:\n  - scenario: more\n    set:\n      $0\n";
    const found = labels(spec);
    expect(found).toEqual(["status", "population.starts", "costs.lines.Key workers.amount", "costs.lines.2.amount"]);
    expect(taken(spec, "costs.lines.Key workers.amount")).toContain("      costs.lines.Key workers.amount: £5/child\n");
    const { snapshot } = marked(way, `${taken(spec, "population.starts")}$0`);
    expect(snapshot.findings("a.intervention.yaml").filter(({ code }) => /scenario/.test(code))).toEqual([]);
    expect(labels(spec.replace("      $0\n", "      population.starts: 90 children/year\n      $0\n"))).not.toContain(
      "population.starts",
    );
  });

  test("price years go back from the appraisal's, years of delivery go on from it", () => {
    const files = { "wellspent.yaml": "root: true\nappraisal:\n  price_year: 2022-23\n" };
    const years = (key: string): string[] => {
      const at = marked(way, `intervention: a\ncosts:\n  ${key}: $0\n`, { files });
      return completions(at.snapshot, at.path, at.offset).map(({ label }) => label);
    };
    expect(years("price_year").slice(0, 3)).toEqual(["2022-23", "2021-22", "2020-21"]);
    expect(years("from").slice(0, 3)).toEqual(["2022-23", "2023-24", "2024-25"]);
  });

  test("an example counts what the spec counts, and names nothing that is not there", () => {
    const children = "intervention: a\npopulation:\n  unit: child\n";
    expect(labels(`${children}  starts: $0\n`)).toContain("60 children/year");
    expect(labels(`${children}  has: $0\n`)).toContain("1.5 children/family");
    expect(labels("intervention: a\npopulation:\n  unit: family\n  starts: $0\n")).toContain("60 families/year");
    expect(
      labels("outcome: o\nvalues:\n  - value: $0\n", "o.outcome.yaml").filter((each) => each.startsWith("gmca/")),
    ).toEqual([]);
    expect(labels("intervention: a\ncosts:\n  lines:\n    - item: x\n      who_pays:\n        nhs: $0\n")).toContain(
      "100%",
    );
  });
});
