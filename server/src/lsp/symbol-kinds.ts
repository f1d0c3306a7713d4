import { SymbolKind } from "vscode-languageserver";
import type { SymbolKind as Kind } from "../features/document-symbols.ts";
import type { IdKind } from "../schema/shape.ts";

/** Editors draw a fixed set of pictures; these are the nearest to what ours are. */
export const kindOfId: Readonly<Record<IdKind, SymbolKind>> = {
  intervention: SymbolKind.Class,
  outcome: SymbolKind.Interface,
  study: SymbolKind.Method,
  "unit-costs": SymbolKind.Package,
  "unit-cost": SymbolKind.Constant,
  area: SymbolKind.Namespace,
  portfolio: SymbolKind.Module,
  measure: SymbolKind.Property,
  "shared-cost": SymbolKind.Constant,
  benefit: SymbolKind.Event,
  cluster: SymbolKind.Field,
  need: SymbolKind.Key,
};

export const kindOfSymbol = (kind: Kind): SymbolKind => {
  switch (kind) {
    case "block":
      return SymbolKind.Object;
    case "item":
      return SymbolKind.Field;
    case "document":
    case "settings":
      return SymbolKind.File;
    default:
      return kindOfId[kind];
  }
};
