/**
 * Runs the suite in the extension host of a real VS Code whose workbench is drawn by a real browser.
 * Exit status: 0 all passed, 1 a test failed or none ran, 2 the editor did not come to an end.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type Page, chromium as playwright } from "playwright-core";
import { buildSuite } from "./build-suite.ts";
import { openControl } from "./control.ts";
import { startEditorServer } from "./editor-server.ts";
import { chromium, OUT, ROOT, SUITE, WORKSPACE } from "./paths.ts";
import { countTests } from "./result.ts";
import { installVscode } from "./vscode.ts";

const PATIENCE_MS = 120_000;
const BROWSER_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
await buildSuite();
const home = mkdtempSync(join(tmpdir(), "wellspent-e2e-"));
const workspace = join(home, "workspace");
cpSync(WORKSPACE, workspace, { recursive: true });

const resultFile = join(OUT, "result.json");
const logFile = join(OUT, "suite.log");
let page: Page | undefined;
const control = await openControl(() => page);
const server = await startEditorServer(installVscode(), join(home, "server"), {
  E2E_RESULT_FILE: resultFile,
  E2E_LOG_FILE: logFile,
  E2E_CONTROL: control.url,
});
let browser: Browser | undefined;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    server.stop();
    process.exit(130);
  });
}

try {
  browser = await playwright.launch({ executablePath: chromium(), args: BROWSER_FLAGS });
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const outcome = await runInEditor(page);
  process.stdout.write(existsSync(logFile) ? readFileSync(logFile, "utf8") : "");
  if (typeof outcome === "string") console.error(`The editor test did not end: ${outcome}.`);
  const { passed } = countTests(resultFile);
  process.exitCode = typeof outcome === "string" ? 2 : outcome === 0 && passed > 0 ? 0 : 1;
} finally {
  await browser?.close();
  server.stop();
  control.server.close();
  if (process.exitCode === 0) rmSync(home, { recursive: true, force: true });
  else console.error(`Logs kept in ${home}/server.`);
}

/** The suite's exit status, or why there is none. */
async function runInEditor(target: Page): Promise<number | "time is up" | "the page crashed"> {
  const ended = new Promise<number>((resolve) => {
    void target.exposeFunction("codeAutomationExit", resolve);
  });
  await target.exposeFunction("codeAutomationLog", () => undefined);
  // Nothing leaves this machine: look-ups fail at once instead of waiting for a network.
  await target.route("**/*", (route) =>
    route.request().url().startsWith(`http://${server.host}/`) ? route.continue() : route.abort(),
  );
  const remote = (path: string) => `vscode-remote://${server.host}${path}`;
  const payload = [
    ["extensionDevelopmentPath", remote(ROOT)],
    ["extensionTestsPath", remote(SUITE)],
    ["skipWelcome", "true"],
    ["skipReleaseNotes", "true"],
  ];
  const query = new URLSearchParams({ folder: workspace, payload: JSON.stringify(payload) });
  await target.goto(`http://${server.host}/?${query}`);
  const crashed = new Promise<"the page crashed">((resolve) => target.on("crash", () => resolve("the page crashed")));
  const late = new Promise<"time is up">((resolve) => setTimeout(resolve, PATIENCE_MS, "time is up").unref());
  return Promise.race([ended, crashed, late]);
}
