import type { Snapshot } from "../analysis/types.ts";
import type { Spec } from "../model/spec.ts";
import { kinds } from "../schema/kinds/index.ts";
import { shapeOfKind, stepInto } from "../schema/lookup.ts";
import type { Kind, Shape } from "../schema/shape.ts";
import type { DocumentTree, EntryNode, ParsedFile, Place, Span, SyntaxNode } from "../syntax/types.ts";
import { baseName } from "../workspace/names.ts";
import type { FilePath } from "../workspace/types.ts";
import { detailOf, nameOfItem, oneLine } from "./item-name.ts";

/** What a symbol is: a document of a kind, a block of it, or an item of a list. */
export type SymbolKind = Kind | "document" | "block" | "item";

export interface DocumentSymbol {
  readonly name: string;
  readonly detail?: string;
  readonly kind: SymbolKind;
  /** All that belongs to it. */
  readonly span: Span;
  /** What to show when it is chosen; within `span`. */
  readonly selection: Span;
  readonly children: readonly DocumentSymbol[];
}

/** Most symbols in one answer: outlines of huge files slow an editor down. */
const most = 5000;

interface Outline {
  readonly parsed: ParsedFile;
  left: number;
}

/** The outline of a file: its documents by id, their blocks by key, lines, outcomes, benefits and results by name. */
export function documentSymbols(snapshot: Snapshot, path: FilePath): readonly DocumentSymbol[] {
  const parsed = snapshot.parsed(path);
  if (parsed === undefined) return [];
  const specs = new Map(snapshot.specs(path).map((spec) => [spec.document, spec]));
  const outline: Outline = { parsed, left: most };
  return parsed.documents.flatMap((document) => {
    if (document.root === undefined || outline.left <= 0) return [];
    outline.left--;
    return [documentSymbol(outline, document, document.root, specs.get(document), path)];
  });
}

function documentSymbol(
  outline: Outline,
  document: DocumentTree,
  root: SyntaxNode,
  spec: Spec | undefined,
  path: FilePath,
): DocumentSymbol {
  const { parsed } = outline;
  const entries = root.kind === "mapping" ? root.entries : [];
  const head = spec && entries.find(({ key }) => key.text === kinds[spec.kind].head)?.value;
  const title = entries.find(({ key }) => key.text === "title")?.value;
  const named = head?.kind === "scalar" && head.text.trim() !== "";
  const selection = parsed.spanOf(named ? head : (entries[0]?.key ?? root));
  const unnamed = spec?.kind === "settings" ? baseName(path) : `document ${document.index + 1}`;
  return {
    name: named ? oneLine(head.text) : unnamed,
    ...(title?.kind === "scalar" && title.text !== "" ? { detail: oneLine(title.text) } : {}),
    kind: spec?.kind ?? "document",
    span: covering(parsed, root, selection),
    selection,
    children: childrenOf(outline, root, spec === undefined ? undefined : shapeOfKind(spec.kind)),
  };
}

/** Blocks of a mapping and items of a list; single values are no symbols. */
function childrenOf(outline: Outline, node: SyntaxNode, shape: Shape<unknown> | undefined): readonly DocumentSymbol[] {
  if (node.kind === "mapping")
    return node.entries.flatMap((entry) => blockSymbol(outline, entry, shape && stepInto(shape, entry.key.text)));
  if (node.kind !== "sequence") return [];
  return node.items.flatMap((item, index) => {
    if (item.kind !== "mapping" || outline.left <= 0) return [];
    outline.left--;
    const named = nameOfItem(item, shape?.list?.item);
    const detail = detailOf(item);
    const selection = outline.parsed.spanOf(named ?? item.entries[0]?.key ?? item);
    const name = named === undefined ? `${index + 1}` : oneLine(named.text);
    return [
      {
        name,
        ...(detail === undefined || detail === name ? {} : { detail }),
        kind: "item",
        span: covering(outline.parsed, item, selection),
        selection,
        children: childrenOf(outline, item, shape?.list?.item),
      },
    ];
  });
}

function blockSymbol(outline: Outline, entry: EntryNode, shape: Shape<unknown> | undefined): readonly DocumentSymbol[] {
  const { key, value } = entry;
  const isBlock =
    value.kind === "mapping" || (value.kind === "sequence" && value.items.some((each) => each.kind === "mapping"));
  if (!isBlock || key.text.trim() === "" || outline.left <= 0) return [];
  outline.left--;
  const selection = outline.parsed.spanOf(key);
  return [
    {
      name: oneLine(key.text),
      kind: "block",
      span: covering(outline.parsed, entry, selection),
      selection,
      children: childrenOf(outline, value, shape),
    },
  ];
}

/** A span that holds its selection: what the protocol asks for, broken text included. */
function covering(parsed: ParsedFile, place: Place, selection: Span): Span {
  const span = parsed.spanOf(place);
  return { start: Math.min(span.start, selection.start), end: Math.max(span.end, selection.end) };
}
