/** The gap map: what has been looked for, what was found, and what never was. */
export { activityMap } from "./activities.ts";
export { gapMap, mappedSpecs } from "./build.ts";
export { joinMaps } from "./join.ts";
export { gapSection } from "./section.ts";
export type * from "./types.ts";
export { cellText } from "./words.ts";
