import type { LocalUse } from "../../model/spec.ts";
import type { IdKind } from "../../schema/shape.ts";
import type { DocumentContext, IndexReader } from "../types.ts";

/** Kinds whose ids stand alone, so that one may be taken for another. */
const named: readonly IdKind[] = ["intervention", "outcome", "study", "area", "portfolio", "unit-costs", "need"];

/** Each use where it is written; of one that only aliases bring to its places, the first. */
export function usesOf(context: DocumentContext): readonly LocalUse[] {
  const { uses } = context.ids();
  if (!uses.some(isAlias)) return uses;
  const key = ({ kind, id }: LocalUse): string => `${kind} ${id}`;
  const seen = new Set(uses.filter((use) => !isAlias(use)).map(key));
  return uses.filter((use) => {
    if (!isAlias(use)) return true;
    if (seen.has(key(use))) return false;
    seen.add(key(use));
    return true;
  });
}

const isAlias = ({ at }: LocalUse): boolean => at.chunk.text[at.start] === "*";

/** What became of a use of an id. `unknowable`: something it depends on is missing, and reported in its own place. */
export type Resolution =
  | { readonly found: "yes" }
  | { readonly found: "no" }
  | { readonly found: "unknowable" }
  | { readonly found: "other-kind"; readonly kind: IdKind };

/** Resolves uses; an id that is used often is looked up once. */
export function resolver(index: IndexReader): (use: LocalUse) => Resolution {
  const known = new Map<string, Resolution>();
  return (use) => {
    const key = `${use.kind} ${use.id}`;
    let found = known.get(key);
    if (found === undefined) {
      found = resolve(use, index);
      known.set(key, found);
    }
    return found;
  };
}

function resolve(use: LocalUse, index: IndexReader): Resolution {
  if (index.definitions(use.kind, use.id).length > 0) return { found: "yes" };
  const slash = use.id.indexOf("/");
  if (use.kind === "measure" && index.definitions("outcome", use.id.slice(0, slash)).length === 0)
    return { found: "unknowable" };
  if (use.kind === "need" && index.ids("need").length === 0) return { found: "unknowable" };
  const other = named.find((kind) => kind !== use.kind && index.definitions(kind, use.id).length > 0);
  return other === undefined || use.kind === "need" ? { found: "no" } : { found: "other-kind", kind: other };
}
