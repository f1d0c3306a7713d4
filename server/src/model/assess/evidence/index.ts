/** What studies show: single results as effects, and the evidence of a claim taken together. */
export { baselineGap } from "./baseline.ts";
export { claimEvidence, evidenceOf } from "./body.ts";
export type * from "./body-types.ts";
export { chooseResult } from "./choose.ts";
export { readClaim } from "./claim-effect.ts";
export { holdsNone, readEstimate } from "./estimate.ts";
export { asIfIndependent } from "./independent.ts";
export { pairOf, readResult } from "./result.ts";
export { commonEffect, onScale, turned, wayOf } from "./scales.ts";
export { exactCount, isClustered, sameUnit } from "./sizes.ts";
export { evidenceSources } from "./sources.ts";
export * from "./transfer.ts";
export type * from "./types.ts";
