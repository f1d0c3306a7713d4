import type { DefinitionLink, DefinitionParams, Location } from "vscode-languageserver";
import { definition as definitionAt } from "../features/definition.ts";
import { Places } from "./places.ts";
import type { Seen } from "./session.ts";

export function definition(seen: Seen, request: DefinitionParams): DefinitionLink[] | Location[] | null {
  const found = definitionAt(seen.snapshot, seen.path, seen.offsetAt(request.position));
  if (found === undefined) return null;
  const places = new Places(seen);
  if (!seen.client.definitionLinks) return found.targets.map(({ path, span }) => places.location(path, span));
  const originSelectionRange = places.range(seen.path, found.from);
  return found.targets.map(({ path, span }) => {
    const { uri, range } = places.location(path, span);
    return { originSelectionRange, targetUri: uri, targetRange: range, targetSelectionRange: range };
  });
}
