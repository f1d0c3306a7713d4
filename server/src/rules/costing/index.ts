/** The rules on costing, in the order of `explain`. */
import type { Rule } from "../types.ts";
import { amountAndUnitCost } from "./amount-and-unit-cost.ts";
import { averagedWithoutStartUp } from "./averaged-without-start-up.ts";
import { capacityUnit } from "./capacity-unit.ts";
import { capitalWithoutLife } from "./capital-without-life.ts";
import { distributionPath } from "./distribution-path.ts";
import { impliedAmount } from "./implied-amount.ts";
import { impossibleTime } from "./impossible-time.ts";
import { impossibleVolume } from "./impossible-volume.ts";
import { inKindAndAdditional } from "./in-kind-and-additional.ts";
import { inKindAtNoPrice } from "./in-kind-at-no-price.ts";
import { lastsNotUsed } from "./lasts-not-used.ts";
import { lineStatedDisagrees } from "./line-stated-disagrees.ts";
import { mixedCurrencies } from "./mixed-currencies.ts";
import { negativeCost } from "./negative-cost.ts";
import { noComparator } from "./no-comparator.ts";
import { noCosts } from "./no-costs.ts";
import { noPayer } from "./no-payer.ts";
import { noPeriod } from "./no-period.ts";
import { noPerspective } from "./no-perspective.ts";
import { noPriceYear } from "./no-price-year.ts";
import { noSource } from "./no-source.ts";
import { noStarts } from "./no-starts.ts";
import { notCosted } from "./not-costed.ts";
import { notItemised } from "./not-itemised.ts";
import { onCostsNotStaff } from "./on-costs-not-staff.ts";
import { onceOnlyInYearlyTotal } from "./once-only-in-yearly-total.ts";
import { onlyABound } from "./only-a-bound.ts";
import { optimismBiasBelowLower } from "./optimism-bias-below-lower.ts";
import { optimismBiasShares } from "./optimism-bias-shares.ts";
import { optimismTwice } from "./optimism-twice.ts";
import { overCapacity } from "./over-capacity.ts";
import { overheadTwice } from "./overhead-twice.ts";
import { paidTwice } from "./paid-twice.ts";
import { partsDisagree } from "./parts-disagree.ts";
import { payerShares } from "./payer-shares.ts";
import { payerSharesUnder } from "./payer-shares-under.ts";
import { priceYearNotMovable } from "./price-year-not-movable.ts";
import { residualAboveValue } from "./residual-above-value.ts";
import { residualWithoutLife } from "./residual-without-life.ts";
import { salaryWithoutOnCosts } from "./salary-without-on-costs.ts";
import { scenarioNotCosted } from "./scenario-not-costed.ts";
import { scenarioPath } from "./scenario-path.ts";
import { scenarioValue } from "./scenario-value.ts";
import { spendDoesNotAddUp } from "./spend-does-not-add-up.ts";
import { statedDisagrees } from "./stated-disagrees.ts";
import { unknownGrade } from "./unknown-grade.ts";
import { unverifiedGrade } from "./unverified-grade.ts";

export const costingRules: readonly Rule[] = [
  noCosts,
  notCosted,
  noPriceYear,
  priceYearNotMovable,
  mixedCurrencies,
  noSource,
  noPayer,
  payerShares,
  payerSharesUnder,
  amountAndUnitCost,
  negativeCost,
  notItemised,
  paidTwice,
  capitalWithoutLife,
  residualWithoutLife,
  residualAboveValue,
  optimismBiasShares,
  optimismBiasBelowLower,
  optimismTwice,
  salaryWithoutOnCosts,
  onCostsNotStaff,
  overheadTwice,
  inKindAtNoPrice,
  inKindAndAdditional,
  overCapacity,
  capacityUnit,
  averagedWithoutStartUp,
  noComparator,
  noPerspective,
  noPeriod,
  noStarts,
  onlyABound,
  impossibleTime,
  impossibleVolume,
  statedDisagrees,
  lastsNotUsed,
  lineStatedDisagrees,
  impliedAmount,
  partsDisagree,
  onceOnlyInYearlyTotal,
  spendDoesNotAddUp,
  unknownGrade,
  unverifiedGrade,
  scenarioPath,
  scenarioValue,
  scenarioNotCosted,
  distributionPath,
];
