/** What studies show, read for comparison: plain data with the places it came from. */
import type { ArmSizes, ConversionFacts, SizedEffect } from "../../../evidence/index.ts";
import type { StudyResult } from "../../../schema/kinds/study.ts";
import type { Place } from "../../../syntax/types.ts";

/** What a result says, before any question of size. */
export type ResultKind =
  /** Compared with something, with a number. */
  | "effect"
  /** `no difference`, without a number. */
  | "null in words"
  /** Better or worse, without a number. */
  | "direction only"
  /** Before and after: never pooled with effects. */
  | "change over time"
  /** The outcome was not measured: missing, not null. */
  | "not measured"
  | "not known";

/** Which way a result points. "shown" means its interval, or p, leaves no effect out. */
export type Direction =
  | "better"
  | "worse"
  | "no effect shown"
  | "better, not tested"
  | "worse, not tested"
  | "not known";

/** Whether the spread allows for participants of one cluster being alike. */
export type Clustering = "not clustered" | "allowed for" | "widened" | "ignored" | "not said";

/** One way in which a result gives its effect. */
export interface EffectReading {
  readonly effect: SizedEffect;
  /** +1 where a larger number on the effect's scale is better, -1 where a smaller one is; undefined when nobody says. */
  readonly sign: 1 | -1 | undefined;
  /** How it was come by, in words: `as printed`, `from the counts`. */
  readonly from: string;
  /** What it rests on besides, in words. */
  readonly notes: readonly string[];
}

/** An effect as it is read, of a result or of a claim. */
export interface ReadEffect {
  readonly kind: ResultKind;
  readonly direction: Direction;
  /** The leading reading first; empty unless the kind is `effect` or `change over time`. */
  readonly readings: readonly EffectReading[];
  readonly facts: ConversionFacts;
  /** As its author writes it. */
  readonly written: StudyResult["effect"];
}

export interface ResultEffect extends ReadEffect {
  readonly result: StudyResult;
  readonly at: Place;
  readonly sizes: ArmSizes | undefined;
  readonly clustering: Clustering;
}

/** An effect on the common scale: standardised, above zero where it is better. */
export interface CommonEffect {
  readonly effect: SizedEffect;
  readonly from: string;
  readonly assumptions: readonly string[];
}
