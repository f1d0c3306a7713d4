import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { build } from "esbuild";

/** Bundles the least extension as ours is bundled; the path of the bundle. */
export async function minimalExtension(root: string, folder: string): Promise<string> {
  const outfile = join(folder, "minimal.cjs");
  await build({
    absWorkingDir: root,
    entryPoints: ["test/bench/minimal-extension.ts"],
    outfile,
    bundle: true,
    minify: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    external: ["vscode"],
  });
  return outfile;
}

/** Milliseconds to load a bundled extension and call its `activate`, in a process of its own whose editor is a stand-in. */
export const activation = (root: string, bundle: string): number =>
  Number(execFileSync(process.execPath, [join(root, "test/bench/host.mjs"), bundle], { encoding: "utf8" }));
