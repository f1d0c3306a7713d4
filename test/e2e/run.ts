/**
 * Packs the extension, installs it in a real VS Code whose workbench is drawn by a real browser, and runs the suites
 * there: `node test/e2e/run.ts [editor] [newcomer] [web] [serverless] [start]`; `start` is what `npm start` serves to a person. Exit status: 0 all passed, 1 a test failed or none ran.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Page, chromium as playwright } from "playwright-core";
import { packExtension } from "../package/pack.ts";
import { buildSuites } from "./build-suite.ts";
import { openControl } from "./control.ts";
import { installExtension, startEditorServer } from "./editor-server.ts";
import { browserOptions, OUT } from "./paths.ts";
import { checkStart } from "./person.ts";
import { openedBy, prepare } from "./prepare.ts";
import { type Count, total } from "./result.ts";
import { installedExtension, serveWorkbench } from "./static-server.ts";
import { installVscode } from "./vscode.ts";
import { LOADING, runSuite, suiteAddress } from "./window.ts";

const asked = process.argv.slice(2);
const isAsked = (name: string): boolean => asked.length === 0 || asked.includes(name);
const suites = openedBy("browser").filter(isAsked);

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
await buildSuites();
const vscode = installVscode();
const folder = mkdtempSync(join(tmpdir(), "wellspent-e2e-"));
const home = join(folder, "server");
installExtension(vscode, home, packExtension(OUT));

let page: Page | undefined;
const control = await openControl(() => page);
const env = { E2E_OUT: OUT, E2E_CONTROL: control.url };
const server = await startEditorServer({ vscode, home, env, flags: ["--enable-smoke-test-driver"] });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    server.stop();
    process.exit(130);
  });
}

const onPage = (opened: Page) => {
  page = opened;
};
const counts: Count[] = [];
let finished = false;
const browser = await playwright.launch({ ...browserOptions(), ...LOADING });
try {
  for (const suite of suites) {
    const address = suiteAddress(server.host, prepare(suite, folder, home), suite);
    counts.push(await runSuite({ browser, host: server.host, address, onPage }, suite));
  }
  if (isAsked("serverless")) {
    const editor = await serveWorkbench(vscode, installedExtension(home), control.url);
    const address = `http://${editor.host}/`;
    counts.push(await runSuite({ browser, host: editor.host, address, onPage }, "serverless"));
    editor.server.close();
    editor.server.closeAllConnections();
  }
  if (isAsked("start")) counts.push(await checkStart(browser));
  finished = true;
} finally {
  await browser.close();
  server.stop();
  control.server.close();
  const result = total(counts);
  process.exitCode = result.failed === 0 && result.passed > 0 && finished ? 0 : 1;
  writeFileSync(join(OUT, "result.json"), JSON.stringify(result));
  if (process.exitCode === 0) rmSync(folder, { recursive: true, force: true });
  else console.error(`Logs kept in ${home}.`);
}
