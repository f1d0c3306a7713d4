import { uncoveredAges } from "../../model/assess/evidence/index.ts";
import type { AgeRange } from "../../values/types.ts";
import type { DocumentRule } from "../types.ts";
import { andList } from "../wording.ts";
import { citedReadings, saysWhy } from "./cited.ts";

/** The studies of a claim were of children of other ages than those served. */
export const otherAges: DocumentRule = {
  code: "evidence/other-ages",
  severity: "warning",
  scope: "document",
  page: {
    title: "Evidence for other ages",
    what: "None of the studies cited for an outcome covers the ages served. Where they cover a part and leave out two years or more, that is only pointed out.",
    why: "What helps a toddler may do nothing for a teenager. Counting an effect for ages at which nobody has looked is a guess.",
    fix: "Cite a study of these ages, narrow the ages served, or say under `transfer:` of the outcome why the evidence holds for them.",
    standard: "GRADE, indirectness; EIF evidence standards",
    example: {
      file: "a.intervention.yaml",
      invalid:
        "intervention: a\npopulation:\n  unit: family\n  ages: 11 to 17 years\noutcomes:\n  - outcome: child-behaviour\n    evidence: [day-2012]\n---\nstudy: day-2012\nages: 2 to 9 years\ndesign: rct\nresults:\n  - outcome: child-behaviour\n    effect: d 0.38 better (0.01 to 0.75)\n",
      valid:
        "intervention: a\npopulation:\n  unit: family\n  ages: 3 to 9 years\noutcomes:\n  - outcome: child-behaviour\n    evidence: [day-2012]\n---\nstudy: day-2012\nages: 2 to 9 years\ndesign: rct\nresults:\n  - outcome: child-behaviour\n    effect: d 0.38 better (0.01 to 0.75)\n",
    },
  },
  check(context, report) {
    const { spec } = context;
    if (spec.kind !== "intervention") return;
    const served = spec.reading?.population?.ages;
    if (served?.value === undefined) return;
    for (const claim of spec.reading?.outcomes?.items ?? []) {
      if (saysWhy(claim) || claim.evidence === undefined) continue;
      const studies = citedReadings(context, claim);
      const studied = studies.map(({ study }) => study.ages);
      // A study that does not say its ages may be the one of these.
      if (studied.length === 0 || studied.some((ages) => ages?.value === undefined)) continue;
      const found = uncoveredAges(
        served.value,
        studied.flatMap((ages): AgeRange[] => (ages?.value === undefined ? [] : [ages.value])),
      );
      if (found.kind === "covered") continue;
      const there = andList([...new Set(studied.map((ages) => ages?.text ?? ""))]);
      const name = claim.outcome?.text || "this outcome";
      report({
        at: claim.evidence.$,
        severity: found.kind === "none" ? "warning" : "information",
        message:
          found.kind === "none"
            ? `Those served are aged ${served.text}; the evidence cited for "${name}" is of ages ${there}, none of them the same.`
            : `Those served are aged ${served.text}; the evidence cited for "${name}" covers ages ${there}.`,
        help: "Cite a study of these ages, narrow the ages served, or say under `transfer:` why the evidence holds for them.",
        related: [
          { at: served.$, label: "served" },
          ...studies.map(({ definition }) => ({
            at: { path: definition.path, span: definition.span },
            label: "the study",
          })),
        ],
      });
    }
  },
};
