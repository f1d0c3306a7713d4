/** The rules on evidence, in the order of `explain`. */
import type { Rule } from "../types.ts";
import { armsDoNotAddUp } from "./arms-do-not-add-up.ts";
import { beyondFollowUp } from "./beyond-follow-up.ts";
import { claimWithoutEvidence } from "./claim-without-evidence.ts";
import { effectWithoutInterval } from "./effect-without-interval.ts";
import { estimateOutsideInterval } from "./estimate-outside-interval.ts";
import { notSignificantAsEffect } from "./not-significant-as-effect.ts";
import { oldEvidence } from "./old-evidence.ts";
import { otherOutcome } from "./other-outcome.ts";
import { pContradictsInterval } from "./p-contradicts-interval.ts";
import { studyWithoutDesign } from "./study-without-design.ts";
import { studyWithoutResult } from "./study-without-result.ts";
import { studyWithoutSample } from "./study-without-sample.ts";

export const evidenceRules: readonly Rule[] = [
  claimWithoutEvidence,
  otherOutcome,
  studyWithoutDesign,
  studyWithoutSample,
  studyWithoutResult,
  effectWithoutInterval,
  beyondFollowUp,
  oldEvidence,
  estimateOutsideInterval,
  pContradictsInterval,
  notSignificantAsEffect,
  armsDoNotAddUp,
];
