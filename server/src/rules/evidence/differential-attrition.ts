import { lostAlike } from "../../evidence/ratings/index.ts";
import { attritionOf } from "../../model/assess/ratings/index.ts";
import type { DocumentRule } from "../types.ts";
import { andList } from "../wording.ts";
import { percent } from "./attrition-text.ts";

/** One arm lost many more than another. */
export const differentialAttrition: DocumentRule = {
  code: "evidence/differential-attrition",
  severity: "warning",
  scope: "document",
  page: {
    title: "One arm lost many more than another",
    what: "The share lost differs between the arms by ten points or more.",
    why: "Groups that were alike at the start are no longer alike when one has lost many more. The difference found may be between those who stayed.",
    fix: "Check the numbers. If they are right, say under `missing_data:` how this was dealt with.",
    standard: "CONSORT 2025, flow of participants; the ten points are Wellspent's own",
    example: {
      file: "a.study.yaml",
      invalid:
        "study: smith-2020\ndesign: rct\narms:\n  - arm: intervention\n    randomised: 100\n    analysed: 70\n  - arm: control\n    randomised: 100\n    analysed: 95\nresults:\n  - outcome: child-behaviour\n    effect: no difference\n",
      valid:
        "study: smith-2020\ndesign: rct\narms:\n  - arm: intervention\n    randomised: 100\n    analysed: 90\n  - arm: control\n    randomised: 100\n    analysed: 95\nresults:\n  - outcome: child-behaviour\n    effect: no difference\n",
    },
  },
  check({ spec }, report) {
    if (spec.kind !== "study" || spec.reading === undefined) return;
    const attrition = attritionOf(spec.reading);
    const [at] = spec.reading.arms?.items ?? [];
    if (attrition?.arms === undefined || (attrition.between ?? 0) < lostAlike - 1e-9 || at === undefined) return;
    report({
      at: (at.analysed ?? at).$,
      message: `The arms did not lose alike: ${andList(attrition.arms.map(({ arm, lost }) => `${arm} lost ${percent(lost)}`))}.`,
      help: "Check the numbers. If they are right, say under `missing_data:` how this was dealt with.",
    });
  },
};
