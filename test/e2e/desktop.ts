/** The same suite in a desktop VS Code, fetched by @vscode/test-electron (needs the internet and a screen). */
import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runTests } from "@vscode/test-electron";
import { buildSuite } from "./build-suite.ts";
import { ROOT, SUITE, WORKSPACE } from "./paths.ts";

await buildSuite();
const workspace = join(mkdtempSync(join(tmpdir(), "wellspent-e2e-")), "workspace");
cpSync(WORKSPACE, workspace, { recursive: true });
const executable = process.env.VSCODE_EXECUTABLE;
process.exitCode = await runTests({
  ...(executable ? { vscodeExecutablePath: executable } : { version: process.env.VSCODE_VERSION ?? "stable" }),
  extensionDevelopmentPath: ROOT,
  extensionTestsPath: SUITE,
  launchArgs: [workspace, "--disable-extensions", "--disable-workspace-trust"],
});
