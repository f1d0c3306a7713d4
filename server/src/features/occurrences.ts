import type { Snapshot } from "../analysis/types.ts";
import type { Span } from "../syntax/types.ts";
import type { FilePath } from "../workspace/types.ts";
import { lastPart, type Mention, mentionsIn, mentionsOf, type Name, sameName } from "./names.ts";

/** A mention and the file it stands in. */
export interface Occurrence extends Mention {
  readonly path: FilePath;
}

/**
 * Every place in the project where a name is written: definitions first within a file, files in order. What the index holds is
 * taken from it, so that closed files need no parsing; only files that may hold what it does not are read.
 */
export function occurrences(snapshot: Snapshot, name: Name): readonly Occurrence[] {
  const files = new Set(snapshot.files);
  const found = new Map<string, Occurrence>();
  const put = (path: FilePath, mention: Mention): void => {
    const key = `${path}:${mention.span.start}`;
    if (files.has(path) && sameName(mention.name, name) && !found.has(key)) found.set(key, { ...mention, path });
  };
  if (name.within !== undefined) {
    for (const each of mentionsOf(snapshot, name.within.path, name.within.document)) put(name.within.path, each);
  } else {
    for (const { kind, id, path, span, defines } of indexed(snapshot, name))
      for (const each of mentionsIn(snapshot.text(path) ?? "", kind, id, span, defines)) put(path, each);
    for (const path of snapshot.files)
      if (mayHoldMore(name, snapshot.text(path) ?? "")) for (const each of mentionsOf(snapshot, path)) put(path, each);
  }
  return [...found.values()].sort(
    (a, b) => compare(a.path, b.path) || Number(b.defines) - Number(a.defines) || a.span.start - b.span.start,
  );
}

type IndexedKind = Exclude<Name["kind"], "anchor" | "step">;

interface Indexed {
  readonly kind: IndexedKind;
  readonly id: string;
  readonly path: FilePath;
  readonly span: Span;
  readonly defines: boolean;
}

function indexed(snapshot: Snapshot, name: Name): readonly Indexed[] {
  const kind = name.kind as IndexedKind;
  const usesOf = (used: IndexedKind, id: string): readonly Indexed[] =>
    snapshot.index.uses(used, id).map(({ path, span }) => ({ kind: used, id, path, span, defines: false }));
  return [
    ...snapshot.index
      .defined(kind, name.id)
      .map(({ path, span }) => ({ kind, id: name.id, path, span, defines: true })),
    ...usesOf(kind, name.id),
    ...(kind === "unit-costs" ? entriesNamed(snapshot, name.id).flatMap((id) => usesOf("unit-cost", id)) : []),
  ];
}

/** Entries of a library that some text may name, whether or not the library has them: uses of them name the library too. */
function entriesNamed(snapshot: Snapshot, library: string): readonly string[] {
  const named = new Set<string>();
  // An id of another form is never taken for a library, so nothing names it.
  if (!/^[a-z][a-z0-9-]*$/.test(library)) return [];
  const pattern = new RegExp(`(?<![a-z0-9-])${library}/[a-z0-9][a-z0-9-]*`, "g");
  for (const path of snapshot.files) for (const [id] of (snapshot.text(path) ?? "").matchAll(pattern)) named.add(id);
  return [...named];
}

/** What the index does not hold: shares, clusters in which participants start, measures of results, names within the paths of scenarios and distributions. */
function mayHoldMore({ kind, id }: Name, text: string): boolean {
  const part = lastPart(id);
  switch (kind) {
    case "shared-cost":
      return text.includes("shares") && text.includes(part);
    case "cluster":
      return text.includes("clusters") && text.includes(part);
    case "measure":
      return text.includes("results") && text.includes(part);
    case "outcome":
      return (text.includes("scenarios") || text.includes("distributions")) && text.includes(part);
    default:
      return false;
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
