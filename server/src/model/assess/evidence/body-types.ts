/** The body of evidence behind one claim. */
import type { EffectScale, Pooled, RandomEffects, SizedEffect, SmallStudies } from "../../../evidence/index.ts";
import type { OutcomeClaim } from "../../../schema/kinds/intervention.ts";
import type { Outcome } from "../../../schema/kinds/outcome.ts";
import type { Study } from "../../../schema/kinds/study.ts";
import type { Place } from "../../../syntax/types.ts";
import type { Definition } from "../../spec.ts";
import type { ResultEffect } from "./types.ts";

/** What the evidence of a claim is looked up through. */
export interface EvidenceSources {
  study(id: string): { readonly definition: Definition; readonly reading: Study } | undefined;
  outcome(id: string): Outcome | undefined;
}

export interface CitedStudy {
  readonly id: string;
  readonly at: Place;
  /** Undefined when the project does not hold it. */
  readonly definition: Definition | undefined;
  readonly study: Study | undefined;
  /** The result that speaks for the claim; undefined when it has none on this outcome. */
  readonly chosen: { readonly effect: ResultEffect; readonly why: string } | undefined;
  /** On the scale of the pool; undefined when it is left out, with the reason. */
  readonly pooled: PooledStudy | undefined;
  readonly leftOut: string | undefined;
}

export interface PooledStudy {
  readonly effect: SizedEffect;
  readonly from: string;
  readonly notes: readonly string[];
  /** Share of the weight under random effects; 1 of a single study. */
  readonly weight: number;
}

/** Why effects are not taken together. */
export type Unpooled = "no study" | "one study" | "nothing comparable";

export interface ClaimEvidence {
  readonly claim: OutcomeClaim;
  readonly outcome: string;
  readonly title: string;
  readonly cited: readonly CitedStudy[];
  /** Scale on which the studies are compared, and which way is better on it. */
  readonly scale: EffectScale | undefined;
  readonly sign: 1 | -1 | undefined;
  /** The effect that the claim itself states, on the same scale; undefined where it states none or cannot be brought there. */
  readonly claimed: SizedEffect | undefined;
  readonly pool: Pool | undefined;
  readonly unpooled: Unpooled | undefined;
  /** What a reader must know about the whole: one study, one developer, differing measures and times. */
  readonly remarks: readonly string[];
}

/** Studies taken together. Figures on the scale's own numbers; `random` and `fixed` on the line where effects add up. */
export interface Pool {
  readonly studies: number;
  readonly effect: SizedEffect;
  /** Which interval is shown: adjusted for few studies, or plain. */
  readonly interval: "adjusted" | "plain";
  readonly prediction: { readonly low: number; readonly high: number } | undefined;
  readonly fixedEffect: SizedEffect;
  readonly fixed: Pooled;
  readonly random: RandomEffects;
  readonly smallStudies: SmallStudies;
}
