import type { Assessment } from "../model/assess/index.ts";
import type { EffectiveSettings } from "../model/settings.ts";
import type { Spec } from "../model/spec.ts";
import type { IndexReader } from "../rules/types.ts";

/** Works out the figures of a spec. */
export interface Assessor {
  assess(spec: Spec, index: IndexReader, settings: EffectiveSettings): Assessment | undefined;
}

export function createAssessor(): Assessor {
  return { assess: () => undefined };
}
