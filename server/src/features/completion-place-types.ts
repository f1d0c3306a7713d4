import type { SpecPath } from "../schema/lookup.ts";
import type { Kind, Shape } from "../schema/shape.ts";
import type { Span } from "../syntax/types.ts";

export interface PlaceBase {
  readonly kind: Kind | undefined;
  readonly eol: "\n" | "\r\n";
  /** What is typed so far, and what a completion stands instead of. On one line. */
  readonly typed: string;
  readonly replace: Span;
}

/** Where keys are asked for. */
export interface KeyPlace extends PlaceBase {
  readonly form: "key";
  readonly path: SpecPath;
  readonly shape: Shape<unknown> | undefined;
  /** Where the keys of the mapping stand. */
  readonly column: number;
  /** Written before the first key: a line break, indentation, a dash. */
  readonly lead: string;
  /** Keys that are there, with what follows them. */
  readonly siblings: ReadonlyMap<string, string>;
  /** The line has its colon already: only the name is replaced. */
  readonly named: boolean;
  /** What stands below already and would become the key's value. */
  readonly holds: "list" | "map" | undefined;
  /** Inside `{…}`: on the same line, and nothing that a comma could tear. */
  readonly inline?: boolean;
  /** Nothing is written yet of the item or document that the key would begin. */
  readonly first: boolean;
}

/** Where a value is asked for. */
export interface ValuePlace extends PlaceBase {
  readonly form: "value";
  readonly path: SpecPath;
  readonly shape: Shape<unknown> | undefined;
  /** Column of the key. */
  readonly column: number;
  readonly lead: string;
  /** Keys beside the value's own, for those that are read together. */
  readonly siblings: ReadonlyMap<string, string>;
  /** Other values of the same flow list. */
  readonly others: readonly string[];
  /** True inside `[…]`. */
  readonly flow: boolean;
  /** What follows the cursor in the word that it is in. */
  readonly word: Span;
  /** Spaces between the colon and the value. */
  readonly gap: number;
}

/** Where a comment is written. */
export interface CommentPlace extends PlaceBase {
  readonly form: "comment";
  /** The comment up to the cursor, with its `#`. */
  readonly text: string;
  readonly start: number;
  readonly line: number;
  readonly ownLine: boolean;
}

export type CompletionPlace = KeyPlace | ValuePlace | CommentPlace;
