import type { Finding } from "../rules/types.ts";
import type { FilePath } from "../workspace/types.ts";
import { diagnosticsOf, type FileDiagnostics } from "./diagnostics.ts";
import type { SeenProject } from "./session.ts";

/** How long a sweep may hold the thread before others go first, in milliseconds. */
const turn = 15;

export interface SweepOptions {
  /** Files that are told of in another way. */
  readonly skip: (uri: string) => boolean;
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
        if (options.skip(uri)) continue;
        try {
          this.#look(project, path, uri, tell);
        } catch (reason) {
          options.failed(reason);
        }
      }
    }
    for (const uri of [...this.#ids.keys()])
      if (!there.has(uri) && !options.skip(uri)) {
        this.forget(uri);
        tell(uri, { resultId: "", items: [] });
      }
    return true;
  }

  #look(
    project: SeenProject,
    path: FilePath,
    uri: string,
    tell: (uri: string, diagnostics: FileDiagnostics) => void,
  ): void {
    const findings = project.snapshot.findings(path);
    if (this.#findings.get(uri) === findings) return;
    this.#findings.set(uri, findings);
    const diagnostics = diagnosticsOf(project, path);
    if (this.#ids.get(uri) === diagnostics.resultId) return;
    // A file without findings that was never told of is not worth a word.
    const worth = this.#ids.has(uri) || diagnostics.items.length > 0;
    this.#ids.set(uri, diagnostics.resultId);
    if (worth) tell(uri, diagnostics);
  }
}
