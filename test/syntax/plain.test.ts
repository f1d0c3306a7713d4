import { expect, test } from "vitest";
import { parse, toPlain } from "../../server/src/syntax/index.ts";
import { resolveScalar } from "../../server/src/syntax/resolve-scalar.ts";

function plain(text: string): unknown {
  const document = parse(text).documents[0];
  return document?.root && toPlain(document, document.root);
}

test("merges: the mapping's own keys win, then the earlier source", () => {
  const text =
    "one: &one {a: 1, c: 2}\ntwo: &two\n  a: 5\n  d: 9\nuse:\n  <<: [*one, *two]\n  c: 7\nalso:\n  <<: *two\n  <<x: 1\n";
  expect(plain(text)).toMatchObject({ use: { a: 1, c: 7, d: 9 }, also: { a: 5, d: 9, "<<x": 1 } });
});

test("a quoted << is a key like any other", () => {
  expect(plain('a: {"<<": {b: 1}}\n')).toEqual({ a: { "<<": { b: 1 } } });
});

test("an alias means the nearest anchor of its name before it, across chunks", () => {
  expect(plain("a: &x 1\nb: *x\nc: &x 2\nd: *x\ne: [*x]\n")).toEqual({ a: 1, b: 1, c: 2, d: 2, e: [2] });
});

test("the anchor of a long block names the whole block", () => {
  const lines = Array.from({ length: 30 }, (_, at) => `  - n: ${at}\n`).join("");
  const value = plain(`lines: &all\n${lines}again: *all\n`) as { lines: unknown[]; again: unknown[] };
  expect(value.again).toEqual(value.lines);
  expect(value.again).toHaveLength(30);
});

test("names of JavaScript's own are keys like any other", () => {
  const value = plain("__proto__: {a: 1}\nconstructor: 2\ntoString: 3\n") as object;
  expect(Object.keys(value)).toEqual(["__proto__", "constructor", "toString"]);
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
});

test("a missing alias is null", () => {
  expect(plain("a: *x\nb: [*y]\n")).toEqual({ a: null, b: [null] });
});

test.each([
  ["~", null],
  ["null", null],
  ["Null", null],
  ["nULL", "nULL"],
  ["true", true],
  ["FALSE", false],
  ["yes", "yes"],
  ["no", "no"],
  ["12", 12],
  ["-12", -12],
  ["+12", 12],
  ["012", 12],
  ["0o17", 15],
  ["0x1F", 31],
  ["1_000", "1_000"],
  ["1,000", "1,000"],
  ["1.50", 1.5],
  [".5", 0.5],
  ["5.", 5],
  ["1e3", 1000],
  ["1e400", Number.POSITIVE_INFINITY],
  [".inf", Number.POSITIVE_INFINITY],
  ["-.INF", Number.NEGATIVE_INFINITY],
  [".nan", Number.NaN],
  ["1:1", "1:1"],
  ["2023-24", "2023-24"],
  ["2023-01-01", "2023-01-01"],
  ["£5", "£5"],
  ["-", "-"],
  ["+", "+"],
  [".", "."],
  ["0b1", "0b1"],
])("the plain scalar %s", (text, value) => {
  expect(resolveScalar(text, "plain")).toEqual(value);
});

test("quoted and block scalars are strings, unless a tag says otherwise", () => {
  expect(resolveScalar("12", "double")).toBe("12");
  expect(resolveScalar("12", "literal")).toBe("12");
  expect(resolveScalar("12", "plain", "!!str")).toBe("12");
  expect(resolveScalar("12", "single", "!!int")).toBe(12);
  expect(resolveScalar("", "empty")).toBe(null);
  expect(plain("a: !!str 12\nb: !own {x: 1}\nc: !!int '7'\n")).toEqual({ a: "12", b: { x: 1 }, c: 7 });
});
