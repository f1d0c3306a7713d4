/** What stands in the way of a figure, as facts that rules turn into findings. */
import type { Place } from "../../syntax/types.ts";
import type { Unit } from "../../values/types.ts";

/** An amount that could not reach the figures' price year. */
interface PriceYearProblem<R extends string> {
  readonly reason: R;
  readonly at: Place;
  readonly item: string;
  readonly year: string | undefined;
  readonly to: string;
  readonly edition: string;
}

/** Something that an outcome's figures need and the spec does not say. */
interface OutcomeGap<R extends string> {
  readonly reason: R;
  readonly at: Place;
  readonly outcome: string;
}

/** Why a key that says when a benefit is gained is not used. */
export interface TimingNotUsed {
  readonly key: "lag" | "lasts" | "drop_off" | "over";
  /** `discounted`: the amount is, or may be, a present value. `sum`: it is no yearly amount. `by-year`: the years are listed. `lasts`: that says how long. */
  readonly because: "discounted" | "sum" | "by-year" | "lasts";
}

/** Facts that rules turn into findings. Reasons are stable. */
export type AssessProblem =
  | {
      readonly reason: "no-price";
      readonly at: Place;
      readonly line: Place;
      readonly item: string;
      readonly left: Unit;
    }
  | {
      readonly reason: "units-left-over";
      readonly at: Place;
      readonly line: Place;
      readonly item: string;
      readonly left: Unit;
      readonly over: Unit;
      readonly quantity?: Unit;
      readonly price?: Unit;
      readonly priceAt?: Place;
    }
  | {
      readonly reason: "unit-not-counted";
      readonly at: Place;
      readonly line: Place;
      readonly item: string;
      readonly left: Unit;
      readonly noun: string;
      readonly known: readonly string[];
    }
  | {
      readonly reason: "missing-has";
      readonly at: Place;
      readonly line: Place;
      readonly item: string;
      readonly noun: string;
      readonly participant: string;
    }
  | {
      readonly reason: "missing-time-in-service";
      readonly at: Place;
      readonly line: Place;
      readonly item: string;
      readonly left: Unit;
    }
  /** A line or benefit with no amount at all. */
  | { readonly reason: "amount-missing"; readonly at: Place; readonly item: string }
  /** `other` is what is used: the unit cost, or the amounts by year. */
  | {
      readonly reason: "amount-and-unit-cost";
      readonly at: Place;
      readonly item: string;
      readonly other: Place;
      readonly byYear?: true;
    }
  | { readonly reason: "quantity-without-price"; readonly at: Place; readonly item: string }
  | { readonly reason: "unit-cost-missing"; readonly at: Place; readonly item: string; readonly id: string }
  | { readonly reason: "payer-shares-over"; readonly at: Place; readonly item: string; readonly total: number }
  | { readonly reason: "volume-unit"; readonly at: Place; readonly noun: string; readonly participant: string }
  /** A capacity that counts no participants, is per something that nobody counts, or stands on a line paid for `each` participant. */
  | {
      readonly reason: "capacity-unit";
      readonly at: Place;
      readonly item: string;
      readonly per: string | undefined;
      readonly each: boolean;
    }
  | { readonly reason: "lasts-without-capital"; readonly at: Place; readonly item: string }
  | {
      readonly reason: "currency-differs";
      readonly at: Place;
      readonly item: string;
      readonly currency: string;
      readonly found: string;
    }
  | PriceYearProblem<"price-year-unknown">
  | PriceYearProblem<"price-year-outside-series">
  | PriceYearProblem<"price-year-other-basis">
  | { readonly reason: "outcome-missing"; readonly at: Place; readonly outcome: string }
  | OutcomeGap<"missing-lasts">
  | OutcomeGap<"missing-without">
  | OutcomeGap<"missing-sd">
  | OutcomeGap<"direction-unknown">
  | { readonly reason: "rate-valued-by-year"; readonly at: Place; readonly value: Place; readonly outcome: string }
  | {
      readonly reason: "value-unit";
      readonly at: Place;
      readonly value: Place;
      readonly outcome: string;
      readonly counts: string;
    }
  | { readonly reason: "deadweight-twice"; readonly at: Place; readonly outcome: string }
  | { readonly reason: "deadweight-missing"; readonly at: Place; readonly outcome: string }
  | { readonly reason: "attribution-on-controlled-effect"; readonly at: Place; readonly outcome: string }
  | { readonly reason: "valued-unknown"; readonly at: Place; readonly item: string }
  /** A time that says nothing of when this benefit is gained, and is not used. */
  | { readonly reason: "timing-not-used"; readonly at: Place; readonly item: string; readonly why: TimingNotUsed }
  | { readonly reason: "included-benefit-missing"; readonly at: Place; readonly name: string }
  | { readonly reason: "settings-not-known"; readonly at: Place; readonly what: string };
