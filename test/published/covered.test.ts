/** Which test holds each published worked example that this project was given; those that none holds yet are named. */
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { textOf } from "./support.ts";

interface Covered {
  readonly id: string;
  readonly topic: string;
  readonly test?: string;
  /** A text that stands in that test. */
  readonly says?: string;
  readonly open?: true;
}

const covered: readonly Covered[] = JSON.parse(textOf("covered.json")).cases;
const root = new URL("../../", import.meta.url);

test("every example is listed once", () => {
  const ids = covered.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBe(54);
});

test.each(covered.filter(({ open }) => open === undefined))("$id ($topic) is held by $test", (one) => {
  const file = new URL(one.test ?? "", root);
  expect(existsSync(file)).toBe(true);
  expect(readFileSync(file, "utf8")).toContain(one.says);
});

test("none is open", () => {
  expect(covered.filter((one) => one.open === true).map(({ id }) => id)).toEqual([]);
});
