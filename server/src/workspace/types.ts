/** How the engine reaches files, whatever they live on: the disk, an open editor, or memory (tests, a browser's worker). */

/** Path inside a project, with `/`, relative to its root: `interventions/mst.intervention.yaml`. */
export type FilePath = string;

/** Why a file gives no text; each becomes one finding or notice. */
export type FileProblem =
  | "binary"
  | "utf-16"
  | "invalid-utf-8"
  | "too-large"
  | "vanished"
  | "unreadable"
  | "not-a-file"
  | "outside-project";

export type FileContent =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "problem"; readonly problem: FileProblem; readonly detail?: string; readonly offset?: number };

/** A file found by walking a project. `stamp` changes when the file may have changed (size and time on disk). */
export interface FileEntry {
  readonly path: FilePath;
  readonly stamp: string;
}

export interface FileSystem {
  /** Every file of a project that bears one of our names, links that leave the root or loop left out, in a stable order. */
  list(): Promise<{
    readonly entries: readonly FileEntry[];
    readonly problems: readonly { readonly path: FilePath; readonly problem: FileProblem; readonly detail?: string }[];
  }>;
  read(path: FilePath): Promise<FileContent>;
}

/** Largest file that is parsed, in bytes; beyond it, one finding. A hundred thousand lines: to work them out takes seconds and a gigabyte, not minutes and all there is. */
export const largestFile = 4 * 1024 * 1024;
