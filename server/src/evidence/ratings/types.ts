import type { Verdict } from "./facts.ts";

/** One edition of an evidence standard, as its data file gives it. Handed in, so that another edition is another argument. */
export interface Standard {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly edition: string;
  readonly source: string;
  readonly provenance: "seen" | "quoted" | "memory";
  /** Lowest first. */
  readonly levels: readonly { readonly code: string; readonly meaning: string; readonly provenance: string }[];
  readonly criteria: readonly Criterion[];
  /** Where designs alone decide: what each may get. */
  readonly designs?: readonly { readonly design: string; readonly lowest: string; readonly highest: string }[];
}

/** Something a level asks for. */
export interface Criterion {
  readonly id: string;
  readonly level: string;
  /** What is asked, in words. */
  readonly text: string;
  /** The fact that would decide it. */
  readonly ask: string;
  /** What would meet it, where it is not met. */
  readonly raise: string;
  readonly threshold?: number;
  /** `memory` has not been checked against the source, and is marked unverified wherever it is shown. */
  readonly provenance: string;
}

/** A criterion with what the facts say of it. */
export interface Judged {
  readonly criterion: Criterion;
  readonly verdict: Verdict;
  /** The facts in a few words; empty where there are none. */
  readonly because: string;
  /** Taken as met because nothing says otherwise, which standards do too. */
  readonly assumed?: true;
}

/** An indicative rating: what the recorded facts allow. Published ratings are set by a panel. */
export interface Rating {
  readonly standard: Standard;
  /** Codes of the standard; the same when the facts decide it. Undefined when nothing can be rated. */
  readonly lowest: string | undefined;
  readonly highest: string | undefined;
  /** `3`, `2+ to 3`, `not known`, `not rated`. */
  readonly label: string;
  /** Why nothing is rated. */
  readonly why?: string;
  /** Robust studies disagree. */
  readonly mixed: boolean;
  readonly judged: readonly Judged[];
  /** Of a body of evidence: its studies with their own labels. */
  readonly studies: readonly { readonly id: string; readonly name: string; readonly label: string }[];
  /** Facts that are not known and would settle the rating. */
  readonly unknown: readonly string[];
  /** What one further fact or study would raise it. */
  readonly raise: readonly string[];
  /** True when the rating rests on criteria that were not checked against the standard. */
  readonly unverified: boolean;
}
