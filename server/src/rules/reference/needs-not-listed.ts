import type { DocumentRule } from "../types.ts";

/** Says once for a document that its needs cannot be checked, instead of calling each of them missing. */
export const needsNotListed: DocumentRule = {
  code: "reference/needs-not-listed",
  severity: "information",
  scope: "document",
  page: {
    title: "Needs that cannot be checked",
    what: "A spec names the needs it answers, and no area of the project lists any needs.",
    why: "How much need is met can be told only where an area says how many have it.",
    fix: "List the needs, with how many have each, in the area's file under `needs:`.",
    example: {
      invalid: `intervention: parent-groups
population:
  unit: family
  needs: [family-conflict]
`,
      valid: `intervention: parent-groups
population:
  unit: family
  needs: [family-conflict]
---
area: example-council
needs:
  - need: family-conflict
    number: 620 families
`,
    },
  },
  check(context, report) {
    const { index } = context;
    if (!index.complete || context.spec.kind === "area") return;
    const first = context.ids().uses.find(({ kind }) => kind === "need");
    if (first === undefined || index.ids("need").length > 0 || index.mayBeDefined("need", first.id)) return;
    report({
      at: first.at,
      message: "No area of this project lists needs, so the needs named here are not checked against anything.",
      help: 'List them, with how many have each, under "needs" in a file that ends in ".area.yaml".',
    });
  },
};
