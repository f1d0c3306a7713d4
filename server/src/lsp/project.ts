import { createSession } from "../analysis/session.ts";
import type { ProjectSession, Snapshot } from "../analysis/types.ts";
import { folderOf, settingsNames } from "../workspace/names.ts";
import type { FileContent, FilePath, FileSystem } from "../workspace/types.ts";
import type { Host } from "./host.ts";
import { pathIn, uriOf } from "./uris.ts";

/** How long reading may hold the thread before the editor's requests go first, in milliseconds. */
const turn = 10;
/** How long an editor may take from being greeted to asking about what is open, in milliseconds: the walk through the folders comes after. */
const greeting = 25;
/** Files read from the disk at a time. */
const batch = 50;

/** One project as the editor sees it: files of the disk with the texts of open editors laid over them. */
export class Project {
  readonly root: string;
  readonly #files: FileSystem;
  readonly #session: ProjectSession;
  readonly #open = new Map<FilePath, string>();
  readonly #uris = new Map<FilePath, string>();
  /** The same the other way round. */
  readonly #paths = new Map<string, FilePath>();
  /** Folders whose own settings are read, or are being read, ahead of the rest. */
  readonly #settled = new Map<FilePath, Promise<void>>();
  #stopped = false;
  #loaded = false;
  #loading: Promise<void> = Promise.resolve();

  constructor(root: string, host: Host) {
    this.root = root;
    this.#files = host.openFolder(root);
    this.#session = createSession({ asOf: host.today() });
  }

  /** Takes in the whole project. Until it is done, missing and unused ids are not reported. */
  load(report: (done: number, total: number) => void = () => undefined): Promise<void> {
    this.#loading = this.#load(report);
    return this.#loading;
  }

  async #load(report: (done: number, total: number) => void): Promise<void> {
    // An editor opens a document and asks about it as soon as it is greeted: that goes first.
    await new Promise<void>((resolve) => setTimeout(resolve, greeting));
    const { entries, problems } = await this.#files.list();
    for (const { path, problem, detail } of problems) this.#session.setProblem(path, problem, detail);
    let since = performance.now();
    for (let from = 0; from < entries.length; from += batch) {
      const read: [FilePath, FileContent][] = [];
      for (const { path } of entries.slice(from, from + batch))
        if (!this.#open.has(path)) read.push([path, await this.#files.read(path)]);
      for (const entry of read) {
        if (performance.now() - since > turn) {
          await new Promise<void>((resolve) => setTimeout(resolve, 0));
          since = performance.now();
        }
        if (this.#stopped) return;
        // A file opened while its disk copy was being read: the editor's text stands.
        if (!this.#open.has(entry[0])) this.#session.load([entry]);
      }
      report(Math.min(from + batch, entries.length), entries.length);
    }
    this.#loaded = true;
    this.#session.setComplete(true);
  }

  /** Reads the settings that a file is under ahead of the rest: by others it would be found wanting in what they say. */
  async readSettings(path: FilePath): Promise<void> {
    if (this.#loaded) return;
    const folders: FilePath[] = [];
    for (let folder = folderOf(path); ; folder = folderOf(folder)) {
      folders.push(folder);
      if (folder === "") break;
    }
    await Promise.all(
      folders.map((folder) => {
        const reading = this.#settled.get(folder) ?? this.#readSettingsIn(folder);
        this.#settled.set(folder, reading);
        return reading;
      }),
    );
  }

  async #readSettingsIn(folder: FilePath): Promise<void> {
    for (const name of settingsNames) {
      const path = folder === "" ? name : `${folder}/${name}`;
      if (this.#open.has(path)) continue;
      const content = await this.#files.read(path);
      if (content.kind === "text" && !this.#open.has(path)) this.#session.setFile(path, content.text, false);
    }
  }

  /** Nobody wants it any more: what is still being read is left unread. */
  stop(): void {
    this.#stopped = true;
  }

  pathOf(uri: string): FilePath | undefined {
    // An open document is asked about many times at every key.
    return this.#paths.get(uri) ?? pathIn(this.root, uri);
  }

  /** The editor's own spelling of a URI where it has one open. */
  uriOf(path: FilePath): string {
    return this.#uris.get(path) ?? uriOf(this.root, path);
  }

  isOpen(path: FilePath): boolean {
    return this.#open.has(path);
  }

  edit(uri: string, path: FilePath, text: string): void {
    this.#open.set(path, text);
    this.#uris.set(path, uri);
    this.#paths.set(uri, path);
    this.#session.setFile(path, text);
  }

  async close(path: FilePath): Promise<void> {
    this.#open.delete(path);
    this.#paths.delete(this.uriOf(path));
    this.#uris.delete(path);
    await this.reread(path);
  }

  /** A file changed, appeared or went on disk. */
  async reread(path: FilePath): Promise<void> {
    if (this.#open.has(path)) return;
    const content = await this.#files.read(path);
    if (this.#open.has(path)) return;
    if (content.kind === "text") this.#session.setFile(path, content.text, false);
    else if (content.problem === "vanished") this.#session.setFile(path, undefined);
    else this.#session.setProblem(path, content.problem, content.detail);
  }

  /** Files that were known to lie in any of some folders, however deep. */
  filesUnder(folders: ReadonlySet<FilePath>): readonly FilePath[] {
    return this.snapshot().files.filter((path) => {
      for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1))
        if (folders.has(path.slice(0, at))) return true;
      return false;
    });
  }

  /** Takes in files that nobody told of. True when there were any. */
  async findUntold(): Promise<boolean> {
    await this.#loading;
    const { entries } = await this.#files.list();
    const known = new Set(this.snapshot().files);
    const untold = entries.filter(({ path }) => !known.has(path));
    await Promise.all(untold.map(({ path }) => this.reread(path)));
    return untold.length > 0;
  }

  snapshot(): Snapshot {
    return this.#session.snapshot();
  }
}
