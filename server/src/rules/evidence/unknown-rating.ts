import { evidenceStandardData } from "../../data/index.ts";
import { evidenceStandards } from "../../schema/kinds/common.ts";
import type { DocumentRule } from "../types.ts";
import { orList, said } from "../wording.ts";

/** A printed rating is none of its standard's. */
export const unknownRating: DocumentRule = {
  code: "evidence/unknown-rating",
  severity: "warning",
  scope: "document",
  page: {
    title: "Rating that its standard does not have",
    what: "A published rating is none of the levels of the standard it is said to be of.",
    why: "It is a slip, or a rating of another standard. Either way nobody can compare it.",
    fix: "Compare with the publication, and name the standard whose panel gave it.",
    standard: "EIF evidence standards; EEF padlocks; Maryland Scientific Methods Scale; Nesta; GRADE",
    example: {
      file: "a.intervention.yaml",
      invalid:
        "intervention: a\nsource: A page of 2020\npopulation:\n  unit: family\nratings:\n  - standard: maryland\n    rating: 3+\n",
      valid:
        "intervention: a\nsource: A page of 2020\npopulation:\n  unit: family\nratings:\n  - standard: eif\n    rating: 3+\n",
    },
  },
  check({ spec }, report) {
    if (spec.kind !== "intervention" && spec.kind !== "study") return;
    for (const { standard, rating } of spec.reading?.ratings?.items ?? []) {
      const id = standard?.value;
      const printed = rating?.value
        ?.replace(/[*,(].*$/, "")
        .trim()
        .toLowerCase();
      if (id === undefined || rating === undefined || printed === undefined || printed === "unknown") continue;
      if (!isRated(id)) continue;
      const { name, levels, former = [] } = evidenceStandardData[id];
      if ([...levels, ...former].some(({ code }) => code.toLowerCase() === printed)) continue;
      report({
        at: rating.$,
        message: `${said(rating.text)} is no level of ${name}: its levels are ${orList(levels.map(({ code }) => code))}.`,
        help: "Compare with the publication, and name the standard whose panel gave it.",
      });
    }
  },
};

const isRated = (id: string): id is keyof typeof evidenceStandards => Object.hasOwn(evidenceStandards, id);
