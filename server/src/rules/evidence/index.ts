/** The rules on evidence, in the order of `explain`. */
import type { Rule } from "../types.ts";
import { armsContradictEffect } from "./arms-contradict-effect.ts";
import { armsDoNotAddUp } from "./arms-do-not-add-up.ts";
import { baselineDiffers } from "./baseline-differs.ts";
import { beyondFollowUp } from "./beyond-follow-up.ts";
import { changeAsEffect } from "./change-as-effect.ts";
import { claimLarger } from "./claim-larger.ts";
import { claimWithoutEvidence } from "./claim-without-evidence.ts";
import { clusteringIgnored } from "./clustering-ignored.ts";
import { coefficientNotSaid } from "./coefficient-not-said.ts";
import { differentialAttrition } from "./differential-attrition.ts";
import { directionNotSaid } from "./direction-not-said.ts";
import { effectWithoutInterval } from "./effect-without-interval.ts";
import { estimateOutsideInterval } from "./estimate-outside-interval.ts";
import { factsMissing } from "./facts-missing.ts";
import { fewClusters } from "./few-clusters.ts";
import { fewerThanPlanned } from "./fewer-than-planned.ts";
import { highAttrition } from "./high-attrition.ts";
import { indexDoesNotFollow } from "./index-does-not-follow.ts";
import { intervalOffCentre } from "./interval-off-centre.ts";
import { moreAnalysed } from "./more-analysed.ts";
import { noComparison } from "./no-comparison.ts";
import { notRegistered } from "./not-registered.ts";
import { notSignificantAsEffect } from "./not-significant-as-effect.ts";
import { oldEvidence } from "./old-evidence.ts";
import { developerLed, oneStudy } from "./one-study.ts";
import { otherAges } from "./other-ages.ts";
import { otherCountry } from "./other-country.ts";
import { otherNeed } from "./other-need.ts";
import { otherOutcome } from "./other-outcome.ts";
import { otherSetting } from "./other-setting.ts";
import { pContradictsInterval } from "./p-contradicts-interval.ts";
import { ratingAboveIndicative } from "./rating-above-indicative.ts";
import { ratingWithoutSource } from "./rating-without-source.ts";
import { retainedContradictsNumbers } from "./retained-contradicts-numbers.ts";
import { seOfRatio } from "./se-of-ratio.ts";
import { sharesContradictCounts } from "./shares-contradict-counts.ts";
import { smallStudy } from "./small-study.ts";
import { studyWithoutDesign } from "./study-without-design.ts";
import { studyWithoutResult } from "./study-without-result.ts";
import { studyWithoutSample } from "./study-without-sample.ts";
import { subgroupAsWhole } from "./subgroup-as-whole.ts";
import { timeNotSaid } from "./time-not-said.ts";
import { transferNotChecked } from "./transfer-not-checked.ts";
import { unblindedSelfReport } from "./unblinded-self-report.ts";
import { unequalAtStart } from "./unequal-at-start.ts";
import { unknownRating } from "./unknown-rating.ts";

export const evidenceRules: readonly Rule[] = [
  claimWithoutEvidence,
  otherOutcome,
  studyWithoutDesign,
  studyWithoutSample,
  studyWithoutResult,
  effectWithoutInterval,
  beyondFollowUp,
  timeNotSaid,
  oldEvidence,
  estimateOutsideInterval,
  pContradictsInterval,
  seOfRatio,
  coefficientNotSaid,
  notSignificantAsEffect,
  armsDoNotAddUp,
  factsMissing,
  highAttrition,
  differentialAttrition,
  smallStudy,
  fewerThanPlanned,
  unblindedSelfReport,
  unequalAtStart,
  baselineDiffers,
  notRegistered,
  noComparison,
  oneStudy,
  developerLed,
  unknownRating,
  ratingAboveIndicative,
  ratingWithoutSource,
  armsContradictEffect,
  changeAsEffect,
  directionNotSaid,
  claimLarger,
  subgroupAsWhole,
  clusteringIgnored,
  fewClusters,
  indexDoesNotFollow,
  intervalOffCentre,
  moreAnalysed,
  otherAges,
  otherCountry,
  otherNeed,
  otherSetting,
  retainedContradictsNumbers,
  sharesContradictCounts,
  transferNotChecked,
];
