import { kinds } from "../schema/kinds/index.ts";
import type { Field, Kind } from "../schema/shape.ts";
import type { DocumentTree, ParsedFile } from "../syntax/types.ts";
import { type ReadingCache, readAs } from "./read.ts";
import type { Spec } from "./spec.ts";

/** Kind of each document, as the schema room finds it from head key and file name. */
export type KindOf = (document: DocumentTree) => Kind | undefined;

/** Reads every document of a file as its kind. Documents of no known kind and empty ones are left out; the schema rules report them. */
export function readSpecs(parsed: ParsedFile, kindOf: KindOf, cache?: ReadingCache): readonly Spec[] {
  return parsed.documents.flatMap((document): Spec[] => {
    const kind = kindOf(document);
    if (kind === undefined || document.root === undefined) return [];
    const read = readAs(kinds[kind].shape as (typeof kinds)["intervention"]["shape"], document, document.root, cache);
    const reading = read?.$kind === "object" ? read : undefined;
    const head = kinds[kind].head;
    const id =
      head === undefined
        ? undefined
        : (reading as unknown as Record<string, Field<string> | undefined> | undefined)?.[head]?.value;
    return [{ kind, document, id, reading } as Spec];
  });
}
