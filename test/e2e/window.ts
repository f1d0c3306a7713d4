import { appendFileSync, writeFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { consoleFile, HOST, logFile, resultFile, type SuiteName, suiteFile } from "./paths.ts";
import { type Count, tell } from "./result.ts";

/** A hang is ended; how long a suite takes says how busy the machine is. */
const PATIENCE_MS = 3_600_000;
export const LOADING = { timeout: 300_000 };

export interface Window {
  readonly browser: Browser;
  /** `127.0.0.1:port` of what serves the editor. */
  readonly host: string;
  /** Where the editor is opened. */
  readonly address: string;
  /** Told of the page as soon as there is one, so that the suite can reach it. */
  onPage(page: Page): void;
}

/** Opens a window of the editor, runs one suite in it to its end, prints what it logged, and counts its tests. */
export async function runSuite(window: Window, suite: SuiteName): Promise<Count> {
  const page = await window.browser.newPage({ viewport: { width: 1440, height: 900 } });
  window.onPage(page);
  const note = (line: string) => appendFileSync(consoleFile(suite), `${line}\n`);
  page.on("response", (response) => {
    if (!response.ok()) note(`${response.status()}: ${response.url()}`);
  });
  page.on("console", (message) => {
    const text = message.text();
    note(`${message.type()}: ${text}`);
    // A suite without a file system says what it has to say here.
    const [, said] = /\[e2e\] ([\s\S]*)/.exec(text) ?? [];
    if (said !== undefined) appendFileSync(logFile(suite), `${said}\n`);
    const [, result] = /\[e2e-result\] (.*)/.exec(text) ?? [];
    if (result !== undefined) writeFileSync(resultFile(suite), result);
  });
  const outcome = await ending(page, window);
  await page.close();
  return tell(suite, outcome);
}

/** Opens the editor in a page and waits for its suite to end: the exit status, or why there is none. */
export async function ending(
  page: Page,
  { host, address }: Pick<Window, "host" | "address">,
): Promise<number | "time is up" | "the page crashed"> {
  const ended = new Promise<number>((resolve) => {
    void page.exposeFunction("codeAutomationExit", resolve);
  });
  await page.exposeFunction("codeAutomationLog", () => undefined);
  // Nothing leaves this machine: look-ups fail at once instead of waiting for a network.
  await page.route("**/*", (route) => {
    const url = route.request().url();
    return url.startsWith(`http://${host}/`) || /^(data|blob):/.test(url) ? route.continue() : route.abort();
  });
  const crashed = new Promise<"the page crashed">((resolve) => page.on("crash", () => resolve("the page crashed")));
  const late = new Promise<"time is up">((resolve) => setTimeout(resolve, PATIENCE_MS, "time is up").unref());
  await page.goto(address, LOADING);
  return Promise.race([ended, crashed, late]);
}

/** Where VS Code's own server opens a folder and runs a suite in it. */
export function suiteAddress(host: string, workspace: string, suite: SuiteName): string {
  const remote = (path: string) => `vscode-remote://${host}${path}`;
  const payload = [
    ["extensionDevelopmentPath", remote(HOST)],
    ["extensionTestsPath", remote(suiteFile(suite))],
    ["skipWelcome", "true"],
    ["skipReleaseNotes", "true"],
  ];
  return `http://${host}/?${new URLSearchParams({ folder: workspace, payload: JSON.stringify(payload) })}`;
}
