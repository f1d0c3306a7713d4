/**
 * From a typed spec to its figures: what the rooms above use. Pure: the same spec, settings, definitions and reference data give the same assessment, and what is
 * looked up is asked of the context, so that a caller may record it.
 */
export { assess } from "./assess.ts";
export { projectParts } from "./optimism-bias.ts";
export { assessArea } from "./places/area.ts";
export type * from "./places/area-types.ts";
export { type ReachRow, reachOf, type Serving } from "./places/reach.ts";
export { placeReference } from "./places/reference.ts";
export { assessPortfolio } from "./portfolio.ts";
export type * from "./portfolio-types.ts";
export type * from "./types.ts";
export { assessUnitCosts, type EntryAssessment } from "./unit-costs.ts";
