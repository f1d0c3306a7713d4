import picomatch from "picomatch";
import { decode } from "./decode.ts";
import { folderOf, kindOfName, neverWalked, settingsNames } from "./names.ts";
import { settingsHead } from "./settings-head.ts";
import type { FileContent, FileEntry, FilePath, FileProblem, FileSystem } from "./types.ts";

/** What a name in a folder stands for. */
export type RemoteKind = "file" | "folder" | "link" | "other";

/** Files that somebody else holds: an editor in a browser, asked by messages. Addresses are URIs without percent-encoding. */
export interface RemoteFiles {
  /** Names in a folder; undefined when there is no such folder or it is not for us. */
  list(folder: string): Promise<readonly (readonly [name: string, kind: RemoteKind])[] | undefined>;
  /** The bytes of a file, or why there are none. */
  read(file: string): Promise<Uint8Array | "vanished" | "unreadable">;
}

type Problem = { readonly path: FilePath; readonly problem: FileProblem; readonly detail?: string };
type Ignored = (path: FilePath) => boolean;
interface Folder {
  readonly path: FilePath;
  readonly ignored: readonly Ignored[];
}

/**
 * Folder of the project that a document belongs to: that of the nearest settings file with `root: true`, else the
 * nearest that holds `.git`, else the opened folder. Nothing above the opened folder is asked for; a document outside
 * every opened folder belongs to its own.
 */
export async function findRemoteRoot(
  files: RemoteFiles,
  document: string,
  openedFolders: readonly string[],
): Promise<string> {
  const own = folderOf(document);
  const opened = openedFolders
    .filter((folder) => own === folder || own.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0];
  if (opened === undefined) return own;
  let repository: string | undefined;
  for (let folder = own; ; folder = folderOf(folder)) {
    const names = (await files.list(folder)) ?? [];
    if ((await headOf(files, folder, names))?.root) return folder;
    if (repository === undefined && names.some(([name]) => name === ".git")) repository = folder;
    if (folder === opened) return repository ?? opened;
  }
}

/** A project behind messages. One level of folders is asked for at once, because every answer takes its way. */
export function remoteFileSystem(files: RemoteFiles, root: string): FileSystem {
  const at = (path: FilePath): string => (path === "" ? root : `${root}/${path}`);
  return {
    async list() {
      const entries: FileEntry[] = [];
      const problems: Problem[] = [];
      let level: Folder[] = [{ path: "", ignored: [] }];
      while (level.length > 0) {
        const found = await Promise.all(level.map((folder) => look(files, at, folder)));
        level = found.flatMap((each) => each.folders);
        entries.push(...found.flatMap((each) => each.entries));
        problems.push(...found.flatMap((each) => each.problems));
      }
      const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : 1);
      return { entries: entries.sort(byPath), problems: problems.sort(byPath) };
    },
    async read(path): Promise<FileContent> {
      const bytes = await files.read(at(path));
      return typeof bytes === "string" ? { kind: "problem", problem: bytes } : decode(bytes);
    },
  };
}

interface Looked {
  readonly folders: Folder[];
  readonly entries: FileEntry[];
  readonly problems: Problem[];
}

/** One folder of the project: its files with names of ours, and the folders to look into next. */
async function look(files: RemoteFiles, at: (path: FilePath) => string, folder: Folder): Promise<Looked> {
  const looked: Looked = { folders: [], entries: [], problems: [] };
  const names = await files.list(at(folder.path));
  if (names === undefined) {
    // A document outside every opened folder: what is beside it is not for us, and the editor's text is all there is.
    if (folder.path !== "")
      looked.problems.push({ path: folder.path, problem: "unreadable", detail: "the editor could not list it" });
    return looked;
  }
  let ignored = folder.ignored;
  const head = await headOf(files, at(folder.path), names);
  // A project of its own.
  if (head?.root && folder.path !== "") return looked;
  if (head !== undefined && head.ignore.length > 0) ignored = [...ignored, ignoredBy(folder.path, head.ignore)];
  for (const [name, kind] of names) {
    const path = folder.path === "" ? name : `${folder.path}/${name}`;
    if (ignored.some((matches) => matches(path))) continue;
    if (kind === "folder") {
      if (!neverWalked.has(name)) looked.folders.push({ path, ignored });
    } else if (kindOfName(name) === undefined) continue;
    else if (kind === "file") looked.entries.push({ path, stamp: "" });
    else if (kind === "link")
      looked.problems.push({
        path,
        problem: "unreadable",
        detail: "it is a link, and here nobody sees where it leads",
      });
    else looked.problems.push({ path, problem: "not-a-file", detail: "device or pipe" });
  }
  return looked;
}

/** What the settings file among the names of a folder says before anything else. */
async function headOf(files: RemoteFiles, folder: string, names: readonly (readonly [string, RemoteKind])[]) {
  const name = settingsNames.find((each) => names.some(([found, kind]) => found === each && kind === "file"));
  if (name === undefined) return undefined;
  const bytes = await files.read(`${folder}/${name}`);
  const content = typeof bytes === "string" ? undefined : decode(bytes);
  return content?.kind === "text" ? settingsHead(content.text) : undefined;
}

/** Globs of a settings file, relative to its folder. A folder is left out by its own name, by `name/` and by `name/**` alike. */
function ignoredBy(folder: FilePath, globs: readonly string[]): Ignored {
  const within = folder === "" ? "" : `${folder}/`;
  const matches = picomatch(
    globs.flatMap((glob) => [glob, glob.replace(/\/(\*\*)?$/, "")]),
    { dot: true },
  );
  return (path) => path.startsWith(within) && matches(path.slice(within.length));
}
