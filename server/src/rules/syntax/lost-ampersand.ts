import type { AnyNode, DocumentTree, ScalarNode } from "../../syntax/types.ts";
import type { FileRule } from "../types.ts";
import { quoteFix, restOfLine } from "./quote.ts";

/** Only names that nothing refers to, on a text of one line: a name that is used is there on purpose. */
export const lostAmpersand: FileRule = {
  code: "syntax/lost-ampersand",
  severity: "information",
  scope: "file",
  page: {
    title: "Word lost after an ampersand",
    what: "A value begins with `&`, so YAML takes the word after it for a name that other places may refer to with `*`, and not for text. No place refers to it.",
    why: "The word is not part of the value: `&Co services` is read as `services`.",
    fix: "Put the value in quotation marks, or remove the name.",
    example: {
      invalid: `intervention: parent-groups
provider: &Partners in Parenting
`,
      valid: `intervention: parent-groups
provider: "&Partners in Parenting"
`,
    },
  },
  check({ parsed }, report) {
    if (!parsed.text.includes("&")) return;
    const used = new Set<string>();
    const anchored = parsed.documents.map((document) => anchorsOf(document, used));
    for (const nodes of anchored)
      for (const node of nodes) {
        // A reference from another document reaches nothing, and says so itself.
        if (used.has(node.anchor ?? "")) continue;
        const start = node.chunk.text.lastIndexOf(`&${node.anchor}`, node.start);
        if (start === -1 || /[\r\n]/.test(node.chunk.text.slice(start, node.start))) continue;
        const whole = restOfLine(node, start);
        report({
          at: { chunk: node.chunk, start, end: start + (node.anchor?.length ?? 0) + 1 },
          message: `YAML takes &${node.anchor} for a name that *${node.anchor} would refer to, not for text, so it is not part of the value; and nothing refers to it.`,
          help: "If it belongs to the text, put the value in quotation marks; if not, remove it.",
          label: "not part of the value",
          fixes: [quoteFix(whole, false)],
        });
      }
  },
};

/** The single values of a document that are marked; `used` gathers the names that are referred to. */
function anchorsOf(document: DocumentTree, used: Set<string>): readonly ScalarNode[] {
  const anchored: ScalarNode[] = [];
  const visit = (node: AnyNode): void => {
    if (node.kind === "alias") used.add(node.name);
    else if (node.kind === "entry") visit(node.value);
    else if (node.kind === "mapping") node.entries.forEach(visit);
    else if (node.kind === "sequence") node.items.forEach(visit);
    else if (node.anchor !== undefined && (node.style === "plain" || node.style === "empty")) anchored.push(node);
  };
  if (document.root !== undefined) visit(document.root);
  return anchored;
}
