import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import picomatch from "picomatch";
import { settingsIn } from "./disk-root.ts";
import { kindOfName, neverWalked } from "./names.ts";
import type { FileEntry, FilePath, FileProblem } from "./types.ts";

export interface DiskEntry extends FileEntry {
  readonly size: number;
  /** When its content or its name was last changed, in milliseconds since 1970. */
  readonly changed: number;
  /** Real path, when it is reached through a link. */
  readonly real?: string;
}

export interface DiskListing {
  readonly entries: readonly DiskEntry[];
  readonly problems: readonly { readonly path: FilePath; readonly problem: FileProblem; readonly detail?: string }[];
  /** Linked folders, never followed: what lies inside the project is found under its own name, the rest is not read. */
  readonly linkedFolders: readonly FilePath[];
  /** Folders below that are projects of their own (`root: true`), left out here. */
  readonly nested: readonly FilePath[];
}

type Ignored = (path: FilePath) => boolean;

/**
 * Walks a project (`root` a real path), pausing before each folder so that a server can let others go first. Says how many files have
 * been found by then.
 */
export function* walk(root: string): Generator<number, DiskListing> {
  const entries: DiskEntry[] = [];
  const problems: { path: FilePath; problem: FileProblem; detail?: string }[] = [];
  const nested: FilePath[] = [];
  const linkedFolders: FilePath[] = [];
  const links: FilePath[] = [];
  const waiting: { path: FilePath; ignored: readonly Ignored[] }[] = [{ path: "", ignored: [] }];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    yield entries.length;
    const absolute = join(root, folder.path);
    let found: Dirent[];
    try {
      found = readdirSync(absolute, { withFileTypes: true });
    } catch (error) {
      problems.push({ path: folder.path || ".", problem: "unreadable", detail: reasonOf(error) });
      continue;
    }
    let ignored = folder.ignored;
    if (found.some((each) => kindOfName(each.name) === "settings" && !each.isDirectory())) {
      const settings = settingsIn(absolute);
      if (settings?.root && folder.path !== "") {
        nested.push(folder.path);
        continue;
      }
      if (settings !== undefined && settings.ignore.length > 0)
        ignored = [...ignored, ignoredBy(folder.path, settings.ignore)];
    }
    for (const each of found) {
      const path = folder.path === "" ? each.name : `${folder.path}/${each.name}`;
      const isOurs = kindOfName(each.name) !== undefined;
      if (!isOurs && each.isFile()) continue;
      if (each.isDirectory() && neverWalked.has(each.name)) continue;
      if (ignored.some((matches) => matches(path))) continue;
      if (each.isDirectory()) {
        if (isOurs) problems.push({ path, problem: "not-a-file", detail: "folder" });
        waiting.push({ path, ignored });
      } else if (each.isSymbolicLink()) {
        links.push(path);
      } else if (each.isFile()) {
        try {
          const stat = statSync(`${absolute}/${each.name}`, { throwIfNoEntry: false });
          if (stat !== undefined) entries.push(entryOf(path, stat));
        } catch (error) {
          problems.push({ path, problem: "unreadable", detail: reasonOf(error) });
        }
      } else if (isOurs) problems.push({ path, problem: "not-a-file", detail: "device or pipe" });
    }
  }
  const known = new Set(entries.map((entry) => entry.path));
  for (const path of links) {
    const target = follow(root, path);
    if (target.kind === "folder") linkedFolders.push(path);
    else if (kindOfName(path) === undefined) continue;
    else if (target.kind === "problem") problems.push({ path, problem: target.problem, detail: target.detail });
    else if (!known.has(target.path)) {
      known.add(target.path);
      entries.push({ ...entryOf(path, target.stat), real: join(root, target.path) });
    }
  }
  const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : 1);
  return {
    entries: entries.sort(byPath),
    problems: problems.sort(byPath),
    linkedFolders: linkedFolders.sort(),
    nested: nested.sort(),
  };
}

const entryOf = (path: FilePath, stat: Stats): DiskEntry => ({
  path,
  stamp: `${stat.size}-${stat.mtimeMs}-${stat.ctimeMs}-${stat.ino}`,
  size: stat.size,
  changed: Math.max(stat.mtimeMs, stat.ctimeMs),
});

function ignoredBy(folder: FilePath, globs: readonly string[]): Ignored {
  const within = folder === "" ? "" : `${folder}/`;
  // A folder is left out by its own name, by `name/` and by `name/**` alike.
  const matches = picomatch(
    globs.flatMap((glob) => [glob, glob.replace(/\/(\*\*)?$/, "")]),
    { dot: true },
  );
  return (path) => path.startsWith(within) && matches(path.slice(within.length));
}

type Target =
  | { kind: "file"; path: FilePath; stat: Stats }
  | { kind: "folder" }
  | { kind: "problem"; problem: FileProblem; detail: string };

/** Where a link leads. A project is never left: a target outside it is not even asked for its kind, save whether it is a folder. */
function follow(root: string, path: FilePath): Target {
  try {
    const real = realpathSync(join(root, path));
    const stat = statSync(real);
    if (stat.isDirectory()) return { kind: "folder" };
    if (!isInside(root, real))
      return { kind: "problem", problem: "outside-project", detail: "the link leads out of the project" };
    if (!stat.isFile()) return { kind: "problem", problem: "not-a-file", detail: "device or pipe" };
    return { kind: "file", path: relative(root, real).split(sep).join("/"), stat };
  } catch (error) {
    return { kind: "problem", problem: "unreadable", detail: reasonOf(error) };
  }
}

/** Whether a real path lies in a folder, itself a real path. */
export function isInside(root: string, real: string): boolean {
  const way = relative(root, real);
  return way !== ".." && !way.startsWith(`..${sep}`) && !/^([a-zA-Z]:|[\\/])/.test(way);
}

/** Why the disk refused, in plain words. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "EACCES" || code === "EPERM") return "you have no permission to read it";
  if (code === "ENOENT") return "the link leads to nothing";
  if (code === "ELOOP") return "the link leads back to itself";
  if (code === "EMFILE" || code === "ENFILE") return "too many files are open on this machine";
  return `the disk answered ${code ?? "nothing"}`;
}
