import type { Finding } from "../rules/types.ts";
import type { FilePath } from "../workspace/types.ts";
import { diagnosticsOf, type FileDiagnostics } from "./diagnostics.ts";
import type { SeenProject } from "./session.ts";

/** How long a sweep may hold the thread before others go first, in milliseconds. */
const turn = 10;

export interface SweepOptions {
  /** Only these files, by URI; without it every file of every project. */
  readonly only?: ReadonlySet<string>;
  /** A file that is told of another time. */
  readonly later?: (uri: string) => boolean;
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

  /** The next sweep tells of this file again, even that there is nothing: nobody knows what is still shown of it. */
  again(uri: string): void {
    this.#ids.set(uri, "");
    this.#findings.delete(uri);
  }

  /** Tells of each file whose diagnostics are not what was told last; empty for those that are gone. False when it was stopped. */
  async sweep(
    projects: readonly SeenProject[],
    options: SweepOptions,
    tell: (uri: string, diagnostics: FileDiagnostics) => void,
  ): Promise<boolean> {
    const there = new Set<string>();
    const said = new Set<string>();
    const look = (project: SeenProject, path: FilePath, uri: string): void => {
      try {
        const diagnostics = this.#look(project, path, uri);
        if (diagnostics === undefined) return;
        said.add(uri);
        tell(uri, diagnostics);
      } catch (reason) {
        options.failed(reason);
      }
    };
    let since = performance.now();
    for (const project of projects) {
      for (const path of options.only === undefined ? project.snapshot.files : pathsIn(project, options.only)) {
        if (performance.now() - since > turn) {
          await new Promise<void>((resolve) => setTimeout(resolve, 0));
          since = performance.now();
        }
        if (options.stopped()) return false;
        const uri = project.uriOf(path);
        there.add(uri);
        if (!options.later?.(uri)) look(project, path, uri);
      }
    }
    if (options.only !== undefined) return true;
    for (const uri of [...this.#ids.keys()])
      if (!there.has(uri)) {
        this.#ids.delete(uri);
        this.#findings.delete(uri);
        const project = projects.find((each) => there.has(spelling(each, uri) ?? ""));
        const path = project?.pathOf(uri);
        if (project === undefined || path === undefined) {
          tell(uri, { resultId: "", items: [] });
          continue;
        }
        // Opened or closed, a file goes by another spelling of its URI: what is shown of it was told under this one.
        const spelled = project.uriOf(path);
        if (said.has(spelled) || options.later?.(spelled)) continue;
        this.again(spelled);
        look(project, path, spelled);
      }
    return true;
  }

  /** What is to be told of a file, if anything. */
  #look(project: SeenProject, path: FilePath, uri: string): FileDiagnostics | undefined {
    const findings = project.snapshot.findings(path);
    if (this.#findings.get(uri) === findings) return undefined;
    this.#findings.set(uri, findings);
    const diagnostics = diagnosticsOf(project, path);
    if (this.#ids.get(uri) === diagnostics.resultId) return undefined;
    // A file without findings that was never told of is not worth a word.
    const worth = this.#ids.has(uri) || diagnostics.items.length > 0;
    this.#ids.set(uri, diagnostics.resultId);
    return worth ? diagnostics : undefined;
  }
}

/** Those of some files that a project holds. One that lies in a project of its own inside is not among them. */
const pathsIn = ({ pathOf, snapshot }: SeenProject, uris: ReadonlySet<string>): readonly FilePath[] =>
  [...uris].flatMap((uri) => {
    const path = pathOf(uri);
    return path === undefined || snapshot.text(path) === undefined ? [] : [path];
  });

/** How a project spells the URI of one of its files. */
function spelling(project: SeenProject, uri: string): string | undefined {
  const path = project.pathOf(uri);
  return path === undefined ? undefined : project.uriOf(path);
}
