/** What studies show: single results as effects, and the evidence of a claim taken together. */
export { claimEvidence, evidenceOf } from "./body.ts";
export type * from "./body-types.ts";
export { commonEffect, onScale, pairOf, readResult, turned, wayOf } from "./result.ts";
export { isClustered } from "./sizes.ts";
export type * from "./types.ts";
