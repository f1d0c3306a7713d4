/** Effects of several studies, taken together. */
export * from "./fixed.ts";
export * from "./random.ts";
export * from "./small-studies.ts";
export { cochranQ, tauSquared, typicalVariance } from "./tau.ts";
export type * from "./types.ts";
