/**
 * Reads a project as it stood in an earlier commit. Read-only: git is asked for objects it has, never for the work tree, without a shell,
 * without hooks or filters, without the network.
 */
import { execFileSync } from "node:child_process";
import { realpathSync } from "node:fs";
import { relative, sep } from "node:path";
import { decode } from "../workspace/decode.ts";
import { baseName, folderOf, kindOfName } from "../workspace/names.ts";
import { settingsHead } from "../workspace/settings-head.ts";
import { type FileContent, type FilePath, largestFile } from "../workspace/types.ts";
import { exitCodes, UsageError } from "./exit-codes.ts";

/** A commit, and the folder of the repository it belongs to. */
export interface Commit {
  readonly repository: string;
  /** Full name. */
  readonly id: string;
  /** As the user wrote it: `main`, `HEAD~3`. */
  readonly written: string;
}

/** Room for the list of a very large repository. */
const mostOutput = 256 * 1024 * 1024;

/** The commit that a revision names, seen from a folder. Says plainly when there is no git, no repository or no such revision. */
export function commitAt(folder: string, revision: string): Commit {
  // What begins with a hyphen would be an option; git allows no such name for a branch or tag.
  if (revision.startsWith("-") || revision.trim() === "")
    throw new UsageError(`"${revision}" is no revision. Write a branch, a tag or a commit, such as main or HEAD~1.`);
  const top = ask(folder, ["rev-parse", "--show-toplevel"]);
  if (!top.ok)
    throw new UsageError(
      /dubious ownership/.test(top.said)
        ? `git does not trust the repository of ${folder}: it belongs to another user. \`git config --global --add safe.directory\` says it is safe.`
        : `${folder} is not in a git repository, so there is no earlier state to compare with.`,
    );
  const repository = realpathSync(text(top.out).trim());
  const found = ask(repository, ["rev-parse", "--verify", "--quiet", `${revision}^{commit}`]);
  if (!found.ok)
    throw new UsageError(
      `The repository has no revision "${revision}". Write a branch, a tag or a commit, such as main or HEAD~1. A shallow clone may lack it: \`git fetch --unshallow\` brings it.`,
    );
  return { repository, id: text(found.out).trim(), written: revision };
}

/** Every file of a project at a commit, as a walk of the disk would have found it: `root` is a real path inside the repository. */
export function filesAt(commit: Commit, root: string): readonly (readonly [FilePath, FileContent])[] {
  const inside = relative(commit.repository, root).split(sep).join("/");
  const prefix = inside === "" ? "" : `${inside}/`;
  const listed = ask(commit.repository, [
    "ls-tree",
    "-r",
    "-z",
    "--full-tree",
    commit.id,
    "--",
    ...(prefix === "" ? [] : [prefix]),
  ]);
  if (!listed.ok) throw unreadable(commit);
  const blobs = text(listed.out)
    .split("\0")
    .flatMap((line) => entryOf(line, prefix));
  const contents = contentsOf(commit, blobs);
  const files = blobs.map(
    ({ path, blob }) => [path, contents.get(blob) ?? ({ kind: "problem", problem: "unreadable" } as const)] as const,
  );
  return withoutNested(files);
}

interface Blob {
  readonly path: FilePath;
  readonly blob: string;
}

/** `100644 blob <name>\t<path>`: ours by name, no links, not in a folder that never holds specs. */
function entryOf(line: string, prefix: string): readonly Blob[] {
  const tab = line.indexOf("\t");
  const [mode = "", type, blob = ""] = line.slice(0, tab).split(" ");
  const path = line.slice(tab + 1 + prefix.length);
  if (tab === -1 || type !== "blob" || !mode.startsWith("100") || kindOfName(path) === undefined) return [];
  return /(?:^|\/)(?:node_modules|\.wellspent-cache)\//.test(path) ? [] : [{ path, blob }];
}

/** Every blob read in one run of git. */
function contentsOf(commit: Commit, blobs: readonly Blob[]): ReadonlyMap<string, FileContent> {
  const wanted = [...new Set(blobs.map(({ blob }) => blob))];
  const contents = new Map<string, FileContent>();
  if (wanted.length === 0) return contents;
  const read = ask(commit.repository, ["cat-file", "--batch"], `${wanted.join("\n")}\n`);
  if (!read.ok) throw unreadable(commit);
  let at = 0;
  for (const blob of wanted) {
    const end = read.out.indexOf(10, at);
    const [, type, size] = text(read.out.subarray(at, end)).split(" ");
    at = end + 1;
    // A partial clone left it behind; to go on would show everything in it as new.
    if (type !== "blob") throw unreadable(commit);
    const bytes = read.out.subarray(at, at + Number(size));
    at += Number(size) + 1;
    contents.set(blob, bytes.length > largestFile ? { kind: "problem", problem: "too-large" } : decode(bytes));
  }
  return contents;
}

/** Folders below that were projects of their own then (`root: true`) are left out, as on disk. */
function withoutNested(
  files: readonly (readonly [FilePath, FileContent])[],
): readonly (readonly [FilePath, FileContent])[] {
  const nested = files.flatMap(([path, content]) =>
    kindOfName(path) === "settings" &&
    baseName(path) !== path &&
    content.kind === "text" &&
    settingsHead(content.text).root
      ? [`${folderOf(path)}/`]
      : [],
  );
  return nested.length === 0 ? files : files.filter(([path]) => !nested.some((folder) => path.startsWith(folder)));
}

type Answer = { readonly ok: true; readonly out: Buffer } | { readonly ok: false; readonly said: string };

function ask(folder: string, args: readonly string[], input = ""): Answer {
  try {
    const out = execFileSync("git", ["-C", folder, "--no-pager", "--literal-pathspecs", ...args], {
      input,
      env: quiet(process.env),
      maxBuffer: mostOutput,
      stdio: ["pipe", "pipe", "pipe"],
      windowsHide: true,
    });
    return { ok: true, out };
  } catch (error) {
    const { code, stderr } = error as NodeJS.ErrnoException & { stderr?: Buffer };
    if (code === "ENOENT")
      throw new UsageError("git is not installed here, so no earlier state can be read.", exitCodes.unreadable);
    return { ok: false, said: stderr === undefined ? "" : text(stderr) };
  }
}

/**
 * No prompt, no lock, no download of what a partial clone left out, whatever the repository's own settings say; a repository named by the
 * surroundings (a hook) is not taken for this one.
 */
function quiet({
  GIT_DIR: _dir,
  GIT_WORK_TREE: _tree,
  GIT_INDEX_FILE: _index,
  ...env
}: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return {
    ...env,
    GIT_TERMINAL_PROMPT: "0",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_NO_LAZY_FETCH: "1",
    GIT_ALLOW_PROTOCOL: "none",
    LC_ALL: "C",
  };
}

const text = (bytes: Buffer): string => bytes.toString("utf8");

const unreadable = ({ written }: Commit): UsageError =>
  new UsageError(
    `git could not read the files of "${written}": this clone may hold only a part of them, and none is fetched.`,
    exitCodes.unreadable,
  );
