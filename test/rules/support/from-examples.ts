/**
 * Writes first fixtures for rules that have none, from the examples of their pages: `npx node test/rules/support/from-examples.ts`.
 * Add harder cases beside them: near misses that must stay silent, several faults in one file, projects of several files (a folder).
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { rules } from "../../../server/src/rules/index.ts";
import { fixturesOf, root } from "./fixtures.ts";

for (const { code, page } of rules) {
  const { invalid, valid, file, files = {} } = page.example;
  if (fixturesOf(code).length > 0 || typeof invalid !== "string") continue;
  for (const [name, text] of [
    ["invalid", invalid],
    ["valid", valid],
  ] as const) {
    write(code, name, file, text);
    for (const [beside, its] of Object.entries(files)) write(code, name, beside, its);
  }
}

/** A file whose name matters stands in a folder of its own. */
function write(code: string, name: string, file: string | undefined, text: string): void {
  const path = join(root, code, file === undefined ? `${name}.yaml` : join(name, file));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
