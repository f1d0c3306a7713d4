/** A study's facts for evidence standards, read from its spec. Facts only: what they are worth is in `evidence/ratings`. */

import type { StudyFacts, Verdict } from "../../../evidence/ratings/index.ts";
import type { Outcome } from "../../../schema/kinds/outcome.ts";
import type { Study } from "../../../schema/kinds/study.ts";
import { comparisonGroupDesigns, randomisedDesigns } from "../../designs.ts";
import { analysedOf, attritionLevelOf, attritionOf, retainedOf, smallestGroupOf } from "./numbers.ts";
import { resultFacts } from "./results.ts";

/** Designs that say nothing on whether something works, or sum up studies that do. */
const notOfEffects: readonly string[] = ["qualitative", "review", "cost-study"];

/** Whether a study is one of effects, which standards rate. One whose design is not known may be. */
export const isRateable = ({ design }: Study): boolean =>
  design?.value === undefined || !notOfEffects.includes(design.value);

export function studyFacts(study: Study, id: string, outcome: (id: string) => Outcome | undefined): StudyFacts {
  const written = study.design?.value;
  const design = written === undefined || written === "unknown" ? undefined : written;
  const control = study.control?.value;
  const hasComparison = comparison(design, control);
  const inOneGroup = hasComparison === false;
  return {
    id,
    name: nameOf(study, id),
    design,
    rateable: isRateable(study),
    randomised: design === undefined ? undefined : randomisedDesigns.has(design),
    compared: hasComparison,
    smallestGroup: smallestGroupOf(study, inOneGroup ? 1 : 2),
    analysed: analysedOf(study),
    retained: retainedOf(study),
    lostAlike: lostAlike(study),
    sameMeasures: study.same_measures?.value,
    representative: study.representative?.value,
    baselineAlike: study.baseline_equivalent?.value,
    missingDataHandled: saidText(study.missing_data),
    intentionToTreat: intention(study),
    independentEvaluator: independent(study),
    registered: study.registration?.value === undefined ? undefined : study.registration.value !== "none",
    smallestEffect: smallest(study),
    bias: biasOf(study),
    country: study.country?.value,
    results: (study.results?.items ?? []).map((result) =>
      resultFacts(result, study, result.outcome?.value === undefined ? undefined : outcome(result.outcome.value)),
    ),
  };
}

/** Under the optimistic boundary, beyond which no view holds that the arms can still be compared. */
function lostAlike(study: Study): Verdict {
  const level = attritionLevelOf(attritionOf(study));
  return level === undefined ? undefined : level !== "high";
}

function comparison(design: string | undefined, control: string | undefined): Verdict {
  if (design !== undefined && comparisonGroupDesigns.has(design)) return true;
  if (control === "none" || design === "before-after") return false;
  return control !== undefined && control !== "unknown" ? true : undefined;
}

const saidText = (field: { readonly value?: string } | undefined): Verdict => {
  const text = field?.value?.toLowerCase();
  return text === undefined || text === "unknown" ? undefined : text !== "none";
};

function intention({ analysis }: Study): Verdict {
  const said = analysis?.value;
  return said === undefined || said === "unknown" || said === "other" ? undefined : said === "intention-to-treat";
}

/** Those who devised an intervention are not independent of it. */
function independent({ independent_evaluator, developer_led }: Study): Verdict {
  if (independent_evaluator?.value !== undefined) return independent_evaluator.value;
  return developer_led?.value === true ? false : undefined;
}

function smallest({ smallest_effect }: Study): number | undefined {
  const value = smallest_effect?.value;
  return value?.kind === "estimate" && (value.metric === "g" || value.metric === "d")
    ? Math.abs(value.value)
    : undefined;
}

const grave: readonly string[] = ["serious", "high", "critical"];
/** Domains of RoB 2: a trial judged low in all of them is low over all. */
const trialDomains = 5;

/** The judgement over all; where a review gives domains alone, the worst of them, and low only when every one of five is. */
function biasOf({ risk_of_bias }: Study): StudyFacts["bias"] {
  const said = new Map((risk_of_bias?.entries ?? []).map(({ key, value }) => [key, value.value]));
  const overall = said.get("overall");
  if (overall !== undefined && overall !== "unknown")
    return grave.includes(overall) ? "high" : overall === "low" ? "low" : "some";
  said.delete("overall");
  const domains = [...said.values()];
  if (domains.some((each) => each !== undefined && grave.includes(each))) return "high";
  if (domains.length >= trialDomains && domains.every((each) => each === "low")) return "low";
  return domains.some((each) => each === "some-concerns" || each === "moderate") ? "some" : undefined;
}

/** Authors and year where they are given, else the title, else the id. */
function nameOf({ source, title }: Study, id: string): string {
  if (source?.$kind !== "object") return title?.value ?? id;
  const authors = source.authors?.value;
  const year = source.year?.text;
  if (authors === undefined) return title?.value ?? id;
  const short = authors.length > 40 ? `${authors.split(/[,(]/)[0]?.trim()} and others` : authors;
  return year === undefined ? short : `${short}, ${year}`;
}
