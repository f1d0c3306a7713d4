/**
 * `npm run package`: packs what `npm run build` left in dist/ into out/package/: one `.vsix` for every platform, and the
 * npm package with the `wellspent` command. Both take the files that package.json lists.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import manifest from "../../package.json" with { type: "json" };

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const require = createRequire(import.meta.url);

/** Runs a command in the package's folder; what it printed. A failure carries what it complained of. */
const run = (command: string, args: readonly string[]): string =>
  execFileSync(command, args, { cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

/** Packs the extension into `folder`; the path of the `.vsix`. */
export function packExtension(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const vsix = join(resolve(folder), `${manifest.name}-${manifest.version}.vsix`);
  // Everything is bundled, so no dependencies; the repository has no public address that links could be turned into.
  const flags = ["--no-dependencies", "--allow-missing-repository", "--no-rewrite-relative-links"];
  run(process.execPath, [require.resolve("@vscode/vsce/vsce"), "package", ...flags, "--out", vsix]);
  return vsix;
}

/** Packs the npm package into `folder`; the path of the tarball. */
export function packCommand(folder: string): string {
  mkdirSync(folder, { recursive: true });
  run(process.platform === "win32" ? "npm.cmd" : "npm", [
    ...["pack", "--ignore-scripts", "--silent"],
    ...["--pack-destination", resolve(folder)],
  ]);
  return join(resolve(folder), `${manifest.name}-${manifest.version}.tgz`);
}

if (import.meta.main) {
  const folder = join(ROOT, "out", "package");
  for (const file of [packExtension(folder), packCommand(folder)])
    console.log(`${relative(process.cwd(), file)} (${Math.ceil(statSync(file).size / 1024)} KB)`);
}
