/** The rules on outcomes, in the order of `explain`. */
import type { Rule } from "../types.ts";
import { attributionOnControlledEffect } from "./attribution.ts";
import { deadweightMissing } from "./deadweight-missing.ts";
import { deadweightTwice } from "./deadweight-twice.ts";
import { directionUnknown } from "./direction-unknown.ts";
import { engagementTwice } from "./engagement-twice.ts";
import { missingLasts } from "./missing-lasts.ts";
import { missingSd } from "./missing-sd.ts";
import { missingWithout } from "./missing-without.ts";
import { moreEngagedThanStart } from "./more-engaged-than-start.ts";
import { nobodyLeft } from "./nobody-left.ts";
import { oddsOfRate } from "./odds-of-rate.ts";
import { otherWithout } from "./other-without.ts";
import { pointsOfWhat } from "./points-of-what.ts";
import { rateValuedByYear } from "./rate-valued-by-year.ts";
import { retentionTwice } from "./retention-twice.ts";
import { riskOutOfRange } from "./risk-out-of-range.ts";
import { valueUnit } from "./value-unit.ts";

export const outcomeRules: readonly Rule[] = [
  deadweightMissing,
  deadweightTwice,
  attributionOnControlledEffect,
  missingWithout,
  otherWithout,
  missingSd,
  oddsOfRate,
  riskOutOfRange,
  directionUnknown,
  pointsOfWhat,
  missingLasts,
  rateValuedByYear,
  valueUnit,
  engagementTwice,
  retentionTwice,
  nobodyLeft,
  moreEngagedThanStart,
];
