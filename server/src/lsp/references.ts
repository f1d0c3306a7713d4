import type { Location, ReferenceParams } from "vscode-languageserver";
import { references as referencesAt } from "../features/references.ts";
import { Places } from "./places.ts";
import type { Seen } from "./session.ts";

export function references(seen: Seen, request: ReferenceParams): Location[] {
  const places = new Places(seen);
  const offset = seen.offsetAt(request.position);
  return referencesAt(seen.snapshot, seen.path, offset, request.context.includeDeclaration).map(({ path, span }) =>
    places.location(path, span),
  );
}
