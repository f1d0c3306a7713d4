/**
 * Arithmetic on effects and studies. May import `values` only. Not here: YAML, specs, findings.
 */
export * from "./interval.ts";
export { multiplier, phi } from "./normal.ts";
