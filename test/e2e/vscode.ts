import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CACHE } from "./paths.ts";
import { STAND_INS } from "./stand-ins.ts";

/** code-server 4.139.1 carries VS Code 1.139.1: the real server, extension host and workbench, as one npm tarball. */
const CODE_SERVER = "code-server@4.139.1";

/** Built-in extensions that weigh much and that no test of ours needs; the workbench does without them. */
const UNWANTED_EXTENSIONS = [
  "copilot",
  "git",
  "github",
  "github-authentication",
  "ipynb",
  "markdown-language-features",
  "mermaid-chat-features",
  "mermaid-markdown-features",
  "microsoft-authentication",
  "ms-vscode.js-debug",
  "ms-vscode.vscode-js-profile-table",
  "notebook-renderers",
  "simple-browser",
  "terminal-suggest",
  "tunnel-forwarding",
  "typescript-language-features",
];

/** What server, extension host, watcher and workbench load at run time, at the versions VS Code itself asks for. */
const WANTED_DEPENDENCIES = [
  "@microsoft/1ds-core-js",
  "@microsoft/1ds-post-js",
  "@parcel/watcher",
  "@vscode/iconv-lite-umd",
  "@vscode/proxy-agent",
  "@vscode/ripgrep-universal",
  "@vscode/tree-sitter-wasm",
  "@vscode/vscode-languagedetection",
  "@xterm/addon-serialize",
  "@xterm/addon-unicode11",
  "@xterm/headless",
  "cookie",
  "http-proxy-agent",
  "https-proxy-agent",
  "jschardet",
  "minimist",
  "node-pty",
  "undici",
  "vscode-oniguruma",
  "vscode-regexpp",
  "vscode-textmate",
  "ws",
  "yauzl",
  "yazl",
];

/** The folder of a VS Code server that can be started, fetched from npm on first use (about 15 s, 130 MB). */
export function installVscode(): string {
  const home = join(CACHE, CODE_SERVER.replace("@", "-"));
  const vscode = join(home, "package", "lib", "vscode");
  const complete = join(home, "complete");
  if (existsSync(complete)) return vscode;
  console.log(`fetching ${CODE_SERVER} into .vscode-e2e ...`);
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  unpack(home);
  for (const name of UNWANTED_EXTENSIONS) rmSync(join(vscode, "extensions", name), { recursive: true, force: true });
  installDependencies(vscode);
  for (const [name, source] of Object.entries(STAND_INS))
    writePackage(join(vscode, "node_modules", name), name, source);
  writeFileSync(complete, "");
  return vscode;
}

const run = (command: string, args: readonly string[], cwd: string) =>
  execFileSync(command, args, { cwd, stdio: ["ignore", "pipe", "inherit"], encoding: "utf8" });
const npm = (args: readonly string[], cwd: string) =>
  run("npm", [...args, "--loglevel=error", "--no-audit", "--no-fund"], cwd);

function unpack(home: string): void {
  const tarball = npm(["pack", "--silent", CODE_SERVER], home).trim().split("\n").at(-1) as string;
  run("tar", ["xzf", tarball, "package/lib/vscode"], home);
  rmSync(join(home, tarball));
}

/** No install script runs, so nothing is compiled: what would need it is replaced by a stand-in or not needed. */
function installDependencies(vscode: string): void {
  const file = join(vscode, "package.json");
  const manifest = JSON.parse(readFileSync(file, "utf8"));
  const wanted = Object.entries(manifest.dependencies).filter(([name]) => WANTED_DEPENDENCIES.includes(name));
  manifest.dependencies = Object.fromEntries(wanted);
  delete manifest.allowScripts;
  writeFileSync(file, JSON.stringify(manifest));
  npm(["install", "--omit=dev", "--ignore-scripts"], vscode);
  keepOnlyThisPlatform(join(vscode, "node_modules/@vscode/ripgrep-universal/bin"));
  keepOnlyThisPlatform(join(vscode, "node_modules/node-pty/prebuilds"));
}

function keepOnlyThisPlatform(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (name !== `${process.platform}-${process.arch}`) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function writePackage(folder: string, name: string, source: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ name, version: "0.0.0", main: "index.js", type: "commonjs" }),
  );
  writeFileSync(join(folder, "index.js"), source);
}
