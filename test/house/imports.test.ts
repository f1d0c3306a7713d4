import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findViolations } from "./imports.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "house-"));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
}

const complaints = () => findViolations(root).map(({ file, to, why }) => `${file} > ${to}: ${why}`);

test("a house in order has nothing to answer for", () => {
  write({
    "server/src/syntax/parse.ts": 'import { parse } from "yaml"; export const read = parse;',
    "server/src/model/spec.ts":
      'export { read } from "../syntax/parse.ts"; import type { Money } from "../values/money.ts";',
    "server/src/values/money.ts": "export type Money = number;",
    "server/src/cli/run.ts": 'import { readFileSync } from "node:fs"; export const x = readFileSync;',
    "server/src/main.cli.ts": 'await import("./cli/run.ts");',
  });
  expect(complaints()).toEqual([]);
});

test.each([
  ["upwards", "server/src/values/a.ts", 'import { b } from "../syntax/b.ts";', "values/ may not import syntax/"],
  ["type only", "server/src/costing/a.ts", 'import type { B } from "../model/b.ts";', "costing/ may not import model/"],
  ["re-export", "server/src/schema/a.ts", 'export * from "../analysis/b.ts";', "schema/ may not import analysis/"],
  ["import()", "server/src/rules/a.ts", 'await import("../report/b.ts");', "rules/ may not import report/"],
  [
    "import type()",
    "server/src/evidence/a.ts",
    'type B = import("../syntax/b.ts").B;',
    "evidence/ may not import syntax/",
  ],
  ["sideways", "server/src/lsp/a.ts", 'import "../cli/b.ts";', "lsp/ may not import cli/"],
  [
    "unknown room",
    "server/src/helpers/a.ts",
    'import "../values/b.ts";',
    "helpers/ is not a room of the house: add it to layers.ts",
  ],
  [
    "entry point",
    "server/src/cli/a.ts",
    'import "../main.cli.ts";',
    "it lies in no room: entry points are imported by nobody",
  ],
  [
    "client to server",
    "client/src/a.ts",
    'import type { B } from "../../server/src/model/b.ts";',
    "client/ imports nothing from server/",
  ],
  ["YAML", "server/src/model/a.ts", 'import { parse } from "yaml";', "only syntax/ imports a YAML parser"],
  ["js-yaml", "server/src/cli/a.ts", 'import yaml from "js-yaml";', "only syntax/ imports a YAML parser"],
  [
    "connection",
    "server/src/features/a.ts",
    'import type { Hover } from "vscode-languageserver/node";',
    "only lsp/ and main.* know the connection",
  ],
  [
    "node:",
    "server/src/workspace/index.ts",
    'import { join } from "path";',
    "everything else must also run in the browser build",
  ],
])("refused: %s", (_name, file, text, why) => {
  write({ [file]: text });
  expect(findViolations(root)).toContainEqual(expect.objectContaining({ file, why }));
});

test("a ring of imports is refused", () => {
  write({
    "server/src/model/a.ts": 'import { b } from "./b.ts"; export const a = () => b;',
    "server/src/model/b.ts": 'import { type A, a } from "./a.ts"; export const b = () => a;',
  });
  expect(complaints()).toEqual([
    "server/src/model/a.ts > server/src/model/b.ts: a ring of imports: server/src/model/a.ts -> server/src/model/b.ts -> server/src/model/a.ts",
  ]);
});

test("a ring that types alone close is none when the program runs", () => {
  write({
    "server/src/model/a.ts": 'import { b } from "./b.ts"; export type A = typeof b;',
    "server/src/model/b.ts": 'import type { A } from "./a.ts"; export const b: A | 1 = 1;',
  });
  expect(complaints()).toEqual([]);
});

test("our own house passes, and would not with one bad line more", () => {
  const own = fileURLToPath(new URL("../..", import.meta.url));
  expect(findViolations(own)).toEqual([]);
  for (const folder of ["client/src", "server/src", "schemas"])
    cpSync(join(own, folder), join(root, folder), { recursive: true });
  write({ "server/src/values/bad.ts": 'import "../lsp/connection.ts";' });
  expect(complaints()).toEqual([
    "server/src/values/bad.ts > server/src/lsp/connection.ts: values/ may not import lsp/",
  ]);
});
