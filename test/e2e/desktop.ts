/**
 * The same suite in a desktop VS Code, fetched by @vscode/test-electron (needs the internet and a screen), with the packed
 * extension installed. `VSCODE_EXECUTABLE` names one that is there already, `VSCODE_VERSION` the one to fetch.
 */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { downloadAndUnzipVSCode, resolveCliPathFromVSCodeExecutablePath, runTests } from "@vscode/test-electron";
import { packExtension } from "../package/pack.ts";
import { buildSuites } from "./build-suite.ts";
import { HOST, OUT, suiteFile, WORKSPACE } from "./paths.ts";

const { VSCODE_EXECUTABLE, VSCODE_VERSION = "stable" } = process.env;

/** Path of a desktop VS Code: the one named, else one fetched from Microsoft. */
async function desktopVscode(): Promise<string> {
  if (VSCODE_EXECUTABLE !== undefined) return VSCODE_EXECUTABLE;
  try {
    return await downloadAndUnzipVSCode(VSCODE_VERSION);
  } catch (reason) {
    throw new Error(
      `VS Code could not be fetched (${reason instanceof Error ? reason.message : String(reason)}). Name one that is installed in VSCODE_EXECUTABLE; \`npm run test:e2e\` needs none.`,
    );
  }
}

/** What installs extensions into it: a command of its own beside the program, where there is one. */
function installerOf(vscode: string): string {
  const beside = resolveCliPathFromVSCodeExecutablePath(vscode);
  return existsSync(beside) ? beside : vscode;
}

async function main(): Promise<number> {
  const vscodeExecutablePath = await desktopVscode();
  mkdirSync(OUT, { recursive: true });
  await buildSuites();
  const folder = mkdtempSync(join(tmpdir(), "wellspent-e2e-"));
  const workspace = join(folder, "examples");
  cpSync(WORKSPACE, workspace, { recursive: true });
  const profile = [`--extensions-dir=${join(folder, "extensions")}`, `--user-data-dir=${join(folder, "profile")}`];
  execFileSync(installerOf(vscodeExecutablePath), [...profile, "--install-extension", packExtension(OUT), "--force"], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  return runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: HOST,
    extensionTestsPath: suiteFile("editor"),
    launchArgs: [workspace, ...profile, "--disable-workspace-trust", "--skip-welcome", "--skip-release-notes"],
  });
}

try {
  process.exitCode = await main();
} catch (reason) {
  console.error(reason instanceof Error ? reason.message : String(reason));
  process.exitCode = 1;
}
