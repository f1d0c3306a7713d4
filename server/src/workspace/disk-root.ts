import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { decode } from "./decode.ts";
import { settingsNames } from "./names.ts";
import { type SettingsHead, settingsHead } from "./settings-head.ts";
import { largestFile } from "./types.ts";

/**
 * The folder of the project that a file or folder belongs to, as a real path: that of the nearest `wellspent.yaml` with
 * `root: true`, else the nearest that holds `.git`, else the folder itself.
 */
export function findRoot(path: string): string {
  const real = realpathSync(path);
  const start = statSync(real).isDirectory() ? real : dirname(real);
  let repository: string | undefined;
  for (let folder = start; ; folder = dirname(folder)) {
    if (settingsIn(folder)?.root) return folder;
    if (repository === undefined && existsSync(join(folder, ".git"))) repository = folder;
    if (folder === dirname(folder)) return repository ?? start;
  }
}

/** What the settings file of a folder says before anything else; undefined without one that can be read. */
export function settingsIn(folder: string): SettingsHead | undefined {
  for (const name of settingsNames) {
    const path = join(folder, name);
    try {
      const stat = statSync(path);
      if (!stat.isFile() || stat.size > largestFile) continue;
      const content = decode(readFileSync(path));
      if (content.kind === "text") return settingsHead(content.text);
    } catch {
      // Not there, or not for us to read: the walk reports a file that is listed and cannot be read.
    }
  }
  return undefined;
}
