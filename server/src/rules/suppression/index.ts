/**
 * Comments that keep a finding from view, with a reason and, if wished, a last day.
 * `readSuppressions` and `applySuppressions` are pure; the other files are rules about such comments.
 */
export { applySuppressions } from "./apply.ts";
export { matches } from "./matches.ts";
export { readSuppressions } from "./read.ts";
