import type { SpecPath } from "../schema/lookup.ts";
import type { IdKind, Kind } from "../schema/shape.ts";
import type { Span } from "../syntax/types.ts";
import type { Snippet } from "./completion-snippet.ts";

/** What a completion is, for its icon. */
export type CompletionSort = "key" | "block" | "word" | "id" | "unit" | "year" | "example" | "code";

/** Where the long help of a completion is found, when somebody asks for it. */
export type CompletionHelp =
  | { readonly of: "key"; readonly kind: Kind; readonly path: SpecPath }
  | { readonly of: "id"; readonly kind: IdKind; readonly id: string }
  | { readonly of: "rule"; readonly code: string }
  | { readonly of: "kind"; readonly kind: Kind };

export interface Completion {
  readonly label: string;
  readonly sort: CompletionSort;
  /** A few words beside the label. */
  readonly detail?: string;
  /** The fewer words of it that have room beside the label, where it is long. */
  readonly brief?: string;
  readonly help?: CompletionHelp;
  /** What typing is compared with, when it is more than the label. */
  readonly filter?: string;
  readonly replace: Span;
  readonly snippet: Snippet;
}
