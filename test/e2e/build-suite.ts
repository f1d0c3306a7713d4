import { join } from "node:path";
import { build } from "esbuild";
import { ROOT, SUITE } from "./paths.ts";

/** Bundles the suite into the one CommonJS file that the extension host loads. */
export async function buildSuite(): Promise<void> {
  await build({
    entryPoints: [join(ROOT, "test/e2e/suite/index.ts")],
    outfile: SUITE,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    external: ["vscode", "mocha"],
    logLevel: "warning",
  });
}
