import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ROOT } from "./support.ts";

const START = join(ROOT, "test/e2e/start.ts");
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wellspent-start-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const start = (env: Readonly<Record<string, string>>) =>
  spawnSync(process.execPath, [START], { env: { PATH: process.env.PATH, ...env }, encoding: "utf8" });

test("on a build machine `npm start` ends and says why nothing opens", () => {
  const { status, stdout } = start({ CI: "true" });
  expect(status).toBe(0);
  expect(stdout).toContain("no editor is opened");
});

test.skipIf(process.platform === "win32")("a VS Code on the path opens the examples and keeps nothing of ours", () => {
  const code = join(folder, "code");
  const asked = join(folder, "asked");
  writeFileSync(code, `#!/bin/sh\nprintf '%s\\n' "$@" > '${asked}'\n`);
  chmodSync(code, 0o755);
  const { status, stdout } = start({ PATH: `${folder}${delimiter}${process.env.PATH}`, DISPLAY: ":0" });
  expect(status).toBe(0);
  expect(stdout).toContain("Nothing is installed");
  const args = readFileSync(asked, "utf8").trim().split("\n");
  expect(args).toContain(`--extensionDevelopmentPath=${ROOT}`);
  expect(args).toContain(join(ROOT, "examples"));
  // The person's own settings and extensions are elsewhere.
  for (const kept of ["--user-data-dir=", "--extensions-dir="])
    expect(args.find((each) => each.startsWith(kept))).toContain(tmpdir());
  expect(args.filter((each) => each.includes("install-extension"))).toEqual([]);
});
