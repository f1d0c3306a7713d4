/**
 * Indicative ratings of a study, of a claim and of an intervention, under the standards that the settings name. Worked out when asked for:
 * nothing here runs on a keystroke unless a rule or a surface needs it.
 */
import { evidenceStandardData } from "../../../data/index.ts";
import { type BodyFacts, type Rating, rateBody, rateStudy, type StudyFacts } from "../../../evidence/ratings/index.ts";
import type { Intervention } from "../../../schema/kinds/intervention.ts";
import type { Study } from "../../../schema/kinds/study.ts";
import type { IdKind } from "../../../schema/shape.ts";
import type { DefinitionReader } from "../../defined.ts";
import type { EvidenceStandard } from "../../settings.ts";
import type { Definition, Use } from "../../spec.ts";
import { directness } from "./direct.ts";
import { studyFacts } from "./facts.ts";

export { isRateable } from "./facts.ts";
export { type Attrition, attritionLevelOf, attritionOf, clusterAttritionOf } from "./numbers.ts";
export { afterEnd } from "./results.ts";

/** How studies and outcomes are found: the index of a project, and what reads its definitions. */
export interface EvidenceSource {
  readonly index: {
    definitions(kind: IdKind, id: string): readonly Definition[];
    uses(kind: IdKind, id: string): readonly Use[];
  };
  readonly read: DefinitionReader;
}

/** A study's facts, with what its outcomes say of whose they are and how they are measured. */
export const factsOfStudy = (study: Study, id: string, { index, read }: EvidenceSource): StudyFacts =>
  studyFacts(study, id, (outcome) => {
    const [definition] = index.definitions("outcome", outcome);
    return definition === undefined ? undefined : read("outcome", definition);
  });

/** Facts of a study that is known by its id; undefined when nothing defines it. */
export function factsOfStudyId(id: string, source: EvidenceSource): StudyFacts | undefined {
  const [definition] = source.index.definitions("study", id);
  const study = definition === undefined ? undefined : source.read("study", definition);
  return study === undefined ? undefined : factsOfStudy(study, id, source);
}

/** Ids of the studies of an intervention: those that it cites, and those that name it, cited or not. */
export function studiesOf(spec: Intervention, { index }: EvidenceSource): readonly string[] {
  const cited = (spec.outcomes?.items ?? []).flatMap((claim) =>
    (claim.evidence?.items ?? []).flatMap(({ value }) => (value === undefined ? [] : [value])),
  );
  const id = spec.intervention?.value;
  const naming =
    id === undefined
      ? []
      : index.uses("intervention", id).flatMap(({ by }) => (by.kind === "study" && by.id !== undefined ? [by.id] : []));
  return [...new Set([...cited, ...naming])];
}

/** What is known of an intervention's evidence; of one outcome where it is named. `country` is that of the settings. */
export function bodyFacts(
  spec: Intervention,
  source: EvidenceSource,
  { outcome, country }: { readonly outcome?: string; readonly country?: string | undefined } = {},
): BodyFacts {
  const found = studiesOf(spec, source).flatMap((id) => {
    const [definition] = source.index.definitions("study", id);
    const study = definition === undefined ? undefined : source.read("study", definition);
    return study === undefined ? [] : [{ id, study }];
  });
  const about = found.filter(
    ({ study }) =>
      outcome === undefined || (study.results?.items ?? []).some((result) => result.outcome?.value === outcome),
  );
  return {
    studies: found.map(({ id, study }) => factsOfStudy(study, id, source)),
    account: spec.theory_of_change === undefined ? undefined : true,
    manual: spec.manual === undefined ? undefined : true,
    direct: directness(
      spec,
      about.map(({ study }) => study),
      country,
      outcome,
    ),
    ...(outcome === undefined ? {} : { outcome }),
  };
}

/** Ratings of a body of evidence under each standard, in their order. */
export const ratingsOfBody = (body: BodyFacts, standards: readonly EvidenceStandard[]): readonly Rating[] =>
  standards.map((standard) => rateBody(standard, body, evidenceStandardData[standard]));

/** Ratings of one study under each standard, in their order. */
export const ratingsOfStudy = (study: StudyFacts, standards: readonly EvidenceStandard[]): readonly Rating[] =>
  standards.map((standard) => rateStudy(standard, study, evidenceStandardData[standard]));
