import type { Field } from "../../schema/shape.ts";
import type { Moment } from "../../values/types.ts";
import type { DocumentContext, DocumentRule, Fix } from "../types.ts";
import { said } from "../wording.ts";

/** Times of measurement that do not say from where they are counted: one finding for a document. */
export const timeNotSaid: DocumentRule = {
  code: "evidence/time-not-said",
  severity: "information",
  scope: "document",
  page: {
    title: "Follow-up that does not say from when",
    what: "A study, or an evaluation plan, gives a time such as `12 months` or `6-month follow-up`, which some papers count from the end of the programme and others from randomisation. It is said once for a document.",
    why: "After a programme of a year, twelve months from the start is its last day, and twelve months from its end is a year without it. Standards of evidence ask whether effects last after the end.",
    fix: "Look in the methods of the publication, and write `6 months after end` or `6 months after randomisation`.",
    standard: "EIF evidence standards, level 4; CONSORT 2025, outcomes",
    example: {
      file: "a.study.yaml",
      invalid:
        "study: smith-2020\ndesign: rct\nsample: 400 families\nresults:\n  - outcome: child-behaviour\n    at: 6-month follow-up\n    effect: d 0.38 better (95% CI 0.01 to 0.75)\n",
      valid:
        "study: smith-2020\ndesign: rct\nsample: 400 families\nresults:\n  - outcome: child-behaviour\n    at: 6 months post-treatment\n    effect: d 0.38 better (95% CI 0.01 to 0.75)\n",
    },
  },
  check({ spec }, report) {
    const open = timesOf(spec).flatMap((field) => (field?.value?.from === "unsaid" ? [field] : []));
    const [first, ...others] = open;
    if (first === undefined) return;
    report({
      at: first.$,
      message: `Whether ${said(first.text, 60)} is counted from the start or from the end of the programme is not said${others.length === 0 ? "" : `, nor of ${others.length} more ${others.length === 1 ? "time" : "times"} here`}.`,
      help: "Look in the methods of the publication, and write it as a time `after end` or `after randomisation`.",
      fixes: rewritten(first),
      related: others.map(({ $ }) => ({ at: $, label: "not said either" })),
    });
  },
};

/** Both readings; which is right the publication says. */
function rewritten({ $: at, text }: Field<Moment>): readonly Fix[] {
  // Only where it stands letter for letter, and not in quotes or behind an alias.
  if (at.chunk.text.slice(at.start, at.end) !== text) return [];
  const length = /(\d[\d.]*)[\s-]*(day|week|fortnight|month|year)s?/i.exec(text);
  if (length === null) return [];
  const [, number = "", unit = ""] = length;
  const plain = `${number} ${unit.toLowerCase()}${number === "1" ? "" : "s"}`;
  return ["after end", "after start"].map((from) => ({
    title: `Write "${plain} ${from}"`,
    certain: false,
    edits: [{ at, text: `${plain} ${from}` }],
  }));
}

function timesOf(spec: DocumentContext["spec"]): readonly (Field<Moment> | undefined)[] {
  if (spec.kind === "study") {
    const { results, follow_ups: followUps, last_follow_up: last } = spec.reading ?? {};
    return [...(results?.items ?? []).map(({ at }) => at), ...(followUps?.items ?? []).map(({ at }) => at), last];
  }
  if (spec.kind !== "intervention") return [];
  const plan = spec.reading?.evaluation;
  return [...(plan?.measured_at?.items ?? []), plan?.follow_up];
}
