// Builds dist/: `node esbuild.mjs` for the package, `--dev` with source maps, `--watch` to build again on every save.
import { createHash } from "node:crypto";
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

/** A program of Node's older kind of module: one file, whose compiled code can be kept whole (`main.compiled.ts`). */
const program = {
  ...node,
  format: "cjs",
  // Asked for by `require`: Node's other loader is slower, and knows nothing of compiled code.
  supported: { "dynamic-import": false },
  define: { "import.meta.url": "__url", "import.meta.dirname": "__dirname" },
  banner: { js: 'const __url = require("node:url").pathToFileURL(__filename).href;' },
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

/**
 * Two modules of Node that the connection asks for and that we have no need of are loaded when they are called: with all that they load
 * themselves they would be a tenth of starting the server.
 */
const rarelyCalled = { crypto: ["randomUUID"], child_process: ["fork", "spawnSync"] };
const whenCalled = {
  name: "when-called",
  setup(build) {
    build.onResolve({ filter: new RegExp(`^(${Object.keys(rarelyCalled).join("|")})$`) }, ({ path }) => ({
      path,
      namespace: "when-called",
    }));
    build.onLoad({ filter: /.*/, namespace: "when-called" }, ({ path }) => ({
      contents: rarelyCalled[path]
        .map((name) => `exports.${name} = (...args) => require("node:${path}").${name}(...args);`)
        .join("\n"),
      loader: "js",
    }));
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
  { ...program, entryPoints: ["server/src/main.start.ts"], outfile: "dist/server.cjs" },
  {
    ...program,
    entryPoints: ["server/src/main.node.ts"],
    outfile: "dist/server-main.cjs",
    plugins: [charts, noLogger, whenCalled],
  },
  { ...program, entryPoints: ["server/src/main.bundle.ts"], outfile: "dist/cli-main.cjs", plugins: [charts, noLogger] },
  { ...program, entryPoints: ["server/src/report/charts/draw.ts"], outfile: "dist/charts.cjs" },
  {
    ...node,
    format: "esm",
    entryPoints: { cli: "server/src/main.cli-start.ts", "check-worker": "server/src/main.cli-worker.ts" },
    outdir: "dist",
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
if (!watch) {
  for (const file of ["dist/server-main.cjs", "dist/cli-main.cjs"]) if (existsSync(file)) nameProgram(file);
  writeFileSync("dist/LICENSES.txt", licences(inputs));
}

/** Writes a program's name, which no other has, into its first line: by it `main.compiled.ts` knows what was compiled of it, and that it may read it a byte a character. */
function nameProgram(file) {
  const text = plainly(readFileSync(file, "utf8"));
  writeFileSync(file, `// ${createHash("sha256").update(text).digest("hex").slice(0, 32)}\n${text}`);
}

/** A program in ASCII alone. In texts esbuild writes `£` as an escape already, in patterns it does not. */
function plainly(text) {
  const escaped = /\\[^\0-\x7f]|String\.raw`[^`]*[^`\0-\x7f]/.exec(text);
  if (escaped !== null) throw new Error(`An escape here would mean something else: ${escaped[0]}`);
  return text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

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
