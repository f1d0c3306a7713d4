import type { AnyNode, DocumentTree, EntryNode, SyntaxNode } from "../../syntax/types.ts";
import type { FileRule } from "../types.ts";
import { said } from "../wording.ts";

/** `<<` before something that has no keys to take over. */
export const badMerge: FileRule = {
  code: "syntax/bad-merge",
  severity: "error",
  scope: "file",
  page: {
    title: "Nothing to take over",
    what: "`<<:` takes over the keys of another part of the document, and what stands after it has no keys.",
    why: "Nothing is taken over, so what was meant to be the same in two places is not there.",
    fix: "Mark the part that is meant with `&` and a name, and write `<<: *` with that name.",
    example: {
      invalid: `unit_costs: local
entries:
  - entry: visit
    <<: 2023-24
`,
      valid: `unit_costs: local
entries:
  - &priced
    entry: visit
    price_year: 2023-24
  - <<: *priced
    entry: session
`,
    },
  },
  check({ parsed }, report) {
    for (const document of parsed.documents)
      for (const { value } of mergesBelow(document.root)) {
        const [wrong] = sourcesOf(value).filter((source) => isWithoutKeys(document, source));
        if (wrong === undefined) continue;
        const { text } = wrong.chunk;
        report({
          at: wrong,
          message: `\`<<\` takes over the keys of another part, and ${said(text.slice(wrong.start, wrong.end))} has none, so nothing is taken over.`,
          help: "Mark the part that is meant with & and a name, and write `<<: *` with that name; or remove the line.",
          label: "has no keys",
        });
      }
  },
};

function mergesBelow(node: AnyNode | undefined, found: EntryNode[] = []): readonly EntryNode[] {
  // Every merge counts as an alias: without one there is nothing to look for.
  if (node === undefined || !node.hasAlias) return found;
  if (node.kind === "mapping") for (const entry of node.entries) mergesBelow(entry, found);
  if (node.kind === "sequence") for (const item of node.items) mergesBelow(item, found);
  if (node.kind === "entry") {
    if (node.merge) found.push(node);
    else mergesBelow(node.value, found);
  }
  return found;
}

const sourcesOf = (value: SyntaxNode): readonly SyntaxNode[] => (value.kind === "sequence" ? value.items : [value]);

/** An alias of nothing has a finding of its own. */
function isWithoutKeys(document: DocumentTree, source: SyntaxNode): boolean {
  const target = source.kind === "alias" ? document.resolve(source) : source;
  return target !== undefined && target.kind !== "mapping";
}
