import type { Snapshot } from "../analysis/types.ts";
import type { Definition } from "../model/spec.ts";
import type { IdKind } from "../schema/shape.ts";
import { howWell } from "./fuzzy.ts";

/** A definition found by its id or its title. */
export interface FoundSymbol {
  readonly definition: Definition;
  readonly fit: number;
}

/** Kinds of things that can be looked for. */
const kinds: readonly IdKind[] = [
  "intervention",
  "outcome",
  "study",
  "unit-costs",
  "unit-cost",
  "area",
  "portfolio",
  "measure",
  "shared-cost",
  "cluster",
  "need",
];

/** Most answers to one query. */
const most = 500;

/** What the project defines whose id or title fits a query, best first. An empty query finds everything. */
export function workspaceSymbols(snapshot: Snapshot, query: string): readonly FoundSymbol[] {
  const files = new Set(snapshot.files);
  const found: FoundSymbol[] = [];
  for (const kind of kinds)
    for (const id of snapshot.index.ids(kind)) {
      // Without a query all fit alike, so there is nothing better to look for.
      if (query.trim() === "" && found.length >= most) return found;
      for (const definition of snapshot.index.defined(kind, id)) {
        const { title } = definition;
        const best = Math.max(howWell(query, id), title === undefined ? 0 : howWell(query, title));
        if (best > 0 && files.has(definition.path)) found.push({ definition, fit: best });
      }
    }
  return found.sort((a, b) => b.fit - a.fit || (a.definition.id < b.definition.id ? -1 : 1)).slice(0, most);
}
