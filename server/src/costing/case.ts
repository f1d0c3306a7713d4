/** What an appraisal is made from: one intervention as plain values, and the settings it is worked out under. */
import type { WorkingYear } from "../values/types.ts";
import type { CapitalSetting } from "./capital.ts";
import type { CostInput } from "./costs.ts";
import type { Telling } from "./derive.ts";
import type { Schedule } from "./discounting.ts";
import type { BenefitInput } from "./given-benefits.ts";
import type { ClaimInput } from "./outcomes.ts";
import type { PartyTable, Perspective } from "./parties.ts";
import type { Base, Volumes } from "./volumes.ts";
import type { Missing, Worked } from "./worked.ts";

/** What the comparator costs (schemas/FORMAT.md, "Comparator and savings"). `deducted`: the lines are net of it; `in-benefits`: its saving is a benefit line. */
export type Comparator =
  | { readonly kind: "amount"; readonly line: CostInput }
  | { readonly kind: "none" | "deducted" | "in-benefits" }
  | { readonly kind: "unknown"; readonly missing: Missing };

export interface CaseInput {
  readonly currency: string;
  readonly volumes: Volumes;
  readonly siteVolumes: ReadonlyMap<string, Volumes>;
  /** Every site that the delivery names. */
  readonly siteNames?: readonly string[] | undefined;
  /** For figures of one participant where starts are not known: other bases for each starter, starters for each unit of delivery. */
  readonly perStarter: {
    readonly ratios: Readonly<Partial<Record<Base, Worked>>>;
    readonly things: ReadonlyMap<string, Worked>;
  };
  readonly costs: readonly CostInput[];
  readonly comparator: Comparator;
  readonly benefits: readonly BenefitInput[];
  readonly claims: readonly ClaimInput[];
  /** The source in force where a value is written, for derivations. */
  readonly cite?: Telling["cite"];
}

export interface AppraisalSettings {
  readonly schedule: Schedule;
  readonly flows: "start-of-year" | "mid-year";
  readonly view: "economic" | "budget";
  readonly capital: CapitalSetting;
  readonly perspective: Perspective;
  readonly workingYear: WorkingYear;
  /** Years from year 0; undefined: no limit. */
  readonly horizon: number | undefined;
  /** Discount rates of QALYs and other effects on health, where they have their own. */
  readonly healthSchedule?: Schedule | undefined;
  /** What one unit of outcome is worth paying for: money per unit. */
  readonly threshold: Worked | undefined;
  readonly parties: PartyTable;
}
