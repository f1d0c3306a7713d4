/** What assessing a portfolio gives. */
import type { Discounter } from "../../costing/discounting.ts";
import type { Figure } from "../../costing/figure.ts";
import type { Basis, League } from "../../costing/league.ts";
import type { Perspective } from "../../costing/parties.ts";
import type { Worked } from "../../costing/worked.ts";
import type { Intervention } from "../../schema/kinds/intervention.ts";
import type { Portfolio } from "../../schema/kinds/portfolio.ts";
import type { Place } from "../../syntax/types.ts";
import type { Unit } from "../../values/types.ts";
import type { Appraisal } from "../settings.ts";
import type { AreaAssessment } from "./places/area-types.ts";
import type { ReachRow } from "./places/reach.ts";
import type { SpendLineRow } from "./places/spend-lines.ts";
import type { AssessContext, Assessment } from "./types.ts";

export type SharedNode = NonNullable<Portfolio["shared"]>["items"][number];
export type MemberNode = NonNullable<Portfolio["interventions"]>["items"][number];

export type PortfolioProblem =
  | { readonly reason: "intervention-missing"; readonly at: Place; readonly intervention: string }
  | { readonly reason: "shared-cost-missing"; readonly at: Place; readonly id: string }
  | { readonly reason: "shares-over"; readonly at: Place; readonly item: string; readonly total: number }
  /** Starts that differ by more than a tenth from the spec's own: its lines in £ and £/year do not follow. */
  | {
      readonly reason: "starts-differ";
      readonly at: Place;
      readonly intervention: string;
      readonly own: number;
      readonly here: number;
      readonly fixedLines: number;
    }
  | { readonly reason: "outside-period"; readonly at: Place; readonly intervention: string }
  | {
      readonly reason: "price-years-differ";
      readonly at: Place;
      readonly intervention: string;
      readonly priceYear: string | undefined;
      readonly others: string | undefined;
    }
  /** Those who start in the clusters are not those who start. */
  | {
      readonly reason: "cluster-starts-differ";
      readonly at: Place;
      readonly intervention: string;
      readonly clusters: number;
      readonly whole: number;
    };

/** Those who start in one cluster of the area. */
export interface ClusterStarts {
  readonly cluster: string;
  readonly at: Place;
  /** Over the years in the portfolio, in participants. */
  readonly starts: Worked;
  /** Of all who start. */
  readonly share: Worked;
}

export interface MemberAssessment {
  readonly member: MemberNode;
  readonly at: Place;
  readonly intervention: string;
  readonly spec: Intervention | undefined;
  /** Sort of service, as its spec says. */
  readonly strand: string | undefined;
  readonly needLevel: string | undefined;
  /** Year of the portfolio in which its delivery starts; 0 is the first. */
  readonly firstYear: number;
  /** Years it is delivered within the portfolio. */
  readonly years: number | undefined;
  /** Its own lines at the portfolio's starts and years. Undefined: no such intervention. */
  readonly assessment: Assessment | undefined;
  readonly clusters: readonly ClusterStarts[];
  readonly shares: readonly MemberShare[];
  /** Its own lines alone, in the prices of the portfolio. */
  readonly own: Worked;
  /** Its own lines and its shares of the shared costs. */
  readonly cost: Worked;
}

export interface MemberShare {
  readonly id: string;
  readonly share: number;
  readonly amount: Worked;
  /** In year 0 of the portfolio. */
  readonly presentValue: Worked;
}

export interface SharedAssessment {
  readonly shared: SharedNode;
  readonly at: Place;
  readonly id: string;
  readonly item: string;
  readonly payers: readonly (readonly [party: string, share: number])[];
  /** The whole amount over the period, whoever pays. */
  readonly total: Worked;
  /** The part that the perspective and the leading view of cost count, which is what the portfolio adds. Undefined: none of it. */
  readonly counted: Worked | undefined;
  /** What is counted, by who pays it. */
  readonly countedByPayer: readonly (readonly [party: string, part: Worked])[];
  /** Sum of the shares that interventions carry. */
  readonly allocated: number;
  readonly unallocated: Worked;
}

/** How the interventions of a portfolio are put in order. */
export type RankBy = "cost per outcome" | "return" | "net benefit";

/** One figure of one intervention in a league table. */
export interface LeagueEntry {
  readonly intervention: string;
  readonly at: Place;
  readonly member: MemberAssessment;
  readonly figure: Worked;
  readonly basis: Basis;
}

export interface PortfolioLeague {
  readonly by: RankBy;
  /** Of cost per outcome: which. */
  readonly outcome?: { readonly id: string; readonly title: string };
  readonly league: League<LeagueEntry>;
}

/**
 * Gives a figure of a league table another interval than the one that goes with it: that of a simulation. `claim`: of a cost per outcome,
 * which claim of the intervention.
 */
export type IntervalOf = (member: MemberAssessment, by: RankBy, figure: Worked, claim?: string) => Worked;

/** What ends, and what stays, when one intervention stops. */
export interface StopAssessment {
  readonly member: MemberAssessment;
  /** Its own lines: the money that is no longer spent. */
  readonly frees: Worked;
  /** Its shares of the shared costs: they go on. Undefined: it carries none. */
  readonly stays: Worked | undefined;
  /** What usual services for the same participants cost instead. Undefined: none, or in its lines already. */
  readonly instead: Worked | undefined;
  readonly starts: Worked | undefined;
  /** Undiscounted. Undefined: no benefit is put in money. */
  readonly fiscalBenefit: Worked | undefined;
  /** Money freed less usual services less fiscal benefits lost; under the public sector's perspective only. */
  readonly net: Worked | undefined;
  readonly outcomes: readonly { readonly title: string; readonly gained: Worked; readonly noEffectShown: boolean }[];
  readonly claims: number;
  readonly claimsWithoutEvidence: number;
  /** Ids of the studies cited. */
  readonly studies: readonly string[];
}

/** One candidate in the order in which it would be bought. */
export interface NextStep {
  readonly candidate: MemberAssessment;
  readonly entry: LeagueEntry;
  readonly rank: number;
  /** Whether it fits in what is left, after those before it that fit. Undefined: no budget is known, or not its cost by year. */
  readonly fits: boolean | undefined;
  /** The first year of the portfolio in which it does not fit; undefined for a budget of the whole period. */
  readonly shortIn: number | undefined;
  /** What is left of the budget over the period after it and those before it that fit. */
  readonly left: Worked | undefined;
}

export interface NextAssessment {
  readonly candidates: readonly MemberAssessment[];
  readonly by: RankBy;
  readonly league: PortfolioLeague | undefined;
  readonly steps: readonly NextStep[];
  /** What is left before any of them is bought. */
  readonly left: Worked | undefined;
}

export interface PortfolioAssessment {
  /** The settings in force, refined by its own. */
  readonly appraisal: Appraisal;
  readonly priceYear: string | undefined;
  /** Whose costs are counted: that of its interventions where they agree. */
  readonly perspective: Perspective;
  readonly rankBy: RankBy;
  /** The place it serves, where the project describes it. */
  readonly area: AreaAssessment | undefined;
  /** Each need of that place, whole and by cluster, against those who start. */
  readonly reach: readonly ReachRow[];
  readonly members: readonly MemberAssessment[];
  readonly shared: readonly SharedAssessment[];
  readonly figures: ReadonlyMap<string, Figure>;
  readonly problems: readonly PortfolioProblem[];
  /** Its figures as others count them, every intervention under that perspective. Worked out when asked for. */
  under(perspective: Perspective): ReadonlyMap<string, Figure>;
  /** Costs by line of the section 251 return beside the area's spend. Worked out when asked for. */
  spendLines(): readonly SpendLineRow[];
  /** League tables: of returns, of net benefit, and one for each outcome that is claimed. Worked out when asked for. */
  leagues(interval?: IntervalOf): readonly PortfolioLeague[];
  /** Every intervention with what stopping it frees and loses, and the order in which the ranking would stop them. Worked out when asked for. */
  stopping(): { readonly league: PortfolioLeague; readonly all: readonly StopAssessment[] };
  /** The candidates in the order of the ranking, against what is left of the budget. Undefined: there are none. Worked out when asked for. */
  next(): NextAssessment | undefined;
}

export interface PortfolioContext extends AssessContext {
  intervention(id: string): Intervention | undefined;
  /**
   * Works an intervention out, or gives what it came to before with the same `marks` and the same of all that was looked up through
   * `lookups`: an edit of a portfolio's text works out no intervention again. Left out: each time anew.
   */
  member?(spec: Intervention, marks: readonly unknown[], work: (lookups: Lookups) => Assessment): Assessment;
}

/** What an assessment asks of other documents. */
export type Lookups = Pick<AssessContext, "unitCost" | "outcome" | "area" | "study">;

/** What every part of a portfolio is worked out with. */
export interface PortfolioFrame {
  readonly context: PortfolioContext;
  readonly period: Worked;
  readonly priceYear: string | undefined;
  /** That of its interventions where they share one, else pounds. */
  readonly currency: string;
  readonly money: { readonly unit: Unit };
  readonly perspective: Perspective;
  readonly discounter: Discounter;
  readonly problems: PortfolioProblem[];
}
