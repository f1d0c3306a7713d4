import { evidenceStandardData } from "../../data/index.ts";
import { factsOfStudy } from "../../model/assess/ratings/index.ts";
import type { DocumentRule } from "../types.ts";

const enough = evidenceStandardData.eif.criteria.find(({ id }) => id === "group-size")?.threshold ?? Number.NaN;

/** A group of a study is smaller than any standard counts. */
export const smallStudy: DocumentRule = {
  code: "evidence/small-study",
  severity: "warning",
  scope: "document",
  page: {
    title: "Small study",
    what: "The smallest group of a study has fewer than 20 people.",
    why: "With so few, chance alone makes large differences. Small studies that find something are also the ones that get published.",
    fix: "Cite a larger study beside it. If it is all there is, say so, and test the claim under `evaluation:`.",
    standard: "EIF evidence standards, level 2 (the 20 is from memory, not verified)",
    example: {
      file: "a.study.yaml",
      invalid:
        "study: smith-2020\ndesign: rct\narms:\n  - arm: intervention\n    analysed: 14\n  - arm: control\n    analysed: 15\nresults:\n  - outcome: child-behaviour\n    effect: no difference\n",
      valid:
        "study: smith-2020\ndesign: rct\narms:\n  - arm: intervention\n    analysed: 34\n  - arm: control\n    analysed: 35\nresults:\n  - outcome: child-behaviour\n    effect: no difference\n",
    },
  },
  check(context, report) {
    const { spec } = context;
    if (spec.kind !== "study" || spec.reading?.study === undefined) return;
    const { rateable, smallestGroup } = factsOfStudy(spec.reading, spec.id ?? "", context);
    if (!rateable || smallestGroup === undefined || smallestGroup.high >= enough) return;
    const at = spec.reading.arms?.items.find(({ analysed, randomised, started }) => analysed ?? randomised ?? started);
    report({
      at: (at?.analysed ?? at?.randomised ?? at?.started ?? spec.reading.sample ?? spec.reading.study).$,
      message: `The smallest group of this study has ${Math.floor(smallestGroup.high)} at most; EIF level 2 asks for ${enough} in each (from memory, not verified).`,
      help: "Cite a larger study beside it, or test the claim under `evaluation:`.",
    });
  },
};
