/** What assessing one spec gives: plain data with the places it came from, from which rules, hovers and reports are made. */
import type { Behaviour, Steps } from "../../costing/behaviour.ts";
import type { PaybackPath } from "../../costing/benefit-figures.ts";
import type { LeftOut } from "../../costing/benefits.ts";
import type { ChainStep } from "../../costing/chain.ts";
import type { Telling } from "../../costing/derive.ts";
import type { Schedule } from "../../costing/discounting.ts";
import type { Figure } from "../../costing/figure.ts";
import type { ImpliedAmount } from "../../costing/implied.ts";
import type { Multiplier } from "../../costing/lines.ts";
import type { OptimismTable } from "../../costing/optimism-bias.ts";
import type { OutcomeResult } from "../../costing/outcomes.ts";
import type { PartyTable, Perspective } from "../../costing/parties.ts";
import type { PriceIndex } from "../../costing/price-years.ts";
import type { StatedVerdict } from "../../costing/stated.ts";
import type { Worked } from "../../costing/worked.ts";
import type { Area } from "../../schema/kinds/area.ts";
import type { BenefitLine, CostLine, Intervention, OutcomeClaim } from "../../schema/kinds/intervention.ts";
import type { Outcome } from "../../schema/kinds/outcome.ts";
import type { Study } from "../../schema/kinds/study.ts";
import type { Place } from "../../syntax/types.ts";
import type { Written } from "../../values/types.ts";
import type { Appraisal, Correction } from "../settings.ts";
import type { LostPath } from "../vary.ts";
import type { LineMemory } from "./line-memory.ts";
import type { FoundUnitCost } from "./prices.ts";
import type { AssessProblem } from "./problems.ts";
import type { NameOfUnit } from "./values.ts";

export type { AssessProblem, TimingNotUsed } from "./problems.ts";

/** Dated reference figures, handed in: another edition is another argument. */
export interface ReferenceData {
  deflator(edition: string): PriceIndex | undefined;
  schedule(name: string): Schedule | undefined;
  readonly confidence: {
    readonly title: string;
    readonly provenance: "seen" | "quoted" | "memory";
    readonly rows: readonly { readonly grade: number; readonly costs: number; readonly benefits: number }[];
  };
  readonly parties: PartyTable;
  readonly valueForMoney: ValueForMoneyTable;
  readonly optimismBias: OptimismTable;
  costBands(standard: string): CostBandTable | undefined;
}

export interface CostBandTable {
  readonly id: string;
  readonly title: string;
  readonly edition: string;
  readonly per: string;
  readonly bands: readonly {
    readonly rating: number;
    readonly label: string;
    readonly below?: number;
    readonly upTo?: number;
    readonly printed: string;
  }[];
}

export interface ValueForMoneyTable {
  readonly title: string;
  readonly edition: string;
  readonly provenance: "seen" | "quoted" | "memory";
  /** In rising order; a ratio on a boundary belongs to the upper. */
  readonly bands: readonly { readonly label: string; readonly from: number | null; readonly printed: string }[];
}

export interface AssessContext {
  /** In force for this file; the spec's own `appraisal:` is laid over it. */
  readonly appraisal: Appraisal;
  readonly costBand: string;
  readonly data: ReferenceData;
  /** Corrections to leave out besides those that the settings leave out. */
  readonly leaveOutToo?: readonly Correction[] | undefined;
  /** Whose money is counted, whatever the spec says: a reading beside its own. */
  readonly perspective?: Perspective | undefined;
  /** Lends what was worked out for lines that still stand. */
  readonly lines?: LineMemory | undefined;
  /** Remembers what factors are called. */
  readonly nameOf?: NameOfUnit | undefined;
  unitCost(id: string): FoundUnitCost | undefined;
  outcome(id: string): Outcome | undefined;
  area(id: string): Area | undefined;
  /** Asked when a spec is assessed for every study that its claims cite; what it says is read when a derivation names it. */
  study?(id: string): (() => Study | undefined) | undefined;
}

export interface LineAssessment {
  readonly line: CostLine;
  /** Where to show the figure: the amount, else the unit cost, else the quantity, else the item. */
  readonly at: Place;
  readonly item: string;
  readonly timing: "recurring" | "start-up" | "prerequisite";
  readonly resource: string | undefined;
  readonly payers: readonly (readonly [party: string, share: number])[];
  readonly additional: boolean;
  /** Given free, priced at its opportunity cost. */
  readonly inKind: boolean;
  /** How its parts answer to the number who start: one, but of a quantity that adds unlike things; none where it is not costed. */
  readonly behaviours: readonly Behaviour[];
  /** What a line with a capacity is planned with and for; undefined where it cannot be counted. */
  readonly steps: Steps | undefined;
  /** Quantity times price with their units, as written, before any change of price year. */
  readonly original: Worked | undefined;
  /** Whether that is below zero. */
  readonly negative: boolean;
  /** The same in the price year of the figures. */
  readonly amount: Worked | undefined;
  readonly multiplier: Multiplier | undefined;
  readonly priceYear: string | undefined;
  /** When it is paid, in words: `paid once, in year 0`. */
  readonly falls: string;
  /** Over the period, in the price year of the figures. */
  readonly total: Worked;
  /** The total corrected for optimism, by grade of confidence or sort of project. */
  readonly corrected: Worked;
  readonly perStarter: Worked;
  readonly charged: Worked;
  readonly presentValue: Worked;
  readonly sites: ReadonlyMap<string, Worked>;
  /** Whether the perspective and the leading view count it: all, some, none, or not known. */
  readonly counted: "all" | "part" | "none" | "not known";
  readonly unitCost: FoundUnitCost | undefined;
  readonly problem: AssessProblem | undefined;
}

export interface BenefitAssessment {
  readonly line: BenefitLine | undefined;
  readonly at: Place;
  readonly name: string;
  readonly origin: "given" | "outcome";
  readonly kind: string | undefined;
  readonly gains: readonly (readonly [party: string, share: number])[];
  readonly outcome: string | undefined;
  readonly amount: Worked | undefined;
  readonly multiplier: Multiplier | undefined;
  readonly total: Worked;
  readonly presentValue: Worked;
  readonly presentValueUncorrected: Worked;
  readonly lump: boolean;
  /** When it is gained, in words; undefined of one worked out from an outcome, and where it is not known. */
  readonly falls: string | undefined;
  /** It only moves money from one party to another. */
  readonly transfer: boolean;
  /** Whether a grade of confidence is written for it. */
  readonly graded: boolean;
  /** Undefined: it is added. */
  readonly leftOut: { readonly reason: LeftOut["reason"]; readonly by?: string } | undefined;
}

export interface OutcomeAssessment {
  readonly claim: OutcomeClaim;
  readonly at: Place;
  readonly outcome: string;
  readonly title: string;
  readonly definition: Outcome | undefined;
  readonly noEffectShown: boolean;
  readonly result: OutcomeResult;
}

/** A figure that the publication prints, against ours in the spec's own prices. */
export interface StatedCheck {
  readonly at: Place;
  /** As written: `cost/starter`. */
  readonly headline: string;
  /** The printed figure as written. */
  readonly printed: string;
  /** How finely it was written; undefined for a word. */
  readonly written: Written | undefined;
  readonly site: string | undefined;
  /** The outcome under whose claim it is printed. */
  readonly outcome?: string;
  readonly verdict: StatedVerdict;
  /** The figure compared with, when there is one. */
  readonly figure: Figure | undefined;
  /** The one unknown part that, were the printed figure right, would close the gap. */
  readonly explainedBy: Inferred | undefined;
}

/** What one unknown amount would have to be if the printed figures are right. Never used silently. */
export interface Inferred {
  readonly at: Place;
  readonly item: string;
  readonly role: "cost" | "benefit";
  /** In the spec's own prices; for the whole period. */
  readonly total: ImpliedAmount;
  readonly perStarter: ImpliedAmount | undefined;
  /** Headlines with it put in: "if the stated total is right". */
  readonly closed: readonly Figure[];
}

export interface CostBandAssessment {
  readonly standard: string;
  /** What the standard is called. */
  readonly title: string;
  readonly edition: string;
  readonly rating: number;
  readonly label: string;
  readonly printed: string;
  /** The figure it was read from. */
  readonly from: Figure;
}

/** The steps from those affected to the present value of one benefit. */
export interface BenefitChain {
  /** Title of the outcome. */
  readonly outcome: string;
  readonly id: string;
  readonly benefit: string;
  readonly steps: readonly ChainStep[];
}

/** The category of value for money that the benefit-cost ratio falls in. */
export interface ValueForMoneyAssessment {
  readonly title: string;
  readonly edition: string;
  /** Whether the table was read as quoted by others. */
  readonly isQuoted: boolean;
  readonly category: string;
  readonly printed: string;
  /** The figure it was read from. */
  readonly from: Figure;
}

export interface Assessment {
  readonly currency: string;
  /** Year in whose prices the figures stand; undefined: as printed, in a year that is not known. */
  readonly priceYear: string | undefined;
  /** Why the figures do not stand in the appraisal's price year, when they do not. */
  readonly priceNote: "no appraisal price year" | "not movable" | undefined;
  readonly perspective: Perspective;
  /** Whether the perspective was written, or taken to be society's. */
  readonly perspectiveWritten: boolean;
  readonly appraisal: Appraisal;
  readonly lines: readonly LineAssessment[];
  readonly benefits: readonly BenefitAssessment[];
  readonly outcomes: readonly OutcomeAssessment[];
  /** By `figureKey`: `cost_total`, `cost_by_payer/nhs`. */
  readonly figures: ReadonlyMap<string, Figure>;
  /** What one participant is called, and whether it is known how many complete: as the figures have it, without working them out. */
  readonly counted: { readonly participant: string; readonly completers: boolean };
  /** How public costs and fiscal benefits add up over the years: what payback is read from. Undefined without costs or benefits. */
  readonly paybackPath: PaybackPath | undefined;
  /** The same figures in the spec's own price year, as its publication would print them; worked out when asked for. */
  ownFigures(): { readonly priceYear: string | undefined; readonly figures: ReadonlyMap<string, Figure> };
  /** The figures as others would count them; worked out when asked for. */
  under(perspective: Perspective): ReadonlyMap<string, Figure>;
  /** The figures with one correction more left out; worked out when asked for. */
  without(correction: Correction): ReadonlyMap<string, Figure>;
  /** Each benefit worked out from an outcome, step by step; worked out when asked for. */
  readonly chains: readonly BenefitChain[];
  /** The corrections that the figures rest on. */
  readonly corrections: readonly Correction[];
  /** The source in force where a value is written, for derivations of its values. */
  readonly cite: Telling["cite"];
  readonly costBand: CostBandAssessment | undefined;
  readonly valueForMoney: ValueForMoneyAssessment | undefined;
  readonly stated: readonly StatedCheck[];
  readonly inferred: Inferred | undefined;
  readonly problems: readonly AssessProblem[];
  /** Variations of the spec, each assessed alone: alternatives, never added. A scenario has none of its own. */
  readonly scenarios: readonly ScenarioAssessment[];
  /** The same, with other scenarios or other checks of what is printed. */
  with(changed: Partial<Pick<Assessment, "stated" | "scenarios">>): Assessment;
}

/** Why a scenario cannot be worked out. */
export type ScenarioProblem =
  | { readonly reason: "path-unknown"; readonly at: Place; readonly path: string; readonly lost: LostPath }
  | {
      readonly reason: "value-unreadable";
      readonly at: Place;
      readonly path: string;
      readonly text: string;
      /** What is wrong with it and a form that would be read, where the grammar says. */
      readonly message?: string;
      readonly example?: string;
    };

export interface ScenarioAssessment {
  readonly name: string;
  readonly at: Place;
  readonly scenario: NonNullable<Intervention["scenarios"]>["items"][number];
  /** What is printed for the scenario is checked in it, at its place. Undefined when a value could not be set. */
  readonly assessment: Assessment | undefined;
  readonly problems: readonly ScenarioProblem[];
}
