import type { AnyNode, SyntaxNode } from "../../syntax/types.ts";
import type { FileRule } from "../types.ts";
import { quoteFix, restOfLine } from "./quote.ts";

export const unknownTag: FileRule = {
  code: "syntax/unknown-tag",
  severity: "warning",
  scope: "file",
  page: {
    title: "Word lost after an exclamation mark",
    what: "A value begins with `!`, so YAML takes the word after it for an instruction about the value, and not for text.",
    why: "The word is not part of the value, and Wellspent follows no such instruction.",
    fix: "Put the value in quotation marks, or remove the word.",
    example: {
      invalid: `intervention: parent-groups
provider: !Important partners
`,
      valid: `intervention: parent-groups
provider: "!Important partners"
`,
    },
  },
  check({ parsed }, report) {
    if (!parsed.text.includes("!")) return;
    const visit = (node: AnyNode): void => {
      if (node.kind === "entry") visit(node.value);
      if (node.kind === "entry") return;
      if (node.kind !== "alias" && node.tag !== undefined && !isStandard(node.tag)) lost(node);
      if (node.kind === "mapping") node.entries.forEach(visit);
      if (node.kind === "sequence") node.items.forEach(visit);
    };
    const lost = (node: SyntaxNode): void => {
      const start = node.chunk.text.lastIndexOf("!", node.start);
      const line = start === -1 ? "" : node.chunk.text.slice(start, node.start);
      if (start === -1 || /[\r\n]/.test(line)) return;
      const word = /^\S+/.exec(node.chunk.text.slice(start))?.[0] ?? "!";
      report({
        at: { chunk: node.chunk, start, end: start + word.length },
        message: `YAML takes ${word} for an instruction about the value, not for text, so it is not part of the value.`,
        help: "If it belongs to the text, put the value in quotation marks; if not, remove it.",
        label: "not part of the value",
        fixes: node.kind === "scalar" ? [quoteFix(restOfLine(node, start), false)] : [],
      });
    };
    for (const document of parsed.documents) if (document.root !== undefined) visit(document.root);
  },
};

/** `!!str` and the like say what the value is anyway. */
const isStandard = (tag: string): boolean =>
  tag === "!" || tag.startsWith("!!") || tag.startsWith("tag:yaml.org,2002:");
