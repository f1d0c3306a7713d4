import { evidenceStandardData } from "../../data/index.ts";
import { attritionOf } from "../../model/assess/ratings/index.ts";
import type { DocumentRule } from "../types.ts";
import { percent } from "./attrition-text.ts";

const enough = evidenceStandardData.eif.criteria.find(({ id }) => id === "retention")?.threshold ?? Number.NaN;

/** A study lost so many that it falls short of the lowest standard. */
export const highAttrition: DocumentRule = {
  code: "evidence/high-attrition",
  severity: "warning",
  scope: "document",
  page: {
    title: "High attrition",
    what: "Of those who started or were randomised, fewer than 60% were analysed.",
    why: "Those who stay in a study tend to be those who do well. When many are gone, what was found may say more about who stayed than about what was done.",
    fix: "Check the numbers. If they are right, say under `missing_data:` how the lost were dealt with, and do not rest a claim on this study alone.",
    standard: "EIF evidence standards, level 2 (the 60% is from memory, not verified)",
    example: {
      file: "a.study.yaml",
      invalid:
        "study: smith-2020\ndesign: before-after\narms:\n  - arm: parents\n    started: 200 parents\n    analysed: 110 parents\nresults:\n  - outcome: child-behaviour\n    change_over_time: d 0.5 better\n",
      valid:
        "study: smith-2020\ndesign: before-after\narms:\n  - arm: parents\n    started: 200 parents\n    analysed: 130 parents\nresults:\n  - outcome: child-behaviour\n    change_over_time: d 0.5 better\n",
    },
  },
  check({ spec }, report) {
    if (spec.kind !== "study" || spec.reading === undefined) return;
    const attrition = attritionOf(spec.reading);
    if (attrition === undefined || 1 - attrition.overall >= enough) return;
    const at = spec.reading.retained ?? spec.reading.arms?.items.find(({ analysed }) => analysed)?.analysed;
    if (at === undefined) return;
    report({
      at: at.$,
      label: `${percent(attrition.overall)} lost`,
      message: `This study lost ${percent(attrition.overall)} of those who took part; EIF level 2 asks that at least ${percent(enough)} are analysed (from memory, not verified).`,
      help: "Check the numbers. If they are right, do not rest a claim on this study alone.",
    });
  },
};
