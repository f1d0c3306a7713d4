import type { Finding } from "../rules/types.ts";
import type { FilePath } from "../workspace/types.ts";
import { diagnosticsOf, type FileDiagnostics } from "./diagnostics.ts";
import type { SeenProject } from "./session.ts";

/** How long a sweep may hold the thread before others go first, in milliseconds. */
const turn = 10;

/** What an editor got as an answer about one file. */
export interface Known {
  readonly findings: readonly Finding[];
  readonly resultId: string;
}

export interface SweepOptions {
  /** What the editor was told of a file in another way: findings that it has need no telling. */
  readonly known: (uri: string) => Known | undefined;
  readonly stopped: () => boolean;
  /** A file could not be checked: a bug, which must not keep the others from being told of. */
  readonly failed: (reason: unknown) => void;
}

/** What someone was last told of each file, by URI. */
export class Told {
  readonly #ids: Map<string, string>;
  /** Findings last seen: while they are the same object there is nothing to compare. */
  readonly #findings = new Map<string, readonly Finding[]>();

  constructor(known: readonly { readonly uri: string; readonly value: string }[] = []) {
    this.#ids = new Map(known.map(({ uri, value }) => [uri, value]));
  }

  /** The next sweep tells of this file again. */
  forget(uri: string): void {
    this.#ids.delete(uri);
    this.#findings.delete(uri);
  }

  /** Tells of each file whose diagnostics are not what was told last; empty for those that are gone. False when it was stopped. */
  async sweep(
    projects: readonly SeenProject[],
    options: SweepOptions,
    tell: (uri: string, diagnostics: FileDiagnostics) => void,
  ): Promise<boolean> {
    const there = new Set<string>();
    let since = performance.now();
    for (const project of projects) {
      for (const path of project.snapshot.files) {
        if (performance.now() - since > turn) {
          await new Promise<void>((resolve) => setTimeout(resolve, 0));
          since = performance.now();
        }
        if (options.stopped()) return false;
        const uri = project.uriOf(path);
        there.add(uri);
        try {
          this.#look(project, path, uri, options.known(uri), tell);
        } catch (reason) {
          options.failed(reason);
        }
      }
    }
    for (const uri of [...this.#ids.keys()])
      if (!there.has(uri)) {
        this.forget(uri);
        // Opened, a file goes by the editor's own spelling of its URI: under that it was told of just now.
        const spelled = projects.map((project) => spelling(project, uri)).find((each) => each !== undefined);
        if (spelled === undefined || !this.#ids.has(spelled)) tell(uri, { resultId: "", items: [] });
      }
    return true;
  }

  #look(
    project: SeenProject,
    path: FilePath,
    uri: string,
    known: Known | undefined,
    tell: (uri: string, diagnostics: FileDiagnostics) => void,
  ): void {
    const findings = project.snapshot.findings(path);
    if (this.#findings.get(uri) === findings) return;
    this.#findings.set(uri, findings);
    if (known?.findings === findings) {
      this.#ids.set(uri, known.resultId);
      return;
    }
    const diagnostics = diagnosticsOf(project, path);
    if (this.#ids.get(uri) === diagnostics.resultId) return;
    // A file without findings that was never told of is not worth a word.
    const worth = this.#ids.has(uri) || diagnostics.items.length > 0;
    this.#ids.set(uri, diagnostics.resultId);
    if (worth) tell(uri, diagnostics);
  }
}

/** How a project spells the URI of one of its files. */
function spelling(project: SeenProject, uri: string): string | undefined {
  const path = project.pathOf(uri);
  return path === undefined ? undefined : project.uriOf(path);
}
