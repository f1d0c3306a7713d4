import type { CalendarDate } from "../values/types.ts";
import type { FileSystem } from "../workspace/types.ts";

/** What the server needs of the machine it runs on: a Node process, or a browser's worker. */
export interface Host {
  /** Today, by the machine's clock: the engine never asks it. */
  today(): CalendarDate;
  /** Root folder (URI) of the project that a document belongs to, at or below the opened folder. */
  findRoot(documentUri: string, workspaceFolders: readonly string[]): Promise<string>;
  openFolder(rootUri: string): FileSystem;
  /** Whether the server lives long enough for `Rehearsal` to pay. */
  readonly rehearses?: boolean;
}
