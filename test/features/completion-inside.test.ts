import { expect, test } from "vitest";
import { completions } from "../../server/src/features/completion.ts";
import { plainText } from "../../server/src/features/completion-snippet.ts";
import { marked } from "./cursor.ts";
import { eachWay, plain } from "./ways.ts";

const claim = "intervention: a\noutcomes:\n  - outcome: o\n    evidence: ";

eachWay((way) => {
  const complete = (text: string) => {
    const studies = "study: green-2019\n---\nstudy: day-2012\n";
    const at = marked(way, text, { files: { "s.study.yaml": studies } });
    return { ...at, items: completions(at.snapshot, at.path, at.offset) };
  };
  const labels = (text: string): string[] => complete(text).items.map(({ label }) => label);

  test("a list in brackets over several lines is offered its items, no keys", () => {
    expect(labels(`${claim}[\n      $0\n    ]\n`)).toEqual(["day-2012", "green-2019"]);
    expect(labels(`${claim}[\n      green-2019,\n      $0\n    ]\n`)).toEqual(["day-2012"]);
    const { items, text } = complete(`${claim}[\n      gr$0een,\n      other\n    ]\n`);
    const [item] = items.filter(({ label }) => label === "green-2019");
    const { start = 0, end = 0 } = item?.replace ?? {};
    expect(plain(way, text.slice(0, start) + plainText(item?.snippet ?? []) + text.slice(end))).toBe(
      `${claim}[\n      green-2019,\n      other\n    ]\n`,
    );
  });

  test("braces over several lines are left to the author", () => {
    expect(labels("intervention: a\ncosts: {\n  $0\n}\n")).toEqual([]);
    expect(labels("intervention: a\ncosts: {\n  period: 3 years,\n  pers$0\n}\n")).toEqual([]);
  });

  test("inside texts of several lines a # is no comment", () => {
    expect(labels("intervention: a\nnotes: |\n  one\n  # $0\n  two\n")).toEqual([]);
    expect(labels("intervention: a\nnotes: >\n  # wells$0\n")).toEqual([]);
    expect(labels("intervention: a\nnotes: |\n  # $0\n")).toEqual([]);
    expect(labels("intervention: a\nnotes: |\n  one #  $0\n")).toEqual([]);
    expect(labels('intervention: a\nnotes: "one\n  # $0\n  two"\n')).toEqual([]);
    expect(labels("intervention: a\nnotes: |\n  one\n# $0\nstatus: running\n")).toContain(
      "wellspent-disable-next-line",
    );
    expect(labels("intervention: a\nnotes: one\n# $0\nstatus: running\n")).toContain("wellspent-disable-next-line");
  });

  test("an alias is offered the anchors before it, the nearest first, in its own document", () => {
    const lines = "intervention: a\ncosts:\n  lines:\n    - &one\n      item: A\n    - &two\n      item: é\n";
    expect(labels(`${lines}    - <<: *$0\n    - &three\n      item: C\n`)).toEqual(["two", "one"]);
    expect(labels(`${lines}    - *t$0\n`)).toEqual(["two", "one"]);
    expect(labels(`${lines}    - item: 2 * $0\n`)).toEqual([]);
    expect(labels(`${lines}---\noutcome: o\nvalues:\n  - <<: *$0\n`)).toEqual([]);
    const { items, text } = complete(`${lines}    - <<: *on$0e\n`);
    const { replace = { start: 0, end: 0 } } = items.find(({ label }) => label === "two") ?? {};
    expect(plain(way, `${text.slice(0, replace.start)}two${text.slice(replace.end)}`)).toBe(`${lines}    - <<: *two\n`);
  });

  test("after a key written with ? nothing is offered", () => {
    expect(labels("? intervention\n: a\n? status\n: $0\n")).toEqual([]);
    expect(labels("? intervention\n: a\n? st$0\n")).toEqual([]);
  });
});
