import type { DocumentRule } from "../types.ts";
import { wronglyMade } from "../unreadable.ts";
import { said } from "../wording.ts";

/** A published rating is claimed, and nothing says where it was published. */
export const ratingWithoutSource: DocumentRule = {
  code: "evidence/rating-without-source",
  severity: "warning",
  scope: "document",
  page: {
    title: "Rating without a source",
    what: "A rating is given as published, but neither it nor the document says where.",
    why: "A rating is a panel's judgement at one time. Without its source nobody can see what it rests on, or whether it still stands.",
    fix: "Give the `source:` of the rating, and `as_of:` the day the panel gave it.",
    standard: "EIF evidence standards",
    example: {
      file: "a.intervention.yaml",
      invalid: "intervention: a\npopulation:\n  unit: family\nratings:\n  - standard: eif\n    rating: 3\n",
      valid:
        "intervention: a\npopulation:\n  unit: family\nratings:\n  - standard: eif\n    rating: 3\n    source: EIF Guidebook, July 2016\n",
    },
  },
  check({ spec }, report) {
    if ((spec.kind !== "intervention" && spec.kind !== "study") || spec.reading === undefined) return;
    if (spec.reading.source !== undefined || wronglyMade(spec.reading, "source")) return;
    for (const item of spec.reading.ratings?.items ?? []) {
      if (item.rating?.value === undefined || item.source !== undefined || wronglyMade(item, "source")) continue;
      report({
        at: item.rating.$,
        message: `Nothing says where the rating ${said(item.rating.text)} was published.`,
        help: "Give its `source:`, and `as_of:` the day the panel gave it.",
      });
    }
  },
};
