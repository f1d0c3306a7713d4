import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { HOST, ROOT } from "./paths.ts";

/** Bundles the suites into the empty extension that the editor loads them from. */
export async function buildSuites(): Promise<void> {
  mkdirSync(HOST, { recursive: true });
  const manifest = { name: "test-host", publisher: "wellspent", version: "0.0.0", engines: { vscode: "^1.91.0" } };
  writeFileSync(join(HOST, "package.json"), JSON.stringify(manifest));
  await build({
    entryPoints: ["editor", "newcomer", "web"].map((name) => join(ROOT, `test/e2e/suite/${name}.ts`)),
    outdir: HOST,
    outExtension: { ".js": ".cjs" },
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    external: ["vscode", "mocha"],
    logLevel: "warning",
  });
  await build({
    entryPoints: { serverless: join(ROOT, "test/e2e/suite/serverless.ts") },
    outdir: HOST,
    outExtension: { ".js": ".cjs" },
    bundle: true,
    platform: "browser",
    target: "es2022",
    format: "cjs",
    external: ["vscode"],
    define: { "process.env.E2E_CONTROL": "undefined" },
    // mocha's browser build takes `module.exports` for itself.
    footer: { js: "module.exports = { run };" },
    logLevel: "warning",
  });
}
