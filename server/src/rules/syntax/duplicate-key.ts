import { isTornPart } from "../../syntax/torn.ts";
import { syntaxRule } from "./issue.ts";

export const duplicateKey = syntaxRule("duplicate-key", {
  severity: "error",
  page: {
    title: "Key written twice",
    what: "The same key stands twice in one part of a document.",
    why: "Only the first is read. The second may be the newer figure, and it counts nowhere.",
    fix: "Keep the one that is right. Several of the same kind are written as a list, one a line after a hyphen.",
    example: {
      invalid: `outcome: child-enters-care
kind: state
kind: event
`,
      valid: `outcome: child-enters-care
kind: state
`,
    },
  },
  say(issue, { parsed }) {
    const nodes = parsed.pathAt(parsed.spanOf(issue).start)?.nodes ?? [];
    if (isTornPart(nodes, issue)) return undefined;
    return {
      message: `"${issue.detail ?? ""}" is written twice here; only the first is read.`,
      help: "Keep the one that is right.",
      label: "not read",
      ...(issue.related === undefined ? {} : { related: [{ at: issue.related, label: "first written here" }] }),
    };
  },
});
