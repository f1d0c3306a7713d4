/**
 * The same suite in a desktop VS Code, fetched by @vscode/test-electron (needs the internet and a screen), with the packed
 * extension installed. `VSCODE_EXECUTABLE` names one that is there already, `VSCODE_VERSION` the one to fetch.
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { downloadAndUnzipVSCode, resolveCliPathFromVSCodeExecutablePath, runTests } from "@vscode/test-electron";
import { packExtension } from "../package/pack.ts";
import { buildSuites } from "./build-suite.ts";
import { HOST, OUT, suiteFile, WORKSPACE } from "./paths.ts";

mkdirSync(OUT, { recursive: true });
await buildSuites();
const folder = mkdtempSync(join(tmpdir(), "wellspent-e2e-"));
const workspace = join(folder, "workspace");
cpSync(WORKSPACE, workspace, { recursive: true });

const vscodeExecutablePath =
  process.env.VSCODE_EXECUTABLE ?? (await downloadAndUnzipVSCode(process.env.VSCODE_VERSION ?? "stable"));
const profile = [`--extensions-dir=${join(folder, "extensions")}`, `--user-data-dir=${join(folder, "profile")}`];
const cli = process.env.VSCODE_EXECUTABLE ?? resolveCliPathFromVSCodeExecutablePath(vscodeExecutablePath);
execFileSync(cli, [...profile, "--install-extension", packExtension(OUT), "--force"], {
  stdio: "inherit",
  shell: process.platform === "win32",
});
process.exitCode = await runTests({
  vscodeExecutablePath,
  extensionDevelopmentPath: HOST,
  extensionTestsPath: suiteFile("editor"),
  launchArgs: [workspace, ...profile, "--disable-workspace-trust", "--skip-welcome", "--skip-release-notes"],
});
