/** What assessing a portfolio gives. */
import type { Figure } from "../../costing/figure.ts";
import type { Worked } from "../../costing/worked.ts";
import type { Intervention } from "../../schema/kinds/intervention.ts";
import type { Portfolio } from "../../schema/kinds/portfolio.ts";
import type { Place } from "../../syntax/types.ts";
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
    };

export interface MemberAssessment {
  readonly member: MemberNode;
  readonly at: Place;
  readonly intervention: string;
  /** Sort of service, as its spec says. */
  readonly strand: string | undefined;
  /** Year of the portfolio in which its delivery starts; 0 is the first. */
  readonly firstYear: number;
  /** Years it is delivered within the portfolio. */
  readonly years: number | undefined;
  /** Its own lines at the portfolio's starts and years. Undefined: no such intervention. */
  readonly assessment: Assessment | undefined;
  readonly shares: readonly { readonly id: string; readonly share: number; readonly amount: Worked }[];
  /** Its own lines alone, in the prices of the portfolio. */
  readonly own: Worked;
  /** Its own lines and its shares of the shared costs. */
  readonly cost: Worked;
}

export interface SharedAssessment {
  readonly shared: SharedNode;
  readonly at: Place;
  readonly id: string;
  readonly item: string;
  readonly payers: readonly (readonly [party: string, share: number])[];
  readonly total: Worked;
  /** Sum of the shares that interventions carry. */
  readonly allocated: number;
  readonly unallocated: Worked;
}

export interface PortfolioAssessment {
  readonly priceYear: string | undefined;
  readonly members: readonly MemberAssessment[];
  readonly shared: readonly SharedAssessment[];
  readonly figures: ReadonlyMap<string, Figure>;
  readonly problems: readonly PortfolioProblem[];
}

export interface PortfolioContext extends AssessContext {
  intervention(id: string): Intervention | undefined;
}
