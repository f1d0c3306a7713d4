import { nearest } from "../../schema/names.ts";
import type { DocumentContext, DocumentRule, Reporter } from "../types.ts";

/** Shares name a shared cost: of the same portfolio, or, in an intervention, of any portfolio of the project. */
export const unknownShare: DocumentRule = {
  code: "reference/unknown-share",
  severity: "error",
  scope: "document",
  page: {
    title: "Share of a cost that nobody shares",
    what: "`shares:` names a shared cost by its id, and there is none of that id.",
    why: "The share is charged to nobody, so the intervention looks cheaper than it is.",
    fix: "Write the `id:` of the shared cost as it stands in the portfolio under `shared:`.",
    example: {
      invalid: `portfolio: early-help
shared:
  - item: Service manager
    id: manager
    amount: £70,000/year
interventions:
  - intervention: mst
    shares: {manger: 60%}
---
intervention: mst
`,
      valid: `portfolio: early-help
shared:
  - item: Service manager
    id: manager
    amount: £70,000/year
interventions:
  - intervention: mst
    shares: {manager: 60%}
---
intervention: mst
`,
    },
  },
  check(context, report) {
    const { spec, index } = context;
    if (spec.kind === "portfolio") {
      const known = (spec.reading?.shared?.items ?? []).flatMap((item) => item.id?.value ?? []);
      check(context, known, "This portfolio has no", report);
    } else if (spec.kind === "intervention" && index.complete) {
      const known = index.ids("shared-cost").map((id) => id.slice(id.indexOf("/") + 1));
      check(context, known, "No portfolio of this project has a", report);
    }
  },
};

function check(context: DocumentContext, known: readonly string[], start: string, report: Reporter): void {
  for (const { key, place, path } of context.fields().mapKeys) {
    if (path.at(-1) !== "shares" || known.includes(key)) continue;
    const near = nearest(key, known);
    report({
      at: place,
      message: `${start} shared cost with the id "${key}", so the share is charged to nobody.`,
      help:
        near === undefined
          ? 'Write the "id" of a cost under "shared" of the portfolio.'
          : `Did you mean "${near.name}"?`,
      label: "not found",
      ...(near === undefined || place.chunk.text.slice(place.start, place.end) !== key
        ? {}
        : { fixes: [{ title: `Write "${near.name}"`, certain: false, edits: [{ at: place, text: near.name }] }] }),
    });
  }
}
