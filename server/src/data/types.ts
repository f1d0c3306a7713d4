/** What every set of reference figures says about itself, and the shape of each set. */

/** `seen` in the source or a transcription of it; `quoted` by somebody else; `memory`: unverified, and shown so wherever it is used. */
export type Provenance = "seen" | "quoted" | "memory";

/** The head of every file in `schemas/data/`. */
export interface Dataset {
  readonly title: string;
  readonly edition: string;
  /** The publication, as one would cite it. */
  readonly source: string;
  readonly url: string | null;
  readonly licence: string | null;
  /** ISO date on which the figures were taken into the project. */
  readonly retrieved: string;
  readonly provenance: Provenance;
  /** Through whose copy the figures were read, where not from the source itself. */
  readonly via?: string;
  readonly notes?: string;
}

/** A price index: money of year a times index(b) / index(a) is money of year b. Only within one edition, never across. */
export interface Deflator extends Dataset {
  readonly series: "financial" | "calendar";
  /** The year whose index is 100. */
  readonly base: string;
  /** Years in order, `2023-24` or `2016`; an edition may have gaps. */
  readonly rows: readonly { readonly year: string; readonly index: number; readonly forecast?: boolean }[];
}

/** Yearly discount rates by the years that they apply to, counted from year 0; `to` null means onwards. */
export interface DiscountSchedule extends Dataset {
  readonly id: string;
  readonly rows: readonly { readonly from: number; readonly to: number | null; readonly rate: number }[];
}

/** A band holds what is below `below`, or up to and including `upTo`, and in no earlier band; the last has no end. Pounds. */
export interface CostBand {
  readonly rating: number;
  readonly label: string;
  readonly below?: number;
  readonly upTo?: number;
  /** The band as the standard prints it. */
  readonly printed: string;
}

export interface CostBands extends Dataset {
  readonly id: string;
  /** What the cost is counted per. */
  readonly per: string;
  /** How a figure is compared with the bands. */
  readonly rule: string;
  readonly bands: readonly CostBand[];
}

/** Shares by which a grade of confidence raises costs and lowers benefits. */
export interface ConfidenceGrades extends Dataset {
  readonly rows: readonly { readonly grade: number; readonly costs: number; readonly benefits: number }[];
}

/** Shares by which costs or durations of capital projects overrun. */
export interface OptimismBounds extends Dataset {
  readonly rows: readonly {
    /** As the format names it: `standard-buildings`. */
    readonly id: string;
    readonly category: string;
    readonly measure: string;
    readonly lower: number;
    readonly upper: number;
  }[];
}

/** Effect sizes, rounded to two places, both ends within the band. */
export interface MonthsOfProgress extends Dataset {
  readonly id: string;
  readonly rule: string;
  readonly bands: readonly {
    readonly from: number;
    readonly to: number;
    readonly months: number;
    readonly label: string;
  }[];
}

/** Differences between two groups at the start, in standard deviations: up to `alike` none, up to `adjusted` one that an analysis can allow for. */
export interface BaselineDifference extends Dataset {
  readonly id: string;
  readonly alike: number;
  readonly adjusted: number;
}

/** By overall attrition in percent, one row for each whole number from 0: the largest difference between two arms, in percentage points, that still counts as low. */
export interface AttritionBoundary extends Dataset {
  readonly id: string;
  readonly rows: readonly { readonly overall: number; readonly cautious: number; readonly optimistic: number }[];
}

/** Spend in pounds, England. A figure that was not printed is absent. */
export interface Section251Line {
  readonly code?: string;
  readonly codeProvenance?: Provenance;
  readonly line?: number;
  readonly name: string;
  readonly group?: string;
  readonly gross?: number;
  readonly income?: number;
  readonly net?: number;
  readonly note?: string;
}
export interface Section251 extends Dataset {
  readonly rows: readonly Section251Line[];
}

/** Categories of value for money by benefit-cost ratio, in rising order. */
export interface ValueForMoney extends Dataset {
  readonly bands: readonly { readonly label: string; readonly from: number | null; readonly printed: string }[];
}

export interface Parties extends Dataset {
  readonly rows: readonly { readonly party: string; readonly public: boolean; readonly council: boolean }[];
}

/** A standard of evidence: its levels, lowest first, and what each asks, with a provenance of its own. */
export interface EvidenceStandardData extends Dataset {
  readonly id: string;
  readonly name: string;
  readonly levels: readonly { readonly code: string; readonly meaning: string; readonly provenance: Provenance }[];
  /** Levels that it had and gave up: a rating of that time is no mistake. */
  readonly former?: readonly { readonly code: string; readonly until: string }[];
  readonly criteria: readonly {
    readonly id: string;
    readonly level: string;
    readonly text: string;
    readonly ask: string;
    readonly raise: string;
    readonly threshold?: number;
    readonly provenance: Provenance;
  }[];
  readonly designs?: readonly { readonly design: string; readonly lowest: string; readonly highest: string }[];
}

/** Whether spend helps early or comes late: by group of section 251 lines, and by strand and level of need of a service. What is not named stands apart. */
export interface EarlyAndLate extends Dataset {
  readonly spendGroups: readonly { readonly prefix: string; readonly title: string; readonly stage: Stage }[];
  readonly strands: Readonly<Partial<Record<string, Stage>>>;
  readonly needLevels: Readonly<Partial<Record<string, Stage>>>;
}
export type Stage = "early" | "late";

/** What was found to go with spend on children's services across councils. A correlation, never a cause. */
export interface SpendFactors extends Dataset {
  readonly measuresTested: number;
  /** How much of the variation in spend they explain together, as published. */
  readonly explained: string;
  readonly rows: readonly {
    readonly factor: "deprivation" | "population_0_25" | "disposable_income" | "unemployment" | "crime";
    readonly title: string;
    readonly linkedTo: string;
    readonly strongest?: boolean;
  }[];
}

/** Something a checklist asks a plan or a report to say. */
export interface ChecklistItem {
  readonly id: string;
  readonly topic: string;
  readonly requires: string;
  /** When it can be asked: a plan is never asked for what only a report can hold. */
  readonly stage: "plan" | "report";
  /** Paths of the keys that answer it, the best first; none: a spec does not hold it, and it is not asked. */
  readonly keys: readonly string[];
  /** Only of these designs, or where cost is set against effect. */
  readonly only?: "randomised" | "clusters" | "compared" | "cost-evaluation";
  readonly provenance?: Provenance;
}

/** A published checklist, item by item. */
export interface Checklist extends Dataset {
  readonly id: string;
  readonly name: string;
  /** What it is asked of. */
  readonly subject: "intervention" | "evaluation" | "study";
  readonly items: readonly ChecklistItem[];
}
