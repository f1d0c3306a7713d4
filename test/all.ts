/**
 * `npm test`: builds, lints, runs every test and the real editor, each of them even when an earlier one failed, and ends
 * with `N passed, N failed`. A step that is not a test (the build, the linter) counts only when it fails.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { type Count, countTests } from "./e2e/result.ts";

const UNIT_RESULT = "out/unit.json";
const EDITOR_RESULT = "out/e2e/result.json";

/** Runs an npm script; true when it ended well. */
function run(script: string, ...args: string[]): boolean {
  console.log(`\n== ${script}`);
  const npm = process.env.npm_execpath;
  const command: [string, string[]] = npm ? [process.execPath, [npm]] : ["npm", []];
  const { status } = spawnSync(command[0], [...command[1], "run", "--silent", script, "--", ...args], {
    stdio: "inherit",
  });
  return status === 0;
}

function unitTests(): Count {
  const ok = run("test:unit", "--reporter=default", "--reporter=json", `--outputFile.json=${UNIT_RESULT}`);
  if (!existsSync(UNIT_RESULT)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(UNIT_RESULT, "utf8"));
  // A file that does not even load has no failed test, but the run has failed.
  return { passed: numPassedTests, failed: ok ? 0 : Math.max(1, numFailedTests) };
}

function editorTests(): Count {
  const ok = run("test:e2e");
  const { passed, failed } = countTests(EDITOR_RESULT);
  return { passed, failed: ok ? 0 : Math.max(1, failed) };
}

const step = (script: string): Count => ({ passed: 0, failed: run(script) ? 0 : 1 });

for (const file of [UNIT_RESULT, EDITOR_RESULT]) rmSync(file, { force: true });
const counts = [step("build"), step("lint"), unitTests(), editorTests()];
const sum = (key: keyof Count) => counts.reduce((total, count) => total + count[key], 0);
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") === 0 && sum("passed") > 0 ? 0 : 1;
