import type { DocumentRule } from "../types.ts";

export const secondDocument: DocumentRule = {
  code: "settings/second-document",
  severity: "warning",
  scope: "document",
  page: {
    title: "Second document in a settings file",
    what: "A settings file holds more than one document, divided by `---`.",
    why: "Only the first is read, so what the second sets does not hold.",
    fix: "Write all settings in one document.",
    example: {
      file: "wellspent.yaml",
      invalid: `root: true
---
standards:
  evidence: eif
`,
      valid: `root: true
standards:
  evidence: eif
`,
    },
  },
  check({ spec, document, parsed }, report) {
    if (spec.kind !== "settings" || document.root === undefined) return;
    const first = parsed.documents.find((each) => each.root !== undefined);
    if (first === document) return;
    const { root } = document;
    report({
      at: root.kind === "mapping" ? (root.entries[0]?.key ?? root) : root,
      message: "Only the first document of a settings file is read, so what is set from here on does not hold.",
      help: "Write all settings in one document: remove the --- line.",
      label: "not read",
    });
  },
};
