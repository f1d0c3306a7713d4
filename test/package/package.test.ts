import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { delimiter, join, relative, sep } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { packCommand, packExtension } from "./pack.ts";
import { built, nodes, ROOT } from "./support.ts";
import { unzip } from "./zip.ts";

const MEGABYTE = 1_000_000;
/** What a package may hold; everything else is for those who work on Wellspent. */
const WANTED =
  /^(package\.json|readme\.md|changelog\.md|license(\.txt)?|(dist|schemas|syntaxes|walkthrough|media|icons)\/.+)$/i;
const UNWANTED = /(\.map|\.ts|\.snap|\.vsix|\.tgz)$|(^|\/)(test|node_modules|generate|fixtures)(\/|\.|$)/;

let folder: string;
let vsix: string;
let tarball: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "wellspent-pack-"));
  if (!built) return;
  vsix = packExtension(folder);
  tarball = packCommand(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Files of the `.vsix` that reach the person, by their path in the extension. */
const extensionFiles = () =>
  new Map(
    [...unzip(readFileSync(vsix))]
      .filter(([name]) => name.startsWith("extension/"))
      .map(([name, bytes]) => [name.slice("extension/".length), bytes]),
  );

/** Files of the npm package, by their path in it. */
function commandFiles(): Map<string, Buffer> {
  const unpacked = join(folder, "unpacked");
  mkdirSync(unpacked, { recursive: true });
  execFileSync("tar", ["xzf", tarball, "-C", unpacked]);
  const root = join(unpacked, "package");
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  const paths = files.map((each) => join(each.parentPath, each.name));
  return new Map(paths.map((path) => [relative(root, path).split(sep).join("/"), readFileSync(path)]));
}

/** Files that a part of the manifest names. */
function filesIn(part: unknown): string[] {
  if (typeof part === "string") return /^(\.\/)?[\w.-]+(\/[\w.-]+)*\.(json|md|svg|png)$/.test(part) ? [part] : [];
  return typeof part === "object" && part !== null ? Object.values(part).flatMap(filesIn) : [];
}

const { main, browser, bin, contributes } = manifest;

describe.skipIf(!built).each([
  [
    "the extension",
    () => vsix,
    extensionFiles,
    [main, browser, ...filesIn(contributes)],
    /^dist\/(cli|check-worker)|-output\.schema/,
  ],
  ["the command", () => tarball, commandFiles, [bin.wellspent], /^(dist\/(web|webview|extension)|syntaxes)/],
])("%s", (_name, archive, list, used, others) => {
  test("is small", () => {
    expect(statSync(archive()).size).toBeLessThan(2 * MEGABYTE);
    expect(statSync(archive()).size).toBeGreaterThan(MEGABYTE / 10);
  });

  test("holds what is used and nothing else", () => {
    const names = [...list().keys()];
    expect(names.filter((name) => !WANTED.test(name) || UNWANTED.test(name))).toEqual([]);
    expect(names.filter((name) => others.test(name))).toEqual([]);
    const lower = names.map((name) => name.toLowerCase());
    for (const path of [...used, "readme.md", "changelog.md"])
      expect(lower).toContain(path.replace(/^\.\//, "").toLowerCase());
    expect(lower.some((name) => name.startsWith("license"))).toBe(true);
  });

  test("says nothing of the machine it was built on", () => {
    const traces = [ROOT, `${homedir()}${sep}`, "sourceMappingURL"];
    for (const [name, bytes] of list())
      for (const trace of traces) expect(bytes.includes(trace), `${name} holds ${trace}`).toBe(false);
  });
});

test.skipIf(!built).each(nodes())(
  "Node %s installs the command into an empty folder and runs it",
  (version, bin) => {
    const empty = mkdtempSync(join(folder, `${version}-`));
    const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` };
    const run = (command: string, ...args: string[]) =>
      execFileSync(command, args, { cwd: empty, env, encoding: "utf8", shell: process.platform === "win32" }).trim();
    expect(run("node", "--version")).toMatch(new RegExp(`^${version}\\.`));
    // Offline, because a package that needs another one would not be whole.
    run("npm", "install", "--offline", "--no-audit", "--no-fund", tarball);
    expect(run("npx", "--offline", "wellspent", "--version")).toContain(manifest.version);
    run("npx", "--offline", "wellspent", "init", "council");
    expect(run("npx", "--offline", "wellspent", "check", "council")).toMatch(/no findings|0 errors|nothing/i);
  },
  120_000,
);
