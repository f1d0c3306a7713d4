import type { DocumentRule } from "../types.ts";
import { kindName } from "./kind-name.ts";
import { resolver, usesOf } from "./resolve.ts";

export const wrongKind: DocumentRule = {
  code: "reference/wrong-kind",
  severity: "error",
  scope: "document",
  page: {
    title: "Reference to something of another kind",
    what: "An id is there, but names something of another kind than belongs here: an outcome where a study is wanted, for example.",
    why: "A claim that cites an outcome instead of a study cites no evidence.",
    fix: "Write the id of the kind that is named.",
    example: {
      invalid: `intervention: parent-groups
outcomes:
  - outcome: child-behaviour
    evidence: [child-behaviour]
---
outcome: child-behaviour
`,
      valid: `intervention: parent-groups
outcomes:
  - outcome: child-behaviour
    evidence: [scott-2010]
---
outcome: child-behaviour
---
study: scott-2010
`,
    },
  },
  check(context, report) {
    const { index } = context;
    if (!index.complete) return;
    const resolve = resolver(index);
    for (const use of usesOf(context)) {
      const resolution = resolve(use);
      if (resolution.found !== "other-kind") continue;
      const [definition] = index.definitions(resolution.kind, use.id);
      report({
        at: use.at,
        message: `"${use.id}" is ${kindName[resolution.kind]}; ${kindName[use.kind]} belongs here.`,
        help: `Write the id of ${kindName[use.kind]}.`,
        label: `${kindName[resolution.kind]}`,
        ...(definition === undefined
          ? {}
          : { related: [{ at: { path: definition.path, span: definition.span }, label: "defined here" }] }),
      });
    }
  },
};
