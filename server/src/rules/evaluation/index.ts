/** The rules on evaluation plans and theories of change, in the order of `explain`. */
import type { Rule } from "../types.ts";
import { changedAfterRegistration } from "./changed-after-registration.ts";
import { expectedAboveEvidence } from "./expected-above-evidence.ts";
import { impossibleDesign } from "./impossible-design.ts";
import { planIncomplete } from "./plan-incomplete.ts";
import { powerNotKnown } from "./power-not-known.ts";
import { registeredGone } from "./registered-gone.ts";
import { standardisedOnYesNo } from "./standardised-on-yes-no.ts";
import { testsNotCorrected } from "./tests-not-corrected.ts";
import { theoryBrokenChain, theoryOutcomeUncaused } from "./theory-broken-chain.ts";
import { theoryLinkUnsupported } from "./theory-link-unsupported.ts";
import { theoryMissesClaim } from "./theory-misses-claim.ts";
import { theoryDuplicateStep, theoryUnknownStep } from "./theory-unknown-step.ts";
import { underpowered } from "./underpowered.ts";

export const evaluationRules: readonly Rule[] = [
  planIncomplete,
  changedAfterRegistration,
  registeredGone,
  underpowered,
  powerNotKnown,
  expectedAboveEvidence,
  impossibleDesign,
  standardisedOnYesNo,
  testsNotCorrected,
  theoryUnknownStep,
  theoryDuplicateStep,
  theoryBrokenChain,
  theoryOutcomeUncaused,
  theoryLinkUnsupported,
  theoryMissesClaim,
];
