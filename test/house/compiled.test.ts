import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { built, ROOT } from "../package/support.ts";

const loader = pathToFileURL(fileURLToPath(new URL("../../server/src/main.compiled.ts", import.meta.url))).href;
const [one, other] = ["1", "2"].map((each) => each.repeat(32));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wellspent-compiled-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a program that prints a number, and runs it as the bundles are run. */
function run(firstLine: string, number: number, env: NodeJS.ProcessEnv = {}): string {
  const program = join(folder, "program.cjs");
  writeFileSync(
    program,
    `${firstLine}\nexports.answer = function () { return require("node:path").sep.length + ${number}; };`,
  );
  const start = `const { loadCompiled } = await import(${JSON.stringify(loader)});
    const { exports, keep } = loadCompiled(${JSON.stringify(program)}, "test");
    console.log(exports.answer());
    keep();`;
  return execFileSync(process.execPath, ["--input-type=module", "-e", start], {
    encoding: "utf8",
    env: { ...process.env, NODE_COMPILE_CACHE: folder, ...env },
  }).trim();
}

const kept = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.includes("wellspent-test"))
    .map((name) => join(folder, name));

test("what was compiled is kept once, and does the same", () => {
  expect(run(`// ${one}`, 41)).toBe("42");
  const [file = ""] = kept();
  const bytes = readFileSync(file);
  expect(run(`// ${one}`, 41)).toBe("42");
  expect(kept()).toEqual([file]);
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

test("another program of the same length is never taken for it", () => {
  expect(run(`// ${one}`, 41)).toBe("42");
  expect(run(`// ${other}`, 61)).toBe("62");
  expect(kept()).toHaveLength(2);
});

test.each([
  ["cut short", (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
  ["empty", () => Buffer.alloc(0)],
  ["of another sort", (bytes: Buffer) => Buffer.concat([Buffer.alloc(bytes.length - 40), bytes.subarray(-40)])],
])("a file that is %s is not used, and written anew", (_what, spoil) => {
  run(`// ${one}`, 41);
  const [file = ""] = kept();
  const spoilt = spoil(readFileSync(file));
  writeFileSync(file, spoilt);
  expect(run(`// ${one}`, 41)).toBe("42");
  expect(readFileSync(file).equals(spoilt)).toBe(false);
});

test.skipIf(process.platform === "win32")("a file that others could have written is not used", () => {
  run(`// ${one}`, 41);
  const [file = ""] = kept();
  chmodSync(file, 0o666);
  expect(run(`// ${one}`, 41)).toBe("42");
  // Written anew, and for us alone: it was not taken for what is kept already.
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test("nothing is kept of a program without a name, or where Node is told to keep nothing", () => {
  expect(run("// a build for work on it", 41)).toBe("42");
  expect(run(`// ${one}`, 41, { NODE_DISABLE_COMPILE_CACHE: "1" })).toBe("42");
  expect(kept()).toEqual([]);
});

test.skipIf(!built).each(["server-main.cjs", "cli-main.cjs"])(
  "%s is read a byte a character, so it holds nothing that takes two: a pattern with £ would find none",
  (file) => {
    const text = readFileSync(join(ROOT, "dist", file), "latin1");
    expect(/^\/\/ [0-9a-f]{32}\n/.test(text)).toBe(true);
    expect(/.{0,40}[^\0-\x7f].{0,40}/.exec(text)?.[0]).toBeUndefined();
  },
);
