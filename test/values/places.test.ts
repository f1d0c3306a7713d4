import { expect, test } from "vitest";
import { finestOf, halfPart, halfStated, read, tokens, type Written } from "../../server/src/values/index.ts";

function written(text: string): Written {
  const reading = read("stated", text);
  if (!reading.ok || reading.value.kind === "word") throw new Error(text);
  return reading.value.written;
}

const stated: [string, number][] = [
  ["£560,000", 5000],
  ["£15,850", 5],
  ["£729,000", 500],
  ["2.30", 0.005],
  ["£1.29m", 5000],
  ["£2.4bn", 50_000_000],
  ["£2bn", 500_000_000],
  ["£69 827", 0.5],
  ["£5187.03", 0.005],
  ["95%", 0.005],
  ["£0", 0.5],
];

test.each(stated)("a stated %s is right to %d", (text, half) => {
  expect(halfStated(written(text))).toBe(half);
});

test("a part is right to half a unit of its finest place, widened by about", () => {
  expect(halfPart(written("£560,000"), false)).toBe(0.5);
  expect(halfPart(written("£560,000"), true)).toBe(5000);
  expect(halfPart(written("£4,733.90"), false)).toBe(0.005);
});

test("the finest of the parts of a sum", () => {
  expect(finestOf([written("£3,000"), written("£3,883.89")])?.finest).toBe(-2);
  expect(finestOf([])).toBeUndefined();
});

test("what each stretch of a value is", () => {
  const classes = (form: Parameters<typeof tokens>[0], text: string) =>
    tokens(form, text).map(({ start, end, class: cls }) => `${text.slice(start, end)}:${cls}`);
  expect(classes("money", "about £1,200/hour")).toEqual([
    "about:word",
    "£:money",
    "1,200:money",
    "/:operator",
    "hour:unit",
  ]);
  expect(classes("share", "80% of starters")).toEqual(["80:number", "%:percent", "of:operator", "starters:word"]);
  expect(classes("price-year", "2023-24")).toEqual(["2023:year", "-:year", "24:year"]);
  expect(classes("effect", "OR 0.67 better")).toEqual(["OR:estimate", "0.67:number", "better:word"]);
});
