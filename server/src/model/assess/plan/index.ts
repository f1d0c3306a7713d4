/** Evaluation plans and theories of change: what they say, what they lack, what changed after registration. */
export { type Change, changesSince, fixedStage, wasBefore } from "./frozen.ts";
export { type Gap, planGaps, reportGaps } from "./missing.ts";
export {
  type Link,
  leadNowhere,
  type Step,
  type StepKind,
  stepNames,
  type Theory,
  theoryIn,
  theoryOf,
  uncaused,
} from "./theory.ts";
