import { lineEnd } from "./build.ts";
import type { AnyNode, EntryNode, Place, ScalarNode, SyntaxIssue } from "./types.ts";

const FEW = 8;

/** One issue for each key of one mapping that stands earlier in the same mapping; of the first `sure` entries, where the rest may not belong to it. */
export function duplicateKeys(all: readonly EntryNode[], issues: SyntaxIssue[], sure?: number): void {
  const entries = sure === undefined ? all : all.slice(0, sure);
  if (entries.length < 2) return;
  if (entries.length > FEW) {
    duplicatesAmongMany(entries, issues);
    return;
  }
  for (let later = 1; later < entries.length; later++) {
    const key = (entries[later] as EntryNode).key;
    for (let earlier = 0; earlier < later; earlier++) {
      const other = (entries[earlier] as EntryNode).key;
      if (other.text !== key.text) continue;
      issues.push(issueOf(key, other));
      break;
    }
  }
}

function duplicatesAmongMany(entries: readonly EntryNode[], issues: SyntaxIssue[]): void {
  const seen = new Map<string, ScalarNode>();
  for (const { key } of entries) {
    const other = seen.get(key.text);
    if (other === undefined) seen.set(key.text, key);
    else issues.push(issueOf(key, other));
  }
}

function issueOf(key: ScalarNode, earlier: ScalarNode): SyntaxIssue {
  return { kind: "duplicate-key", ...onOneLine(key), detail: key.text, related: onOneLine(earlier) };
}

function onOneLine({ chunk, start, end }: ScalarNode): Place {
  return { chunk, start, end: Math.min(end, lineEnd(chunk.text, start)) };
}

/** The same for every mapping at or below a node. */
export function duplicatesBelow(node: AnyNode, issues: SyntaxIssue[]): void {
  switch (node.kind) {
    case "mapping":
      duplicateKeys(node.entries, issues);
      for (const entry of node.entries) duplicatesBelow(entry.value, issues);
      return;
    case "sequence":
      for (const item of node.items) duplicatesBelow(item, issues);
      return;
    case "entry":
      duplicatesBelow(node.value, issues);
      return;
    default:
      return;
  }
}
