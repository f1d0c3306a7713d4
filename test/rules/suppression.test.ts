import { describe, expect, test } from "vitest";
import { readSuppressions } from "../../server/src/rules/suppression/index.ts";
import { parse } from "../../server/src/syntax/index.ts";
import { check } from "./support/project.ts";

const read = (text: string) =>
  readSuppressions(parse(text)).map(({ scope, codes, reason, until, covers }) => ({
    scope,
    codes: codes.map(({ pattern }) => pattern),
    reason,
    until: until?.text,
    covers: text.slice(covers.start, covers.end).trimEnd(),
  }));

const unseen = (text: string) =>
  check({ "a.outcome.yaml": text }).map(({ code, suppressed }) => [code, suppressed?.reason] as const);

describe("what a comment says", () => {
  test("codes by comma, a group, a reason with dashes in it, and a last day in either place", () => {
    const text = [
      "# wellspent-disable-next-line units/negative, schema/* until 2027-03-31 -- a refund -- agreed",
      "a: 1",
      "b: 2  # wellspent-disable-line units/negative -- agreed, until 2027-03-31",
    ].join("\n");
    expect(read(text)).toEqual([
      {
        scope: "next-line",
        codes: ["units/negative", "schema/*"],
        reason: "a refund -- agreed",
        until: "2027-03-31",
        covers: "a: 1",
      },
      {
        scope: "line",
        codes: ["units/negative"],
        reason: "agreed, until 2027-03-31",
        until: "2027-03-31",
        covers: "b: 2  # wellspent-disable-line units/negative -- agreed, until 2027-03-31",
      },
    ]);
  });

  test("a # inside a value is no comment", () => {
    expect(
      read('a: "# wellspent-disable-file units/* -- no"\nb: |\n  # wellspent-disable-file units/* -- no\n'),
    ).toEqual([]);
  });

  test("the next line is the next that holds something, so that comments may be stacked", () => {
    const text = "# wellspent-disable-next-line a/b -- x\n\n  # a remark\na: 1\n";
    expect(read(text)[0]?.covers).toBe("a: 1");
  });

  test("with CRLF the same lines are covered", () => {
    const text = "# wellspent-disable-next-line a/b -- x\r\n\r\na: £1\r\nb: 2\r\n";
    expect(read(text)[0]?.covers).toBe("a: £1");
  });

  test("a comment on the last line without a line end covers that line", () => {
    expect(read("a: 1\nb: 2 # wellspent-disable-line a/b -- x")[0]?.covers).toBe(
      "b: 2 # wellspent-disable-line a/b -- x",
    );
    expect(read("a: 1\n# wellspent-disable-next-line a/b -- x")[0]?.covers).toBe("");
  });

  test("ranges nest, and end by code or by the last one begun", () => {
    const text = [
      "# wellspent-disable a/b -- x",
      "one: 1",
      "# wellspent-disable c/d -- y",
      "two: 2",
      "# wellspent-enable a/b",
      "three: 3",
      "# wellspent-enable",
      "four: 4",
    ].join("\n");
    const [outer, inner] = read(text);
    expect(outer?.covers).toContain("two: 2");
    expect(outer?.covers).not.toContain("three: 3");
    expect(inner?.covers).toContain("three: 3");
    expect(inner?.covers).not.toContain("four: 4");
  });
});

describe("what it keeps from view", () => {
  const bad = "outcome: child-behaviour\nkind: events\n";
  const kept = ["schema/unknown-word", "agreed"];
  const shown = ["schema/unknown-word", undefined];
  const only = (text: string) => unseen(text).filter(([code]) => code !== "reference/unused");

  test("by line, next line, range and file", () => {
    expect(only(bad)).toEqual([shown]);
    expect(only(bad.replace("events", "events # wellspent-disable-line schema/unknown-word -- agreed"))).toEqual([
      kept,
    ]);
    expect(only(bad.replace("kind", "# wellspent-disable-next-line schema/unknown-word -- agreed\nkind"))).toEqual([
      kept,
    ]);
    expect(only(`# wellspent-disable schema/* -- agreed\n${bad}# wellspent-enable schema/*\n`)).toEqual([kept]);
    expect(only(`${bad}# wellspent-disable-file schema/unknown-word -- agreed\n`)).toEqual([kept]);
  });

  test("nothing on another line, of another code, without a reason, or past its day", () => {
    expect(only(`# wellspent-disable-next-line schema/unknown-word -- agreed\n${bad}`)).toContainEqual(shown);
    expect(only(bad.replace("events", "events # wellspent-disable-line schema/bad-id -- agreed"))).toContainEqual(
      shown,
    );
    expect(only(bad.replace("events", "events # wellspent-disable-line schema/unknown-word"))).toContainEqual(shown);
    expect(
      only(bad.replace("events", "events # wellspent-disable-line schema/unknown-word until 2026-05-31 -- agreed")),
    ).toContainEqual(shown);
  });

  test("a finding about a suppression is never kept from view", () => {
    const text = `# wellspent-disable-file suppression/*, schema/* -- agreed\n# wellspent-disable-next-line\n${bad}`;
    expect(only(text)).toContainEqual(["suppression/no-reason", undefined]);
    expect(only(text)).toContainEqual(["suppression/unknown-code", undefined]);
  });
});
