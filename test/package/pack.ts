/**
 * `npm run package`: packs what `npm run build` left in dist/ into out/package/: one `.vsix` for every platform, and the
 * npm package with the `wellspent` command. Both take the files that package.json lists.
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import manifest from "../../package.json" with { type: "json" };

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const require = createRequire(import.meta.url);

/** What only the command line, or only the editor, can use: each package leaves the other's half out. */
const COMMAND_ONLY = [
  ...["dist/cli.js", "dist/cli-main.cjs", "dist/check-worker.js"],
  ...["check", "cost", "diff", "evidence"].map((command) => `schemas/${command}-output.schema.json`),
];
const EXTENSION_ONLY = ["dist/web", "dist/webview", "dist/extension.cjs", "syntaxes"];
const COMMAND_KEYS = ["bin"];
const EXTENSION_KEYS = ["main", "browser", "activationEvents", "capabilities", "contributes", "categories"];

/** Packs the extension into `folder`; the path of the `.vsix`. */
export function packExtension(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const vsix = join(resolve(folder), `${manifest.name}-${manifest.version}.vsix`);
  // Everything is bundled, so no dependencies; the repository has no public address that links could be turned into.
  const flags = ["--no-dependencies", "--allow-missing-repository", "--no-rewrite-relative-links"];
  inStage(COMMAND_ONLY, COMMAND_KEYS, (run) =>
    run(process.execPath, [require.resolve("@vscode/vsce/vsce"), "package", ...flags, "--out", vsix]),
  );
  return vsix;
}

/** Packs the npm package into `folder`; the path of the tarball. */
export function packCommand(folder: string): string {
  mkdirSync(folder, { recursive: true });
  inStage(EXTENSION_ONLY, EXTENSION_KEYS, (run) =>
    run(process.platform === "win32" ? "npm.cmd" : "npm", [
      ...["pack", "--ignore-scripts", "--silent"],
      ...["--pack-destination", resolve(folder)],
    ]),
  );
  return join(resolve(folder), `${manifest.name}-${manifest.version}.tgz`);
}

/** Runs a command in a copy of what package.json lists, without `without`. A failure carries what it complained of. */
function inStage(
  without: readonly string[],
  withoutKeys: readonly string[],
  pack: (run: (command: string, args: readonly string[]) => void) => void,
): void {
  const stage = mkdtempSync(join(tmpdir(), "wellspent-stage-"));
  try {
    const listed = manifest.files.map((each) => each.replace(/\/\*.*$/, ""));
    for (const name of new Set(listed))
      cpSync(join(ROOT, name), join(stage, name), {
        recursive: true,
        filter: (from) => !without.includes(relative(ROOT, from).split(sep).join("/")),
      });
    const kept = Object.entries(manifest).filter(([key]) => !withoutKeys.includes(key));
    writeFileSync(join(stage, "package.json"), `${JSON.stringify(Object.fromEntries(kept), undefined, 2)}\n`);
    pack((command, args) => {
      execFileSync(command, args, { cwd: stage, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
    });
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  const folder = join(ROOT, "out", "package");
  for (const file of [packExtension(folder), packCommand(folder)])
    console.log(`${relative(process.cwd(), file)} (${Math.ceil(statSync(file).size / 1024)} KB)`);
}
