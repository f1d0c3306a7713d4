import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");
export const CLI = join(ROOT, "dist", "cli.js");

/** `npm run build` has to come first; `npm test` does so. */
export const built = existsSync(CLI) && existsSync(join(ROOT, "dist", "web", "server.js"));

/** The Nodes on this machine, one of each major version, as `[version, folder]`. The one that runs the tests comes first. */
export function nodes(): [version: string, folder: string][] {
  const found = new Map([[major(process.version), dirname(process.execPath)]]);
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const node = join(folder, process.platform === "win32" ? "node.exe" : "node");
    if (!existsSync(node)) continue;
    const version = major(execFileSync(node, ["--version"], { encoding: "utf8" }));
    if (!found.has(version)) found.set(version, folder);
  }
  return [...found];
}

const major = (version: string): string => version.trim().split(".")[0] as string;
