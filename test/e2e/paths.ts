import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");
/** The editor is fetched once and kept here. */
export const CACHE = join(ROOT, ".vscode-e2e");
/** Everything a run leaves behind: bundled suites, results, logs. */
export const OUT = join(ROOT, "out", "e2e");
/** What the command line finds in the workspace of a suite. */
export const EXPECTED = join(OUT, "expected.json");
export const SHOTS = join(ROOT, "out", "shots");
/**
 * An empty extension that holds the bundled suites. An editor runs tests of an extension under development only, and what
 * is tested here is the packed and installed one.
 */
export const HOST = join(OUT, "host");
/** What the editor opens a fresh copy of. */
export const WORKSPACE = join(ROOT, "examples");

/**
 * One bundle of tests: `editor` beside a Node server, `newcomer` the same from an empty folder, `web` with the extension
 * in the editor's web worker, `serverless` in a browser that no server stands behind, as on vscode.dev.
 */
export type SuiteName = "editor" | "newcomer" | "web" | "serverless";

export const suiteFile = (name: SuiteName): string => join(HOST, `${name}.cjs`);
export const resultFile = (name: SuiteName): string => join(OUT, `${name}.json`);
/** What the editor's window itself complained of. */
export const consoleFile = (name: SuiteName): string => join(OUT, `${name}.console.log`);
export const logFile = (name: SuiteName): string => join(OUT, `${name}.log`);

const CHROMIUMS = [
  process.env.E2E_CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

const BROWSER_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** How the browser that draws the editor is started. */
export const browserOptions = (...flags: string[]): { executablePath: string; args: string[] } => ({
  executablePath: chromium(),
  args: [...BROWSER_FLAGS, ...flags],
});

/** The installed browser that draws the editor; throws with what to do when there is none. */
function chromium(): string {
  const found = CHROMIUMS.find((path) => path !== undefined && existsSync(path));
  if (found) return found;
  throw new Error(
    "The editor test needs Chromium or Chrome. Install it (Debian: apt-get install chromium) or name it in E2E_CHROMIUM.",
  );
}
