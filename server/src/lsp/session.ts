import { type Connection, FileChangeType, type FileEvent, type Position, TextDocuments } from "vscode-languageserver";
import type { Snapshot } from "../analysis/types.ts";
import { isNeverWalked, kindOfName } from "../workspace/names.ts";
import type { FilePath } from "../workspace/types.ts";
import { type Client, readClient } from "./capabilities.ts";
import type { Host } from "./host.ts";
import { withProgress } from "./progress.ts";
import { Project } from "./project.ts";
import { Settling } from "./settling.ts";
import { TypedDocument } from "./typed-document.ts";
import { normalise, placed } from "./uris.ts";
import { watchFiles } from "./watch.ts";

/** One moment of a project, as a request sees it. */
export interface SeenProject {
  /** URI of its folder. */
  readonly root: string;
  readonly snapshot: Snapshot;
  readonly client: Client;
  uriOf(path: FilePath): string;
  /** Undefined for what lies outside the project. */
  pathOf(uri: string): FilePath | undefined;
  /** Version of an open document; null for a file that only lies on disk. */
  versionOf(path: FilePath): number | null;
}

/** One of its documents. */
export interface Seen extends SeenProject {
  readonly path: FilePath;
  offsetAt(position: Position): number;
}

/** What happened, beyond that some file changed. */
export interface Change {
  /** Answers given before may no longer hold, whatever they were about: the project's index is complete. */
  readonly all?: boolean;
  /** A document that the editor has closed. */
  readonly closed?: string;
}

/** All that changes while the server runs. Only notifications from the editor change it. */
export class Session {
  readonly #documents = new TextDocuments<TypedDocument>({
    create: (uri, languageId, version, text) => new TypedDocument(uri, languageId, version, text),
    update: (document, changes, version) => document.update(changes, version),
  });
  readonly #projects = new Map<string, Project>();
  /** Which project each open document or folder belongs to, once known. */
  readonly #owners = new Map<string, Promise<Project>>();
  /** Documents typed in since somebody last asked, each with its project. */
  readonly #edited = new Map<string, Project>();
  /** Projects in which files or folders came or went. */
  readonly #moved = new Settling<Project>((projects) => this.#look(new Set(projects)));
  readonly #host: Host;
  readonly #connection: Connection;
  #folders: readonly string[] = [];
  #changed: (change: Change) => void = () => undefined;
  client: Client = readClient({});

  constructor(connection: Connection, host: Host) {
    this.#connection = connection;
    this.#host = host;
  }

  setFolders(folders: readonly string[]): void {
    this.#folders = folders.map(normalise);
  }

  /** The conversation has begun: takes in the projects of the opened folders, whether or not one of their files is open. */
  start(): void {
    this.#readFolders();
    watchFiles(this.#connection, this.client).catch(this.failed);
    if (!this.client.folderChanges) return;
    this.#connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => normalise(uri)));
      this.#folders = [...this.#folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => normalise(uri))];
      this.#moveDocuments()
        .then(() => this.#changed({ all: true }))
        .catch(this.failed);
    });
  }

  /** Folders came or went: documents go to the project they belong to now, and projects that nothing is open of are let go. */
  async #moveDocuments(): Promise<void> {
    this.#flush();
    const before = new Map(this.#owners);
    this.#owners.clear();
    this.#readFolders();
    for (const document of this.#documents.all()) {
      const [old, now] = await Promise.all([before.get(document.uri), this.#own(document.uri)]);
      if (old === now) continue;
      const path = old?.pathOf(document.uri);
      if (path !== undefined) await old?.close(path);
      this.#edit(now, document);
    }
    await this.#unload();
  }

  /** Lets go of every project that belongs to no opened folder and of which no document is open. */
  async #unload(): Promise<void> {
    const owners = await Promise.allSettled(this.#owners.values());
    const needed = new Set(owners.map((owner) => (owner.status === "fulfilled" ? owner.value : undefined)));
    const isOpened = (root: string): boolean => this.#folders.some((folder) => root.startsWith(`${folder}/`));
    for (const [root, project] of this.#projects)
      if (!needed.has(project) && !isOpened(root)) {
        project.stop();
        this.#projects.delete(root);
      }
  }

  #readFolders(): void {
    for (const folder of this.#folders) this.#own(`${folder}/wellspent.yaml`).catch(this.failed);
  }

  /** `changed` is called after every change, once the project has it. */
  listen(changed: (change: Change) => void): void {
    this.#changed = changed;
    this.#documents.onDidChangeContent(({ document }) => {
      this.#own(document.uri)
        .then((project) => {
          this.#edited.set(document.uri, project);
          changed({});
        })
        .catch(this.failed);
    });
    this.#documents.onDidClose(({ document }) => {
      this.#own(document.uri)
        .then(async (project) => {
          this.#owners.delete(document.uri);
          this.#edited.delete(document.uri);
          const path = project.pathOf(document.uri);
          if (path !== undefined) await project.close(path);
          await this.#unload();
          changed({ closed: document.uri });
        })
        .catch(this.failed);
    });
    this.#connection.onDidChangeWatchedFiles(({ changes }) => {
      Promise.all([...this.#projects.values()].flatMap((project) => this.#reread(project, changes)))
        .then((done) => {
          if (done.length > 0) changed({});
        })
        .catch(this.failed);
    });
    this.#documents.listen(this.#connection);
  }

  /** Keeps the reason of what went wrong where nobody waits for an answer. */
  readonly failed = (reason: unknown): void =>
    this.#connection.console.error(reason instanceof Error ? (reason.stack ?? reason.message) : String(reason));

  #reread(project: Project, changes: readonly FileEvent[]): Promise<void>[] {
    const paths: FilePath[] = [];
    // Of a folder that came or went with all its files, an editor tells the folder only.
    const gone = new Set<FilePath>();
    let came = false;
    for (const { uri, type } of changes) {
      const path = project.pathOf(uri);
      if (path === undefined || isNeverWalked(path)) continue;
      came ||= type === FileChangeType.Created;
      if (kindOfName(path) !== undefined) paths.push(path);
      else if (type === FileChangeType.Deleted) gone.add(path);
    }
    const under = gone.size === 0 ? [] : project.filesUnder(gone);
    if (came || under.length > 0) this.#moved.add(project);
    return [...paths, ...under].map((path) => project.reread(path));
  }

  /** Editors miss a file that is written, or moved along, right after the folder it lies in: there may be more than was told. */
  async #look(projects: ReadonlySet<Project>): Promise<void> {
    try {
      const found = await Promise.all([...projects].map((project) => project.findUntold()));
      if (found.includes(true)) this.#changed({});
    } catch (reason) {
      this.failed(reason);
    }
  }

  /** The conversation is over. */
  stop(): void {
    this.#moved.stop();
  }

  /** Hands on what was typed. Keys come faster than anybody asks what they did: of a burst only the last text is parsed. */
  #flush(): void {
    for (const [uri, project] of this.#edited) {
      const document = this.#documents.get(uri);
      if (document !== undefined) this.#edit(project, document);
    }
    this.#edited.clear();
  }

  #edit(project: Project, document: TypedDocument): void {
    const path = project.pathOf(document.uri);
    const latest = this.#documents.get(document.uri);
    if (path !== undefined && latest !== undefined) project.edit(document.uri, path, latest.getText());
  }

  /** The project of a document, begun when first met. Its files are read in the background. */
  #own(uri: string): Promise<Project> {
    const known = this.#owners.get(uri);
    if (known !== undefined) return known;
    const owner = this.#host.findRoot(placed(uri, this.#folders), this.#folders).then((found) => {
      const root = normalise(found);
      const begun = this.#projects.get(root);
      if (begun !== undefined) return begun;
      const project = new Project(root, this.#host);
      this.#projects.set(root, project);
      withProgress(this.#connection, "Wellspent: reading specs", (report) => project.load(report)).then(
        () => this.#changed({ all: true }),
        (reason: unknown) => {
          this.#projects.delete(root);
          this.failed(reason);
        },
      );
      return project;
    });
    this.#owners.set(uri, owner);
    // What failed once may do another time: the folder may be there again.
    owner.catch(() => this.#owners.delete(uri));
    return owner;
  }

  /** What a request about a document reads. Undefined for documents outside every project. */
  async see(uri: string): Promise<Seen | undefined> {
    const document = this.#documents.get(uri);
    if (document === undefined) {
      this.#flush();
      return this.#seeClosed(uri);
    }
    const project = await this.#own(uri);
    const path = project.pathOf(uri);
    if (path !== undefined) await project.readSettings(path);
    this.#flush();
    if (path === undefined) return undefined;
    // The first request may come before the opening was carried over to the project.
    if (project.snapshot().text(path) !== document.getText()) project.edit(uri, path, document.getText());
    return this.#seen(project, path);
  }

  /** Every project that is known, as it is now. */
  projects(): readonly SeenProject[] {
    this.#flush();
    return [...this.#projects.values()].map((project) => this.#seenProject(project));
  }

  /** Every open document that belongs to a project. */
  async openDocuments(): Promise<readonly Seen[]> {
    const seen = await Promise.all(this.#documents.keys().map((uri) => this.see(uri)));
    return seen.filter((each) => each !== undefined);
  }

  /** One of the open documents, whose project is read. */
  async readDocument(): Promise<Seen | undefined> {
    return (await this.openDocuments()).find(({ snapshot }) => snapshot.complete);
  }

  /** How the editor counts the edits of its open documents, by URI. */
  versions(): ReadonlyMap<string, number> {
    return new Map(this.#documents.all().map(({ uri, version }) => [uri, version]));
  }

  /** An editor may ask about a file that it has only heard of from us: an item of a hierarchy. */
  #seeClosed(uri: string): Seen | undefined {
    for (const project of this.#projects.values()) {
      const path = project.pathOf(uri);
      if (path !== undefined && project.snapshot().text(path) !== undefined) return this.#seen(project, path);
    }
    return undefined;
  }

  #seen(project: Project, path: FilePath): Seen {
    const seen = this.#seenProject(project);
    return { ...seen, path, offsetAt: (position) => seen.snapshot.parsed(path)?.offsetAt(position) ?? 0 };
  }

  #seenProject(project: Project): SeenProject {
    const uriOf = (path: FilePath): string => project.uriOf(path);
    return {
      root: project.root,
      snapshot: project.snapshot(),
      client: this.client,
      uriOf,
      pathOf: (uri) => project.pathOf(uri),
      versionOf: (path) => this.#documents.get(uriOf(path))?.version ?? null,
    };
  }
}
