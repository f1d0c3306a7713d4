import { compareRating, type Rating } from "../../evidence/ratings/index.ts";
import { bodyFacts, factsOfStudy, ratingsOfBody, ratingsOfStudy } from "../../model/assess/ratings/index.ts";
import type { EvidenceStandard } from "../../model/settings.ts";
import { evidenceStandards } from "../../schema/kinds/common.ts";
import type { DocumentContext, DocumentRule, Where } from "../types.ts";
import { andList, said } from "../wording.ts";

/** A printed rating is higher than the studies recorded here allow. */
export const ratingAboveIndicative: DocumentRule = {
  code: "evidence/rating-above-indicative",
  severity: "information",
  scope: "document",
  page: {
    title: "Rating above the indicative one",
    what: "A printed rating is higher than the highest that the studies recorded in the project allow. Facts that are not recorded are taken as open, never as against it.",
    why: "Whoever reads the rating alone does not see the studies that speak against it. A panel may know more than is recorded here: then that should be recorded too.",
    fix: "Record the studies and facts that the rating rests on. If the studies here are all there is, say which rating they allow.",
    standard: "EIF evidence standards; Maryland Scientific Methods Scale; Nesta; EEF; GRADE",
    example: {
      file: "a.intervention.yaml",
      invalid:
        "intervention: mst\npopulation:\n  unit: family\noutcomes:\n  - outcome: child-enters-care\n    evidence: [fonagy-2018]\nratings:\n  - standard: maryland\n    rating: 4\n    source: Guidebook, 2018\n---\nstudy: fonagy-2018\ndesign: before-after\n",
      valid:
        "intervention: mst\npopulation:\n  unit: family\noutcomes:\n  - outcome: child-enters-care\n    evidence: [fonagy-2018]\nratings:\n  - standard: maryland\n    rating: 4\n    source: Guidebook, 2018\n---\nstudy: fonagy-2018\ndesign: rct\n",
    },
  },
  check(context, report) {
    const { spec } = context;
    if (spec.kind !== "intervention" && spec.kind !== "study") return;
    for (const item of spec.reading?.ratings?.items ?? []) {
      const standard = item.standard?.value;
      const printed = item.rating?.value;
      if (item.rating === undefined || printed === undefined || !isRated(standard)) continue;
      const rating = indicative(context, standard);
      if (rating === undefined || compareRating(printed, rating) !== "above") continue;
      const lacking = rating.judged
        .filter(({ verdict, criterion }) => verdict === false && reaches(rating, criterion.level, printed))
        .map(({ criterion }) => criterion.text);
      report({
        at: item.rating.$,
        message: `The ${rating.standard.name} rating ${said(printed)} is above what is recorded here: ${spec.kind === "study" ? "this study" : studiesText(rating)} would come to ${rating.label} (indicative).`,
        help: `${lacking.length === 0 ? "" : `Not shown: ${andList([...new Set(lacking)].slice(0, 3))}. `}A panel may rest on studies or facts that are not here: record them.`,
        related: spec.kind === "study" ? [] : studies(context, rating),
      });
    }
  },
};

const isRated = (standard: string | undefined): standard is EvidenceStandard =>
  standard !== undefined && Object.hasOwn(evidenceStandards, standard);

function indicative(context: DocumentContext, standard: EvidenceStandard): Rating | undefined {
  const { spec } = context;
  // A body of evidence of which a study is not found is not the body that was rated.
  if (spec.kind === "intervention" && spec.reading !== undefined && !lacksStudy(context))
    return ratingsOfBody(bodyFacts(spec.reading, context, { country: context.settings.country }), [standard])[0];
  if (spec.kind === "study" && spec.reading !== undefined)
    return ratingsOfStudy(factsOfStudy(spec.reading, spec.id ?? "", context), [standard])[0];
  return undefined;
}

const lacksStudy = ({ index, ids }: DocumentContext): boolean =>
  ids().uses.some(({ kind, id }) => kind === "study" && index.defined("study", id).length === 0);

function reaches({ standard }: Rating, level: string, printed: string): boolean {
  const rank = (code: string): number => standard.levels.findIndex((each) => each.code === code);
  return rank(level) <= rank(printed.replace(/\*.*$/, "").trim());
}

const studiesText = ({ studies: { length } }: Rating): string =>
  length === 1 ? "its one study" : `its ${length} studies`;

const studies = ({ index }: DocumentContext, rating: Rating): readonly { at: Where; label: string }[] =>
  rating.studies.flatMap(({ id, label }) =>
    index
      .definitions("study", id)
      .slice(0, 1)
      .map(({ path, span }) => ({ at: { path, span }, label: `indicative ${label}` })),
  );
