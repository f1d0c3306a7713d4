/** What a planned evaluation can find: plain data with the places it came from. */
import type { PowerDesign } from "../../../evidence/power/designs.ts";
import type { Detectable, Needed, PowerTest } from "../../../evidence/power/power.ts";
import type { OutcomeClaim } from "../../../schema/kinds/intervention.ts";
import type { Place } from "../../../syntax/types.ts";

/** Something that a sum needs and the plan does not say. */
export interface Lacking {
  /** Key under `evaluation`, or elsewhere in the spec: `icc`, `outcomes.child-enters-care.without`. */
  readonly key: string;
  /** In words that complete "it needs ". */
  readonly what: string;
}

/** A value that no design can have. */
export interface Impossible {
  readonly at: Place;
  readonly text: string;
  /** In words that complete "it has to be ". */
  readonly must: string;
}

/** What a plan says, ready for the sums. */
export interface PlanReading {
  /** Undefined: this design's power hangs on other things, and is not worked out; or chance decides nothing in it. */
  readonly kind: PowerDesign["kind"] | undefined;
  /** Why it is not worked out although people or groups are randomised. */
  readonly notComputed: string | undefined;
  readonly missing: readonly Lacking[];
  readonly impossible: readonly Impossible[];
  /** With everything that is said; undefined while something is missing. */
  readonly design: PowerDesign | undefined;
  /** With an intraclass correlation put in, where that alone is missing. */
  readonly withIcc: ((icc: number) => PowerDesign) | undefined;
  readonly test: PowerTest;
  /** What was taken because it is not said: `power 80%`. */
  readonly taken: readonly string[];
  /** What one randomised thing and one participant are called. */
  readonly noun: string;
  /** As written to as analysed: 0.95 where a twentieth of the clusters is lost. */
  readonly kept: number;
  /** The key that holds how many there are, and how to write another number there. */
  readonly size:
    | {
        readonly at: Place;
        readonly key: "clusters" | "participants";
        readonly perArm: boolean;
        readonly aliased: boolean;
      }
    | undefined;
  readonly notes: readonly string[];
}

/** An effect in standard deviations, or what it needs to become one. */
export type SizedSd =
  | {
      readonly kind: "sized";
      /** Above zero where it is better, when that is known; else as written. */
      readonly sd: number;
      readonly directed: boolean;
      /** How it was come by; empty where it is written so. */
      readonly from: string;
      /** Of a yes/no outcome: the chances compared. */
      readonly chances: { readonly without: number; readonly with: number } | undefined;
    }
  | { readonly kind: "needs"; readonly lacking: Lacking };

/** One effect that the plan should find. */
export interface ExpectedEffect {
  readonly at: Place;
  readonly text: string;
  readonly size: SizedSd;
  /** Chance of finding it; undefined while the design or its size is not known. */
  readonly power: number | undefined;
  /** What finds it with the power asked for, as analysed; undefined: no number does, or not known. */
  readonly needed: Needed | undefined;
  /** The same as recruited. */
  readonly recruit: number | undefined;
  readonly enough: boolean | undefined;
}

/** What the evidence of the claim supports. */
export interface SupportedEffect {
  readonly sd: number;
  /** As shown by the studies, in their own scale. */
  readonly text: string;
  readonly studies: number;
}

export interface DesignAssessment {
  readonly at: Place;
  readonly stage: "planned" | "registered" | "running" | "reported";
  readonly plan: PlanReading;
  readonly detectable: Detectable | undefined;
  /** By intraclass correlation, where that alone is missing: shown as what it would be, never used. */
  readonly ifIcc: readonly { readonly icc: number; readonly detectable: Detectable | undefined }[];
  readonly expected: readonly ExpectedEffect[];
  /** The claim that the primary outcome has in the spec. */
  readonly claim: OutcomeClaim | undefined;
  readonly outcome: string | undefined;
  /** Of a yes/no outcome: the chance without, and the nearest chances with that are found, below and above it. */
  readonly chances:
    | { readonly without: number; readonly below: number | undefined; readonly above: number | undefined }
    | undefined;
  /** What the studies cited for the claim show together; pooled when asked for, never while typing. */
  supported(): SupportedEffect | undefined;
  /** What each study cited for the claim shows, one by one; undefined where any of them cannot be set beside the plan: it may be the one that shows it. */
  shown(): readonly ShownEffect[] | undefined;
}

/** The leading result of one study. */
export interface ShownEffect {
  readonly study: string;
  readonly at: Place;
  readonly sd: number;
  readonly directed: boolean;
  /** As shown, on its own scale. */
  readonly text: string;
}
