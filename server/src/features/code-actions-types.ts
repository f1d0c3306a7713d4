import type { Finding } from "../rules/types.ts";
import type { Span } from "../syntax/types.ts";
import type { FilePath } from "../workspace/types.ts";

/** What is done to the files of a project at once. */
export interface Change {
  readonly edits: readonly { readonly path: FilePath; readonly span: Span; readonly text: string }[];
  /** A file that is not there yet. */
  readonly created?: { readonly path: FilePath; readonly text: string };
  /** Where to go on typing afterwards, in the changed file; line and column from 0. */
  readonly cursor?: { readonly path: FilePath; readonly line: number; readonly character: number };
}

export type CodeActionKind = "quickfix" | "refactor.extract" | "refactor.rewrite" | "source.fixAll.wellspent";

/** Something that can be done at a place. What it changes is worked out when it is chosen. */
export interface CodeAction {
  /** Names it among the actions of its place, so that it is found again. */
  readonly id: string;
  readonly title: string;
  readonly kind: CodeActionKind;
  /** The finding that it puts right. */
  readonly finding?: Finding;
  /** The one to take without asking. */
  readonly preferred?: boolean;
  change(): Change | undefined;
}
