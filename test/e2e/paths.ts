import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");
/** The editor is fetched once and kept here. */
export const CACHE = join(ROOT, ".vscode-e2e");
/** Everything a run leaves behind: the bundled suite, results, screenshots. */
export const OUT = join(ROOT, "out", "e2e");
export const SHOTS = join(ROOT, "out", "shots");
export const SUITE = join(OUT, "suite.cjs");
/** What the editor opens a fresh copy of. */
export const WORKSPACE = join(ROOT, "examples");

const CHROMIUMS = [
  process.env.E2E_CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The installed browser that draws the editor; throws with what to do when there is none. */
export function chromium(): string {
  const found = CHROMIUMS.find((path) => path !== undefined && existsSync(path));
  if (found) return found;
  throw new Error(
    "The editor test needs Chromium or Chrome. Install it (Debian: apt-get install chromium) or name it in E2E_CHROMIUM.",
  );
}
