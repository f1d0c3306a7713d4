/** The gates of `wellspent.yaml`, one rule for each thing a gate may ask for. */
import type { Rule } from "../types.ts";
import { gateNotDecided } from "./gate-not-decided.ts";
import { noComparator } from "./no-comparator.ts";
import { noEvaluation } from "./no-evaluation.ts";
import { noEvidence } from "./no-evidence.ts";
import { noPriceYear } from "./no-price-year.ts";
import { noQuantifiedOutcomeAndBenefit } from "./no-quantified-outcome-and-benefit.ts";
import { returnTooLow } from "./return-too-low.ts";

export const policyRules: readonly Rule[] = [
  noQuantifiedOutcomeAndBenefit,
  noEvidence,
  noComparator,
  noEvaluation,
  noPriceYear,
  returnTooLow,
  gateNotDecided,
];
