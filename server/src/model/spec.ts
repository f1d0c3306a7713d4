import type { kinds } from "../schema/kinds/index.ts";
import type { IdKind, Kind, TypeOf } from "../schema/shape.ts";
import type { DocumentTree, Place, Span } from "../syntax/types.ts";
import type { FilePath } from "../workspace/types.ts";
import type { Detached } from "./detach.ts";

type Kinds = typeof kinds;

/** One document read as its kind. `reading` is undefined when the root is not a mapping. */
export type SpecOf<K extends Kind> = {
  readonly kind: K;
  readonly document: DocumentTree;
  /** From the head key, else undefined. */
  readonly id: string | undefined;
  readonly reading: TypeOf<Kinds[K]["shape"]> | undefined;
};

export type Spec = { [K in Kind]: SpecOf<K> }[Kind];

/** An id that a document defines. Plain data: it crosses threads and is kept for closed files. */
export interface Definition {
  readonly kind: IdKind;
  /** Full id: `gmca/lac-average` for a unit cost, `child-behaviour/ecbi-intensity` for a measure, else as written. */
  readonly id: string;
  readonly title?: string;
  readonly path: FilePath;
  /** Of the id where it is defined. */
  readonly span: Span;
  readonly document: number;
  /** What it says, without comments and formatting; with what it inherits from its document (price year, source). */
  readonly meaning: Detached;
}

/**
 * What a file that gives no text counts as a use of, in the index: nobody knows which ids it defines and uses, so who asks for one that is
 * missing or unused asks for this too, and is told when such a file comes or goes.
 */
export const unreadFile = { kind: "file", id: "unread" } as const;

/** What the words of a closed file that were not read count as uses of (see `LostWords`). */
export const lostWord = "lost";

/** A place where an id is used. */
export interface Use {
  readonly kind: IdKind | (typeof unreadFile)["kind"] | typeof lostWord;
  /** Full id, as in `Definition`. */
  readonly id: string;
  readonly path: FilePath;
  readonly span: Span;
  /** Kind and id of the document that uses it. */
  readonly by: { readonly kind: Kind; readonly id: string | undefined };
}

/** A use or definition while its tree is at hand: with its place. */
export interface LocalUse {
  readonly kind: IdKind;
  readonly id: string;
  readonly at: Place;
}
