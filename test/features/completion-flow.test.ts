import { expect, test } from "vitest";
import { completions } from "../../server/src/features/completion.ts";
import { plainText } from "../../server/src/features/completion-snippet.ts";
import { marked } from "./cursor.ts";
import { eachWay, plain } from "./ways.ts";

const line = "intervention: a\ncosts:\n  lines:\n    - item: é\n      who_pays: ";

eachWay((way) => {
  const complete = (text: string) => {
    const at = marked(way, text, { files: { "s.study.yaml": "study: green-2019\n" } });
    return { ...at, items: completions(at.snapshot, at.path, at.offset) };
  };
  const labels = (text: string): string[] => complete(text).items.map(({ label }) => label);
  const taken = (text: string, label: string): string => {
    const { items, text: whole } = complete(text);
    const item = items.find((each) => each.label === label);
    if (item === undefined) throw new Error(`no "${label}" among ${items.map((each) => each.label).join(", ")}`);
    return plain(way, whole.slice(0, item.replace.start) + plainText(item.snippet) + whole.slice(item.replace.end));
  };

  test("keys are completed inside braces, those that are there left out", () => {
    expect(taken(`${line}{$0}\n`, "nhs")).toBe(`${line}{nhs: unknown}\n`);
    expect(taken(`${line}{nhs: 40%,$0}\n`, "schools")).toBe(`${line}{nhs: 40%, schools: unknown}\n`);
    expect(taken(`${line}{nhs: 40%, sch$0}\n`, "schools")).toBe(`${line}{nhs: 40%, schools: unknown}\n`);
    expect(taken(`${line}{n$0hs: 40%}\n`, "schools")).toBe(`${line}{schools: 40%}\n`);
    expect(labels(`${line}{nhs: 40%, $0, dwp: 10%}\n`)).not.toContain("nhs");
    expect(labels(`${line}{nhs: 40%, $0, dwp: 10%}\n`)).not.toContain("dwp");
  });

  test("so are values: words, ids, and what is not known", () => {
    const head = "intervention: a\n";
    expect(taken(`${head}costs: {perspective: $0}\n`, "society")).toBe(`${head}costs: {perspective: society}\n`);
    expect(taken(`${head}costs: {perspective:$0}\n`, "society")).toBe(`${head}costs: {perspective: society}\n`);
    expect(taken(`${head}costs: {perspective: so$0c, period: 1 year}\n`, "society")).toBe(
      `${head}costs: {perspective: society, period: 1 year}\n`,
    );
    expect(taken(`${head}outcomes:\n  - {outcome: o, affects: $0}\n`, "starters")).toBe(
      `${head}outcomes:\n  - {outcome: o, affects: starters}\n`,
    );
    expect(taken(`${head}outcomes:\n  - {outcome: o, $0}\n`, "affects")).toContain(
      "  - {outcome: o, affects: unknown}\n",
    );
  });

  test("nothing that a comma would tear is put between braces: no prose, no amount, no list", () => {
    const keys = labels("intervention: a\ncosts:\n  lines:\n    - {item: x, $0}\n");
    expect(keys).toContain("timing");
    expect(keys).not.toContain("notes");
    for (const { snippet } of complete("intervention: a\ncosts:\n  lines:\n    - {item: x, $0}\n").items)
      expect(plainText(snippet)).not.toMatch(/[,\r\n]/);
    expect(labels("intervention: a\ncosts:\n  lines:\n    - {item: x, amount: $0}\n")).toEqual(["unknown"]);
  });

  test("further braces, brackets, quotation marks and what lies behind them are left to the author", () => {
    for (const inside of ["{nhs: {$0}}", "{nhs: [$0]}", '{nhs: "$0"}', "{nhs: 40%} $0"])
      expect(labels(`${line}${inside}\n`), inside).toEqual([]);
  });
});
