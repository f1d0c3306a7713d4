/** What assessing an area gives. */
import type { Figure } from "../../../costing/figure.ts";
import type { Worked } from "../../../costing/worked.ts";
import type { EarlyAndLate, Section251, Section251Line, SpendFactors, Stage } from "../../../data/types.ts";
import type { Area } from "../../../schema/kinds/area.ts";
import type { Place } from "../../../syntax/types.ts";
import type { AgeRange } from "../../../values/types.ts";

export type NeedNode = NonNullable<Area["needs"]>["items"][number];
export type ClusterNode = NonNullable<Area["clusters"]>["items"][number];
export type SpendNode = NonNullable<Area["spend"]>["items"][number];
export type PeopleNode = NonNullable<Area["population"]>["items"][number];
export type PerChildNode = NonNullable<Area["spend_per_child"]>;
export type FactorsNode = NonNullable<Area["factors"]>;

export interface AreaContext {
  readonly section251: Section251;
  readonly earlyAndLate: EarlyAndLate;
  readonly factors: SpendFactors;
  area(id: string): Area | undefined;
}

/** Those of some ages who live somewhere. */
export interface PeopleAssessment {
  readonly at: Place;
  readonly who: string;
  readonly ages: AgeRange | undefined;
  readonly agesText: string | undefined;
  readonly year: string | undefined;
  /** Where the number was read, as a short citation; its own, else that of the area. */
  readonly source: string | undefined;
  readonly number: Worked;
}

/** Those with one need, in the area or in a cluster. */
export interface NeedAssessment {
  readonly need: string;
  readonly title: string;
  readonly at: Place;
  readonly year: string | undefined;
  readonly source: string | undefined;
  /** How many have it: as counted, or share x population. */
  readonly number: Worked;
  /** Whether a number or a prevalence is written at all, or `unknown`. */
  readonly measured: boolean;
}

export interface ClusterAssessment {
  readonly node: ClusterNode;
  readonly cluster: string;
  readonly title: string;
  readonly at: Place;
  readonly population: readonly PeopleAssessment[];
  readonly needs: readonly NeedAssessment[];
  /** Its part of the devolved budget by the formula. Undefined: the area devolves none. */
  readonly devolved: Worked | undefined;
  /** Its share of the devolved budget by the formula. */
  readonly share: Worked | undefined;
  /** The budget written for it. */
  readonly budget: Worked | undefined;
}

export interface DevolvedAssessment {
  readonly at: Place;
  readonly budget: Worked;
  /** What it is shared out by, with weights. */
  readonly by: readonly (readonly [base: DevolvedBase, weight: number])[];
  readonly need: string | undefined;
}
export type DevolvedBase = "population" | "need" | "shares";

export interface SpendAssessment {
  readonly node: SpendNode;
  readonly at: Place;
  /** As written: `s251/3.0.1`. */
  readonly line: string;
  readonly code: string;
  readonly title: string;
  readonly year: string | undefined;
  readonly gross: Worked | undefined;
  readonly income: Worked | undefined;
  /** Gross less income, else as printed. */
  readonly net: Worked;
  /** Whether it sums other lines, and must not be added to them. */
  readonly isTotal: boolean;
  readonly stage: Stage | undefined;
  /** What is known of the line in the edition that Wellspent holds. */
  readonly known: Section251Line | undefined;
}

/** One factor as the spec gives it. */
export interface FactorAssessment {
  readonly factor: SpendFactors["rows"][number]["factor"];
  readonly at: Place;
  /** As written. */
  readonly text: string;
  readonly year: string | undefined;
}

/** The spend per child of the area or of a place it is compared with. */
export interface PlaceSpend {
  readonly place: string;
  readonly at: Place;
  readonly own: boolean;
  readonly perChild: Worked;
  /** What was divided by whom, or that it is printed. */
  readonly how: string;
  readonly year: string | undefined;
  readonly ages: string | undefined;
  readonly factors: readonly FactorAssessment[];
  /** Where the spend per child was read, as a short citation. */
  readonly source: string | undefined;
  /** Whether figures are given for it at all, or only its name. */
  readonly named: "only" | "with figures";
}

export interface AreaAssessment {
  readonly area: Area;
  readonly basis: string | undefined;
  readonly population: readonly PeopleAssessment[];
  readonly needs: readonly NeedAssessment[];
  readonly clusters: readonly ClusterAssessment[];
  readonly devolved: DevolvedAssessment | undefined;
  readonly spend: readonly SpendAssessment[];
  /** The area first, then those it is compared with, in the order written. Undefined: neither spend per child nor factors nor comparators are given. */
  readonly places: readonly PlaceSpend[];
  readonly figures: ReadonlyMap<string, Figure>;
}
