import type { DocumentSymbol, WorkspaceSymbol } from "vscode-languageserver";
import { type DocumentSymbol as Found, documentSymbols as symbolsOf } from "../features/document-symbols.ts";
import { workspaceSymbols as symbolsIn } from "../features/workspace-symbols.ts";
import { Places } from "./places.ts";
import type { Seen, SeenProject } from "./session.ts";
import { kindOfId, kindOfSymbol } from "./symbol-kinds.ts";

export function documentSymbols(seen: Seen): DocumentSymbol[] {
  const places = new Places(seen);
  const symbol = ({ name, detail, kind, span, selection, children }: Found): DocumentSymbol => ({
    name,
    ...(detail === undefined ? {} : { detail }),
    kind: kindOfSymbol(kind),
    range: places.range(seen.path, span),
    selectionRange: places.range(seen.path, selection),
    children: children.map(symbol),
  });
  return symbolsOf(seen.snapshot, seen.path).map(symbol);
}

/** What every project open in the editor defines, best first. */
export function workspaceSymbols(projects: readonly SeenProject[], query: string): WorkspaceSymbol[] {
  return projects
    .flatMap((project) => {
      const places = new Places(project);
      return symbolsIn(project.snapshot, query).map((found) => ({ ...found, places }));
    })
    .sort((a, b) => b.fit - a.fit)
    .map(({ definition: { id, title, kind, path, span }, places }) => ({
      name: title === undefined ? id : `${id} · ${title}`,
      kind: kindOfId[kind],
      containerName: path,
      location: places.location(path, span),
    }));
}
