import { realpathSync, statSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { type DiskListing, findRoot, listDisk, readListed } from "../workspace/disk.ts";
import { baseName, kindOfName } from "../workspace/names.ts";
import type { FilePath } from "../workspace/types.ts";
import { UsageError } from "./exit-codes.ts";
import type { Notice } from "./result.ts";

/** Text that stands in for a file of the disk (standard input). */
export interface Overlay {
  readonly path: FilePath;
  readonly text: string;
}

/** A project as the command line sees it: all its files, and those that the user asked about. */
export interface Project {
  /** Real path. */
  readonly root: string;
  readonly listing: DiskListing;
  /** Asked about, in order. Everything else is read too, because a finding may rest on it. */
  readonly chosen: ReadonlySet<FilePath>;
  /** True of a path that was asked about, also of a file that is no longer there. */
  readonly asks: (path: FilePath) => boolean;
  readonly overlay: Overlay | undefined;
  /** Path relative to the working directory. */
  readonly show: (path: FilePath) => string;
  readonly text: (path: FilePath) => string | undefined;
}

interface Asked {
  /** Real path. */
  readonly path: string;
  /** As the user wrote it. */
  readonly written: string;
  readonly folder: boolean;
}

/** The projects that hold the paths asked about (the working directory when there are none), each walked once. `reach` is told of a root how many files have been found so far. */
export function openProjects(
  paths: readonly string[],
  overlay?: { readonly file: string; readonly text: string },
  reach?: (root: string, files: number) => void,
): {
  readonly projects: readonly Project[];
  readonly notices: readonly Notice[];
} {
  const asked = (overlay ? [overlay.file] : paths.length === 0 ? ["."] : paths).map((path) =>
    locate(path, overlay !== undefined),
  );
  const byRoot = new Map<string, Asked[]>();
  for (const each of asked) push(byRoot, findRoot(existing(each)), each);
  const projects: Project[] = [];
  const notices: Notice[] = [];
  const waiting = [...byRoot];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const [root, wanted] = next;
    const listing = listDisk(root, reach && ((found) => reach(root, found)));
    const laid = overlay && { path: inside(root, (wanted[0] as Asked).path), text: overlay.text };
    const project = openProject(root, listing, wanted, laid);
    projects.push(project);
    notices.push(...noticesOf(project, wanted));
    // A folder that was asked about may hold projects of their own: they are checked too, each by its own settings.
    for (const path of listing.nested) {
      const folder = join(root, path);
      const within = wanted.filter((each) => each.folder && isBelow(each.path, folder));
      if (within.length > 0 && !byRoot.has(folder))
        waiting.push([folder, [{ path: folder, written: project.show(path), folder: true }]]);
    }
  }
  return { projects: projects.sort((a, b) => (a.root < b.root ? -1 : 1)), notices };
}

function push(map: Map<string, Asked[]>, key: string, value: Asked): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

/** Where a path written by the user is; a file of standard input need not exist, its folder must. */
function locate(written: string, mayBeMissing: boolean): Asked {
  try {
    const path = realpathSync(written);
    return { path, written, folder: statSync(path).isDirectory() };
  } catch {
    if (mayBeMissing) {
      const folder = locate(join(written, ".."), false);
      return { path: join(folder.path, baseName(resolve(written).split(sep).join("/"))), written, folder: false };
    }
    throw new UsageError(`There is no file or folder "${written}".`);
  }
}

const existing = (asked: Asked): string => {
  const found = statSync(asked.path, { throwIfNoEntry: false });
  return found === undefined ? join(asked.path, "..") : asked.path;
};

const inside = (root: string, path: string): FilePath => relative(root, path).split(sep).join("/");
const isBelow = (folder: string, path: string): boolean =>
  folder === path || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);

function openProject(
  root: string,
  listing: DiskListing,
  wanted: readonly Asked[],
  overlay: Overlay | undefined,
): Project {
  const entries = new Map(listing.entries.map((entry) => [entry.path, entry]));
  const paths = [...entries.keys(), ...listing.problems.map((each) => each.path), ...(overlay ? [overlay.path] : [])];
  const isWhole = wanted.some((each) => each.folder && isBelow(each.path, root));
  const isWanted = (absolute: string): boolean =>
    wanted.some((each) => (each.folder ? isBelow(each.path, absolute) : each.path === absolute));
  const chosen = new Set([...new Set(paths)].sort().filter((path) => isWhole || isWanted(join(root, path))));
  return {
    root,
    listing,
    chosen,
    asks: (path) => isWhole || isWanted(join(root, path)),
    overlay,
    show: shownFrom(workingFolder(), root),
    text(path) {
      if (path === overlay?.path) return overlay.text;
      const entry = entries.get(path);
      const content = entry === undefined ? undefined : readListed(root, entry);
      return content?.kind === "text" ? content.text : undefined;
    },
  };
}

/** Undefined when somebody has deleted it meanwhile. */
function workingFolder(): string | undefined {
  try {
    return realpathSync(process.cwd());
  } catch {
    return undefined;
  }
}

/** Paths of a project as they are called from a working directory. Asked of every file and every finding. */
function shownFrom(cwd: string | undefined, root: string): (path: FilePath) => string {
  if (cwd === undefined) return (path) => join(root, path).split(sep).join("/");
  const show = (path: FilePath): string => relative(cwd, join(root, path)).split(sep).join("/") || ".";
  const base = relative(cwd, root).split(sep).join("/");
  if (base.startsWith("..")) return show;
  const start = base === "" ? "" : `${base}/`;
  return (path) => (path === "" || path.startsWith(".") ? show(path) : `${start}${path}`);
}

function noticesOf(project: Project, wanted: readonly Asked[]): Notice[] {
  const notices: Notice[] = [];
  for (const { path, written, folder } of wanted) {
    const own = inside(project.root, path);
    if (folder || project.chosen.has(own)) continue;
    const message =
      kindOfName(own) === undefined
        ? "not checked: its name is not one of ours, such as name.intervention.yaml or name.study.yaml"
        : "not checked: it is left out by `ignore` in wellspent.yaml, or lies in a folder that never holds specs";
    notices.push({ path: written, message, incomplete: false });
  }
  for (const path of project.listing.linkedFolders)
    if (wanted.some((each) => each.folder && isBelow(each.path, join(project.root, path))))
      notices.push({
        path: project.show(path),
        message:
          "a link to a folder, not followed: what lies in the project is checked under its own name, the rest is not read",
        incomplete: false,
      });
  return notices;
}
