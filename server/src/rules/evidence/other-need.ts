import { needApart } from "../../model/assess/evidence/index.ts";
import type { DocumentRule } from "../types.ts";
import { andList } from "../wording.ts";
import { citedReadings, saysWhy } from "./cited.ts";

const spec = (level: string): string =>
  `intervention: a\nneed_level: universal\npopulation:\n  unit: family\noutcomes:\n  - outcome: child-behaviour\n    evidence: [day-2012]\n---\nstudy: day-2012\nneed_level: ${level}\ndesign: rct\nresults:\n  - outcome: child-behaviour\n    effect: d 0.38 better (0.01 to 0.75)\n`;

/** The studies of a claim were of children of another level of need than those served. */
export const otherNeed: DocumentRule = {
  code: "evidence/other-need",
  severity: "warning",
  scope: "document",
  page: {
    title: "Evidence for another level of need",
    what: "The spec and every study cited for an outcome say their level of need, and none is the same. Where the nearest is one step away, such as groups at risk against children with signs of the problem, that is only pointed out.",
    why: "A programme for children who already have a problem has much to improve; offered to all, most have nothing to lose. And what helps most children may be too little for those in greatest need.",
    fix: "Cite a study of this level of need, or say under `transfer:` of the outcome why the evidence holds for it.",
    standard: "GRADE, indirectness; EIF evidence standards",
    example: { file: "a.intervention.yaml", invalid: spec("specialist"), valid: spec("universal") },
  },
  check(context, report) {
    if (context.spec.kind !== "intervention") return;
    const served = context.spec.reading?.need_level;
    if (served?.value === undefined) return;
    for (const claim of context.spec.reading?.outcomes?.items ?? []) {
      if (saysWhy(claim) || claim.evidence === undefined) continue;
      const studies = citedReadings(context, claim);
      const levels = studies.flatMap(({ study }) => study.need_level?.value ?? []);
      // A study that does not say its level may be the one of this.
      if (levels.length === 0 || levels.length < studies.length) continue;
      const apart = needApart(served.value, levels);
      if (apart === 0) continue;
      report({
        at: claim.evidence.$,
        severity: apart > 1 ? "warning" : "information",
        message: `Those served are ${said[served.value]}; the evidence cited for "${claim.outcome?.text || "this outcome"}" is of ${andList([...new Set(levels)].map((level) => said[level]))}.`,
        help: "Cite a study of this level of need, or say under `transfer:` why the evidence holds for it.",
        related: [
          { at: served.$, label: "served" },
          ...studies.map(({ definition: { path, span } }) => ({ at: { path, span }, label: "the study" })),
        ],
      });
    }
  },
};

const said = {
  universal: "everyone, whatever their need",
  "targeted-selective": "groups at higher risk",
  "targeted-indicated": "children or families with signs of the problem",
  specialist: "children with complex or acute needs",
} as const;
