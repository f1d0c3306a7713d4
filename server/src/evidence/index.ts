/**
 * Arithmetic on effects and studies. May import `values` only. Not here: YAML, specs, findings.
 */
export * from "./checks/p-explained.ts";
export * from "./checks/printed-index.ts";
export * from "./checks/ratio-error.ts";
export * from "./checks/symmetry.ts";
export * from "./effects/index.ts";
export * from "./interval.ts";
export { multiplier, quantile } from "./normal.ts";
export * from "./pooling/index.ts";
export * from "./text.ts";
