import { type Connection, TextDocuments } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Snapshot } from "../analysis/types.ts";
import type { FilePath } from "../workspace/types.ts";
import type { Host } from "./host.ts";
import { Project } from "./project.ts";
import { normalise } from "./uris.ts";

/** A document as a request sees it: one moment of the project it belongs to. */
export interface Seen {
  readonly snapshot: Snapshot;
  readonly path: FilePath;
  uriOf(path: FilePath): string;
}

/** All that changes while the server runs. Only notifications from the editor change it. */
export class Session {
  readonly #documents = new TextDocuments(TextDocument);
  readonly #projects = new Map<string, Project>();
  /** Which project each open document belongs to, once known. */
  readonly #owners = new Map<string, Promise<Project>>();
  readonly #host: Host;
  #folders: readonly string[] = [];
  #changed: () => void = () => undefined;

  constructor(host: Host) {
    this.#host = host;
  }

  setFolders(folders: readonly string[]): void {
    this.#folders = folders.map(normalise);
  }

  /** `changed` is called when answers given before may no longer hold: the project's index is complete, or another file changed. */
  listen(connection: Connection, changed: () => void): void {
    this.#changed = changed;
    const failed = (reason: unknown): void => connection.console.error(String(reason));
    this.#documents.onDidChangeContent(({ document }) => {
      this.#own(document.uri)
        .then((project) => this.#edit(project, document))
        .catch(failed);
    });
    this.#documents.onDidClose(({ document }) => {
      this.#own(document.uri)
        .then(async (project) => {
          this.#owners.delete(document.uri);
          const path = project.pathOf(document.uri);
          if (path !== undefined) await project.close(path);
        })
        .catch(failed);
    });
    connection.onDidChangeWatchedFiles(({ changes }) => {
      Promise.all(
        [...this.#projects.values()].flatMap((project) => changes.flatMap(({ uri }) => this.#reread(project, uri))),
      )
        .then((done) => {
          if (done.length > 0) this.#changed();
        })
        .catch(failed);
    });
    this.#documents.listen(connection);
  }

  #reread(project: Project, uri: string): Promise<void>[] {
    const path = project.pathOf(uri);
    return path === undefined ? [] : [project.reread(path)];
  }

  #edit(project: Project, document: TextDocument): void {
    const path = project.pathOf(document.uri);
    const latest = this.#documents.get(document.uri);
    if (path !== undefined && latest !== undefined) project.edit(document.uri, path, latest.getText());
  }

  /** The project of a document, begun when first met. Its files are read in the background. */
  #own(uri: string): Promise<Project> {
    const known = this.#owners.get(uri);
    if (known !== undefined) return known;
    const owner = this.#host.findRoot(uri, this.#folders).then((found) => {
      const root = normalise(found);
      const begun = this.#projects.get(root);
      if (begun !== undefined) return begun;
      const project = new Project(root, this.#host);
      this.#projects.set(root, project);
      project.load().then(
        () => this.#changed(),
        () => this.#projects.delete(root),
      );
      return project;
    });
    this.#owners.set(uri, owner);
    return owner;
  }

  /** What a request about a document reads. Undefined for documents outside every project. */
  async see(uri: string): Promise<Seen | undefined> {
    const document = this.#documents.get(uri);
    if (document === undefined) return undefined;
    const project = await this.#own(uri);
    const path = project.pathOf(uri);
    if (path === undefined) return undefined;
    // The first request may come before the opening was carried over to the project.
    if (project.snapshot().text(path) !== document.getText()) project.edit(uri, path, document.getText());
    return { snapshot: project.snapshot(), path, uriOf: (other) => project.uriOf(other) };
  }
}
