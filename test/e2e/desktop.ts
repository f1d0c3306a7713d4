/**
 * The same suites in a desktop VS Code, fetched by @vscode/test-electron (needs the internet and a screen), with the packed
 * extension installed: `node test/e2e/desktop.ts [editor] [newcomer]`. It lets itself be debugged, and so does for the
 * steps of a person what the browser does. `VSCODE_EXECUTABLE` names one that is there already, `VSCODE_VERSION` the one
 * to fetch; where none can be fetched, `VSCODE_EXECUTABLE=test/e2e/desktop-stand-in.ts`.
 */
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { downloadAndUnzipVSCode, resolveCliPathFromVSCodeExecutablePath, runTests } from "@vscode/test-electron";
import type { Page } from "playwright-core";
import { packExtension } from "../package/pack.ts";
import { buildSuites } from "./build-suite.ts";
import { attach, openControl } from "./control.ts";
import { HOST, logFile, OUT, resultFile, type SuiteName, suiteFile } from "./paths.ts";
import { openedBy, prepare } from "./prepare.ts";
import { type Count, tell, total } from "./result.ts";

const { VSCODE_EXECUTABLE, VSCODE_VERSION = "stable" } = process.env;

/** Path of a desktop VS Code: the one named, else one fetched from Microsoft. */
async function desktopVscode(): Promise<string> {
  if (VSCODE_EXECUTABLE !== undefined) return resolve(VSCODE_EXECUTABLE);
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

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** Opens a folder in the editor, runs one suite there to its end, prints what it logged, and counts its tests. */
async function runSuite(suite: SuiteName, workspace: string, vscode: string, profile: string[]): Promise<Count> {
  for (const file of [logFile(suite), resultFile(suite)]) rmSync(file, { force: true });
  const port = await freePort();
  let page: Promise<Page> | undefined;
  // The suite asks when its window is open, so there is something to attach to.
  const control = await openControl(() => {
    page ??= attach(port);
    return page;
  });
  try {
    const status = await runTests({
      vscodeExecutablePath: vscode,
      extensionDevelopmentPath: HOST,
      extensionTestsPath: suiteFile(suite),
      extensionTestsEnv: { E2E_OUT: OUT, E2E_CONTROL: control.url },
      launchArgs: [workspace, ...profile, `--remote-debugging-port=${port}`],
    });
    return tell(suite, status);
  } catch (reason) {
    return tell(suite, reason instanceof Error ? reason.message : String(reason));
  } finally {
    control.server.close();
    control.server.closeAllConnections();
  }
}

async function main(): Promise<Count> {
  const vscode = await desktopVscode();
  mkdirSync(OUT, { recursive: true });
  await buildSuites();
  const folder = mkdtempSync(join(tmpdir(), "wellspent-e2e-"));
  const home = join(folder, "home");
  const profile = [`--extensions-dir=${join(home, "extensions")}`, `--user-data-dir=${join(home, "data")}`];
  execFileSync(installerOf(vscode), [...profile, "--install-extension", packExtension(OUT), "--force"], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  const asked = process.argv.slice(2);
  const counts: Count[] = [];
  for (const suite of openedBy("desktop"))
    if (asked.length === 0 || asked.includes(suite))
      counts.push(await runSuite(suite, prepare(suite, folder, home), vscode, profile));
  return total(counts);
}

try {
  const { passed, failed } = await main();
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
} catch (reason) {
  console.error(reason instanceof Error ? reason.message : String(reason));
  process.exitCode = 1;
}
