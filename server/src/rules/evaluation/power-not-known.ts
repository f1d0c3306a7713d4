import { designOf } from "../../model/assess/design/index.ts";
import { evidenceSources } from "../../model/assess/evidence/sources.ts";
import type { DocumentRule } from "../types.ts";
import { andList, said } from "../wording.ts";
import { planned } from "./plan-example.ts";

const sums = "  clusters: 60 teams\n  per_cluster: 30 families\n  expected_effect: RR 0.72\n";

/** The sums of a plan have begun, and cannot be done. */
export const powerNotKnown: DocumentRule = {
  code: "evaluation/power-not-known",
  severity: "information",
  scope: "document",
  page: {
    title: "Evaluation whose power is not known",
    what: "A plan says how many take part or which effect it expects, and something that its power hangs on is missing. Whether it is large enough is then not checked.",
    why: "In clusters people are alike, and how alike decides how much a trial can find: with 30 people in each, a correlation of 0.05 makes the numbers needed two and a half times as large.",
    fix: "Say what is missing: the intraclass correlation from earlier trials or the council's own data, the people in each cluster, what happens without the programme.",
    standard: "SPIRIT 2025, item 19",
    example: {
      file: "a.intervention.yaml",
      invalid: planned(sums),
      valid: planned(`${sums}  icc: 0.05\n`),
    },
  },
  check(context, report) {
    const { spec } = context;
    const evaluation = spec.kind === "intervention" ? spec.reading?.evaluation : undefined;
    if (spec.kind !== "intervention" || spec.reading === undefined || evaluation === undefined) return;
    const begun = evaluation.expected_effect ?? evaluation.clusters ?? evaluation.participants;
    if (begun === undefined) return;
    const design = designOf(spec.reading, evidenceSources(context));
    if (design === undefined || design.plan.kind === undefined || design.plan.impossible.length > 0) return;
    if (design.stage !== "planned" && design.stage !== "registered") return;
    const { missing } = design.plan;
    if (missing.length > 0) {
      report({
        at: design.at,
        message: `Whether this plan is large enough is not known: it does not say ${andList(missing.map(({ what }) => what))}.`,
        help:
          design.ifIcc.length > 0
            ? "Hover over the plan to see what it would find at 0.05, 0.10, 0.15 and 0.20."
            : "Say it under `evaluation`, or write `unknown` and expect this to stay.",
      });
      return;
    }
    for (const { at, text, size } of design.expected)
      if (size.kind === "needs")
        report({
          at,
          message: `Whether this plan finds ${said(text, 60)} is not known: that needs ${size.lacking.what}.`,
          help: `Say it in the claim on ${design.outcome === undefined ? "the primary outcome" : `"${design.outcome}"`} or in its outcome, or give the expected effect as g.`,
        });
  },
};
