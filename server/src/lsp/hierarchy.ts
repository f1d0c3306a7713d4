import {
  type CallHierarchyIncomingCall,
  type CallHierarchyIncomingCallsParams,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type CallHierarchyOutgoingCallsParams,
  type CallHierarchyPrepareParams,
  SymbolKind,
} from "vscode-languageserver";
import { type HierarchyNode, hierarchyAt, type NodeKey, usedBy, uses } from "../features/hierarchy.ts";
import { Places } from "./places.ts";
import type { Seen } from "./session.ts";
import { kindOfId } from "./symbol-kinds.ts";

export function prepareHierarchy(seen: Seen, request: CallHierarchyPrepareParams): CallHierarchyItem[] | null {
  const node = hierarchyAt(seen.snapshot, seen.path, seen.offsetAt(request.position));
  return node === undefined ? null : [itemOf(seen, new Places(seen), node)];
}

export function incoming(
  seen: Seen | undefined,
  { item }: CallHierarchyIncomingCallsParams,
): CallHierarchyIncomingCall[] {
  if (seen === undefined) return [];
  const places = new Places(seen);
  const key = keyOf(item);
  if (key === undefined) return [];
  return usedBy(seen.snapshot, key).map(({ node, path, spans }) => ({
    from: itemOf(seen, places, node),
    fromRanges: spans.map((span) => places.range(path, span)),
  }));
}

export function outgoing(
  seen: Seen | undefined,
  { item }: CallHierarchyOutgoingCallsParams,
): CallHierarchyOutgoingCall[] {
  if (seen === undefined) return [];
  const places = new Places(seen);
  const key = keyOf(item);
  if (key === undefined) return [];
  return uses(seen.snapshot, key).map(({ node, path, spans }) => ({
    to: itemOf(seen, places, node),
    fromRanges: spans.map((span) => places.range(path, span)),
  }));
}

function itemOf(seen: Seen, places: Places, node: HierarchyNode): CallHierarchyItem {
  const key: NodeKey = { kind: node.kind, id: node.id, ...(node.claim === undefined ? {} : { claim: node.claim }) };
  return {
    name: node.name,
    kind: node.kind === "claim" ? SymbolKind.Event : kindOfId[node.kind],
    ...(node.detail === "" ? {} : { detail: node.detail }),
    uri: seen.uriOf(node.path),
    range: places.range(node.path, node.span),
    selectionRange: places.range(node.path, node.selection),
    data: key,
  };
}

/** The key that we put on an item; an editor hands it back as it was. */
function keyOf({ data }: CallHierarchyItem): NodeKey | undefined {
  const key: Partial<NodeKey> | null | undefined = data;
  return typeof key?.kind === "string" && typeof key.id === "string" ? (key as NodeKey) : undefined;
}
