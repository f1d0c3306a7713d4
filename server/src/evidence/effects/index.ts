/** Effects of single studies: from whatever is printed, on any scale. */
export * from "./clustering.ts";
export * from "./convert.ts";
export * from "./counts.ts";
export * from "./months.ts";
export * from "./odds.ts";
export * from "./risks.ts";
export * from "./spread.ts";
export * from "./standardised.ts";
export * from "./types.ts";
