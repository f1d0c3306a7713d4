import type { Spec } from "../../model/spec.ts";
import type { DocumentContext, DocumentRule } from "../types.ts";
import { counted } from "../wording.ts";

/**
 * Only what is certain to have no use but by its id: outcomes, studies, and the prices that a project set itself. A library copied from
 * a publication is there whole, so its single entries are not reported; measures may be cited by their title, so they are not either.
 */
export const unused: DocumentRule = {
  code: "reference/unused",
  severity: "information",
  scope: "document",
  page: {
    title: "Defined, and used nowhere",
    what: "No file of the project refers to an outcome, a study, or a price of the project's own.",
    why: "It may have been forgotten where it belongs: evidence that no claim cites, or a price that no cost line uses.",
    fix: "Refer to it where it belongs, or delete it.",
    example: {
      invalid: `outcome: child-enters-care
title: A child enters care
`,
      valid: `outcome: child-enters-care
title: A child enters care
---
intervention: mst-edge-of-care
outcomes:
  - outcome: child-enters-care
`,
    },
  },
  check(context, report) {
    const { index, spec } = context;
    if (!index.complete) return;
    if (spec.kind === "unit-costs") return library(context, report);
    for (const { kind, id, at } of context.ids().definitions) {
      if ((kind !== "outcome" && kind !== "study") || index.isUsed(kind, id) || index.mayBeUsed(id)) continue;
      report({
        at,
        message: kind === "outcome" ? `No spec refers to the outcome "${id}".` : `No claim cites the study "${id}".`,
        help:
          kind === "outcome"
            ? 'Name it under "outcomes" of an intervention, or delete it.'
            : "Cite it under `evidence:` of the claim it bears on, or delete it.",
        unnecessary: true,
      });
    }
  },
};

function library(context: DocumentContext, report: Parameters<DocumentRule["check"]>[1]): void {
  const { index } = context;
  const entries = context.ids().definitions.filter(({ kind }) => kind === "unit-cost");
  const idle = entries.filter(({ id }) => !index.isUsed("unit-cost", id) && !index.mayBeUsed(id));
  if (idle.length === 0) return;
  const head = context.ids().definitions.find(({ kind }) => kind === "unit-costs");
  if (idle.length === entries.length && entries.length > 1 && head !== undefined) {
    report({
      at: head.at,
      message: `No spec uses any of the ${counted(entries.length, "price", "prices")} of the library "${head.id}".`,
      help: `Refer to a price as "${entries[0]?.id ?? ""}", or delete the library.`,
      unnecessary: true,
    });
    return;
  }
  if (isPublished(context.spec)) return;
  for (const { id, at } of idle)
    report({
      at,
      message: `No spec uses the price "${id}".`,
      help: "Refer to it from a cost line or an outcome, or delete it.",
      unnecessary: true,
    });
}

const isPublished = (spec: Spec): boolean =>
  spec.kind === "unit-costs" && (spec.reading?.licence !== undefined || spec.reading?.source !== undefined);
