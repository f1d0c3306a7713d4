import type { Study } from "../../schema/kinds/study.ts";

/** True of a protocol: participants are planned, and nothing was found yet. What it lacks is one fact, not several. */
export const isPlanOnly = (study: Study): boolean =>
  study.planned?.value !== undefined && (study.results?.items.length ?? 0) === 0;
