import type { Place } from "../syntax/types.ts";
import type { Nearest } from "./names.ts";
import type { Kind } from "./shape.ts";

/** A key or word with what it means, for messages and completion. */
export interface Choice {
  readonly name: string;
  readonly doc: string;
}

/** What may stand at a place, in the words of a message. */
export type NodeSort = "text" | "number" | "true or false" | "mapping" | "list" | "nothing";

/** Facts by code. The words a person reads are made from them by `rules/schema`. */
export interface SchemaFacts {
  /** A key that is not described at its place. */
  "unknown-key": {
    readonly key: string;
    readonly nearest?: Nearest;
    readonly allowed: readonly Choice[];
    /** The key of the mapping it stands in; undefined at the top of the document. */
    readonly inside?: string;
    /** Other kinds of document that have this key at their top. */
    readonly ofKinds?: readonly Kind[];
  };
  /** A key known elsewhere in this kind of document. `belongs` lists the paths of the mappings that have it, shortest first; `[]` is the top. */
  "misplaced-key": { readonly key: string; readonly belongs: readonly (readonly string[])[]; readonly inside?: string };
  /** Keys that must be there and are not; `place` is the key of the mapping, or its first key. */
  "missing-key": { readonly keys: readonly (Choice & { readonly example?: string })[]; readonly inside?: string };
  /** A list where text is expected, and the like. */
  "wrong-type": {
    readonly key: string;
    readonly expected: readonly NodeSort[];
    readonly found: NodeSort;
    readonly example?: string;
    /** A key with its value that lack the colon between them. */
    readonly meant?: string;
  };
  /** A word outside the list that its key allows. */
  "unknown-word": {
    readonly key: string;
    readonly word: string;
    readonly nearest?: Nearest;
    readonly allowed: readonly Choice[];
    /** The key also takes a mapping from these words to shares. */
    readonly shares?: true;
  };
  /** Nothing after the colon. */
  "empty-value": { readonly key: string; readonly doc?: string; readonly example?: string };
  "too-few-items": { readonly key: string; readonly least: number };
  /** An id that is not lower-case-with-hyphens. */
  "bad-id": { readonly id: string; readonly suggestion?: string };
  "bad-url": { readonly text: string; readonly suggestion?: string };
  "bad-doi": { readonly text: string; readonly suggestion?: string };
  /** The head key is there, but not first. `first` is the key that stands before it. */
  "head-not-first": { readonly head: string; readonly first: string };
  /** The file name says what the document is, but no head key does. */
  "missing-head": { readonly head: string; readonly kind: Kind };
  /** Neither a head key nor the file name says what the document is. */
  "unknown-kind": { readonly first?: string; readonly nearest?: Nearest; readonly allowed: readonly Choice[] };
  /** The head key and the file name disagree. */
  "kind-mismatch": { readonly head: string; readonly kind: Kind; readonly fileKind: Kind; readonly suffix: string };
  /** The document is not a mapping of keys and values at all. */
  "not-a-mapping": { readonly found: NodeSort; readonly kind: Kind | undefined };
}

export type SchemaCode = keyof SchemaFacts;

/** One structural finding. `place` is the key or the value exactly; through an alias or a merge it is the use, and `related` what it stands for. */
export type SchemaIssue = {
  readonly [C in SchemaCode]: {
    readonly code: C;
    readonly place: Place;
    readonly related?: Place;
    readonly data: SchemaFacts[C];
  };
}[SchemaCode];
