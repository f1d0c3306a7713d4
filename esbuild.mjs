// Builds dist/: `node esbuild.mjs` for the package, `--dev` with source maps, `--watch` to build again on every save.
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { build, context } from "esbuild";

const watch = process.argv.includes("--watch");
const dev = watch || process.argv.includes("--dev");

/** Both Node worlds ship to Node 20, the oldest that the supported editors carry. */
const node = {
  platform: "node",
  target: "node20",
  // The same code as modules, of which only what is used is kept: a small check starts sooner.
  alias: { yaml: "./node_modules/yaml/browser/dist/index.js" },
};
const browser = { platform: "browser", target: "es2022", mainFields: ["browser", "module", "main"] };

/** Bundled CommonJS packages ask for Node's own modules through `require`, which an ES module has to make; few chunks ever ask. */
const banner = {
  js: 'import { createRequire } from "node:module"; let __require_made; const require = (id) => (__require_made ??= createRequire(import.meta.url))(id);',
};

/** The server starts without the charting library: it is a file of its own, loaded with the first report. */
const charts = {
  name: "charts",
  setup(build) {
    build.onResolve({ filter: /\/charts\/draw\.ts$/ }, ({ kind }) =>
      kind === "dynamic-import" ? { path: "./charts.cjs", external: true } : undefined,
    );
  },
};

/** Two functions of the statistics packages ask for a logger that they never use; it would be the slowest part of starting a small check. */
const noLogger = {
  name: "no-logger",
  setup(build) {
    build.onResolve({ filter: /^debug$/ }, ({ path }) => ({ path, namespace: "no-logger" }));
    build.onLoad({ filter: /.*/, namespace: "no-logger" }, () => ({
      contents: "module.exports = () => () => {};",
      loader: "js",
    }));
  },
};

/** The server proper is a file of its own, so that its compiled code is there before it is read. */
const server = {
  name: "server",
  setup(build) {
    build.onResolve({ filter: /\/main\.node\.ts$/ }, ({ kind }) =>
      kind === "dynamic-import" ? { path: "./server-main.cjs", external: true } : undefined,
    );
  },
};

const bundles = [
  {
    ...node,
    format: "cjs",
    entryPoints: ["client/src/extension.ts"],
    outfile: "dist/extension.cjs",
    external: ["vscode"],
  },
  {
    ...node,
    format: "cjs",
    entryPoints: ["server/src/main.start.ts"],
    outfile: "dist/server.cjs",
    // Asked for by `require`: Node's other loader would read the whole file for its exports first.
    supported: { "dynamic-import": false },
    plugins: [server],
  },
  {
    ...node,
    format: "cjs",
    entryPoints: ["server/src/main.node.ts"],
    outfile: "dist/server-main.cjs",
    plugins: [charts, noLogger],
  },
  { ...node, format: "cjs", entryPoints: ["server/src/report/charts/draw.ts"], outfile: "dist/charts.cjs" },
  // The command line starts in milliseconds because what a command does not need stays in chunks it never loads.
  {
    ...node,
    format: "esm",
    splitting: true,
    banner,
    entryPoints: { cli: "server/src/main.cli.ts", "check-worker": "server/src/cli/worker.ts" },
    outdir: "dist",
    chunkNames: "cli/[name]-[hash]",
    plugins: [noLogger],
  },
  // `.cjs` as on the desktop: in a `type: module` package nothing else says CommonJS, and the browser's extension host
  // takes no other modules.
  {
    ...browser,
    format: "cjs",
    entryPoints: ["client/src/extension.web.ts"],
    outfile: "dist/web/extension.cjs",
    external: ["vscode"],
  },
  {
    ...browser,
    format: "iife",
    entryPoints: ["server/src/main.worker.ts"],
    outfile: "dist/web/server.js",
    plugins: [noLogger],
  },
  { ...browser, format: "iife", entryPoints: ["client/src/webview/report.ts"], outfile: "dist/webview/report.js" },
];

/** Leaves out entry points that do not exist; undefined when none is left. */
function existing(bundle) {
  const named = Object.entries(bundle.entryPoints).filter(([, file]) => existsSync(file));
  if (named.length === 0) return undefined;
  return {
    ...bundle,
    entryPoints: Array.isArray(bundle.entryPoints) ? named.map(([, file]) => file) : Object.fromEntries(named),
  };
}

// The validators are generated from the schemas before anything bundles them.
if (existsSync("schemas/generate.ts")) await import("./schemas/generate.ts");

rmSync("dist", { recursive: true, force: true });
const shared = {
  bundle: true,
  minify: !dev,
  sourcemap: dev,
  legalComments: "none",
  logLevel: watch ? "info" : "warning",
};
const inputs = new Set();
for (const bundle of bundles.map(existing).filter((each) => each !== undefined)) {
  if (watch) await (await context({ ...shared, ...bundle })).watch();
  else
    for (const input of Object.keys((await build({ ...shared, ...bundle, metafile: true })).metafile.inputs))
      inputs.add(input);
}
if (!watch) writeFileSync("dist/LICENSES.txt", licences(inputs));

/** Licences and notices of every package that has code in a bundle: their texts must travel with it. */
function licences(files) {
  const folders = [
    ...new Set([...files].flatMap((file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? [])),
  ].sort();
  const byText = new Map();
  for (const folder of folders) {
    const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
    const texts = readdirSync(folder, { recursive: true }).filter(
      (file) =>
        /^(licen[cs]es?|notice|copying)\b[^/]*(\/[^/]+)?$/i.test(file) && statSync(`${folder}/${file}`).isFile(),
    );
    for (const file of texts) {
      const text = readFileSync(`${folder}/${file}`, "utf8").trim();
      byText.set(text, [...(byText.get(text) ?? []), `${name} ${version} (${license})`]);
    }
  }
  return [...byText].map(([text, names]) => `${names.join("\n")}\n\n${text}`).join(`\n\n${"-".repeat(80)}\n\n`);
}
