/** The rules on evaluation plans and theories of change, in the order of `explain`. */
import type { Rule } from "../types.ts";
import { changedAfterRegistration } from "./changed-after-registration.ts";
import { planIncomplete } from "./plan-incomplete.ts";
import { theoryBrokenChain, theoryOutcomeUncaused } from "./theory-broken-chain.ts";
import { theoryLinkUnsupported } from "./theory-link-unsupported.ts";
import { theoryMissesClaim } from "./theory-misses-claim.ts";
import { theoryUnknownStep } from "./theory-unknown-step.ts";

export const evaluationRules: readonly Rule[] = [
  planIncomplete,
  changedAfterRegistration,
  theoryUnknownStep,
  theoryBrokenChain,
  theoryOutcomeUncaused,
  theoryLinkUnsupported,
  theoryMissesClaim,
];
