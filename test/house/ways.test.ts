import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const folder = "test/features";
const texts = readdirSync(folder)
  .filter((name) => name.endsWith(".ts"))
  .map((name) => [name, readFileSync(`${folder}/${name}`, "utf8")] as const);
const tests = texts.filter(([name]) => name.endsWith(".test.ts"));

test("a project that features are tried on is made in one place, and in a way: LF or CRLF, with and without hard characters", () => {
  const makers = texts.filter(([, text]) => /\bcreateSession\b/.test(text)).map(([name]) => name);
  expect(makers).toEqual(["ways.ts"]);
});

test("every test of a feature runs in every way", () => {
  const all = /\beachWay\(|\bmarked\(\s*["`]|from "\.\/marked\.ts"/;
  expect(tests.filter(([, text]) => !all.test(text)).map(([name]) => name)).toEqual([]);
  // A way picked by hand would leave out the others.
  const picked = tests.filter(([, text]) => /\bways\[|\bways\.at\(/.test(text)).map(([name]) => name);
  expect(picked).toEqual([]);
  expect(tests.length).toBeGreaterThan(15);
});

/** What they try is the conversation, and no place in a text; `typed-document` makes texts with every line end and letter of its own. */
const conversations = [
  "crash",
  "diagnostics",
  "folders",
  "rehearsal",
  "settings-first",
  "settling",
  "stdio",
  "tabs",
  "turns",
  "typed-document",
  "untold",
];

test("every test of a feature over a connection runs in both line ends and after hard characters", () => {
  const spoken = readdirSync("test/lsp")
    .filter((name) => name.endsWith(".test.ts") && !conversations.includes(name.replace(".test.ts", "")))
    .filter((name) => !/\beach(?:Far)?Way\(/.test(readFileSync(`test/lsp/${name}`, "utf8")));
  expect(spoken).toEqual([]);
});
